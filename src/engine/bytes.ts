// Between values and the bytes that are stored. One place, so that encryption has one place to come.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../domain/canonical.ts'

export const bytesOf = (value: unknown): Uint8Array => Buffer.from(canonicalJson(value), 'utf8')

/** What was stored was written by us: trusted. */
export const parsedFrom = <Value>(bytes: Uint8Array): Value => JSON.parse(Buffer.from(bytes).toString('utf8')) as Value

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
