// The receiver's view: what of a person's data each kind of receiver sees and from when, worked out from the tables of the pathway.
import type { Minimisation, ReceiverKind, ReceiverRow, ReceiverView, Share, ToShare, ViewStage } from './minimisation.ts'
import type { Pathway } from './pathway.ts'
import { ageOn, type PersonDetails } from './person.ts'
import { saidLines } from './receiver-lines.ts'
import type { Words } from './words.ts'

/** Null `domain`: not known, and then whoever sees least. What is not in the catalogue is shown to nobody: an exception. */
export function receiverOf({ minimisation }: Pathway, code: string, domain: 'care' | 'social' | null): ReceiverKind {
  const row = receiverRow(minimisation, code)
  if (domain === 'social') return row.social ?? 'socialWelfare'
  const kind = domain === 'care' ? (row.care ?? row.social) : (row.social ?? row.care)
  if (kind === null) throw new Error(`Nobody receives ${code}`)
  return kind
}

function receiverRow({ receivers }: Minimisation, code: string): ReceiverRow {
  const row = receivers.find(({ id }) => id === code)
  if (row === undefined) throw new Error(`No kind of receiver for ${code}`)
  return row
}

/** Word for word what the receiver reads, in both languages. The same data give the same view, always. */
export function receiverView(pathway: Pathway, share: ToShare): ReceiverView {
  const { kinds, categories, shares } = pathway.minimisation
  const { receiver, stage } = share
  const judged = categories.map(({ id: category, words: label }) => {
    const cell = shares.find((one) => one.category === category && one.receiver === receiver)
    const why = cell === undefined ? reasons.never : whyNot(pathway, cell, stage)
    const lines = why === null ? linesOf(pathway, share, cell!) : []
    return { category, label, lines, why: why ?? (lines.length === 0 ? reasons.notRelevant : null) }
  })
  const shown = judged.flatMap(({ category, label, lines, why }) => (why === null ? [{ category, label, lines }] : []))
  const notShown = judged.flatMap(({ category, label, why }) => (why === null ? [] : [{ category, label, why }]))
  const kind = kinds.find(({ id }) => id === receiver)?.words ?? { nl: receiver, en: receiver }
  return { receiver, stage, summary: summaryOf(kind, shown, notShown), shown, notShown }
}

function whyNot({ settings }: Pathway, { from, setting }: Share, stage: ViewStage): Words | null {
  if (from === 'never') return reasons.never
  if (setting !== undefined && settings[setting] !== true) return reasons.setting
  return from === 'afterAcceptance' && stage === 'before' ? reasons.later : null
}

const reasons = {
  never: { nl: 'niet nodig voor wie dit doet', en: 'not needed by whoever does this' },
  later: { nl: 'pas na aannemen', en: 'only after acceptance' },
  notRelevant: { nl: 'niet van belang voor wat hier gevraagd wordt', en: 'of no importance for what is asked here' },
  setting: { nl: 'de coalitie heeft gekozen dit niet te delen', en: 'the coalition has chosen not to share this' },
} as const satisfies { readonly [reason: string]: Words }

/** The categories that a person's record fills; the others are filled by the lines of the table. */
function linesOf(pathway: Pathway, share: ToShare, { category, only }: Share): Words[] {
  if (only === 'own') return [ownOnly]
  const { details } = share.person
  switch (category) {
    case 'name':
      return [same(details.name)]
    case 'phone':
      return [details.phone === undefined ? unknown : same(details.phone)]
    case 'address':
      return receiverRow(pathway.minimisation, share.code).atHome ? [addressOf(details)] : []
    case 'birthYear':
      return [same(details.birthDate.slice(0, 4))]
    case 'age':
      return [years(ageOn(details.birthDate, share.today))]
    case 'area':
      return [same(areaOf(pathway, share.person))]
    case 'goal':
      return [goalOf(share)]
    case 'level':
      return [levelOf(pathway, share)]
    case 'citizenNumber':
      return []
    case 'request':
      return [nameOfCode(pathway, share.code), ...saidLines(pathway, share, category)]
    default:
      return saidLines(pathway, share, category)
  }
}

const same = (text: string): Words => ({ nl: text, en: text })
const unknown: Words = { nl: 'niet bekend', en: 'not known' }
const ownOnly: Words = { nl: 'alleen wat u zelf vastlegt', en: 'only what you record yourself' }
const years = (age: number): Words => ({ nl: `${age} jaar`, en: `${age} years old` })

function addressOf({ street, postcode, city }: PersonDetails): Words {
  const line = [street, [postcode, city].filter((part) => part !== undefined).join(' ')].filter(Boolean).join(', ')
  return line === '' ? unknown : same(line)
}

/** The municipality, and four digits of the postcode: nobody can be found by these. */
function areaOf({ settings }: Pathway, { details, municipality }: ToShare['person']): string {
  const names = (settings['municipalities'] ?? []) as readonly { readonly code: string; readonly name: string }[]
  const name = names.find(({ code }) => code === municipality)?.name ?? municipality
  return details.postcode === undefined ? name : `${name} (${details.postcode.slice(0, 4)})`
}

/** In the person's own words: as it was agreed when deciding, else as it was said in the analysis; null: not said. */
export function goalSaid({ decision }: ToShare['state'], answers: ToShare['answers']): string | null {
  const agreed = decision?.record['goal']
  const said = answers['wishes.goal']
  return typeof agreed === 'string' ? agreed : said?.is === 'given' ? String(said.value) : null
}

function goalOf({ state, answers }: ToShare): Words {
  const goal = goalSaid(state, answers)
  return goal === null ? unknown : same(goal)
}

function levelOf({ rules }: Pathway, { state }: ToShare): Words {
  const level = state.assessment?.risk
  return level === undefined ? unknown : (rules.answerWords.risk[level] ?? same(level))
}

const nameOfCode = ({ rules }: Pathway, code: string): Words => {
  const { nl, en } = [...rules.routing.interventions, ...rules.followUps].find(({ id }) => id === code)?.name ?? same(code)
  return { nl, en }
}

type Labelled = readonly { readonly label: Words }[]

function summaryOf(kind: Words, shown: Labelled, notShown: Labelled): Words {
  const list = (labels: Labelled, language: 'nl' | 'en') =>
    labels.length === 0 ? { nl: 'niets', en: 'nothing' }[language] : labels.map(({ label }) => label[language]).join(', ')
  return {
    nl: `${kind.nl} ziet: ${list(shown, 'nl')}. Ziet niet: ${list(notShown, 'nl')}.`,
    en: `${kind.en} sees: ${list(shown, 'en')}. Does not see: ${list(notShown, 'en')}.`,
  }
}
