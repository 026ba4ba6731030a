// The lock file as an empty machine needs it; run as a program it mends the file after packages were added.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lockPath = join(import.meta.dirname, '..', '..', 'package-lock.json')

/** Ships its binaries, but npm would compile it all the same: its own "gypfile": false does not reach the lock file by itself. */
export const shipsBinaries = 'node_modules/better-sqlite3'

type Lock = { readonly packages: { readonly [path: string]: { readonly [field: string]: unknown } } }

export const readLock = (): Lock => JSON.parse(readFileSync(lockPath, 'utf8')) as Lock

if (process.argv[1] === import.meta.filename) {
  const lock = readLock()
  const packages = { ...lock.packages, [shipsBinaries]: { ...lock.packages[shipsBinaries], gypfile: false } }
  writeFileSync(lockPath, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
}
