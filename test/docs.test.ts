// Documents that are drawn from the code say what the code says.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { machinesPage, machinesPath } from './support/machines-page.ts'

test('the page with the machines is drawn from the machines; npm run docs draws it again', () => {
  expect(readFileSync(machinesPath, 'utf8')).toBe(machinesPage())
})
