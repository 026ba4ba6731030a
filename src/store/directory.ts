// The directory: everybody in the chain on one day, read in four short queries, however many questions follow.
import type { IsoDate } from '../domain/calendar.ts'
import { awayOn } from '../domain/responsibility.ts'
import type { Role } from '../domain/role.ts'
import type { Colleague, People } from '../domain/whose-work.ts'
import { absencesOn } from './absences.ts'
import type { Reader } from './store.ts'
import type { AccountRow, OrganisationRow } from './tables.ts'

export type WhoIsWho = People & {
  /** Names stand in `details`. */
  readonly accounts: ReadonlyMap<string, AccountRow>
}

export async function loadDirectory(reader: Reader, today: IsoDate): Promise<WhoIsWho> {
  const { build } = reader
  const [accounts, organisations, offers, absences] = await Promise.all([
    reader.read(build.selectFrom('account').selectAll().orderBy('id').compile()),
    reader.read(build.selectFrom('organisation').select(['id', 'kind', 'coordinator_id']).orderBy('id').compile()),
    reader.read(build.selectFrom('offer').select(['id', 'organisation_id', 'contact_id', 'deputy_id']).compile()),
    absencesOn(reader, today),
  ])
  const contacts = new Map(accounts.map((row) => [row.id, colleagueOf(row)]))
  return {
    today,
    accounts: new Map(accounts.map((row) => [row.id, row])),
    contacts,
    colleagues: byOrganisation([...contacts.values()]),
    organisations: new Map(organisations.map(({ id, kind, coordinator_id }) => [id, { kind, coordinatorId: coordinator_id }])),
    offers: new Map(
      offers.map(({ id, organisation_id, contact_id, deputy_id }) => [
        id,
        { organisationId: organisation_id, contactId: contact_id, deputyId: deputy_id },
      ]),
    ),
    absences: awayOn(absences, today),
    lastResort: lastResort([...contacts.values()], organisations),
  }
}

const colleagueOf = (row: AccountRow): Colleague => ({
  id: row.id,
  organisationId: row.organisation_id,
  role: row.role as Role,
  active: row.active === 1,
  login: row.login === 1,
  leftOn: row.left_on,
  // Who answers by link never logs in: silence says nothing.
  lastSeenOn: row.login === 1 ? row.last_seen_on : null,
})

function byOrganisation(contacts: readonly Colleague[]): Map<string, Colleague[]> {
  const at = new Map<string, Colleague[]>()
  for (const contact of contacts) {
    const there = at.get(contact.organisationId)
    if (there === undefined) at.set(contact.organisationId, [contact])
    else there.push(contact)
  }
  return at
}

/** First the coordinator a coalition names, then its others, then whoever has that role elsewhere. */
function lastResort(
  contacts: readonly Colleague[],
  organisations: readonly Pick<OrganisationRow, 'id' | 'kind' | 'coordinator_id'>[],
): string[] {
  const coalitions = organisations.filter(({ kind }) => kind === 'coalition')
  const named = coalitions.flatMap(({ coordinator_id }) => (coordinator_id === null ? [] : [coordinator_id]))
  const coordinators = contacts.filter(({ role }) => role === 'coordinator')
  const atCoalition = coordinators.filter(({ organisationId }) => coalitions.some(({ id }) => id === organisationId))
  return [...new Set([...named, ...atCoalition.map(({ id }) => id), ...coordinators.map(({ id }) => id)])]
}
