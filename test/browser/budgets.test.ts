// What the browser has to fetch: the first load and each page that is loaded when it is opened, compressed, within their budgets.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildWebWhenNeeded } from '../../src/cli/web-build.ts'
import { webFolder } from '../../src/compose.ts'

const kilobyte = 1000
const most = { first: 230 * kilobyte, page: 60 * kilobyte } as const

type Chunk = {
  readonly file: string
  readonly isEntry?: true
  readonly isDynamicEntry?: true
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = { readonly [name: string]: Chunk }

const packed = (file: string): number => gzipSync(readFileSync(join(webFolder, file)), { level: 9 }).length

/** What a chunk needs, itself included, styles too. */
function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  const { file, imports = [], css = [] } = manifest[name]!
  if (seen.has(file)) return seen
  for (const one of [file, ...css]) seen.add(one)
  for (const one of imports) filesOf(manifest, one, seen)
  return seen
}

describe('what the browser fetches', () => {
  let manifest: Manifest
  beforeAll(async () => {
    await buildWebWhenNeeded()
    manifest = JSON.parse(readFileSync(join(webFolder, '.vite/manifest.json'), 'utf8'))
  }, 60_000)

  const sizeOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + packed(file), 0)
  const entry = () => Object.keys(manifest).find((name) => manifest[name]!.isEntry)!

  test(`the first load is at most ${most.first / kilobyte} kB`, () => {
    const size = sizeOf(filesOf(manifest, entry()))
    console.log(`First load: ${Math.round(size / kilobyte)} kB of JavaScript and styles, compressed`)
    expect(size).toBeGreaterThan(50 * kilobyte)
    expect(size).toBeLessThanOrEqual(most.first)
  })

  test(`each page adds at most ${most.page / kilobyte} kB`, () => {
    const first = filesOf(manifest, entry())
    const pages = Object.keys(manifest).filter((name) => manifest[name]!.isDynamicEntry)
    const added = pages.map((name) => [name, sizeOf([...filesOf(manifest, name)].filter((file) => !first.has(file)))] as const)
    console.log(added.map(([name, size]) => `${name.replace(/^pages\//, '')} ${(size / kilobyte).toFixed(1)}`).join(', '))
    expect(pages.length).toBeGreaterThan(5)
    expect(added.filter(([, size]) => size > most.page)).toEqual([])
  })
})
