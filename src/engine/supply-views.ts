// The supply as it is shown: organisations, locations and people with their names, and what today makes of their dates.
import type { Contact } from '../contract/contacts.ts'
import type { Location } from '../contract/locations.ts'
import type { Organisation } from '../contract/organisations.ts'
import type { SupplyPerson } from '../contract/supply.ts'
import { dayOf, type IsoDate } from '../domain/calendar.ts'
import { capitalised } from '../domain/capitalised.ts'
import type { Role } from '../domain/role.ts'
import { roleWords } from '../domain/role.ts'
import type { ContactDetails, LocationDetails, OrganisationDetails } from '../domain/supply.ts'
import { accessWords, weekdayWords } from '../domain/supply-words.ts'
import type { Language } from '../domain/words.ts'
import { accountsByIds, organisationsByIds } from '../store/organisations.ts'
import { addedAt } from '../store/supply-events.ts'
import type { AccountRow, LocationRow, OrganisationRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { contactBodyOf } from './supply-account.ts'
import { isHere } from './supply-desk.ts'
import { locationBodyOf, organisationBodyOf } from './supply-organisation.ts'
import { nameOf, peopleToday } from './who.ts'

export type Seen = { readonly engine: Engine; readonly language: Language; readonly today: IsoDate }

export const seenBy = (engine: Engine, language: Language): Seen => ({ engine, language, today: dayOf(engine.clock()) })

export function municipalityName({ newest }: Engine, code: string): string {
  const { municipalities } = newest.settings as {
    readonly municipalities?: readonly { readonly code: string; readonly name: string }[]
  }
  return municipalities?.find((one) => one.code === code)?.name ?? code
}

export async function organisationNames({ store }: Engine, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await organisationsByIds(store, [...new Set(ids)])
  return new Map(rows.map(({ id, details }) => [id, parsedFrom<Partial<OrganisationDetails>>(details).name ?? id]))
}

/** Everybody who is named, once. */
export async function peopleNamed(
  { engine, today }: Seen,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, SupplyPerson>> {
  const rows = await accountsByIds(engine.store, [...new Set(ids.filter((id) => id !== null))])
  return new Map(rows.map((row) => [row.id, personOf(row, today)]))
}

function personOf(row: AccountRow, today: IsoDate): SupplyPerson {
  const { name = row.id, phone = null, email = null } = parsedFrom<Partial<ContactDetails>>(row.details)
  return {
    accountId: row.id,
    name,
    organisationId: row.organisation_id,
    phone,
    email,
    login: row.login === 1,
    here: isHere(row, today),
  }
}

export async function organisationsSeen(seen: Seen, rows: readonly OrganisationRow[]): Promise<Organisation[]> {
  const people = await peopleNamed(
    seen,
    rows.map(({ coordinator_id }) => coordinator_id),
  )
  return rows.map((row) => ({
    organisationId: row.id,
    version: row.version,
    organisation: organisationBodyOf(row),
    municipalityName: municipalityName(seen.engine, row.municipality),
    coordinator: people.get(row.coordinator_id ?? '') ?? null,
  }))
}

export async function locationsSeen({ engine, language }: Seen, rows: readonly LocationRow[]): Promise<Location[]> {
  const names = await organisationNames(
    engine,
    rows.map(({ organisation_id }) => organisation_id),
  )
  return rows.map((row) => ({
    locationId: row.id,
    version: row.version,
    location: locationBodyOf(row),
    organisationName: names.get(row.organisation_id) ?? row.organisation_id,
    accessWords: accessOf(parsedFrom<LocationDetails>(row.details), language),
  }))
}

export const accessOf = ({ access }: Pick<LocationDetails, 'access'>, language: Language): string[] =>
  access.map((feature) => accessWords[feature][language])

const dayOfAdding = (at: string | undefined): IsoDate | null => (at === undefined ? null : dayOf(at))

export async function contactsSeen({ engine, language }: Seen, rows: readonly AccountRow[]): Promise<Contact[]> {
  const names = await organisationNames(
    engine,
    rows.map(({ organisation_id }) => organisation_id),
  )
  const [people, added] = await Promise.all([
    peopleToday(engine),
    addedAt(
      engine.store,
      'account',
      rows.map(({ id }) => id),
    ),
  ])
  return rows.map((row) => {
    const absence = people.absences.get(row.id)
    const contact = contactBodyOf(row)
    return {
      accountId: row.id,
      version: row.version,
      contact,
      roleWords: roleWords[row.role as Role][language],
      organisationName: names.get(row.organisation_id) ?? row.organisation_id,
      daysWords:
        contact.days === undefined || contact.days.length === 0
          ? null
          : capitalised(contact.days.map((day) => weekdayWords[day][language]).join(', ')),
      addedOn: dayOfAdding(added.get(row.id)),
      leftOn: row.left_on,
      away:
        absence === undefined
          ? null
          : {
              from: absence.fromOn,
              until: absence.untilOn,
              replacementId: absence.replacementId,
              replacementName: nameOf(people, absence.replacementId),
            },
    }
  })
}
