// Orthostatic drop: blood pressure before standing up minus the lowest value while standing, in mmHg.
import type { BloodPressure } from '../answers.ts'
import type { Tri } from '../tri.ts'

/** A drop of at least this much of either pressure is too much, in mmHg. */
export type DropLimits = { readonly systolic: number; readonly diastolic: number }

/** Lowest systolic and lowest diastolic of the standing values, each on its own; undefined when there is none. */
export function lowestStanding(standing: readonly (BloodPressure | undefined)[]): BloodPressure | undefined {
  const measured = standing.filter((pressure) => pressure !== undefined)
  if (measured.length === 0) return undefined
  return {
    systolic: Math.min(...measured.map((one) => one.systolic)),
    diastolic: Math.min(...measured.map((one) => one.diastolic)),
  }
}

/** Before minus after; negative when the pressure rose. */
export const pressureDrop = (before: BloodPressure, after: BloodPressure): BloodPressure => ({
  systolic: before.systolic - after.systolic,
  diastolic: before.diastolic - after.diastolic,
})

/**
 * `standing` has one entry per agreed moment, undefined where it was not measured. Yes as soon as one value shows the drop; no only when
 * every moment was measured; otherwise unknown, for the missing value may be the low one.
 */
export function orthostaticHypotension(
  before: BloodPressure | undefined,
  standing: readonly (BloodPressure | undefined)[],
  limits: DropLimits,
): Tri {
  const lowest = lowestStanding(standing)
  if (before === undefined || lowest === undefined) return 'unknown'
  const drop = pressureDrop(before, lowest)
  if (drop.systolic >= limits.systolic || drop.diastolic >= limits.diastolic) return 'yes'
  return standing.includes(undefined) ? 'unknown' : 'no'
}

/** From which systolic pressure lying down the drop is read with more reserve, and the drop that then counts. */
export type SupineHypertension = { readonly raisedFrom: number; readonly consideredDrop: number }

/**
 * True when the pressure lying down is raised and the only ground for orthostatic hypotension is a systolic drop smaller than the one
 * considered then: a note for the professional, it changes no class.
 */
export function isDropOnlyWithSupineHypertension(
  supine: BloodPressure,
  standing: BloodPressure,
  limits: DropLimits,
  { raisedFrom, consideredDrop }: SupineHypertension,
): boolean {
  const drop = pressureDrop(supine, standing)
  const onlySystolic = drop.systolic >= limits.systolic && drop.diastolic < limits.diastolic
  return supine.systolic >= raisedFrom && onlySystolic && drop.systolic < consideredDrop
}
