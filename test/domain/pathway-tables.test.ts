// The tables of the pathway as they are read: words, with the code behind them.
import { expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { tablesOf } from '../../src/domain/pathway-tables.ts'

const pathway = amstellandV1(defaultSettings)

test.each([
  ['nl', 'hoog (high): twee of meer keer gevallen in 12 maanden (twoOrMoreFalls)'],
  ['en', 'high (high): two or more falls in 12 months (twoOrMoreFalls)'],
] as const)('a screening rule in %s says its level and its reason', (language, said) => {
  const rows = tablesOf(pathway, language).find(({ name }) => name === 'screening')!.rows
  expect(rows.find(({ id }) => id === 'A1')!.cells[1]).toBe(said)
})
