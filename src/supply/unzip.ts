// A zip from outside: its contents are looked at before anything is inflated, and inflating stops at the bound whatever was declared.
import { Inflate } from 'fflate'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  /** As declared. */
  readonly size: number
  readonly packed: number
  readonly offset: number
}

export const mostEntries = 200
export const mostInflated = 50 * 1024 * 1024

/** Higher than any list reaches; a bomb is above a thousand. */
const mostRatio = 500

export type ZipTrouble = 'notZip' | 'encrypted' | 'tooMuch' | 'broken'
export type ReadZip =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly trouble: ZipTrouble }

const no = (trouble: ZipTrouble): { readonly ok: false; readonly trouble: ZipTrouble } => ({ ok: false, trouble })

/** What the directory at the end of the file says; nothing is inflated. */
export function zipEntries(bytes: Uint8Array): ReadZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return no('notZip')
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) return no('tooMuch')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return no('broken')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    if (at + 46 + nameLength > end) return no('broken')
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + noteLength
  }
  if (entries.some(({ encrypted }) => encrypted)) return no('encrypted')
  return totalOf(entries) > mostInflated || entries.some(isBomb) ? no('tooMuch') : { ok: true, entries }
}

const totalOf = (entries: readonly ZipEntry[]): number => entries.reduce((total, { size }) => total + size, 0)
const isBomb = ({ size, packed }: ZipEntry): boolean => size > 1_000_000 && size > packed * mostRatio

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

class TooMuch extends Error {}

/** Null: broken, or more than was declared. Small pieces go in, so that little has come out when the bound is reached. */
export function inflatedEntry(bytes: Uint8Array, { offset, packed, size, method }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) return null
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return packed === size ? data : null
  if (method !== 8) return null
  const whole = new Uint8Array(size)
  let filled = 0
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) throw new TooMuch()
    whole.set(piece, filled)
    filled += piece.length
  })
  const step = 2048
  try {
    for (let from = 0; from < data.length; from += step)
      inflate.push(data.subarray(from, from + step), from + step >= data.length)
  } catch {
    return null
  }
  return filled === size ? whole : null
}
