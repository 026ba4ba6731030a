// What of the local supply a command names: looked up and checked before the case hears of it.
import { dayOf, type IsoDate } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import { dayWords } from '../domain/day-words.ts'
import type { Gathered } from '../domain/first-entry.ts'
import { courseFull } from '../domain/places.ts'
import { type Refusal, type Result, refused } from '../domain/result.ts'
import { loadRun } from '../store/course-runs.ts'
import { loadOffer } from '../store/offers.ts'
import type { Reader } from '../store/store.ts'
import type { OfferRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'

type FromSupply = Pick<Gathered, 'holderId' | 'certificateValid'>
type Named = { readonly providerId: string | null; readonly offerId: string | null; readonly runId: string | null }

const nothing: Result<FromSupply> = { ok: true, value: {} }

export async function chosenSupply({ store, clock }: Engine, state: CaseState, command: Command): Promise<Result<FromSupply>> {
  const today = dayOf(clock())
  switch (command.type) {
    case 'recordDecision':
      if (command.payload.way === 'own') return nothing
      return choice(store, { ...command.payload, code: command.payload.intervention }, today)
    case 'proposeFollowUp':
      return choice(store, command.payload, today)
    case 'acceptAssignment':
    case 'planStart':
    case 'putOnWaitingList': {
      const { assignmentId, runId } = command.payload
      const assignment = state.assignments[assignmentId]
      if (assignment === undefined) return nothing
      const takes = command.type !== 'putOnWaitingList' && runId !== assignment.runId
      const refusal = runId === undefined ? null : await whyNotOnRun(store, { ...assignment, runId }, today, takes)
      if (refusal !== null) return refused(refusal)
      const offer = assignment.offerId === null ? null : await loadOffer(store, assignment.offerId)
      const until = offer?.certificate_until ?? null
      return { ok: true, value: { certificateValid: until === null || until >= today } }
    }
    default:
      return nothing
  }
}

type Choice = {
  readonly code: string
  readonly providerId: string
  readonly offerId?: string | undefined
  readonly runId?: string | undefined
}

/** An offer of that provider for that code, that stands today; and a run of it on which there is a place. */
async function choice(store: Reader, { code, providerId, offerId, runId }: Choice, today: IsoDate): Promise<Result<FromSupply>> {
  if (offerId === undefined) return runId === undefined ? nothing : refused(runWithoutOffer)
  const offer = await loadOffer(store, offerId)
  if (offer === null) return refused(noSuchOffer)
  if (offer.organisation_id !== providerId) return refused(offerOfAnother)
  if (offer.code !== code) return refused(offerForAnother)
  if (!standsOn(offer, today)) return refused(offerNotValid(offer))
  const refusal = runId === undefined ? null : await whyNotOnRun(store, { providerId, offerId, runId }, today, true)
  return refusal === null ? { ok: true, value: { holderId: offer.contact_id } } : refused(refusal)
}

const standsOn = ({ valid_from, valid_until }: OfferRow, day: IsoDate): boolean =>
  valid_from <= day && (valid_until === null || valid_until >= day)

/** `takes`: a place is needed, now or when it is sent; the waiting list of a full run is open. */
async function whyNotOnRun(store: Reader, named: Named, today: IsoDate, takes: boolean): Promise<Refusal | null> {
  const run = named.runId === null ? null : await loadRun(store, named.runId)
  if (run === null) return noSuchRun
  if (named.offerId === null) {
    // Only an organisation was named: any run of it will do.
    const offer = await loadOffer(store, run.offer_id)
    if (offer?.organisation_id !== named.providerId) return runOfAnother
  } else if (run.offer_id !== named.offerId) return runOfAnother
  if (run.ends_on < today) return runOver(run.ends_on)
  if (run.open !== 1) return runClosed
  return takes && run.taken >= run.places ? courseFull : null
}

const noSuchOffer: Refusal = {
  code: 'noSuchOffer',
  words: {
    nl: 'Dit aanbod is niet bekend. Kies een aanbod uit de sociale kaart.',
    en: 'This offer is not known. Choose one from the local supply.',
  },
}
const offerOfAnother: Refusal = {
  code: 'offerOfAnother',
  words: {
    nl: 'Dit aanbod is van een andere aanbieder dan u noemt. Kies de aanbieder die bij het aanbod staat.',
    en: 'This offer belongs to another provider than you name. Choose the provider that stands with the offer.',
  },
}
const offerForAnother: Refusal = {
  code: 'offerForAnother',
  words: {
    nl: 'Dit aanbod is voor iets anders dan u kiest. Kies een aanbod voor wat besloten is.',
    en: 'This offer is for something else than you choose. Choose an offer for what was decided.',
  },
}
const offerNotValid = ({ valid_from, valid_until }: OfferRow): Refusal => ({
  code: 'offerNotValid',
  words: {
    nl: `Dit aanbod geldt vandaag niet (van ${dayWords(valid_from, 'nl')} ${valid_until === null ? 'af' : `tot en met ${dayWords(valid_until, 'nl')}`}). Kies een ander aanbod.`,
    en: `This offer does not stand today (from ${dayWords(valid_from, 'en')} ${valid_until === null ? 'on' : `up to and including ${dayWords(valid_until, 'en')}`}). Choose another offer.`,
  },
})
const runWithoutOffer: Refusal = {
  code: 'runWithoutOffer',
  words: { nl: 'Noem bij de groep ook het aanbod.', en: 'With the group, name the offer too.' },
}
const noSuchRun: Refusal = {
  code: 'noSuchRun',
  words: {
    nl: 'Deze groep is niet bekend. Kies een groep die bij het aanbod staat.',
    en: 'This group is not known. Choose one that stands with the offer.',
  },
}
const runOfAnother: Refusal = {
  code: 'runOfAnother',
  words: {
    nl: 'Deze groep hoort bij een ander aanbod. Kies een groep die bij dit aanbod staat.',
    en: 'This group belongs to another offer. Choose one that stands with this offer.',
  },
}
const runOver = (endsOn: IsoDate): Refusal => ({
  code: 'runOver',
  words: {
    nl: `Deze groep is op ${dayWords(endsOn, 'nl')} geëindigd. Kies een groep die nog komt.`,
    en: `This group ended on ${dayWords(endsOn, 'en')}. Choose one that is still to come.`,
  },
})
const runClosed: Refusal = {
  code: 'runClosed',
  words: {
    nl: 'Deze groep neemt niemand meer aan. Kies een andere groep of vraag het de aanbieder.',
    en: 'This group takes nobody any more. Choose another group or ask the provider.',
  },
}
