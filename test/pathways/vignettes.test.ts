// The vignettes: invented people with exact expectations; an answer must be the expected one to the letter.
import { expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { assessor } from '../../src/domain/assess.ts'
import { factParser } from '../../src/domain/facts.ts'
import vignettes from '../fixtures/vignettes.json' with { type: 'json' }
import { assess, rules } from '../support/people.ts'

test('there are twelve of them', () => expect(vignettes).toHaveLength(12))

test.each(vignettes)('$id $title: $expected.risk, $expected.rule', ({ input, expected }) => {
  const facts = factParser(rules.facts, rules.byDefinition)(input)
  expect(facts).toMatchObject({ ok: true })
  // As text, so that the order of the keys counts too.
  expect(JSON.stringify(assess(input), null, 1)).toBe(JSON.stringify(expected, null, 1))
})

test.each([
  { walkInequality: 'atLeast', expected: 'moderate', rule: 'R5d' },
  { walkInequality: 'over', expected: 'low', rule: 'R3b' },
] as const)(
  'V03 walks in exactly the limit: $expected when slow means "$walkInequality"',
  ({ walkInequality, expected, rule }) => {
    const { input } = vignettes.find(({ id }) => id === 'V03')!
    const answer = assessor(amstellandV1({ ...defaultSettings, walkInequality }).rules).assess(input)
    expect(answer).toMatchObject({ risk: expected, lowest: expected, highest: expected, rule })
  },
)
