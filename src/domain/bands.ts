// Bands: tables that turn a score into a class, and reference values by age and sex. The tables themselves live in pathways.
import type { Row } from './provenance.ts'
import type { Tri } from './tri.ts'

/** Classes of a score counted in steps of `step`; `from` and `upTo` both belong to the band. Bands must touch and cover from..to. */
export type Bands<Class extends string = string> = Row & {
  readonly measure: string
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly step: number
  readonly bands: readonly { readonly from: number; readonly upTo: number; readonly is: Class }[]
}

/** The class of `score`, or null when it is outside the table or between its steps. */
export function classify<Class extends string>(table: Bands<Class>, score: number): Class | null {
  return table.bands.find((band) => score >= band.from && score <= band.upTo)?.is ?? null
}

/** A value under `F` or `M` of the band of that age (whole years, both ends included) is below the reference. */
export type Reference = Row & {
  readonly measure: string
  readonly unit: string
  readonly bands: readonly { readonly fromAge: number; readonly upToAge: number; readonly F: number; readonly M: number }[]
}

/** Below the reference: yes or no; unknown when the table has no row for this age or sex (`X`). */
export function belowReference(table: Reference, sex: string, age: number, value: number): Tri {
  if (sex !== 'F' && sex !== 'M') return 'unknown'
  const band = table.bands.find((row) => age >= row.fromAge && age <= row.upToAge)
  if (band === undefined) return 'unknown'
  return value < band[sex] ? 'yes' : 'no'
}
