// What has been done about red flags in this case: who reported one, and whether the GP has released it since. The log says so.
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ActedOnFlag } from '../../../domain/commands.ts'
import { eventsOf } from './previous.ts'

export type Report = {
  /** Null: it was reported without saying so. */
  readonly acted: ActedOnFlag | null
  /** The day on which the GP released it. */
  readonly releasedOn: string | null
}
export type Reports = { readonly [flag: string]: Report }

/** Undefined while it is not known: then nothing is asked yet. */
export function useReports(
  caseId: string,
  asked: boolean,
): { readonly reports: Reports | undefined; readonly again: () => void } {
  const events = useQuery({
    queryKey: ['analysis', caseId, 'reports'],
    queryFn: async ({ signal }) => reportsIn(await eventsOf(caseId, signal)),
    enabled: asked,
    refetchInterval: 30_000,
  })
  const { refetch } = events
  return { reports: events.data, again: useCallback(() => void refetch(), [refetch]) }
}

type Entry = Awaited<ReturnType<typeof eventsOf>>[number]

function reportsIn(events: readonly Entry[]): Reports {
  const found: Record<string, Report> = {}
  for (const { type, fields, record, occurredOn } of events) {
    const raised = (type === 'redFlagRaised' ? fields : (fields['raises'] ?? {})) as { readonly flag?: string }
    if (raised.flag !== undefined)
      found[raised.flag] = { acted: (record['acted'] as ActedOnFlag | undefined) ?? null, releasedOn: null }
    if (type !== 'redFlagReleased') continue
    for (const flag of (fields['flags'] ?? []) as readonly string[])
      if (found[flag] !== undefined) found[flag] = { ...found[flag], releasedOn: occurredOn }
  }
  return found
}
