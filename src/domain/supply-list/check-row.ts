// What can be wrong with a row as a whole, when each cell by itself can be read.
import { daysBetween } from '../calendar.ts'
import { columns } from './columns.ts'
import type { ListNames } from './names.ts'
import { type RowFault, rowFault } from './read-rows.ts'
import type { ColumnName, ListRow } from './row.ts'

const needed = ['name', 'intervention', 'municipality', 'domain', 'form', 'price', 'contact', 'deputy'] as const

const missing = (column: ColumnName): RowFault =>
  rowFault(
    column,
    'required',
    `"${columns[column].nl}" ontbreekt. ${columns[column].about.nl} Vul dit in.`,
    `"${columns[column].en}" is missing. ${columns[column].about.en} Fill it in.`,
  )

const when = (wrong: boolean, column: ColumnName, code: string, nl: string, en: string): RowFault[] =>
  wrong ? [rowFault(column, code, nl, en)] : []

const before = (one: string | null, other: string | null): boolean => one !== null && other !== null && one < other

/** Of the offer; a row that changes nothing is not checked again. */
export function faultsOfOffer(row: ListRow, names: ListNames, today: string): RowFault[] {
  return [
    ...needed.filter((name) => row[name] === null).map(missing),
    ...(row.price !== null && row.pricePer === null ? [missing('pricePer')] : []),
    ...faultsOfDates(row, today),
    ...faultsOfCertificate(row, names),
    ...faultsOfLocation(row),
    ...faultsOfRegion(row, names),
    ...when(
      row.minimumAge !== null && row.maximumAge !== null && row.maximumAge < row.minimumAge,
      'maximumAge',
      'noAgeLeft',
      'De hoogste leeftijd ligt onder de laagste; zo past niemand.',
      'The highest age is below the lowest; nobody fits.',
    ),
  ]
}

const faultsOfDates = (row: ListRow, today: string): RowFault[] => [
  ...when(
    before(row.validUntil, row.validFrom),
    'validUntil',
    'endsBeforeItStarts',
    'Het aanbod eindigt voordat het begint.',
    'The offer ends before it begins.',
  ),
  ...when(
    row.payers.some(({ validFrom, validUntil }) => before(validUntil, validFrom)),
    'payers',
    'endsBeforeItStarts',
    'Een afspraak over wie betaalt eindigt voordat zij begint.',
    'An agreement on who pays ends before it begins.',
  ),
  ...when(
    before(today, row.lastChecked),
    'lastChecked',
    'inTheFuture',
    'De laatste controle kan niet in de toekomst liggen.',
    'The last check cannot lie in the future.',
  ),
  ...when(
    row.lastChecked !== null && row.nextCheck !== null && row.nextCheck <= row.lastChecked,
    'nextCheck',
    'beforeLastCheck',
    'De volgende controle ligt na de laatste.',
    'The next check comes after the last one.',
  ),
]

function faultsOfCertificate(row: ListRow, names: ListNames): RowFault[] {
  const payers = names.interventions.find(({ code }) => code === row.intervention)?.certificateFor ?? []
  const asked = row.payers.some(({ payer }) => payers.includes(payer))
  const named = row.certificate !== null
  return [
    ...when(
      !named && (asked || row.certificateHolder !== null || row.certificateUntil !== null),
      'certificate',
      'certificateNeeded',
      asked
        ? 'Wie dit op kosten van de basisverzekering geeft, heeft een certificaat nodig. Noem het.'
        : 'Noem ook welk certificaat het is.',
      asked
        ? 'Whoever delivers this at the expense of the basic insurance needs a certificate. Name it.'
        : 'Name which certificate it is too.',
    ),
    ...when(
      row.certificateUntil === null && (asked || named),
      'certificateUntil',
      'certificateEndNeeded',
      'Noem de datum tot en met wanneer het certificaat geldig is.',
      'Name the date until which the certificate is valid.',
    ),
  ]
}

const whereabouts = ['street', 'houseNumber', 'postcode', 'city'] as const

function faultsOfLocation(row: ListRow): RowFault[] {
  if (whereabouts.every((name) => row[name] === null) && row.locationName === null) return []
  return whereabouts.filter((name) => row[name] === null).map(missing)
}

/** A municipality that the coalition does not have is a slip of the pen. */
function faultsOfRegion({ municipality, areas, locationMunicipality }: ListRow, { municipalities }: ListNames): RowFault[] {
  if (municipalities === null) return []
  const outside = (code: string | null) => code !== null && !municipalities.some((one) => one.code === code)
  const list = municipalities.map(({ code, name }) => `${name} (${code})`).join(', ')
  const say = (column: ColumnName, code: string) =>
    rowFault(
      column,
      'outsideRegion',
      `${code} ligt niet in de gemeenten van deze coalitie. Die zijn: ${list}.`,
      `${code} is not in the municipalities of this coalition. These are: ${list}.`,
    )
  const area = areas.find((one) => outside(/^(?:GM|WK|BU)\d{4}/.test(one) ? `GM${one.slice(2, 6)}` : null))
  return [
    ...(outside(municipality) ? [say('municipality', municipality!)] : []),
    ...(outside(locationMunicipality) && locationMunicipality !== municipality
      ? [say('locationMunicipality', locationMunicipality!)]
      : []),
    ...(area === undefined ? [] : [say('areas', area)]),
  ]
}

/** Of the run in a row; `taken` are the places that are given away. */
export function faultsOfRun(row: ListRow, taken: number): RowFault[] {
  return [
    ...(['end', 'places'] as const).filter((name) => row[name] === null).map(missing),
    ...when(
      before(row.end, row.start),
      'end',
      'endsBeforeItStarts',
      'De cursus eindigt voordat zij begint.',
      'The course ends before it begins.',
    ),
    ...when(
      row.start !== null && row.end !== null && daysBetween(row.start, row.end) > 731,
      'end',
      'tooLong',
      'Een cursus duurt hoogstens twee jaar.',
      'A course lasts two years at most.',
    ),
    ...when(
      before(row.start, row.validFrom) || before(row.validUntil, row.start),
      'start',
      'outsideOffer',
      'De cursus begint op een dag waarop het aanbod niet geldt.',
      'The course begins on a day when the offer is not valid.',
    ),
    ...when(
      row.places !== null && row.free !== null && row.free > row.places,
      'free',
      'moreFreeThanPlaces',
      'Er zijn meer plaatsen vrij dan er plaatsen zijn.',
      'More places are free than there are places.',
    ),
    ...when(
      row.places !== null && row.places < taken,
      'places',
      'belowTaken',
      `Er zijn al ${taken} plaatsen vergeven; minder plaatsen kan niet.`,
      `${taken} places are given away already; fewer places is not possible.`,
    ),
  ]
}
