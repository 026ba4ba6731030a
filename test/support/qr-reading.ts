// Reads a QR code as a telephone does, from the squares that were drawn: the mask off, the two columns up and down, then what the bits say.
import type { Qr } from '../../src/contract/documents.ts'

type Grid = readonly (readonly boolean[])[]

/** At medium correction, by version: how many blocks, and how many data codewords in each. */
const blocksOf: { readonly [version: number]: readonly [blocks: number, data: number] } = {
  1: [1, 16],
  2: [1, 28],
  3: [1, 44],
  4: [2, 32],
  5: [2, 43],
  6: [4, 27],
}

export function readQr({ size, path }: Qr): string {
  const grid = drawn(size, path)
  const version = (size - 17) / 4
  const [blocks, data] = blocksOf[version] ?? [0, 0]
  if (blocks === 0) throw new Error(`A code of ${size} squares is larger than this reader knows`)
  const words = codewords(grid, version)
  const kept = Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: data }, (_, index) => words[index * blocks + block] ?? 0),
  )
  return textIn(
    kept
      .flat()
      .map((word) => word.toString(2).padStart(8, '0'))
      .join(''),
  )
}

/** What the path fills, square by square. */
function drawn(size: number, path: string): Grid {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const strokes = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)]
  if (strokes.map(([all]) => all).join('') !== path) throw new Error('Something else is drawn than squares')
  for (const [, x, y, wide] of strokes) for (let at = 0; at < Number(wide); at++) grid[Number(y)]![Number(x) + at] = true
  return grid
}

/** Beside the upper left corner stands, hidden under a pattern, how strong the correction is and which mask was laid on. */
function maskOf(grid: Grid): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => grid[8]![x]!)
  const format = [...places, grid[7]![8]!, ...[5, 4, 3, 2, 1, 0].map((y) => grid[y]![8]!)]
  const bits = format.reduce((sum, dark) => sum * 2 + Number(dark), 0) ^ 0b101010000010010
  if (bits >> 13 !== 0) throw new Error('The correction is not medium')
  return (bits >> 10) & 7
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function codewords(grid: Grid, version: number): number[] {
  const size = grid.length
  const masked = masks[maskOf(grid)]!
  const middle = size - 7
  const fixed = (x: number, y: number): boolean =>
    x === 6 ||
    y === 6 ||
    (x < 9 && y < 9) ||
    (x >= size - 8 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    (version > 1 && Math.abs(x - middle) <= 2 && Math.abs(y - middle) <= 2)
  const bits: boolean[] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    // The line of dots is no column of its own.
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step
      for (const x of [right, right - 1]) if (!fixed(x, y)) bits.push(grid[y]![x]! !== masked(x, y))
    }
    up = !up
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((sum, bit) => sum * 2 + Number(bit), 0),
  )
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

type Take = (count: number) => number

/** Pieces of figures, of capitals, or of bytes, each with how long it is. */
function textIn(bits: string): string {
  let at = 0
  const take: Take = (count) => {
    at += count
    return Number.parseInt(bits.slice(at - count, at), 2)
  }
  let text = ''
  for (let mode = take(4); mode > 0; mode = at + 4 > bits.length ? 0 : take(4)) {
    const piece = pieces[mode]
    if (piece === undefined) throw new Error(`Nothing of ours is written in mode ${mode}`)
    text += piece(take)
  }
  return text
}

const pieces: { readonly [mode: number]: (take: Take) => string } = {
  1: (take) => {
    let figures = ''
    let left = take(10)
    for (; left >= 3; left -= 3) figures += String(take(10)).padStart(3, '0')
    return left === 0 ? figures : figures + String(take(left === 2 ? 7 : 4)).padStart(left, '0')
  },
  2: (take) => {
    let capitals = ''
    let left = take(9)
    for (; left >= 2; left -= 2) {
      const pair = take(11)
      capitals += letters.charAt(Math.floor(pair / 45)) + letters.charAt(pair % 45)
    }
    return left === 0 ? capitals : capitals + letters.charAt(take(6))
  },
  4: (take) => Buffer.from(Array.from({ length: take(8) }, () => take(8))).toString(),
}
