// Coverage of the region, counted: offers, places and waits as they stand today, and what was missed in a period. No person is read.
import { daysBetween, type IsoDate, type IsoInstant } from '../domain/calendar.ts'
import { openTabs } from '../domain/inbox-tab.ts'
import type { OfferDetails } from '../domain/supply.ts'
import { runsOfOffers } from '../store/course-runs.ts'
import { areasOfOffers } from '../store/offers.ts'
import type { Reader } from '../store/store.ts'
import type { CourseRunRow, OfferRow } from '../store/tables.ts'

export type Covered = {
  readonly offers: number
  readonly places: number
  readonly free: number
  readonly waiting: number
  /** Days until the first place there is; null: none is known. */
  readonly shortestWait: number | null
  readonly oldestCheck: number | null
  readonly neverChecked: number
  readonly unmetNeeds: number
  readonly openAssignments: number
}

export const nothingCovered: Covered = {
  offers: 0,
  places: 0,
  free: 0,
  waiting: 0,
  shortestWait: null,
  oldestCheck: null,
  neverChecked: 0,
  unmetNeeds: 0,
  openAssignments: 0,
}

/** Where two counts meet: a code and a municipality. */
export const cellOf = (code: string, municipality: string): string => `${code} ${municipality}`

/** `from` counts in, `until` does not. */
type Period = { readonly from: IsoInstant; readonly until: IsoInstant }

/** By `cellOf`; a cell that is not there is `nothingCovered`. */
export async function coverage(reader: Reader, today: IsoDate, period: Period): Promise<Map<string, Covered>> {
  const cells = new Map<string, Covered>()
  const add = (cell: string, more: (was: Covered) => Partial<Covered>) => {
    const was = cells.get(cell) ?? nothingCovered
    cells.set(cell, { ...was, ...more(was) })
  }
  for (const { row, municipalities, runs } of await standingOffers(reader, today))
    for (const municipality of municipalities) add(cellOf(row.code, municipality), (was) => withOffer(was, row, runs, today))
  for (const { code, municipality, counted } of await countUnmetNeeds(reader, period))
    add(cellOf(code, municipality), () => ({ unmetNeeds: counted }))
  for (const { code, municipality, counted } of await countOpenAssignments(reader))
    add(cellOf(code, municipality ?? ''), () => ({ openAssignments: counted }))
  return cells
}

type Standing = { readonly row: OfferRow; readonly municipalities: readonly string[]; readonly runs: readonly CourseRunRow[] }

async function standingOffers(reader: Reader, today: IsoDate): Promise<Standing[]> {
  const rows = await reader.read(
    reader.build
      .selectFrom('offer')
      .selectAll()
      .where('valid_from', '<=', today)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
      .orderBy('id')
      .compile(),
  )
  const groups = inGroups(rows)
  const areas = new Map((await Promise.all(groups.map((ids) => areasOfOffers(reader, ids)))).flatMap((found) => [...found]))
  const runs = (await Promise.all(groups.map((ids) => runsOfOffers(reader, ids, today)))).flat()
  const runsOf = Map.groupBy(runs, ({ offer_id }) => offer_id)
  return rows.map((row) => ({
    row,
    municipalities: municipalitiesOf(row, areas.get(row.id) ?? []),
    runs: runsOf.get(row.id) ?? [],
  }))
}

/** A statement takes a bounded number of parameters. */
function inGroups(rows: readonly OfferRow[]): string[][] {
  const size = 500
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size).map(({ id }) => id),
  )
}

/** Those whose whole or part it serves; a postcode says nothing of its municipality, and counts where the offer is at home. */
function municipalitiesOf({ municipality }: OfferRow, areas: readonly string[]): string[] {
  const named = areas.map((area) => (/^\d/.test(area) ? municipality : `GM${area.slice(2, 6)}`))
  return [...new Set(named.length === 0 ? [municipality] : named)]
}

function withOffer(was: Covered, row: OfferRow, runs: readonly CourseRunRow[], today: IsoDate): Covered {
  const coming = runs.filter(({ open, starts_on }) => open === 1 && starts_on >= today)
  const free = coming.reduce((sum, { places, taken }) => sum + Math.max(0, places - taken), 0)
  const age = row.last_checked_on === null ? null : daysBetween(row.last_checked_on, today)
  return {
    ...was,
    offers: was.offers + 1,
    places: was.places + coming.reduce((sum, { places }) => sum + places, 0),
    free: was.free + free,
    waiting: was.waiting + runs.reduce((sum, { waiting }) => sum + waiting, 0),
    shortestWait: least(was.shortestWait, waitOf(row, runs, coming, today)),
    oldestCheck: age === null ? was.oldestCheck : Math.max(was.oldestCheck ?? 0, age),
    neverChecked: was.neverChecked + (age === null ? 1 : 0),
  }
}

/** Of a lapsed certificate no place can be had; where course runs are kept the usual wait says nothing. */
function waitOf(
  { certificate_until, details }: OfferRow,
  runs: readonly CourseRunRow[],
  coming: readonly CourseRunRow[],
  today: IsoDate,
): number | null {
  if (certificate_until !== null && certificate_until < today) return null
  const [first] = coming.filter(({ places, taken }) => taken < places).map(({ starts_on }) => starts_on)
  if (first !== undefined) return daysBetween(today, first)
  const { waitWeeks } = JSON.parse(decoder.decode(details)) as Partial<OfferDetails>
  return runs.length > 0 || waitWeeks === null || waitWeeks === undefined ? null : waitWeeks * 7
}

const decoder = new TextDecoder()

const least = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))

const countUnmetNeeds = (reader: Reader, { from, until }: Period) =>
  reader.read(
    reader.build
      .selectFrom('unmet_need')
      .select(['code', 'municipality'])
      .select(({ fn }) => fn.countAll<number>().as('counted'))
      .where('at', '>=', from)
      .where('at', '<', until)
      .groupBy(['code', 'municipality'])
      .compile(),
  )

const countOpenAssignments = (reader: Reader) =>
  reader.read(
    reader.build
      .selectFrom('assignment')
      .select(['code', 'municipality'])
      .select(({ fn }) => fn.countAll<number>().as('counted'))
      .where('tab', 'in', [...openTabs])
      .groupBy(['code', 'municipality'])
      .compile(),
  )
