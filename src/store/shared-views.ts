// Shared views: what a receiver could see of an assignment, each sending a number higher. Nothing is ever changed in one.
import { insertRow } from './row-statements.ts'
import type { Builder, Reader, Statement } from './store.ts'
import type { SharedViewRow } from './tables.ts'

export const insertSharedView = (build: Builder, row: SharedViewRow): Statement => insertRow(build, 'shared_view', row)

/** The last one that was sent; null before the first. */
export async function lastSharedView(reader: Reader, assignmentId: string): Promise<SharedViewRow | null> {
  const [row] = await reader.read(
    reader.build
      .selectFrom('shared_view')
      .selectAll()
      .where('assignment_id', '=', assignmentId)
      .orderBy('number', 'desc')
      .limit(1)
      .compile(),
  )
  return row ?? null
}

/** The last one of each, by assignment; those without one are left out. */
export async function lastSharedViews(reader: Reader, assignmentIds: readonly string[]): Promise<Map<string, SharedViewRow>> {
  if (assignmentIds.length === 0) return new Map()
  const rows = await reader.read(
    reader.build
      .selectFrom('shared_view')
      .selectAll()
      .where('assignment_id', 'in', assignmentIds)
      .orderBy('assignment_id')
      .orderBy('number')
      .compile(),
  )
  return new Map(rows.map((row) => [row.assignment_id, row]))
}
