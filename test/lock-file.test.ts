// The lock file works on a machine with Node and nothing else, and names no machine or registry.
import { expect, test } from 'vitest'
import { readLock, shipsBinaries } from './support/lock-file.ts'

test('nothing is compiled on installing, which would ask for Python and a compiler; npm run mend-lock mends it', () => {
  expect(readLock().packages[shipsBinaries]?.['gypfile']).toBe(false)
})

test('no package is tied to the address it was fetched from', () => {
  expect(Object.values(readLock().packages).filter((one) => 'resolved' in one)).toEqual([])
})
