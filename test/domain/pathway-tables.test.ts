// The tables of the pathway as they are read: words, with the code behind them.
import { expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { tablesOf } from '../../src/domain/pathway-tables.ts'

const pathway = amstellandV1(defaultSettings)

test.each([
  ['nl', 'hoog (high): twee of meer keer gevallen in 12 maanden (twoOrMoreFalls)'],
  ['en', 'high: two or more falls in 12 months (twoOrMoreFalls)'],
] as const)('a screening rule in %s says its level and its reason', (language, said) => {
  const rows = tablesOf(pathway, language).find(({ name }) => name === 'screening')!.rows
  expect(rows.find(({ id }) => id === 'A1')!.cells[1]).toBe(said)
})

const cellsOf = (table: string, id: string, language: 'nl' | 'en' = 'nl', given = pathway): readonly string[] =>
  tablesOf(given, language)
    .find(({ name }) => name === table)!
    .rows.find((row) => row.id === id)!.cells

test.each([
  ['socialPartnersSeeLevel', 'nee'],
  ['redFlagUrgency', 'geen'],
  ['walkInequality', 'vanaf de grens'],
  ['mayAnalyse', 'praktijkondersteuner (POH); huisarts; specialist ouderengeneeskunde'],
])('the setting %s reads as words, not as data', (id, said) => {
  expect(cellsOf('settings', id)[1]).toBe(said)
})

test('no setting shows brackets of data or a code of its own', () => {
  const rows = tablesOf(pathway, 'en').find(({ name }) => name === 'settings')!.rows
  for (const { cells } of rows) expect(cells[1]).not.toMatch(/[{}[\]"]|\b(?:true|false)\b|\b[a-z]+[A-Z]/)
})

test('what a coalition chose by itself is named by flag and urgency', () => {
  const chosen = { ...pathway, settings: { ...pathway.settings, redFlagUrgency: { RF06: 'U1' }, snaqWeightLossKg: 3.5 } }
  expect(cellsOf('settings', 'redFlagUrgency', 'nl', chosen)[1]).toBe('tekenen van acute ziekte (koorts, delier, uitdroging): nu')
  expect(cellsOf('settings', 'snaqWeightLossKg', 'nl', chosen)[1]).toBe('3,5')
})

test('urgency, domain and term have words', () => {
  expect(cellsOf('red-flags', 'RF02')[1]).toBe('dezelfde dag (U2)')
  expect(cellsOf('routing', 'R3b')[3]).toBe('sociaal domein')
  expect(cellsOf('deadlines-case', 'TM4.reminder')[1]).toBe('1 werkdag')
})
