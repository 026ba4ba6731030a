// Times: measured seconds compared as typed, in whole hundredths; no speed is ever computed.
import { type Bands, classify } from '../bands.ts'

/** Seconds with at most two decimals as whole hundredths: 3.99 is 399, also where 3.99 times 100 is not. */
export const hundredths = (seconds: number): number => Math.round(seconds * 100)

/** The class of a time in seconds by a table in hundredths of a second; null outside the table. */
export const classifyTime = <Class extends string>(table: Bands<Class>, seconds: number): Class | null =>
  classify(table, hundredths(seconds))
