// Previews: what a receiver reads of an assignment, or would read of a choice that is not recorded yet.
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Fault } from '../domain/fault.ts'
import { receiverTabs, tabOf } from '../domain/inbox-tab.ts'
import type { ReceiverView, ViewStage } from '../domain/minimisation.ts'
import type { Pathway } from '../domain/pathway.ts'
import { loadOffer } from '../store/offers.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { lastSharedView } from '../store/shared-views.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { asDomain, type SharedView, viewFor, viewOf, type Wanted } from './shared-views.ts'

export type Previewed = {
  readonly view: ReceiverView
  readonly sent: { readonly number: number; readonly at: string } | null
  readonly changed: boolean
}

/** What was sent is what is read, whatever has changed since. */
export async function previewOf(
  engine: Engine,
  pathway: Pathway,
  state: CaseState,
  assignmentId: string,
  stage: ViewStage,
): Promise<Previewed> {
  const last = await lastSharedView(engine.store, assignmentId)
  if (last === null) {
    const now = await viewOf(engine, pathway, state, assignmentId)
    return { view: now[stage], sent: null, changed: false }
  }
  // As if on the day it was sent: a birthday is no correction.
  const now = await viewOf({ ...engine, clock: () => last.at }, pathway, state, assignmentId)
  const isRead = receiverTabs.includes(tabOf(String(state.assignments[assignmentId]!.position.value)))
  return {
    view: parsedFrom<SharedView>(last.view)[stage],
    sent: { number: last.number, at: last.at },
    changed: isRead && !Buffer.from(last.view).equals(bytesOf(now)),
  }
}

export type Choice = {
  readonly code: string
  readonly offerId?: string | undefined
  readonly providerId?: string | undefined
  readonly domain?: 'care' | 'social' | undefined
}
export type Chosen = { readonly wanted: Wanted; readonly providerId: string | null }

/** What somebody is about to choose, or every fault in it. */
export async function chosenFor(
  { store, clock }: Engine,
  { rules }: Pathway,
  { code, offerId, providerId, domain }: Choice,
): Promise<Chosen | { readonly faults: readonly Fault[] }> {
  const followUp = rules.followUps.find(({ id }) => id === code)
  if (followUp === undefined && !rules.routing.interventions.some(({ id }) => id === code)) return { faults: [notInCatalogue] }
  if (offerId !== undefined) {
    const offer = await loadOffer(store, offerId)
    const today = dayOf(clock())
    const stands = offer !== null && offer.valid_from <= today && (offer.valid_until === null || offer.valid_until >= today)
    if (!stands) return { faults: [noSuchOffer] }
    if (offer.code !== code) return { faults: [offerForAnother] }
    if (providerId !== undefined && providerId !== offer.organisation_id) return { faults: [offerOfAnother] }
    return { wanted: { code, domain: asDomain(offer.domain) }, providerId: offer.organisation_id }
  }
  if (providerId !== undefined && (await loadOrganisation(store, providerId))?.kind !== 'provider')
    return { faults: [noSuchProvider] }
  return { wanted: { code, domain: domain ?? asDomain(followUp?.domain) }, providerId: providerId ?? null }
}

export const previewFor = async (
  engine: Engine,
  pathway: Pathway,
  state: CaseState,
  wanted: Wanted,
  { stage, goal }: { readonly stage: ViewStage; readonly goal?: string | undefined },
): Promise<ReceiverView> => (await viewFor(engine, pathway, goal === undefined ? state : decidedWith(state, goal), wanted))[stage]

/** As if it had been decided with this goal. */
const decidedWith = (state: CaseState, goal: string): CaseState => ({
  ...state,
  decision: { ...(state.decision ?? { seq: state.seq, on: state.openedOn }), record: { ...state.decision?.record, goal } },
})

const notInCatalogue: Fault = {
  at: '/code',
  code: 'notInCatalogue',
  words: {
    nl: 'Dit staat niet in de catalogus van dit traject. Kies een interventie of aanvullende actie.',
    en: 'This is not in the catalogue of this pathway. Choose an intervention or a follow-up.',
  },
}
const noSuchOffer: Fault = {
  at: '/offerId',
  code: 'noSuchOffer',
  words: {
    nl: 'Dit aanbod is niet bekend of geldt vandaag niet. Kies een aanbod uit de sociale kaart.',
    en: 'This offer is not known or does not stand today. Choose one from the local supply.',
  },
}
const offerForAnother: Fault = {
  at: '/offerId',
  code: 'offerForAnother',
  words: {
    nl: 'Dit aanbod is voor iets anders dan u kiest. Kies een aanbod voor wat u bij code noemt.',
    en: 'This offer is for something else than you choose. Choose an offer for what you name as code.',
  },
}
const offerOfAnother: Fault = {
  at: '/providerId',
  code: 'offerOfAnother',
  words: {
    nl: 'Dit aanbod is van een andere aanbieder. Laat de aanbieder weg, of noem die van het aanbod.',
    en: 'This offer belongs to another provider. Leave the provider out, or name the one of the offer.',
  },
}
const noSuchProvider: Fault = {
  at: '/providerId',
  code: 'noSuchProvider',
  words: {
    nl: 'Deze aanbieder is niet bekend. Noem een aanbieder uit de sociale kaart.',
    en: 'This provider is not known. Name a provider of the local supply.',
  },
}
