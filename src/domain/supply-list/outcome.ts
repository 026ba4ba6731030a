// What one row of a list comes to, beside the rows before it that are about the same offer or the same people.
import { canonicalJson } from '../canonical.ts'
import { faultsOfOffer, faultsOfRun } from './check-row.ts'
import type { KnownAccount, KnownOffer, KnownRun } from './known.ts'
import { locationOf } from './locations.ts'
import { type ColumnChange, differences, offerChanges } from './merge.ts'
import type { ListNames } from './names.ts'
import { noticesOf } from './notices.ts'
import { type Met, meet, ownerIn, type PersonOf, personIn } from './people.ts'
import type { PlannedOffer, PlannedRow } from './planned.ts'
import { type ReadRow, type RowFault, rowFault } from './read-rows.ts'
import type { ColumnName, ListRow } from './row.ts'
import type { OrganisationOf, Places, Scope } from './scope.ts'

/** What the rows so far came to, by offer. */
type Lead = {
  readonly inRow: number
  readonly row: ListRow
  /** Null: none of its rows was right so far. */
  planned: PlannedOffer | null
  readonly runs: Map<string, number>
}
export type Desk = {
  readonly scope: Scope
  readonly names: ListNames
  readonly places: Places
  readonly met: Met
  readonly leads: Map<string, Lead>
  readonly offers: PlannedOffer[]
}

export type RunInRow = { readonly run: KnownRun | null; readonly row: ListRow; readonly changes: readonly ColumnChange[] }

export type Whole = {
  readonly number: number
  readonly said: ReadRow['said']
  readonly organisation: OrganisationOf
  readonly offer: KnownOffer | null
  readonly row: ListRow
  readonly run: RunInRow | null
  readonly cellFaults: readonly RowFault[]
  readonly key: string
}

type Outcome = Pick<PlannedRow, 'status' | 'faults' | 'notices' | 'changes'>

/** The first row of an offer is its lead, right or not; the rows behind it bring their own runs. */
export function outcomeOf(whole: Whole, desk: Desk): Outcome {
  const before = desk.leads.get(whole.key)
  const writes = writesOf(whole, before, desk)
  const people = peopleOf(whole, desk, writes.offer || writes.run)
  const faults = faultsOf(whole, before, writes, people, desk)
  const lead = before ?? newLead(whole, desk)
  const key = runKey(whole.run)
  if (!lead.runs.has(key)) lead.runs.set(key, whole.number)
  if (faults.length > 0) return { status: 'faulty', faults, notices: [], changes: [] }
  plan(whole, lead, people, writes, desk)
  const { row, organisation, offer, run } = whole
  const isNew = (before === undefined && offer === null) || run?.run === null
  const written = writes.offer ? [people.contact, people.deputy] : []
  return {
    status: isNew ? 'new' : writes.offer || writes.run ? 'changed' : 'same',
    faults: [],
    notices: noticesOf({ row, organisation, offer, run, people: written }, desk.scope),
    changes: [...writes.ofOffer, ...writes.ofRun],
  }
}

function faultsOf(whole: Whole, lead: Lead | undefined, writes: Writes, people: People, { names, scope }: Desk): RowFault[] {
  const { row, run, cellFaults } = whole
  const found = [
    ...(lead === undefined ? [] : faultsBesideLead(whole, lead, writes)),
    ...(writes.offer ? faultsOfOffer(row, names, scope.today) : []),
    ...(run !== null && writes.run ? faultsOfRun({ ...run.row, ...validityOf(lead?.row ?? row) }, run.run?.taken ?? 0) : []),
    ...people.faults,
  ]
  // What could not be read is not missing too.
  const unread = unreadIn(cellFaults)
  return [...cellFaults, ...found.filter(({ column }) => column === null || !unread.has(column))]
}

function newLead(whole: Whole, { leads }: Desk): Lead {
  const lead: Lead = { inRow: whole.number, row: whole.row, planned: null, runs: new Map() }
  leads.set(whole.key, lead)
  return lead
}

function plan(whole: Whole, lead: Lead, people: People, writes: Writes, desk: Desk): void {
  for (const person of [people.contact, people.deputy]) if (person !== null) meet(desk.met, person, whole.number)
  const { run, number } = whole
  if (lead.planned === null) {
    lead.planned = plannedFrom(whole, people, writes, desk)
    desk.offers.push(lead.planned)
  }
  if (run !== null && writes.run) lead.planned.runs.push({ inRow: number, run: run.run, row: run.row })
}

const validityOf = ({ validFrom, validUntil }: ListRow) => ({ validFrom, validUntil })

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

/** The lead writes the offer; every row its own run. */
function writesOf({ offer, row, run }: Whole, lead: Lead | undefined, { scope }: Desk): Writes {
  const changes = lead?.planned || offer === null ? [] : offerChanges(scope.known, offer, row)
  return {
    ofOffer: changes,
    ofRun: run?.changes ?? [],
    offer: lead === undefined && (offer === null || changes.length > 0),
    run: run !== null && (run.run === null || run.changes.length > 0),
  }
}

const runKey = (run: RunInRow | null): string =>
  run === null ? '' : (run.run?.id ?? canonicalJson([run.row.start, run.row.runTime, run.row.runDays]))

/** A second row of the same offer: it may only bring another run. */
function faultsBesideLead({ row, run, said, offer }: Whole, lead: Lead, { ofOffer }: Writes): RowFault[] {
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
  if (lead.planned === null && (offer === null || ofOffer.length > 0)) return [leadFaulty(lead.inRow)]
  return differences(lead.row, row, said).map((column) =>
    rowFault(
      column,
      'differsFromRow',
      `Van dit aanbod staat in rij ${lead.inRow} iets anders. Maak de twee gelijk.`,
      `Row ${lead.inRow} says something else of this offer. Make the two the same.`,
    ),
  )
}

const leadFaulty = (row: number) =>
  rowFault(
    null,
    'leadFaulty',
    `Rij ${row} gaat over hetzelfde aanbod en heeft een fout. Verbeter die eerst.`,
    `Row ${row} is about the same offer and has a fault. Correct that first.`,
  )

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
