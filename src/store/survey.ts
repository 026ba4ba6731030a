// What an operator asks of the whole database: how much there is, until when, and one line of it beside its case.
import type { Reader } from './store.ts'
import type { WorklistRow } from './tables.ts'

export async function countCases(reader: Reader): Promise<number> {
  const query = reader.build.selectFrom('care_case').select(({ fn }) => fn.countAll<number>().as('cases'))
  const [row] = await reader.read(query.compile())
  return Number(row?.cases ?? 0)
}

/** When a case was last changed; null when there is none. */
export async function latestChange(reader: Reader): Promise<string | null> {
  const query = reader.build.selectFrom('care_case').select(({ fn }) => fn.max('changed_at').as('latest'))
  const [row] = await reader.read(query.compile())
  return row?.latest ?? null
}

export async function worklistLine(reader: Reader, caseId: string): Promise<WorklistRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('worklist').selectAll().where('case_id', '=', caseId).compile())
  return row ?? null
}
