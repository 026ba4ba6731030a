// Short Physical Performance Battery: three balance stands, a 4 metre walk and five chair stands, 0 to 12 points.
import type { Bands } from '../bands.ts'
import { classifyTime } from './times.ts'

/** Classes are points, '0' to '4'. */
export type SppbTables = { readonly [component in keyof SppbTimes]-?: Bands }

/** Seconds: held (0 to 10) for the stands, needed for walk and chair. Absent: not done. */
export type SppbTimes = {
  readonly sideBySide?: number
  readonly semiTandem?: number
  readonly tandem?: number
  readonly walk4m?: number | 'unable'
  readonly ftsts?: number | 'unable'
}

const fullStand = 10

/**
 * Points from 0 to 12, or null when a component is missing: nothing is made up for it. A stand after one that was not held for 10 s is
 * not tried and counts as 0 s. Null also when a time is outside its table.
 */
export function sppbTotal(tables: SppbTables, times: SppbTimes): number | null {
  const { sideBySide, semiTandem, tandem } = withUntriedStands(times)
  const parts = [
    points(tables.sideBySide, sideBySide),
    points(tables.semiTandem, semiTandem),
    points(tables.tandem, tandem),
    points(tables.walk4m, times.walk4m),
    points(tables.ftsts, times.ftsts),
  ]
  return parts.reduce<number | null>((total, part) => (total === null || part === null ? null : total + part), 0)
}

function withUntriedStands({
  sideBySide,
  semiTandem,
  tandem,
}: SppbTimes): Pick<SppbTimes, 'sideBySide' | 'semiTandem' | 'tandem'> {
  if (sideBySide !== undefined && sideBySide < fullStand) return { sideBySide, semiTandem: semiTandem ?? 0, tandem: tandem ?? 0 }
  const tried = { ...(sideBySide !== undefined && { sideBySide }), ...(semiTandem !== undefined && { semiTandem }) }
  if (semiTandem !== undefined && semiTandem < fullStand) return { ...tried, tandem: tandem ?? 0 }
  return { ...tried, ...(tandem !== undefined && { tandem }) }
}

function points(table: Bands, time: number | 'unable' | undefined): number | null {
  if (time === undefined) return null
  if (time === 'unable') return 0
  const found = classifyTime(table, time)
  return found === null ? null : Number(found)
}
