// SNAQ65+: undernutrition in older people, green, orange or red, settled as soon as no missing answer can change it.
import type { Row } from '../provenance.ts'
import type { Tri } from '../tri.ts'

export type SnaqAnswers = {
  /** Circumference of the upper arm in cm. */
  readonly armCm: number | undefined
  /** Weight lost without meaning to in six months, in kg. */
  readonly weightLossKg: number | undefined
  readonly poorAppetite: Tri
  readonly stairsDifficulty: Tri
}

type Limit = Row & { readonly value: number }
export type SnaqLimits = { readonly armBelowCm: Limit; readonly weightLossFromKg: Limit }

/**
 * Red by arm or weight, whatever is missing. Otherwise unknown until both are known; then orange with poor appetite and difficulty on
 * the stairs, green when one of those two is known to be no, else unknown.
 */
export function snaq65(
  limits: SnaqLimits,
  { armCm, weightLossKg, poorAppetite, stairsDifficulty }: SnaqAnswers,
): 'green' | 'orange' | 'red' | 'unknown' {
  if (armCm !== undefined && armCm < limits.armBelowCm.value) return 'red'
  if (weightLossKg !== undefined && weightLossKg >= limits.weightLossFromKg.value) return 'red'
  if (armCm === undefined || weightLossKg === undefined) return 'unknown'
  if (poorAppetite === 'no' || stairsDifficulty === 'no') return 'green'
  return poorAppetite === 'yes' && stairsDifficulty === 'yes' ? 'orange' : 'unknown'
}
