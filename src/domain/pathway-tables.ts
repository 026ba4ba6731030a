// The tables of a pathway as a clinician reads them: each row with its conditions in words, its source and its status.
import { conditionReader, type Reader } from './condition-words.ts'
import type { DeadlineRule } from './deadline.ts'
import type { Consequence, DeclineReason } from './decline-reason.ts'
import type { FactDefinition } from './facts.ts'
import { machineMetaOf, ownerWords } from './machine-definition.ts'
import { minimisationTables } from './minimisation-tables.ts'
import type { Pathway } from './pathway.ts'
import type { Row } from './provenance.ts'
import type { Choice, Intervention } from './routing.ts'
import { definitionsOf } from './rules.ts'
import { settingReader } from './setting-words.ts'
import { programmeWords, tableWords, termText } from './table-words.ts'
import type { Language, Words } from './words.ts'

/** `cells` in the order of the table's columns; an empty cell is ''. */
export type TableRow = Row & { readonly cells: readonly string[] }
export type Table = {
  readonly name: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

type Column<Entry> = { readonly title: Words; readonly cell: (entry: Entry) => string }

const titles = {
  when: { nl: 'als', en: 'when' },
  result: { nl: 'dan', en: 'then' },
  otherwise: { nl: 'alternatieven', en: 'alternatives' },
  domain: { nl: 'domein', en: 'domain' },
  next: { nl: 'volgende stap', en: 'next step' },
  why: { nl: 'waarom', en: 'why' },
  what: { nl: 'wat', en: 'what' },
  who: { nl: 'wie', en: 'who' },
  within: { nl: 'binnen', en: 'within' },
  range: { nl: 'waarden', en: 'values' },
  not: { nl: 'kan niet als', en: 'not possible when' },
  urgency: { nl: 'spoed', en: 'urgency' },
  effect: { nl: 'gevolg', en: 'effect' },
  payer: { nl: 'wie betaalt', en: 'who pays' },
  told: { nl: 'wie het hoort', en: 'who is told' },
  value: { nl: 'nu', en: 'now' },
  planned: { nl: 'gepland', en: 'planned' },
  boosters: { nl: 'terugkombijeenkomsten', en: 'boosters' },
  side: { nl: 'van wie', en: 'whose' },
  note: { nl: 'toelichting', en: 'note' },
} as const satisfies { readonly [name: string]: Words }

export function tablesOf(pathway: Pathway, language: Language): Table[] {
  const { rules } = pathway
  const read = conditionReader(definitionsOf(rules), language)
  const table = <Entry extends Row>(
    name: string,
    title: Words,
    entries: readonly Entry[],
    columns: readonly Column<Entry>[],
  ): Table => ({
    name,
    title: title[language],
    columns: columns.map((column) => column.title[language]),
    rows: entries.map((entry) => ({
      id: entry.id,
      source: entry.source,
      status: entry.status,
      cells: columns.map(({ cell }) => cell(entry)),
    })),
  })
  const words = <Entry extends { readonly words: Words }>(title: Words = titles.what): Column<Entry> => ({
    title,
    cell: (entry) => entry.words[language],
  })
  const name = <Entry extends { readonly name: Words }>(): Column<Entry> => ({
    title: titles.what,
    cell: (entry) => entry.name[language],
  })
  const when = <Entry extends Parameters<Reader>[0] | { readonly when: Parameters<Reader>[0] }>(): Column<
    Entry & { readonly when: Parameters<Reader>[0] }
  > => ({
    title: titles.when,
    cell: (entry) => read(entry.when),
  })
  const { risk, reasons, next: steps } = rules.answerWords
  /** What it is called, with the code behind it where that says something else; a code without words is itself. */
  const called = (said: { readonly [code: string]: Words }, code: string): string => {
    const name = said[code]?.[language]
    return name === undefined || name === code ? code : `${name} (${code})`
  }
  const programmes = programmeWords(rules.routing.interventions, rules.routing.rows)
  const inWords = (code: string): string => tableWords[code]?.[language] ?? code
  const setting = settingReader(pathway, language)
  const levels = {
    title: titles.result,
    cell: ({ level, reason }: { level: string; reason: string }) => `${called(risk, level)}: ${called(reasons, reason)}`,
  }
  const facts = [...definitionsOf(rules)]

  return [
    table('facts', { nl: 'Feiten', en: 'Facts' }, facts, [
      name(),
      { title: titles.range, cell: (fact) => rangeOf(fact, language) },
    ]),
    table('screening', rules.screening.title, rules.screening.rows, [when(), levels]),
    ...rules.shadows.map((ruleSet) => table(`shadow-${ruleSet.id.split('@')[0]}`, ruleSet.title, ruleSet.rows, [when(), levels])),
    table('red-flags', { nl: 'Rode vlaggen', en: 'Red flags' }, rules.redFlags, [
      words(),
      { title: titles.urgency, cell: ({ urgency }) => called(tableWords, urgency) },
      { title: titles.effect, cell: ({ effect }) => inWords(effect) },
      { title: titles.when, cell: ({ derivedWhen }) => (derivedWhen === undefined ? '' : read(derivedWhen)) },
    ]),
    table('routing', { nl: 'Routering', en: 'Routing' }, rules.routing.rows, [
      when(),
      { title: titles.result, cell: ({ primary }) => primary.map((code) => called(programmes, code)).join(' + ') },
      {
        title: titles.otherwise,
        cell: ({ alternatives }) =>
          alternatives
            .map(
              ({ intervention, when: only }) =>
                `${called(programmes, intervention)}${only === undefined ? '' : ` [${read(only)}]`}`,
            )
            .join('; '),
      },
      {
        title: titles.domain,
        cell: ({ domain }) => choiceText(domain, read, (code) => rules.answerWords.domain[code]?.[language] ?? code),
      },
      { title: titles.next, cell: ({ next }) => called(steps, next) },
      words(titles.why),
    ]),
    table('assumptions', { nl: 'Aannames bij onbekend', en: 'Assumptions when unknown' }, rules.routing.assumptions, [words()]),
    table('interventions', { nl: 'Interventies', en: 'Interventions' }, rules.routing.interventions, [
      name(),
      { title: titles.not, cell: ({ notFeasible }) => (notFeasible === null ? '' : read(notFeasible)) },
    ]),
    table<SessionsRow>(
      'sessions',
      { nl: 'Aantal bijeenkomsten', en: 'Number of sessions' },
      rules.routing.interventions.flatMap(sessionsRow),
      [
        name(),
        { title: titles.planned, cell: ({ planned }) => String(planned) },
        { title: titles.boosters, cell: ({ boosters }) => (boosters === 0 ? '' : String(boosters)) },
      ],
    ),
    ...rules.routing.interventions.map(({ id, name: title, details }) => table(`intervention-${id}`, title, details, [words()])),
    table('payers', { nl: 'Wie betaalt', en: 'Who pays' }, rules.routing.payers, [
      when(),
      { title: titles.payer, cell: ({ payer }) => called(tableWords, payer) },
      words(titles.why),
    ]),
    table('follow-ups', { nl: 'Aanvullende acties', en: 'Follow-up actions' }, rules.followUps, [
      when(),
      name(),
      { title: titles.who, cell: ({ who }) => who[language] },
      { title: titles.within, cell: ({ within }) => `${termText(within, language)} (${inWords(within.status)})` },
    ]),
    table('notes', { nl: 'Opmerkingen', en: 'Notes' }, rules.notes, [when(), words()]),
    table('facts-from-answers', { nl: 'Feiten uit antwoorden', en: 'Facts from answers' }, pathway.factsFromAnswers, [
      { title: titles.what, cell: ({ fact }) => fact },
    ]),
    table('bands', { nl: 'Grenswaarden', en: 'Cut-offs' }, pathway.bands, [
      {
        title: titles.range,
        cell: ({ bands, unit }) =>
          bands
            .map(({ from, upTo, is }) => `${from}–${upTo}: ${is}`)
            .join('; ')
            .concat(` (${unit})`),
      },
    ]),
    table('references', { nl: 'Normwaarden', en: 'Reference values' }, pathway.references, [
      {
        title: titles.range,
        cell: ({ bands, unit }) =>
          bands
            .map(({ fromAge, upToAge, F, M }) => `${fromAge}–${upToAge}: F ${F}, M ${M}`)
            .join('; ')
            .concat(` (${unit})`),
      },
    ]),
    table<DeclineReason>(
      'decline-reasons',
      { nl: 'Redenen waarom iets niet doorgaat', en: 'Reasons why something does not go ahead' },
      pathway.declineReasons,
      [
        words(),
        { title: titles.side, cell: ({ side }) => sideWords[side][language] },
        { title: titles.next, cell: ({ consequence }) => consequenceText(consequence)[language] },
        { title: titles.told, cell: ({ alsoTold }) => (alsoTold === null ? '' : ownerWords(alsoTold)[language]) },
        { title: titles.note, cell: ({ note }) => noteWords[note][language] },
      ],
    ),
    ...minimisationTables(pathway, language),
    ...Object.entries(pathway.machines).map(([which, machine]) =>
      table<DeadlineRule>(
        `deadlines-${which}`,
        { nl: `Termijnen (${which})`, en: `Deadlines (${which})` },
        machineMetaOf(machine).deadlines,
        [
          words(),
          {
            title: titles.within,
            cell: ({ term }) => termText(term, language),
          },
          { title: titles.who, cell: ({ owner }) => ownerWords(owner)[language] },
          { title: titles.told, cell: ({ told }) => told.map((one) => ownerWords(one)[language]).join(', ') },
          { title: titles.why, cell: ({ why }) => why[language] },
        ],
      ),
    ),
    table('settings', { nl: 'Instellingen', en: 'Settings' }, pathway.settingRows, [
      words(),
      { title: titles.value, cell: ({ id }) => setting(id) },
    ]),
    ...pathway.instrument.sections.map((section) =>
      table(`section-${section.id}`, section.words, section.items, [words(), { title: titles.range, cell: ({ kind }) => kind }]),
    ),
  ]
}

const choiceText = (choice: Choice<string | null>, read: Reader, name: (code: string) => string): string =>
  choice.map(({ when, is }) => `${is === null ? '' : name(is)}${when === undefined ? '' : ` [${read(when)}]`}`).join('; ')

type SessionsRow = Row & Pick<Intervention, 'name'> & { readonly planned: number; readonly boosters: number }
const sessionsRow = ({ id, name, sessions }: Intervention): SessionsRow[] =>
  sessions === undefined ? [] : [{ id, name, ...sessions }]

const sideWords: { readonly [side in DeclineReason['side']]: Words } = {
  person: { nl: 'de oudere', en: 'the older adult' },
  provider: { nl: 'de aanbieder', en: 'the provider' },
}
const noteWords: { readonly [note in DeclineReason['note']]: Words } = {
  required: { nl: 'verplicht', en: 'required' },
  optional: { nl: 'mag', en: 'optional' },
}

function consequenceText(consequence: Consequence): Words {
  switch (consequence.next) {
    case 'alternative':
      return { nl: 'volgend alternatief zoeken', en: 'next alternative is looked for' }
    case 'talk':
      return { nl: 'eerst met de oudere praten', en: 'first talk with the older adult' }
    case 'park':
    case 'revisit': {
      const given = consequence.next === 'park'
      const { wait } = consequence
      if (wait === null) return { nl: 'wachten tot een afgesproken dag', en: 'wait until an agreed day' }
      const { amount, unit } = wait
      return {
        nl: `opnieuw vragen na ${amount} ${unitNl[unit]}${given ? ', of op een afgesproken dag' : ''}`,
        en: `ask again after ${amount} ${unit}${given ? ', or on an agreed day' : ''}`,
      }
    }
  }
}
const unitNl = { days: 'dagen', weeks: 'weken', months: 'maanden' } as const

function rangeOf(fact: FactDefinition, language: Language): string {
  switch (fact.kind) {
    case 'yesNo':
      return language === 'nl' ? 'ja, nee' : 'yes, no'
    case 'choice':
    case 'codes':
      return fact.values.join(', ')
    case 'number':
      return `${fact.min}–${fact.max} ${fact.unit[language]}${fact.orWord === undefined ? '' : `, ${fact.orWord}`}`
    case 'bloodPressures':
      return `${fact.systolic.join('–')} / ${fact.diastolic.join('–')} mmHg`
  }
}
