// Decline reasons: why an assignment does not go ahead, as rows of the pathway, and what each of them leads to.
import { whyNotParkedUntil } from './agreed-day.ts'
import { addPeriod, type IsoDate } from './calendar.ts'
import type { Pathway } from './pathway.ts'
import type { Row } from './provenance.ts'
import { accepted, type Refusal, type Result, refused } from './result.ts'
import type { PlainWords } from './words.ts'

/** How long is waited when nobody named a day. */
export type Wait = { readonly unit: 'days' | 'weeks' | 'months'; readonly amount: number }

/**
 * `alternative`: the next alternative is looked for; `talk`: first with the older adult; `park`: nobody asks before the agreed day,
 * which must be given where there is no `wait`; `revisit`: asked again after `wait`, no day is asked for.
 */
export type Consequence =
  | { readonly next: 'alternative' | 'talk' }
  | { readonly next: 'park'; readonly wait: Wait | null }
  | { readonly next: 'revisit'; readonly wait: Wait }

export type DeclineReason = Row & {
  readonly side: 'person' | 'provider'
  readonly words: PlainWords
  readonly consequence: Consequence
  /** The referrer always hears it; this one as well. */
  readonly alsoTold: 'generalPractitioner' | 'coordinator' | null
  readonly note: 'required' | 'optional'
}

/** What the machines are told of a decline. */
export type Declined = {
  readonly side: DeclineReason['side']
  readonly next: Consequence['next']
  /** The day on which is asked again; null: now. */
  readonly until: IsoDate | null
  readonly alsoTold: DeclineReason['alsoTold']
}

/** The reasons that this coalition uses. */
export function declineReasonsOf({ declineReasons, settings }: Pick<Pathway, 'declineReasons' | 'settings'>): DeclineReason[] {
  const inUse = settings['declineReasonsInUse'] as readonly string[] | undefined
  return declineReasons.filter(({ id }) => inUse === undefined || inUse.includes(id))
}

type Told = { readonly reason: string; readonly note?: string | undefined; readonly parkUntil?: IsoDate | undefined }
type When = { readonly occurredOn: IsoDate; readonly today: IsoDate }

/** What follows from a decline, or what is missing or wrong in it. */
export function declinedBecause(
  pathway: Pick<Pathway, 'declineReasons' | 'settings'>,
  { reason: code, note, parkUntil }: Told,
  when: When,
): Result<Declined> {
  const reasons = declineReasonsOf(pathway)
  const reason = reasons.find(({ id }) => id === code)
  if (reason === undefined) return refused(unknownReason(code, reasons))
  if (reason.note === 'required' && note === undefined) return refused(noteNeeded(reason))
  const until = waitUntil(reason, parkUntil, when)
  if (!until.ok) return until
  const { side, consequence, alsoTold } = reason
  return accepted({ side, next: consequence.next, until: until.value, alsoTold })
}

function waitUntil(reason: DeclineReason, parkUntil: IsoDate | undefined, { occurredOn, today }: When): Result<IsoDate | null> {
  const { consequence } = reason
  if (consequence.next !== 'park' && parkUntil !== undefined) return refused(noDayHere(reason))
  if (parkUntil !== undefined) {
    const why = whyNotParkedUntil(parkUntil, today)
    return why === null ? accepted(parkUntil) : refused(why)
  }
  if (!('wait' in consequence)) return accepted(null)
  return consequence.wait === null
    ? refused(dayNeeded(reason))
    : accepted(addPeriod(occurredOn, consequence.wait.amount, consequence.wait.unit))
}

function unknownReason(code: string, reasons: readonly DeclineReason[]): Refusal {
  const list = (language: 'nl' | 'en') => reasons.map(({ id, words }) => `${id} (${words[language]})`).join(', ')
  return {
    code: 'unknownDeclineReason',
    words: {
      nl: `"${code}" is geen reden die hier gebruikt wordt. Kies uit: ${list('nl')}.`,
      en: `"${code}" is not a reason in use here. Choose from: ${list('en')}.`,
    },
  }
}
const noteNeeded = ({ words }: DeclineReason): Refusal => ({
  code: 'noteNeeded',
  words: {
    nl: `Bij "${words.nl}" hoort een toelichting: schrijf op waarom.`,
    en: `"${words.en}" needs a note: write down why.`,
  },
})
const dayNeeded = ({ words }: DeclineReason): Refusal => ({
  code: 'parkUntilNeeded',
  words: {
    nl: `Bij "${words.nl}" hoort een dag waarop u het opnieuw vraagt. Spreek die af en vul hem in.`,
    en: `"${words.en}" needs a day on which to ask again. Agree on one and fill it in.`,
  },
})
const noDayHere = ({ words }: DeclineReason): Refusal => ({
  code: 'parkUntilNotAsked',
  words: {
    nl: `Bij "${words.nl}" wordt niet gewacht: laat de dag weg, of kies een andere reden.`,
    en: `"${words.en}" is not waited for: leave out the day, or choose another reason.`,
  },
})
