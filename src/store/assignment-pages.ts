// Pages of assignments under one heading, the most urgent first: what a page costs does not depend on how many assignments there are.
import type { SelectQueryBuilder } from 'kysely'
import type { Reader } from './store.ts'
import type { AssignmentRow, Tables } from './tables.ts'

/** The last assignment of the page before. */
export type AssignmentCursor = Pick<AssignmentRow, 'next_due_at' | 'id'>

/** One way in, by an index: of a provider, of a practice, or of one holder at a provider. */
export type Drawer = {
  readonly by: 'provider_id' | 'practice_id' | 'holder_id'
  readonly is: string
  readonly providerId?: string
  readonly state?: string
  /** Of nobody in particular: only those without a holder. */
  readonly unheld?: true
  /** Only those on one of these offers, or on none at all. */
  readonly on?: { readonly offers: readonly string[]; readonly withoutOffer: boolean }
}

/** At most `limit`, those without a deadline last; a short page is the last one. */
export async function assignmentPage(
  reader: Reader,
  drawers: readonly Drawer[],
  tab: string,
  after: AssignmentCursor | null,
  limit: number,
): Promise<AssignmentRow[]> {
  const pages = await Promise.all(drawers.map((drawer) => pageOf(reader, drawer, tab, after, limit)))
  if (pages.length === 1) return pages[0]!
  return pages
    .flat()
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .slice(0, limit)
}

/** In code points, as both databases sort. */
const isBefore = (a: AssignmentCursor, b: AssignmentCursor): boolean =>
  a.next_due_at === b.next_due_at
    ? a.id < b.id
    : b.next_due_at === null || (a.next_due_at !== null && a.next_due_at < b.next_due_at)

async function pageOf(
  reader: Reader,
  drawer: Drawer,
  tab: string,
  after: AssignmentCursor | null,
  limit: number,
): Promise<AssignmentRow[]> {
  const dated = after !== null && after.next_due_at === null ? [] : await datedRows(reader, drawer, tab, after, limit)
  if (dated.length === limit) return dated
  const undated = await undatedRows(reader, drawer, tab, after?.next_due_at === null ? after.id : null, limit - dated.length)
  return [...dated, ...undated]
}

type Query = SelectQueryBuilder<Tables, 'assignment', object>

function within<Some extends Query>(query: Some, { by, is, providerId, state, unheld, on }: Drawer, tab: string): Some {
  let rows: Query = query.where(by, '=', is).where('tab', '=', tab)
  if (providerId !== undefined) rows = rows.where('provider_id', '=', providerId)
  if (state !== undefined) rows = rows.where('state', '=', state)
  // One value of one column at a time: an index answers that, and no alternative of it.
  if (unheld === true) rows = rows.where('holder_id', 'is', null)
  if (on !== undefined)
    rows = rows.where((where) =>
      where.or([where('offer_id', 'in', ['', ...on.offers]), ...(on.withoutOffer ? [where('offer_id', 'is', null)] : [])]),
    )
  // Conditions change no columns.
  return rows as Some
}

function datedRows(reader: Reader, drawer: Drawer, tab: string, after: AssignmentCursor | null, limit: number) {
  const query = within(reader.build.selectFrom('assignment').selectAll(), drawer, tab)
    .where('next_due_at', 'is not', null)
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(limit)
  return reader.read(
    (after === null
      ? query
      : query.where(({ eb, refTuple, tuple }) => eb(refTuple('next_due_at', 'id'), '>', tuple(after.next_due_at, after.id)))
    ).compile(),
  )
}

function undatedRows(reader: Reader, drawer: Drawer, tab: string, after: string | null, limit: number) {
  const query = within(reader.build.selectFrom('assignment').selectAll(), drawer, tab)
    .where('next_due_at', 'is', null)
    // Empty in all of them; named so that PostgreSQL too reads them off the index in order.
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(limit)
  return reader.read((after === null ? query : query.where('id', '>', after)).compile())
}

/** How many there are under each heading, counted no further than `most`. */
export async function countAssignments(
  reader: Reader,
  drawers: readonly Drawer[],
  tabs: readonly string[],
  most: number,
): Promise<Map<string, number>> {
  const counted = await Promise.all(
    tabs.map(async (tab) => {
      const found = await Promise.all(drawers.map((drawer) => countIn(reader, drawer, tab, most)))
      return [
        tab,
        Math.min(
          most,
          found.reduce((sum, one) => sum + one, 0),
        ),
      ] as const
    }),
  )
  return new Map(counted)
}

async function countIn(reader: Reader, drawer: Drawer, tab: string, most: number): Promise<number> {
  const { build } = reader
  const some = within(build.selectFrom('assignment').select('id'), drawer, tab).limit(most)
  const [row] = await reader.read(
    build
      .selectFrom(some.as('some'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .compile(),
  )
  return Number(row?.count ?? 0)
}

/** The deadlines that run for these cases and their assignments, the first one first. */
export async function runningDeadlines(reader: Reader, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  const rows = await reader.read(
    reader.build
      .selectFrom('deadline')
      .select(['case_id', 'subject', 'rule', 'due_on', 'due_at'])
      .where('case_id', 'in', [...new Set(caseIds)])
      .where('state', '=', 'pending')
      .where('paused_days', 'is', null)
      .compile(),
  )
  // Sorted here: asked to sort, SQLite walks through everything that is pending.
  return rows.sort((a, b) => (a.due_at < b.due_at ? -1 : 1))
}
