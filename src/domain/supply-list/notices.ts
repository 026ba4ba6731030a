// What somebody should know before taking over a row that is right as it stands.
import type { Words } from '../words.ts'
import { nameKey } from './column-kinds.ts'
import { columns } from './columns.ts'
import type { KnownOffer, KnownRun } from './known.ts'
import type { PersonOf } from './people.ts'
import type { ListRow } from './row.ts'
import type { OrganisationOf, Scope } from './scope.ts'

export type Noticed = {
  readonly row: ListRow
  readonly organisation: OrganisationOf
  readonly offer: KnownOffer | null
  readonly run: { readonly run: KnownRun | null; readonly row: ListRow } | null
  /** Those that are written. */
  readonly people: readonly (PersonOf | null)[]
}

export const noticesOf = (noticed: Noticed, scope: Scope): Words[] => [
  ...ofOrganisation(noticed, scope),
  ...noticed.people.flatMap(ofPerson),
  ...ofDates(noticed, scope.today),
  ...ofPlaces(noticed),
]

function ofOrganisation({ organisation }: Noticed, { known }: Scope): Words[] {
  if (organisation.id !== null) return []
  const key = nameKey(organisation.name)
  const near = [...known.organisations.values()].find(
    ({ name }) => nameKey(name).startsWith(key) || key.startsWith(nameKey(name)),
  )
  return [
    {
      nl: `${organisation.name} is nieuw en wordt toegevoegd.${near === undefined ? '' : ` Of is dit ${near.name}?`}`,
      en: `${organisation.name} is new and is added.${near === undefined ? '' : ` Or is this ${near.name}?`}`,
    },
  ]
}

function ofPerson(person: PersonOf | null): Words[] {
  if (person === null) return []
  if (person.account === null)
    return [
      {
        nl: `${person.name} is nieuw, wordt toegevoegd en antwoordt met een link per e-mail.`,
        en: `${person.name} is new, is added, and answers by a link in an e-mail.`,
      },
    ]
  const { email, phone } = person.account
  return email === person.email && phone === person.phone
    ? []
    : [{ nl: `De gegevens van ${person.name} worden vervangen.`, en: `The details of ${person.name} are replaced.` }]
}

function ofDates({ row, offer }: Noticed, today: string): Words[] {
  const past = (day: string | null) => day !== null && day < today
  return [
    ...(offer === null && row.lastChecked === null
      ? [
          {
            nl: `Zonder "${columns.lastChecked.nl}" telt dit als nooit gecontroleerd.`,
            en: `Without "${columns.lastChecked.en}" this counts as never checked.`,
          },
        ]
      : []),
    ...(past(row.certificateUntil) ? [{ nl: 'Het certificaat is verlopen.', en: 'The certificate has lapsed.' }] : []),
    ...(past(row.validUntil) ? [{ nl: 'Dit aanbod geldt niet meer.', en: 'This offer is no longer valid.' }] : []),
  ]
}

/** A list cannot give away a place, and cannot give one back. */
function ofPlaces({ run }: Noticed): Words[] {
  const { free, places } = run?.row ?? {}
  if (run === null || free === null || free === undefined || places === null || places === undefined) return []
  const counted = Math.max(0, places - (run.run?.taken ?? 0))
  if (counted === free) return []
  return [
    {
      nl: `De lijst zegt ${free} vrij, hier zijn het er ${counted} van ${places}. Zijn er plaatsen weg voor anderen? Verlaag dan "${columns.places.nl}".`,
      en: `The list says ${free} free, here it is ${counted} of ${places}. Are places taken by others? Then lower "${columns.places.en}".`,
    },
  ]
}
