// Instants as the store compares them: text in UTC, all to the second, so that the order of the texts is the order in time.

/** The whole second at or before `instant`. */
export const toSecond = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

export const secondsAfter = (instant: string, seconds: number): string =>
  toSecond(new Date(Date.parse(instant) + seconds * 1000).toISOString())
