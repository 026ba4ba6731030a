// The cut-offs of the fall analysis, one case on each side of every boundary.
import { describe, expect, test } from 'vitest'
import {
  bandTables,
  chairStandReference,
  concernBands7,
  concernBands16,
  frailtyBands,
  ftstsBands,
  ftstsBandsMuscle,
  gds15Bands,
  katz15Bands,
  lowestOf,
  miniCogBands,
  mmseBands,
  mocaBands,
  orthostaticLimits,
  secondsFrom,
  sppbTotalBands,
  tandemBands,
  tugBands,
  tugBandsWorldGuideline,
  walk4mBands,
} from '../../pathways/amstelland/v1/cut-offs.ts'
import { type Bands, belowReference, classify } from '../../src/domain/bands.ts'
import { classifyTime } from '../../src/domain/scoring/times.ts'

type Case = { who: string; table: Bands; given: number; expected: string | null }

describe('totals in points', () => {
  test.each<Case>([
    { who: 'FES-I 15, impossible', table: concernBands16, given: 15, expected: null },
    { who: 'FES-I 16', table: concernBands16, given: 16, expected: 'low' },
    { who: 'FES-I 19', table: concernBands16, given: 19, expected: 'low' },
    { who: 'FES-I 20', table: concernBands16, given: 20, expected: 'moderate' },
    { who: 'FES-I 27', table: concernBands16, given: 27, expected: 'moderate' },
    { who: 'FES-I 28', table: concernBands16, given: 28, expected: 'high' },
    { who: 'FES-I 64', table: concernBands16, given: 64, expected: 'high' },
    { who: 'FES-I 65, impossible', table: concernBands16, given: 65, expected: null },
    { who: 'Short FES-I 7', table: concernBands7, given: 7, expected: 'low' },
    { who: 'Short FES-I 8', table: concernBands7, given: 8, expected: 'low' },
    { who: 'Short FES-I 9', table: concernBands7, given: 9, expected: 'moderate' },
    { who: 'Short FES-I 13', table: concernBands7, given: 13, expected: 'moderate' },
    { who: 'Short FES-I 14', table: concernBands7, given: 14, expected: 'high' },
    { who: 'Short FES-I 28', table: concernBands7, given: 28, expected: 'high' },
    { who: 'Mini-Cog 2', table: miniCogBands, given: 2, expected: 'positive' },
    { who: 'Mini-Cog 3', table: miniCogBands, given: 3, expected: 'negative' },
    { who: 'MoCA 25', table: mocaBands, given: 25, expected: 'positive' },
    { who: 'MoCA 26', table: mocaBands, given: 26, expected: 'negative' },
    { who: 'MMSE 24', table: mmseBands, given: 24, expected: 'positive' },
    { who: 'MMSE 25', table: mmseBands, given: 25, expected: 'negative' },
    { who: 'GDS-15 5', table: gds15Bands, given: 5, expected: 'negative' },
    { who: 'GDS-15 6', table: gds15Bands, given: 6, expected: 'positive' },
    { who: 'KATZ-15 0', table: katz15Bands, given: 0, expected: 'independent' },
    { who: 'KATZ-15 1', table: katz15Bands, given: 1, expected: 'dependent' },
    { who: 'CFS 4, frail from 5', table: frailtyBands(5), given: 4, expected: 'notFrail' },
    { who: 'CFS 5, frail from 5', table: frailtyBands(5), given: 5, expected: 'frail' },
    { who: 'CFS 4, frail from 4', table: frailtyBands(4), given: 4, expected: 'frail' },
    { who: 'SPPB 8', table: sppbTotalBands, given: 8, expected: 'low' },
    { who: 'SPPB 9', table: sppbTotalBands, given: 9, expected: 'atRisk' },
    { who: 'SPPB 10', table: sppbTotalBands, given: 10, expected: 'normal' },
  ])('$who: $expected', ({ table, given, expected }) => expect(classify(table, given)).toBe(expected))
})

describe('times in seconds, compared as typed', () => {
  test.each<Case>([
    { who: 'TUG 11.9 s', table: tugBands, given: 11.9, expected: 'normal' },
    { who: 'TUG 11.99 s', table: tugBands, given: 11.99, expected: 'normal' },
    { who: 'TUG 12.0 s', table: tugBands, given: 12, expected: 'slow' },
    { who: 'TUG 15.0 s, world guideline', table: tugBandsWorldGuideline, given: 15, expected: 'normal' },
    { who: 'TUG 15.1 s, world guideline', table: tugBandsWorldGuideline, given: 15.1, expected: 'slow' },
    { who: '4 m in 4.99 s', table: walk4mBands, given: 4.99, expected: 'normal' },
    { who: '4 m in 5.00 s', table: walk4mBands, given: 5, expected: 'slow' },
    { who: '4 m in 120.01 s, impossible', table: walk4mBands, given: 120.01, expected: null },
    { who: 'tandem 9.9 s', table: tandemBands, given: 9.9, expected: 'short' },
    { who: 'tandem 10.0 s', table: tandemBands, given: 10, expected: 'held' },
    { who: 'five stands in 12.00 s', table: ftstsBands, given: 12, expected: 'normal' },
    { who: 'five stands in 12.01 s', table: ftstsBands, given: 12.01, expected: 'slow' },
    { who: 'five stands in 15.00 s, muscle', table: ftstsBandsMuscle, given: 15, expected: 'normal' },
    { who: 'five stands in 15.01 s, muscle', table: ftstsBandsMuscle, given: 15.01, expected: 'slow' },
  ])('$who: $expected', ({ table, given, expected }) => expect(classifyTime(table, given)).toBe(expected))
})

test.each([
  { who: 'woman of 78, 10 stands', sex: 'F', age: 78, stands: 10, expected: 'no' },
  { who: 'woman of 78, 9 stands', sex: 'F', age: 78, stands: 9, expected: 'yes' },
  { who: 'man of 65, 11 stands', sex: 'M', age: 65, stands: 11, expected: 'yes' },
  { who: 'man of 65, 12 stands', sex: 'M', age: 65, stands: 12, expected: 'no' },
  { who: 'man of 64, 13 stands', sex: 'M', age: 64, stands: 13, expected: 'yes' },
  { who: 'woman of 94, 3 stands', sex: 'F', age: 94, stands: 3, expected: 'yes' },
  { who: 'woman of 94, 4 stands', sex: 'F', age: 94, stands: 4, expected: 'no' },
  { who: 'woman of 95, no reference', sex: 'F', age: 95, stands: 0, expected: 'unknown' },
  { who: 'man of 59, no reference', sex: 'M', age: 59, stands: 0, expected: 'unknown' },
  { who: 'sex X, no reference', sex: 'X', age: 78, stands: 0, expected: 'unknown' },
])('chair stand, $who: below is $expected', ({ sex, age, stands, expected }) => {
  expect(belowReference(chairStandReference, sex, age, stands)).toBe(expected)
})

test.each(bandTables.map((table) => ({ who: table.id, table })))(
  '$who: no gap, no overlap, every step in one class',
  ({ table }) => {
    const edges = table.bands.flatMap(({ from, upTo }) => [from, upTo])
    expect(edges.every(Number.isInteger)).toBe(true)
    expect(table.bands.every(({ from, upTo }) => from <= upTo)).toBe(true)
    expect(table.bands[0]?.from).toBe(table.from)
    expect(table.bands.at(-1)?.upTo).toBe(table.to)
    expect(table.bands.slice(1).map(({ from }) => from)).toEqual(table.bands.slice(0, -1).map(({ upTo }) => upTo + table.step))
  },
)

test.each([
  { ages: [60, 64], M: 14, F: 12 },
  { ages: [65, 69], M: 12, F: 11 },
  { ages: [70, 74], M: 12, F: 10 },
  { ages: [75, 79], M: 11, F: 10 },
  { ages: [80, 84], M: 10, F: 9 },
  { ages: [85, 89], M: 8, F: 8 },
  { ages: [90, 94], M: 7, F: 4 },
])('chair stand from $ages: men under $M, women under $F', ({ ages, M, F }) => {
  for (const age of ages) {
    expect([M - 1, M].map((stands) => belowReference(chairStandReference, 'M', age, stands))).toEqual(['yes', 'no'])
    expect([F - 1, F].map((stands) => belowReference(chairStandReference, 'F', age, stands))).toEqual(['yes', 'no'])
  }
})

test('the chair stand table has one row for every age from 60 to 94', () => {
  for (let age = 60; age <= 94; age++) {
    expect(chairStandReference.bands.filter(({ fromAge, upToAge }) => age >= fromAge && age <= upToAge)).toHaveLength(1)
  }
})

test('every table has an id of its own', () => {
  const ids = bandTables.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the lowest score of a class, in points and in seconds', () => {
  expect(lowestOf(concernBands16, 'high')).toBe(28)
  expect(secondsFrom(tugBands, 'slow')).toBe(12)
  expect(secondsFrom(ftstsBands, 'slow')).toBe(12.01)
  expect(() => lowestOf({ ...concernBands16, bands: [] }, 'high')).toThrow('has no class high')
})

test('a red flag of the pressure needs more than orthostatic hypotension does', () => {
  expect(orthostaticLimits.redFlagDrop.systolic).toBe(30)
  expect(orthostaticLimits.redFlagStanding.systolicBelow).toBe(90)
  expect(orthostaticLimits.redFlagDrop.systolic).toBeGreaterThan(orthostaticLimits.supine.systolic)
})
