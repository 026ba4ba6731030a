// The worklist: one line per case, with what is expected next, by when and of whom.
import { putRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { WorklistRow } from './tables.ts'

/** The last line of the page before. */
export type WorklistCursor = Pick<WorklistRow, 'next_due_at' | 'case_id' | 'held'>
export type WorklistFilter = Partial<Pick<WorklistRow, 'owner' | 'practice_id' | 'municipality' | 'stage' | 'person_id'>>

export const putWorklistLine = (build: Builder, row: WorklistRow): Statement => putRow(build, 'worklist', 'case_id', row)

/** Before the worklist is drawn anew from the log. */
export const discardWorklist = (build: Builder): Statement => statement(build.deleteFrom('worklist'))

/**
 * At most `limit` lines: first who is held by a red flag, then the most urgent, and those without a deadline last; a short page is the last one.
 * `heldOfAll`: of who is held the owner does not count.
 */
export async function worklistPage(
  reader: Reader,
  filter: WorklistFilter,
  after: WorklistCursor | null,
  limit: number,
  heldOfAll = false,
): Promise<WorklistRow[]> {
  const { owner: _, ...rest } = filter
  const parts = [
    { held: 1, filter: heldOfAll ? rest : filter, dated: true },
    { held: 1, filter: heldOfAll ? rest : filter, dated: false },
    { held: 0, filter, dated: true },
    { held: 0, filter, dated: false },
  ]
  const from =
    after === null ? 0 : parts.findIndex(({ held, dated }) => held === after.held && dated === (after.next_due_at !== null))
  const rows: WorklistRow[] = []
  for (const [index, { held, filter: which, dated }] of parts.entries()) {
    if (index < from || rows.length === limit) continue
    const then = index === from ? after : null
    rows.push(...(await (dated ? datedLines : undatedLines)(reader, { ...which, held }, then, limit - rows.length)))
  }
  return rows
}

const linesOf = (reader: Reader, filter: WorklistFilter & { held: number }, limit: number) =>
  reader.build
    .selectFrom('worklist')
    .selectAll()
    .where((where) => where.and(filter))
    .limit(limit)

type Lines = (
  reader: Reader,
  filter: WorklistFilter & { held: number },
  after: WorklistCursor | null,
  limit: number,
) => Promise<WorklistRow[]>

const datedLines: Lines = (reader, filter, after, limit) => {
  const query = linesOf(reader, filter, limit).where('next_due_at', 'is not', null).orderBy('next_due_at').orderBy('case_id')
  return reader.read(
    (after === null
      ? query
      : query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('next_due_at', 'case_id'), '>', tuple(after.next_due_at, after.case_id)),
        )
    ).compile(),
  )
}

const undatedLines: Lines = (reader, filter, after, limit) => {
  const query = linesOf(reader, filter, limit).where('next_due_at', 'is', null).orderBy('case_id')
  return reader.read((after === null ? query : query.where('case_id', '>', after.case_id)).compile())
}

/** Of one practice: whose move is this role's, and who is held by a red flag; counted no further than `most`. */
export async function countOpenWork(reader: Reader, practiceId: string, owner: string, most: number): Promise<number> {
  const { build } = reader
  const some = build
    .selectFrom('worklist')
    .select('case_id')
    .where('practice_id', '=', practiceId)
    .where('stage', '!=', 'closed')
    .where(({ eb, or }) => or([eb('owner', '=', owner), eb('held', '=', 1)]))
    .limit(most)
  const [row] = await reader.read(
    build
      .selectFrom(some.as('some'))
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .compile(),
  )
  return Number(row?.count ?? 0)
}

export type CountedAs = { readonly code: string; readonly held: number; readonly count: number }

/** Of one practice or of everybody: how many cases are at each stage. */
export async function countStages(reader: Reader, practiceId: string | null): Promise<CountedAs[]> {
  const query = reader.build
    .selectFrom('worklist')
    .select(({ fn }) => ['stage as code', 'held', fn.countAll<number | string>().as('count')])
    .groupBy(['stage', 'held'])
  const rows = await reader.read((practiceId === null ? query : query.where('practice_id', '=', practiceId)).compile())
  // A count comes as a number from one database and as a text from the other.
  return rows.map(({ code, held, count }) => ({ code, held, count: Number(count) }))
}

/** And how many assignments are in each state. */
export async function countStates(reader: Reader, practiceId: string | null): Promise<Omit<CountedAs, 'held'>[]> {
  const query = reader.build
    .selectFrom('assignment')
    .select(({ fn }) => ['state as code', fn.countAll<number | string>().as('count')])
    .groupBy('state')
  const rows = await reader.read((practiceId === null ? query : query.where('practice_id', '=', practiceId)).compile())
  return rows.map(({ code, count }) => ({ code, count: Number(count) }))
}
