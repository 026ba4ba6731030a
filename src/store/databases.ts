// Which kinds of database there are, and which one an address means.
import { postgres } from './postgres.ts'
import { sqlite } from './sqlite.ts'

/** The last one answers to everything: an address that is nothing else is the path of a file. */
const kinds = [postgres, sqlite] as const

export type Dialect = (typeof kinds)[number]['dialect']

export const databaseFor = (url: string): (typeof kinds)[number] => kinds.find((kind) => kind.answersTo(url))!
