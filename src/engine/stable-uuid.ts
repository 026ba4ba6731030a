// A UUID that is always the same for the same text: for parts that have no id of their own here and need one elsewhere.
import { sha256 } from './bytes.ts'

/** Version 8 (RFC 9562): made in a way of our own. */
export function uuidOf(text: string): string {
  const hash = sha256(text)
  const variant = '89ab'[Number.parseInt(hash[16]!, 16) % 4]
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
