// The explanation in words that a practice nurse would sign, in Dutch or English; lines of plain text.
import { type FactsOf, isKnown } from './condition.ts'
import type { ClassOfFact, Explanation, InterventionVerdict, MissingFact } from './explain.ts'
import type { FactDefinition } from './facts.ts'
import { isVerified } from './provenance.ts'
import { interventionOf } from './routing.ts'
import { definitionsOf, type Rules } from './rules.ts'
import type { Language, Words } from './words.ts'

const say = {
  risk: { nl: 'Valrisico', en: 'Fall risk' },
  range: { nl: 'kan nog zijn', en: 'can still be' },
  to: { nl: 'tot', en: 'to' },
  why: { nl: 'Waarom', en: 'Why' },
  missing: { nl: 'Wat nog ontbreekt, en waarom dat uitmaakt', en: 'What is missing, and why it matters' },
  with: { nl: 'bij', en: 'if' },
  redFlags: { nl: 'Rode vlaggen: eerst de huisarts', en: 'Red flags: the doctor first' },
  findings: { nl: 'Bevindingen', en: 'Findings' },
  proposal: { nl: 'Voorstel', en: 'Proposal' },
  domain: { nl: 'Domein', en: 'Domain' },
  payer: { nl: 'Wie betaalt', en: 'Who pays' },
  next: { nl: 'Volgende stap', en: 'Next step' },
  none: { nl: 'nu geen interventie', en: 'no intervention now' },
  alternatives: { nl: 'Ook passend', en: 'Also fits' },
  notChosen: { nl: 'Waarom niet de andere', en: 'Why not the others' },
  thisPerson: { nl: 'deze persoon', en: 'this person' },
  wouldFit: { nl: 'Zou wel passen in dit geval: deze persoon', en: 'Would fit if this person' },
  or: { nl: 'of', en: 'or' },
  and: { nl: 'en', en: 'and' },
  unknown: { nl: 'niet ingevuld', en: 'not filled in' },
  onceKnown: { nl: 'Kan passen zodra bekend is', en: 'May fit once this is known' },
  orMore: { nl: 'of meer', en: 'or more' },
  under: { nl: 'onder', en: 'under' },
  cannot: { nl: 'kan hier niet', en: 'cannot be done here' },
  otherForm: { nl: 'de andere vorm past beter', en: 'the other form fits better' },
  lacks: { nl: 'mist', en: 'lacks' },
  assumed: {
    nl: 'Aangenomen, omdat het niet is ingevuld; een ander antwoord verandert het voorstel',
    en: 'Assumed, because it was not filled in; another answer changes the proposal',
  },
  followUps: { nl: 'Aanvullende acties', en: 'Follow-up actions' },
  notes: { nl: 'Let op', en: 'Note' },
  beside: {
    nl: 'Andere richtlijnen, ter vergelijking; zij beslissen niet',
    en: 'Other guidelines, for comparison; they do not decide',
  },
  upgrade: {
    nl: 'De FMS-richtlijn raadt een valanalyse aan. U kunt dat overnemen, met een reden.',
    en: 'The FMS guideline advises a fall analysis. You can follow it, with a reason.',
  },
  unverified: { nl: 'Niet geverifieerde regels in dit antwoord', en: 'Rules in this answer that are not verified' },
  closing: {
    nl: 'Dit ondersteunt uw oordeel en vervangt het niet. U beslist samen met de oudere.',
    en: 'This supports your judgement and does not replace it. You decide together with the older adult.',
  },
  workingDays: { nl: 'werkdagen', en: 'working days' },
  days: { nl: 'dagen', en: 'days' },
  within: { nl: 'binnen', en: 'within' },
} as const satisfies { readonly [key: string]: Words }

const statusWords: { readonly [status: string]: Words } = {
  secondary: { nl: 'gelezen in een tweede bron', en: 'read in a secondary source' },
  memory: { nl: 'uit het geheugen, na te gaan door een arts', en: 'from memory, to be checked by a clinician' },
  'local default': { nl: 'eigen keuze, in te stellen per coalitie', en: 'local default, to be set per coalition' },
}

/** Lines of plain text; headings stand alone, what belongs to them is indented by two spaces. */
export function explainInWords(rules: Rules, explanation: Explanation, language: Language): string[] {
  const { assessment, known } = explanation
  const phrase = phrasebook(rules, known, language)
  const section = (heading: Words, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${heading[language]}:`, ...lines.map((line) => `  ${line}`)]
  const of = (group: { readonly [code: string]: Words }, code: string) => group[code]?.[language] ?? code
  const { risk, reasons, next, domain } = rules.answerWords
  const name = (id: string) => interventionOf(rules.routing, id).name[language]
  const followUp = (id: string) => rules.followUps.find((rule) => rule.id === id)!

  const range =
    assessment.risk === 'undetermined'
      ? ` (${say.range[language]} ${of(risk, assessment.lowest!)} ${say.to[language]} ${of(risk, assessment.highest!)})`
      : ''
  const proposal =
    assessment.primary.length === 0 ? say.none[language] : assessment.primary.map(name).join(` ${say.or[language]} `)

  return [
    `${say.risk[language]}: ${of(risk, assessment.risk)}${range}`,
    ...section(
      say.why,
      assessment.reasons.map((reason) => phrase.reason(of(reasons, reason), reason)),
    ),
    ...section(
      say.missing,
      explanation.missing.map((missing) => phrase.missing(missing)),
    ),
    ...section(
      say.redFlags,
      assessment.redFlags.map((id) => `${id}: ${rules.redFlags.find((flag) => flag.id === id)!.words[language]}`),
    ),
    ...section(say.findings, rules.findings.filter((fact) => isKnown(known[fact])).map(phrase.fact)),
    ...section(say.proposal, [
      proposal,
      explanation.row.words[language],
      ...(assessment.domain === null || assessment.primary.length === 0
        ? []
        : [`${say.domain[language]}: ${of(domain, assessment.domain)}`]),
      ...(explanation.payer === null ? [] : [`${say.payer[language]}: ${explanation.payer.words[language]}`]),
      `${say.next[language]}: ${of(next, assessment.next)}`,
    ]),
    ...section(
      say.alternatives,
      explanation.verdicts
        .filter(({ verdict }) => verdict === 'alternative')
        .sort(byOrder(assessment.alternatives))
        .map((verdict) => phrase.alternative(name(verdict.intervention), verdict)),
    ),
    ...section(say.notChosen, notChosen(explanation.verdicts, name, phrase.notChosen)),
    ...section(
      say.assumed,
      rules.routing.assumptions.filter(({ fact }) => explanation.assumed.includes(fact)).map(({ words }) => words[language]),
    ),
    ...section(
      say.followUps,
      assessment.followUps.map((id) => {
        const { name: action, who, within } = followUp(id)
        return `${action[language]} (${who[language]}), ${say.within[language]} ${within.amount} ${say[within.unit][language]}`
      }),
    ),
    ...section(
      say.notes,
      rules.notes.filter(({ id }) => assessment.notes.includes(id)).map(({ words }) => words[language]),
    ),
    ...section(say.beside, [
      ...explanation.shadows.map(({ ruleSet, screening }) => {
        const lacking = screening.missing.map(phrase.name).join(', ')
        const why =
          lacking === ''
            ? screening.reasons.map((reason) => of(reasons, reason)).join('; ')
            : `${say.lacks[language]}: ${lacking}`
        return `${rules.shadows.find(({ id }) => id === ruleSet)!.title[language]}: ${of(risk, screening.risk)}${why === '' ? '' : ` (${why})`}`
      }),
      ...(explanation.upgradeSuggested ? [say.upgrade[language]] : []),
    ]),
    ...section(
      say.unverified,
      explanation.rowsUsed
        .filter((row) => !isVerified(row))
        .map(({ id, source, status }) => `${id} (${source}): ${statusWords[status]![language]}`),
    ),
    '',
    say.closing[language],
  ]
}

const byOrder = (order: readonly string[]) => (a: InterventionVerdict, b: InterventionVerdict) =>
  order.indexOf(a.intervention) - order.indexOf(b.intervention)

/** One line for all interventions that are out for the same reason. */
function notChosen(
  verdicts: readonly InterventionVerdict[],
  name: (id: string) => string,
  phrase: (verdict: InterventionVerdict) => string,
): string[] {
  const names = Map.groupBy(
    verdicts.filter(({ verdict }) => verdict === 'not'),
    phrase,
  )
  return [...names].map(([reason, alike]) => `${alike.map(({ intervention }) => name(intervention)).join(', ')}: ${reason}`)
}

/** Phrases about the facts of this one person. */
export function phrasebook(rules: Rules, known: FactsOf, language: Language) {
  const definitions = new Map(definitionsOf(rules).map((definition) => [definition.id, definition]))
  const definitionOf = (fact: string): FactDefinition => definitions.get(fact)!
  const joined = (phrases: readonly string[], last: Words) =>
    [phrases.slice(0, -1).join(', '), ...phrases.slice(-1)].filter((part) => part !== '').join(` ${last[language]} `)

  const valued = (fact: string, value: unknown): string => {
    const { name, says } = definitionOf(fact)
    if (!isKnown(value)) return `${name[language]} ${say.unknown[language]}`
    if (typeof value === 'number') return (says['number']?.[language] ?? '{}').replace('{}', decimal(value, language))
    return says[String(value)]?.[language] ?? `${name[language]}: ${String(value)}`
  }
  const fact = (name: string) => valued(name, known[name])

  /** What would make it fit: in words of this person, and what would first have to become known. */
  const changes = ({ wouldChange: ways }: InterventionVerdict): { readonly single: string; readonly open: string } => {
    const byFact = [...Map.groupBy(ways, ({ fact: name }) => name)]
    // Every other value of one fact would do: then it is enough that it becomes known.
    const open = byFact.filter(([name, ones]) => !isKnown(known[name]) && ones.length === valuesOf(definitionOf(name)))
    const single = byFact
      .filter(([name]) => !open.some(([other]) => other === name))
      .flatMap(([name, ones]) => ones.map(({ value }) => valued(name, value)))
    return { single: joined(single, say.or), open: open.map(([name]) => definitionOf(name).name[language]).join(', ') }
  }

  const wouldChange = (verdict: InterventionVerdict): string => {
    const { single, open } = changes(verdict)
    const once = open === '' ? '' : ` ${say.onceKnown[language]}: ${open}.`
    return `${single === '' ? '' : ` ${say.wouldFit[language]} ${single}.`}${once}`
  }

  const ground = ({ because }: InterventionVerdict): string => {
    const settled = because.filter((name) => isKnown(known[name]))
    const open = because.filter((name) => !isKnown(known[name])).map((name) => definitionOf(name).name[language])
    const first = settled.length === 0 ? '' : `${say.thisPerson[language]} ${joined(settled.map(fact), say.and)}`
    const second = open.length === 0 ? '' : `${say.unknown[language]}: ${open.join(', ')}`
    return [first, second].filter((part) => part !== '').join('; ')
  }

  return {
    fact,
    /** What decided on an intervention, and what would make it fit; both may be empty. */
    ground,
    changes,
    name: (name: string) => definitionOf(name).name[language],
    reason: (words: string, reason: string) =>
      reason.startsWith('walk') && typeof known['walk4m'] === 'number' ? `${words}: ${fact('walk4m')}` : words,
    missing: ({ fact: name, outcomes }: MissingFact): string => {
      const levels = outcomes.map((one) => {
        const { lowest, highest } = one
        const level = (code: string) => rules.answerWords.risk[code]?.[language] ?? code
        return `${say.with[language]} "${classWords(definitionOf(name), one, language)}": ${lowest === highest ? level(lowest) : `${level(lowest)} ${say.to[language]} ${level(highest)}`}`
      })
      return `${definitionOf(name).name[language]} (${levels.join('; ')})`
    },
    alternative: (name: string, verdict: InterventionVerdict) =>
      verdict.ground === 'condition' ? `${name} (${ground(verdict)})` : name,
    notChosen: (verdict: InterventionVerdict): string => {
      const lead =
        verdict.ground === 'notFeasible'
          ? `${say.cannot[language]}: `
          : verdict.ground === 'form'
            ? `${say.otherForm[language]}: `
            : ''
      return `${lead}${ground(verdict)}.${wouldChange(verdict)}`
    },
  }
}

const valuesOf = (definition: FactDefinition): number =>
  definition.kind === 'yesNo' ? 2 : definition.kind === 'choice' ? definition.values.length : 0

/** How one possible answer is called: yes, no, a word, or a range of numbers. */
function classWords(definition: FactDefinition, { value, until, isFirst }: ClassOfFact, language: Language): string {
  if (typeof value !== 'number') return plainAnswers[value]?.[language] ?? value
  const unit = definition.kind === 'number' ? ` ${definition.unit[language]}` : ''
  if (until === null) return `${decimal(value, language)}${unit} ${say.orMore[language]}`
  const wholeNumbers = definition.kind === 'number' && definition.decimals === 0
  if (wholeNumbers && until === value + 1) return `${decimal(value, language)}${unit}`
  return isFirst
    ? `${say.under[language]} ${decimal(until, language)}${unit}`
    : `${decimal(value, language)} ${say.to[language]} ${decimal(until, language)}${unit}`
}

const plainAnswers: { readonly [value: string]: Words } = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  unable: { nl: 'kan niet', en: 'unable' },
}

const decimal = (value: number, language: Language): string =>
  language === 'nl' ? String(value).replace('.', ',') : String(value)
