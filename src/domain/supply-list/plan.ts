// What taking over a list would come to, row by row: new, changed, the same already, or faulty; and what has to be written for it.
import type { KnownOffer } from './known.ts'
import { mergedOffer, mergedRun, runChanges } from './merge.ts'
import type { ListNames } from './names.ts'
import { type Desk, outcomeOf, type RunInRow } from './outcome.ts'
import type { PersonOf } from './people.ts'
import type { Plan, PlannedRow } from './planned.ts'
import { type ReadRow, type RowFault, readRows } from './read-rows.ts'
import type { ListRow } from './row.ts'
import { offerKey, offerOf, organisationOf, placesIn, runOf, type Scope } from './scope.ts'
import type { Mapping, Table } from './table.ts'

/** How many rows are planned before others get a turn. */
const rowsAtOnce = 100

/** A generator, so that a long list keeps nobody waiting: it stops for a moment after every hundred rows. */
export function* planList(table: Table, mapping: Mapping, names: ListNames, scope: Scope): Generator<undefined, Plan> {
  const desk: Desk = { scope, names, places: placesIn(scope.known), met: new Map(), leads: new Map(), offers: [] }
  const planned: PlannedRow[] = []
  for (const [index, row] of table.rows.entries()) {
    if (index % rowsAtOnce === 0) yield
    for (const read of readRows({ ...table, rows: [row] }, mapping, names)) planned.push(planRow(read, desk))
  }
  // A later row may have said more of somebody.
  const whole = (person: PersonOf | null) => (person === null ? null : (desk.met.get(person.key) ?? person))
  return {
    rows: planned,
    offers: desk.offers
      .filter(({ writesOffer, runs }) => writesOffer || runs.length > 0)
      .map((offer) => ({ ...offer, contact: whole(offer.contact), deputy: whole(offer.deputy) })),
  }
}

function planRow({ number, said, faults: cellFaults }: ReadRow, desk: Desk): PlannedRow {
  const title = (row: Partial<ListRow>) => ({
    number,
    organisation: row.organisation ?? null,
    name: row.name ?? null,
    municipality: row.municipality ?? null,
    start: row.start ?? null,
  })
  const faulty = (faults: readonly RowFault[], row: Partial<ListRow> = said): PlannedRow => ({
    ...title(row),
    status: 'faulty',
    faults: [...cellFaults, ...faults],
    notices: [],
    changes: [],
  })
  const organisation = organisationOf(said, desk.scope, desk.places)
  if (!organisation.ok) return faulty([organisation.fault])
  const offer = offerOf(said, organisation.value, desk.places)
  if (!offer.ok) return faulty([offer.fault])
  const row = mergedOffer(said, offer.value, organisation.value, desk.names, desk.scope)
  const run = withRun(said, row, offer.value, desk)
  if (!run.ok) return faulty([run.fault], row)
  const key = offerKey({ ...said, ...row }, organisation.value, offer.value)
  const outcome = outcomeOf(
    { number, said, organisation: organisation.value, offer: offer.value, row, run: run.value, cellFaults, key },
    desk,
  )
  return { ...title({ ...row, start: run.value?.row.start ?? null }), ...outcome }
}

/** Null: the row is about the offer alone. */
function withRun(
  said: ReadRow['said'],
  row: ListRow,
  offer: KnownOffer | null,
  { scope: { known } }: Desk,
): { readonly ok: true; readonly value: RunInRow | null } | { readonly ok: false; readonly fault: RowFault } {
  const runs = offer === null ? [] : (known.runs.get(offer.id) ?? [])
  const named = (said.start ?? null) !== null || runs.some(({ id }) => id === said.runId)
  if (!named) return { ok: true, value: null }
  const run = runOf(mergedRun(said, row, null), offer, known)
  const byId = runs.find(({ id }) => id === said.runId)
  if (byId === undefined && !run.ok) return run
  const found = byId ?? (run.ok ? run.value : null)
  const whole = mergedRun(said, row, found)
  return { ok: true, value: { run: found, row: whole, changes: found === null ? [] : runChanges(found, whole) } }
}
