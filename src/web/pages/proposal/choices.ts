// What was chosen together so far: kept in this browser until it is sent, so that going back or a reload loses nothing.
import { useCallback, useEffect, useRef, useState } from 'react'
import { getEvents } from '../../../contract/cases.ts'
import type { OfferMatch } from '../../../contract/matching.ts'
import { call } from '../../api/call.ts'
import { keep, kept, placeOf } from '../../kept.ts'
import { session } from '../../session.ts'

export type Answer = 'do' | 'not' | 'other'

/** Of an offer what is still needed when it is sent. */
export type ChosenOffer = {
  readonly providerId: string
  readonly offerId: string
  readonly runId?: string | undefined
  readonly name: string
  readonly organisation: string
  readonly contact: string
  readonly start: string | null
  readonly deductible: boolean
}

export type Choices = {
  readonly goal: string
  readonly answers: { readonly [code: string]: Answer }
  /** Why not, or why something else. */
  readonly reasons: { readonly [code: string]: string }
  readonly offers: { readonly [code: string]: ChosenOffer }
  /** In place of what was proposed: an intervention of the catalogue, or the person's own way. */
  readonly instead: string | null
}

export const ownWay = 'own'
export const noChoices: Choices = { goal: '', answers: {}, reasons: {}, offers: {}, instead: null }

const placeOfChoices = (caseId: string): string => placeOf(session()?.accountId ?? '', caseId, 'choices')

export const keptChoices = async (caseId: string): Promise<Choices | null> =>
  kept<Choices>(placeOfChoices(caseId)).catch(() => null)
export const forgetChoices = (caseId: string): Promise<void> => keep(placeOfChoices(caseId), null).catch(() => undefined)

export type UseChoices = {
  /** Null while they are being fetched. */
  readonly choices: Choices | null
  readonly change: (next: (now: Choices) => Choices) => void
}

export function useChoices(caseId: string): UseChoices {
  const [choices, setChoices] = useState<Choices | null>(null)
  const now = useRef<Choices | null>(null)
  const writing = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let here = true
    const begin = async (): Promise<void> => {
      const before = await keptChoices(caseId)
      const first = before ?? { ...noChoices, goal: await goalSaid(caseId).catch(() => '') }
      if (!here || now.current !== null) return
      now.current = first
      setChoices(first)
    }
    void begin()
    return () => {
      here = false
    }
  }, [caseId])
  /** One write after the other: the last one is what is kept. */
  const change = useCallback(
    (next: (now: Choices) => Choices): void => {
      const after = next(now.current ?? noChoices)
      now.current = after
      setChoices(after)
      writing.current = writing.current.then(() => keep(placeOfChoices(caseId), after)).catch(() => undefined)
    },
    [caseId],
  )
  return { choices, change }
}

/** The person's own words in the analysis, where they were written down. */
async function goalSaid(caseId: string): Promise<string> {
  const { body } = await call(getEvents, { params: { caseId }, query: { limit: 100 } })
  const done = body.items.findLast(({ type }) => type === 'analysisCompleted')
  const answers = (done?.record['answers'] ?? {}) as {
    readonly [item: string]: { readonly is: string; readonly value?: unknown }
  }
  const goal = answers['wishes.goal']
  return goal?.is === 'given' ? String(goal.value) : ''
}

export const chosenFrom = (offer: OfferMatch): ChosenOffer => ({
  ...offer.choose,
  name: offer.name,
  organisation: offer.organisation.name,
  contact: offer.landsWith?.name ?? offer.contact?.name ?? '',
  start: offer.start.is === 'free' ? offer.start.on : null,
  deductible: offer.payment.deductible === 'yes',
})

/** The intervention that is decided on; null: none yet. */
export const interventionIn = ({ answers, instead }: Choices, codes: readonly string[]): string | null => {
  const done = codes.find((code) => answers[code] === 'do')
  return done ?? (codes.some((code) => answers[code] === 'other') ? instead : null)
}
