// How a case went: its stages with their days, and what was measured over time.
import type { Sight } from '../../access/reading.ts'
import * as contract from '../../contract/case-history.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { LogEntry } from '../../domain/case-log.ts'
import type { Role } from '../../domain/role.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import { type Engine, pathwayOf } from '../../engine/engine.ts'
import { type FoundCase, readCase } from '../../engine/read-case.ts'
import { caseWay, type WayEntry } from '../../readmodels/case-way.ts'
import { type Measuring, measuresOver, measuringTypes } from '../../readmodels/measures.ts'
import { casesOfPerson, eventsOf, lastEventsOf } from '../../store/cases.ts'
import type { CaseRow, EventRow } from '../../store/tables.ts'
import { forbidden, notThere } from '../problems.ts'
import type { Asked, Outcome, Serve } from '../serve.ts'

export function caseHistoryRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine
  const seen = async (
    asked: Pick<Asked<never, never, never>, 'actor' | 'requestId'> & { readonly params: { readonly caseId: string } },
    action: string,
    sight: Sight,
    see: (found: FoundCase) => Promise<Outcome>,
  ): Promise<Outcome> => {
    const found = await readCase(engine, asked, asked.params.caseId, action, sight)
    if (found.is === 'unknown') return { trouble: notThere }
    return found.is === 'forbidden' ? { trouble: forbidden(found.refusal) } : see(found)
  }

  serve(contract.getCaseWay, (asked) =>
    seen(asked, 'readWay', 'caseFile', async ({ row, pathway }) => {
      const entries = (await eventsOf(store, row.id, 1)).map(wayEntryOf)
      const visits = caseWay(pathway, entries, asked.language)
      return { body: { today: dayOf(engine.clock()), visits } satisfies contract.CaseWay }
    }),
  )

  serve(contract.getMeasures, (asked) =>
    seen(asked, 'readMeasures', 'caseContent', async ({ row }) => {
      const episodes = await casesOfPerson(store, row.person_id)
      const rows = await lastEventsOf(
        store,
        episodes.map(({ id }) => id),
        measuringTypes,
      )
      return { body: { items: measuresOver(inOrder(engine, episodes, rows), asked.language) } }
    }),
  )
}

/** In the order in which they were recorded. */
function inOrder(engine: Engine, episodes: readonly CaseRow[], rows: readonly EventRow[]): Measuring[] {
  const versions = new Map(episodes.map(({ id, pathway }) => [id, pathway]))
  return rows
    .toSorted((a, b) => (a.recorded_at < b.recorded_at ? -1 : a.recorded_at > b.recorded_at ? 1 : a.seq - b.seq))
    .map((row) => ({
      caseId: row.case_id,
      pathway: pathwayOf(engine, versions.get(row.case_id)!),
      type: row.type,
      occurredOn: row.occurred_on,
      role: row.actor_role,
      record: parsedFrom<Pick<LogEntry, 'record'>>(row.payload).record,
    }))
}

function wayEntryOf(row: EventRow): WayEntry {
  const { fields, record } = parsedFrom<Pick<LogEntry, 'fields' | 'record'>>(row.payload)
  const { type, subject, occurred_on: occurredOn, actor_role, actor_id, command_id } = row
  return { type, subject, occurredOn, by: actor_role as Role, fields, record, change: `${actor_id} ${command_id}` }
}
