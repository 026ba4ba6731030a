// Derivations that no fact uses yet, only the status of sections: the battery of mobility tests and the drop itself.
import { expect, test } from 'vitest'
import { orthostaticLimits, sppbTables } from '../../pathways/amstelland/v1/cut-offs.ts'
import { type Derivation, derive, itemsRead } from '../../src/domain/derivation.ts'
import { answered } from '../support/answers.ts'

const sppb: Derivation = { sppb: { sideBySide: 'a', semiTandem: 'b', tandem: 'c', walk4m: 'd', ftsts: 'e' }, tables: sppbTables }
const drop: Derivation = { drop: { before: 'lying', standing: ['first', 'second'], limits: orthostaticLimits.supine } }
const bp = (systolic: number, diastolic: number) => ({ systolic, diastolic })

test.each([
  { who: 'all five', given: { a: 10, b: 10, c: 3, d: 5, e: 14 }, expected: 1 + 1 + 1 + 3 + 2 },
  { who: 'cannot walk or rise', given: { a: 10, b: 10, c: 10, d: 'unable', e: 'unable' }, expected: 4 },
  { who: 'walk missing', given: { a: 10, b: 10, c: 10, e: 14 }, expected: undefined },
])('SPPB, $who: $expected', ({ given, expected }) => expect(derive(sppb, answered(given))).toBe(expected))

test.each([
  { who: 'both moments normal', given: { lying: bp(140, 80), first: bp(135, 78), second: bp(130, 76) }, expected: 'no' },
  { who: 'second moment low', given: { lying: bp(140, 80), first: bp(135, 78), second: bp(120, 76) }, expected: 'yes' },
  { who: 'second moment missing', given: { lying: bp(140, 80), first: bp(135, 78) }, expected: undefined },
])('drop, $who: $expected', ({ given, expected }) => expect(derive(drop, answered(given))).toBe(expected))

test('a score names the items it was read from, and only those', () => {
  expect(itemsRead(sppb, answered({ a: 9, d: 5, e: 14 }))).toEqual(['a', 'd', 'e'])
  expect(itemsRead(drop, answered({ lying: bp(140, 80), second: bp(120, 76) }))).toEqual(['lying', 'second'])
})
