// What taking over a list would come to, row by row: new, changed, the same already, or faulty; and what has to be written for it.
import { canonicalJson } from '../canonical.ts'
import type { Words } from '../words.ts'
import { faultsOfOffer, faultsOfRun } from './check-row.ts'
import type { KnownAccount, KnownOffer, KnownRun } from './known.ts'
import { type LocationOf, locationOf } from './locations.ts'
import { type ColumnChange, differences, mergedOffer, mergedRun, offerChanges, runChanges } from './merge.ts'
import type { ListNames } from './names.ts'
import { noticesOf } from './notices.ts'
import { type Met, meet, ownerIn, type PersonOf, personIn } from './people.ts'
import { type ReadRow, type RowFault, rowFault } from './read-rows.ts'
import type { ColumnName, ListRow } from './row.ts'
import { type OrganisationOf, offerKey, offerOf, organisationOf, type Places, placesIn, runOf, type Scope } from './scope.ts'

export type RowStatus = 'new' | 'changed' | 'same' | 'faulty'

export type PlannedRow = {
  readonly number: number
  readonly status: RowStatus
  readonly organisation: string | null
  readonly name: string | null
  readonly municipality: string | null
  readonly start: string | null
  readonly faults: readonly RowFault[]
  readonly notices: readonly Words[]
  /** Of what is there already. */
  readonly changes: readonly ColumnChange[]
}

export type PlannedRun = { readonly inRow: number; readonly run: KnownRun | null; readonly row: ListRow }

/** One offer to be written, or at least one of its runs. */
export type PlannedOffer = {
  readonly inRow: number
  readonly offer: KnownOffer | null
  /** False: only runs are written. */
  readonly writesOffer: boolean
  /** The offer itself stays as it is: what changes is the address of its people. */
  readonly onlyAddresses: boolean
  readonly organisation: OrganisationOf
  readonly row: ListRow
  readonly location: LocationOf | null
  /** Null only where nothing but runs are written. */
  readonly contact: PersonOf | null
  readonly deputy: PersonOf | null
  /** Null: the contact. */
  readonly owner: PersonOf | KnownAccount | null
  readonly runs: PlannedRun[]
}

export type Plan = { readonly rows: readonly PlannedRow[]; readonly offers: readonly PlannedOffer[] }

/** What the rows so far came to, by offer. */
type Lead = {
  readonly inRow: number
  readonly row: ListRow
  readonly planned: PlannedOffer
  readonly runs: Map<string, number>
}
type Desk = {
  readonly scope: Scope
  readonly names: ListNames
  readonly places: Places
  readonly met: Met
  readonly leads: Map<string, Lead>
  readonly offers: PlannedOffer[]
}

export function planList(rows: readonly ReadRow[], names: ListNames, scope: Scope): Plan {
  const desk: Desk = { scope, names, places: placesIn(scope.known), met: new Map(), leads: new Map(), offers: [] }
  const planned = rows.map((row) => planRow(row, desk))
  // A later row may have said more of somebody.
  const whole = (person: PersonOf | null) => (person === null ? null : (desk.met.get(person.key) ?? person))
  return {
    rows: planned,
    offers: desk.offers
      .filter(({ writesOffer, runs }) => writesOffer || runs.length > 0)
      .map((offer) => ({ ...offer, contact: whole(offer.contact), deputy: whole(offer.deputy) })),
  }
}

type Outcome = Pick<PlannedRow, 'status' | 'faults' | 'notices' | 'changes'>

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

type RunInRow = { readonly run: KnownRun | null; readonly row: ListRow; readonly changes: readonly ColumnChange[] }

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

type Whole = {
  readonly number: number
  readonly said: ReadRow['said']
  readonly organisation: OrganisationOf
  readonly offer: KnownOffer | null
  readonly row: ListRow
  readonly run: RunInRow | null
  readonly cellFaults: readonly RowFault[]
  readonly key: string
}

function outcomeOf(whole: Whole, desk: Desk): Outcome {
  const { number, offer, row, run, cellFaults, key } = whole
  const lead = desk.leads.get(key)
  const writes = writesOf(whole, lead, desk)
  const people = peopleOf(whole, desk, writes.offer || writes.run)
  const unread = unreadIn(cellFaults)
  const found = [
    ...(lead === undefined ? [] : faultsBesideLead(row, run, lead)),
    ...(writes.offer ? faultsOfOffer(row, desk.names, desk.scope.today) : []),
    ...(run !== null && writes.run ? faultsOfRun(run.row, run.run?.taken ?? 0) : []),
    ...people.faults,
  ]
  // What could not be read is not missing too.
  const faults = [...cellFaults, ...found.filter(({ column }) => column === null || !unread.has(column))]
  if (faults.length > 0) return { status: 'faulty', faults, notices: [], changes: [] }
  for (const person of [people.contact, people.deputy]) if (person !== null) meet(desk.met, person, number)
  const { planned, runs } = lead ?? newLead(whole, people, writes, desk)
  runs.set(runKey(run), number)
  if (run !== null && writes.run) planned.runs.push({ inRow: number, run: run.run, row: run.row })
  const isNew = (lead === undefined && offer === null) || run?.run === null
  const { organisation } = whole
  return {
    status: isNew ? 'new' : writes.offer || writes.run ? 'changed' : 'same',
    faults: [],
    notices: noticesOf(
      { row, organisation, offer, run, people: writes.offer ? [people.contact, people.deputy] : [] },
      desk.scope,
    ),
    changes: [...writes.ofOffer, ...writes.ofRun],
  }
}

/** The columns that could not be read, and those that would have followed from them. */
function unreadIn(cellFaults: readonly RowFault[]): ReadonlySet<ColumnName | null> {
  const columns = cellFaults.map(({ column }) => column)
  return new Set(columns.flatMap((column) => [column, ...(column === null ? [] : (followFrom[column] ?? []))]))
}

const followFrom: { readonly [column in ColumnName]?: readonly ColumnName[] } = {
  intervention: ['form', 'domain', 'certificate', 'certificateUntil'],
  price: ['pricePer'],
  street: ['houseNumber', 'locationName'],
  start: ['end', 'places'],
}

type Writes = {
  readonly offer: boolean
  readonly run: boolean
  readonly ofOffer: readonly ColumnChange[]
  readonly ofRun: readonly ColumnChange[]
}

const addressColumns: ReadonlySet<string> = new Set(['contactEmail', 'contactPhone', 'deputyEmail', 'deputyPhone'])

/** The first good row of an offer writes the offer; every row its own run. */
function writesOf({ offer, row, run }: Whole, lead: Lead | undefined, { scope }: Desk): Writes {
  const changes = lead !== undefined || offer === null ? [] : offerChanges(scope.known, offer, row)
  return {
    ofOffer: changes,
    ofRun: run?.changes ?? [],
    offer: lead === undefined && (offer === null || changes.length > 0),
    run: run !== null && (run.run === null || run.changes.length > 0),
  }
}

function newLead(whole: Whole, people: People, writes: Writes, desk: Desk): Lead {
  const lead = { inRow: whole.number, row: whole.row, planned: plannedFrom(whole, people, writes, desk), runs: new Map() }
  desk.leads.set(whole.key, lead)
  desk.offers.push(lead.planned)
  return lead
}

const runKey = (run: RunInRow | null): string =>
  run === null ? '' : (run.run?.id ?? canonicalJson([run.row.start, run.row.runTime, run.row.runDays]))

/** A second row of the same offer: it may only bring another run. */
function faultsBesideLead(row: ListRow, run: RunInRow | null, lead: Lead): RowFault[] {
  const twice = lead.runs.get(runKey(run))
  if (twice !== undefined || run === null)
    return [
      rowFault(
        null,
        'duplicateRow',
        `Dit aanbod staat ook in rij ${twice ?? lead.inRow}. Haal een van de twee weg, of geef elk een eigen startdatum.`,
        `This offer is in row ${twice ?? lead.inRow} too. Remove one of the two, or give each a start of its own.`,
      ),
    ]
  return differences(lead.row, row).map((column) =>
    rowFault(
      column,
      'differsFromRow',
      `Van dit aanbod staat in rij ${lead.inRow} iets anders. Maak de twee gelijk.`,
      `Row ${lead.inRow} says something else of this offer. Make the two the same.`,
    ),
  )
}

type People = {
  readonly contact: PersonOf | null
  readonly deputy: PersonOf | null
  readonly owner: PersonOf | KnownAccount | null
  readonly faults: readonly RowFault[]
}

/** What stays as it is, is only looked at for two rows that say different things of one person. */
function peopleOf({ said, organisation, offer, row }: Whole, { scope, met }: Desk, writes: boolean): People {
  const faults: RowFault[] = []
  const personAs = (who: 'contact' | 'deputy', id: string | null | undefined): PersonOf | null => {
    if (row[who] === null) return null
    const current = scope.known.accounts.get(id ?? '')
    const person = personIn({ who, row, said, organisation, current }, scope, met)
    if (person.ok) return person.value
    if (writes || person.fault.code === 'differsFromRow') faults.push(person.fault)
    return null
  }
  const contact = personAs('contact', offer?.contactId)
  const deputy = personAs('deputy', offer?.deputyId)
  if (contact !== null && deputy !== null && contact.key === deputy.key && writes) faults.push(deputyIsContact)
  const owner = ownerIn(
    row,
    organisation,
    [contact, deputy].filter((one) => one !== null),
    scope,
  )
  if (!owner.ok && writes) faults.push(owner.fault)
  return { contact, deputy, owner: owner.ok ? owner.value : null, faults }
}

const plannedFrom = (
  { number, organisation, offer, row }: Whole,
  { contact, deputy, owner }: People,
  writes: Writes,
  { scope }: Desk,
): PlannedOffer => ({
  inRow: number,
  offer,
  writesOffer: writes.offer,
  onlyAddresses: offer !== null && writes.ofOffer.every(({ column }) => addressColumns.has(column)),
  organisation,
  row,
  location: locationOf(row, organisation, offer?.locationId ?? null, scope.known),
  contact,
  deputy,
  owner,
  runs: [],
})

const deputyIsContact = rowFault(
  'deputy',
  'deputyIsContact',
  'De vervanger moet iemand anders zijn dan de contactpersoon.',
  'The deputy must be somebody else than the contact.',
)
