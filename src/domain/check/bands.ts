// Checks of bands: neighbouring classes touch, without overlap or gap, and cover the whole range; ages of a reference do the same.
import type { Bands, Reference } from '../bands.ts'
import type { Finding } from './finding.ts'

export function checkBands(table: Bands): Finding[] {
  const { id, from, to, step, bands } = table
  // Counted in whole steps, so that 4.81 + 0.01 is 4.82 and nothing else.
  const steps = (value: number) => Math.round(value / step)
  const ranges = bands.map((band) => ({ from: steps(band.from), upTo: steps(band.upTo), shown: `${band.from} to ${band.upTo}` }))
  return checkRanges('bands', id, { from: steps(from), to: steps(to) }, ranges)
}

export function checkReference(table: Reference): Finding[] {
  const ranges = table.bands.map(({ fromAge, upToAge }) => ({ from: fromAge, upTo: upToAge, shown: `${fromAge} to ${upToAge}` }))
  return checkRanges('references', table.id, { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.upTo ?? 0 }, ranges)
}

type Range = { from: number; upTo: number; shown: string }

function checkRanges(check: string, at: string, whole: { from: number; to: number }, ranges: readonly Range[]): Finding[] {
  const findings: Finding[] = []
  let next = whole.from
  for (const range of ranges) {
    if (range.from > next) findings.push({ check, at, problem: `A gap before ${range.shown}` })
    if (range.from < next) findings.push({ check, at, problem: `${range.shown} overlaps what comes before it` })
    if (range.upTo < range.from) findings.push({ check, at, problem: `${range.shown} runs backwards` })
    next = range.upTo + 1
  }
  if (next - 1 !== whole.to) findings.push({ check, at, problem: `The last class ends before or after the range does` })
  return findings
}
