// The codebook beside a list for machines (datapackage.json, Frictionless): every column with its kind, what may stand in it, and what it means.
import { columnNames, columns } from '../domain/supply-list/columns.ts'
import type { ColumnName } from '../domain/supply-list/row.ts'

export const codebook = {
  profile: 'tabular-data-package',
  name: 'valpad-supply',
  title: 'Aanbod valpreventie (sociale kaart) / Local supply of fall prevention',
  description:
    'Eén rij per aanbod, of per groep van een aanbod. Een cel die met = + - @, een tab of een regelbegin zou beginnen, krijgt een apostrof ervoor; haal die weg bij het lezen. / One row per offer, or per course run of an offer. A cell that would begin with = + - @, a tab or a carriage return gets an apostrophe in front; take it off when reading.',
  resources: [
    {
      profile: 'tabular-data-resource',
      name: 'supply',
      path: 'supply.csv',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { missingValues: [''], fields: columnNames.map(fieldOf) },
    },
  ],
} as const

function fieldOf(name: ColumnName) {
  const { nl, en, about } = columns[name]
  return { name, title: `${nl} / ${en}`, description: `${about.nl} / ${about.en}`, ...typeOf(name) }
}

function typeOf(name: ColumnName): { readonly [property: string]: unknown } {
  const { kind } = columns[name]
  switch (kind.is) {
    case 'date':
      return { type: 'date', format: 'default' }
    case 'time':
      return { type: 'time', format: '%H:%M' }
    case 'whole':
      return { type: 'integer', constraints: { minimum: kind.min, maximum: kind.max } }
    case 'money':
      return { type: 'number', constraints: { minimum: 0, maximum: 10_000 } }
    case 'flag':
      return { type: 'boolean', trueValues: ['yes'], falseValues: ['no'] }
    case 'one':
      return { type: 'string', constraints: { enum: kind.options.map(({ value }) => value) } }
    case 'some':
      return { type: 'string', values: kind.options.map(({ value }) => value), separator: ', ' }
    case 'text':
      return { type: 'string', constraints: { maxLength: kind.max } }
    case 'email':
      return { type: 'string', format: 'email' }
    case 'url':
      return { type: 'string', format: 'uri' }
    case 'areas':
    case 'languages':
      return { type: 'string', separator: ', ' }
    case 'payers':
      return { type: 'string', separator: ' | ', example: 'zvw 2026-01-01/2026-12-31 deductible | municipality 2026-01-01/..' }
    default:
      return { type: 'string' }
  }
}
