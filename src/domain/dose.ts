// The dose: whether enough of a programme was attended. Leaving early is another outcome; both can be true at once.

/** From `percent` of the planned sessions on; whole numbers only, so 18 of 24 is exactly 75. */
export function doseReached(attended: number, planned: number, percent: number): boolean {
  if (!Number.isInteger(attended) || !Number.isInteger(planned) || attended < 0 || planned < 1) {
    throw new Error(`Not a number of sessions: ${attended} of ${planned}`)
  }
  return attended * 100 >= planned * percent
}

/** Share attended in tenths of a percent, rounded: 10 of 24 is 417, said as 41.7 %. */
export const attendedPermille = (attended: number, planned: number): number => Math.round((attended * 1000) / planned)
