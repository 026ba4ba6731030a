// What people write in a list: headers by many names, cells in the Dutch and the machine way, and for each slip how to mend it.
import { describe, expect, test } from 'vitest'
import { readCell } from '../../src/domain/supply-list/cells.ts'
import { headerKey, mappingFrom, mappingText, matchColumns } from '../../src/domain/supply-list/match-columns.ts'
import type { ColumnName } from '../../src/domain/supply-list/row.ts'
import { listNames } from '../support/any-list.ts'

const none = new Map()
const matched = (...headers: string[]) => matchColumns(headers, none).map(({ column, confidence }) => `${column} ${confidence}`)

describe('headers', () => {
  test.each<readonly [string, ColumnName]>([
    ['Aanbieder', 'organisation'],
    ['organisatie', 'organisation'],
    ['NAAM AANBOD', 'name'],
    ['Soort aanbod', 'intervention'],
    ['plaats', 'city'],
    ['Plaatsen', 'places'],
    ['wijk', 'areas'],
    ['Start', 'start'],
    ['eind', 'end'],
    ['vrije plaatsen', 'free'],
    ['Wachttijd (in weken)', 'waitWeeks'],
    ['kosten', 'price'],
    ['Telefoonnummer', 'contactPhone'],
    ['e-mailadres', 'contactEmail'],
    ['E-mail waarnemer', 'deputyEmail'],
    ['Vervanger', 'deputy'],
    ['Laatst gecontroleerd', 'lastChecked'],
    ['geldig t/m', 'validUntil'],
    ['Certificaat geldig tot', 'certificateUntil'],
    ['Taal', 'languages'],
    ['wie_betaalt', 'payers'],
    ['certificateUntil', 'certificateUntil'],
    ['Valid until', 'validUntil'],
  ])('%s is known', (header, column) => expect(matched(header)).toEqual([`${column} named`]))

  test('a slip of the pen is a proposal to look at; what nobody knows is left out', () => {
    expect(matched('Interventei', 'Contactpersoon naam', 'Kleur van het gebouw', '')).toEqual([
      'intervention alike',
      'contact alike',
      'null unknown',
      'null unknown',
    ])
  })

  test('of two columns that claim the same, the surer one gets it', () => {
    expect(matched('Organisaties', 'Organisatie', 'Organisatie')).toEqual(['null unknown', 'organisation named', 'null unknown'])
  })

  test('what was chosen before goes first, also that a column was left out', () => {
    const before = new Map<string, ColumnName | null>([
      [headerKey('Wat?'), 'name'],
      [headerKey('Naam'), null],
    ])
    expect(matchColumns(['Naam', 'Wat?'], before)).toEqual([
      { header: 'Naam', column: null, confidence: 'remembered' },
      { header: 'Wat?', column: 'name', confidence: 'remembered' },
    ])
  })

  test('a mapping as text is read back; a name that is none, or stands twice, is not a mapping', () => {
    expect(mappingFrom(mappingText(['name', null, 'price']))).toEqual(['name', null, 'price'])
    for (const wrong of ['name,nothing', 'name,name', '__proto__', '']) expect(mappingFrom(wrong)).toBeNull()
  })
})

const value = (column: ColumnName, text: string) => {
  const cell = readCell(column, text, listNames)
  return cell.ok ? cell.value : cell.fault.code
}

test.each<readonly [ColumnName, string, unknown]>([
  ['start', '12-03-2026', '2026-03-12'],
  ['start', '2026-03-12', '2026-03-12'],
  ['start', '3/9/2026', '2026-09-03'],
  ['start', '12 maart 2026', '2026-03-12'],
  ['start', '12-mrt-2026', 'date'],
  ['start', '31-02-2026', 'date'],
  ['start', '12-03-26', 'date'],
  ['start', '2206-03-12', 'date'],
  ['start', '46093', 'date'],
  ['price', '12,50', 1250],
  ['price', '12.50', 1250],
  ['price', '€ 7,-', 700],
  ['price', '1.250,00', 125_000],
  ['price', '1,250.00', 125_000],
  ['price', 'gratis', 0],
  ['price', '1.250', 'ambiguousMoney'],
  ['price', '1,250', 'ambiguousMoney'],
  ['price', '12,5 euro', 1250],
  ['price', 'op aanvraag', 'money'],
  ['price', '-5', 'money'],
  ['price', '20000', 'tooMuchMoney'],
  ['places', '12', 12],
  ['places', '12 plaatsen', 12],
  ['places', '-3', 'whole'],
  ['places', '1e3', 'whole'],
  ['places', '501', 'whole'],
  ['waitWeeks', '3 weken', 3],
  ['open', 'Ja', true],
  ['open', 'nee', false],
  ['open', 'misschien', 'flag'],
  ['postcode', '1181 aa', '1181AA'],
  ['postcode', '0181 AA', 'postcode'],
  ['municipality', 'Gemeente Amstelveen', 'GM0362'],
  ['municipality', 'gm0362', 'GM0362'],
  ['municipality', 'Atlantis', 'municipality'],
  ['areas', 'Ouder-Amstel; 1181, WK036201', ['GM0437', '1181', 'WK036201']],
  ['areas', 'de hele stad', 'area'],
  ['intervention', 'IN BALANS', 'inBalans'],
  ['intervention', 'Oogmeting', 'intervention'],
  ['form', 'In groep', 'group'],
  ['form', 'buiten', 'oneOf'],
  ['languages', 'Nederlands, Turks / ar', ['nl', 'tr', 'ar']],
  ['languages', 'Klingon', 'language'],
  ['runDays', 'ma, woensdag', ['mo', 'we']],
  ['time', '9.30 uur', '09:30'],
  ['time', '25:00', 'time'],
  ['contactEmail', 'mailto:pip@desprong.example', 'pip@desprong.example'],
  ['contactEmail', 'pip(at)desprong', 'email'],
  ['contactPhone', 'bel maar', 'phone'],
  ['website', 'www.desprong.example', 'https://www.desprong.example'],
  ['website', 'javascript:alert(1)', 'url'],
  ['name', 'x'.repeat(201), 'tooLong'],
  ['name', 'x'.repeat(4001), 'cellTooLong'],
  ['name', 'a\u0000b', 'brokenText'],
  ['name', 'Caf\uFFFD', 'brokenText'],
  ['name', '  __proto__ ', '__proto__'],
  ['offerId', "'; drop table", 'id'],
  ['payers', 'gemeente', [{ payer: 'municipality', validFrom: null, validUntil: null, deductible: false }]],
  [
    'payers',
    'Zorgverzekering 01-01-2026 t/m 31-12-2026 met eigen risico | gemeente t/m 31-12-2026',
    [
      { payer: 'zvw', validFrom: '2026-01-01', validUntil: '2026-12-31', deductible: true },
      { payer: 'municipality', validFrom: null, validUntil: '2026-12-31', deductible: false },
    ],
  ],
  ['payers', 'zvw zonder eigen risico', [{ payer: 'zvw', validFrom: null, validUntil: null, deductible: false }]],
  ['payers', 'de bakker', 'payers'],
  ['payers', 'gemeente 31-02-2026', 'date'],
])('%s: %s', (column, text, expected) => expect(value(column, text)).toEqual(expected))

test('every fault says in both languages what stood there', () => {
  const cell = readCell('start', '31-02-2026', listNames)
  expect(cell.ok ? null : cell.fault.words).toEqual({
    nl: '"31-02-2026" is geen bestaande datum. Schrijf dag-maand-jaar, als 12-03-2026.',
    en: '"31-02-2026" is not a date that exists. Write year-month-day, as 2026-03-12.',
  })
  expect(readCell('price', { formula: true }, listNames)).toMatchObject({ fault: { code: 'formula' } })
  expect(readCell('price', { broken: true }, listNames)).toMatchObject({ fault: { code: 'brokenCell' } })
})
