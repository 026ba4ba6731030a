// What was answered or measured before: from the last earlier episode of the same person, where there is one.
import { type CaseEvent, getEvents } from '../../../contract/cases.ts'
import type { Person } from '../../../contract/people.ts'
import type { Answers, GivenValue } from '../../../domain/answers.ts'
import type { FactFromAnswers } from '../../../domain/facts-from-answers.ts'
import { call } from '../../api/call.ts'

export type Before = { readonly value: GivenValue; readonly on: string }
export type Previous = { readonly [itemId: string]: Before }

/** Figures only: what somebody said a year ago is no example for today. */
export async function previousOf(
  { cases }: Person,
  caseId: string,
  table: readonly FactFromAnswers[],
  signal: AbortSignal,
): Promise<Previous> {
  const earlier = cases.filter((one) => one.caseId !== caseId).sort((a, b) => (a.openedOn < b.openedOn ? 1 : -1))[0]
  if (earlier === undefined) return {}
  const found: Record<string, Before> = {}
  for (const event of await eventsOf(earlier.caseId, signal)) Object.assign(found, figuresIn(event, table))
  return found
}

/** The whole log of a case. */
export async function eventsOf(caseId: string, signal: AbortSignal): Promise<CaseEvent[]> {
  const events: CaseEvent[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 10; pages++) {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
    const { body } = await call(getEvents, { params: { caseId }, query, signal })
    events.push(...body.items)
    if (body.next === null) break
    cursor = body.next
  }
  return events
}

function figuresIn({ type, record, occurredOn }: CaseEvent, table: readonly FactFromAnswers[]): Previous {
  if (type === 'measurementRecorded') {
    const { measure, value, measuredOn } = record as { measure?: string; value?: number; measuredOn?: string }
    const row = table.find(({ fact, from }) => fact === measure && 'copy' in from)
    if (row === undefined || !('copy' in row.from) || value === undefined) return {}
    return { [row.from.copy]: { value, on: measuredOn ?? occurredOn } }
  }
  if (type !== 'analysisCompleted') return {}
  const answers = (record['answers'] ?? {}) as Answers
  return Object.fromEntries(
    Object.entries(answers).flatMap(([itemId, answer]) =>
      answer.is === 'given' &&
      (typeof answer.value === 'number' || (typeof answer.value === 'object' && 'systolic' in answer.value))
        ? [[itemId, { value: answer.value, on: occurredOn }]]
        : [],
    ),
  )
}
