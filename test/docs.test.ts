// Documents that are drawn from the code say what the code says.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { machinesPage, machinesPath } from './support/machines-page.ts'

test('the page with the machines is drawn from the machines; npm run docs draws it again', () => {
  expect(readFileSync(machinesPath, 'utf8')).toBe(machinesPage())
})

test('every page and picture that a document points to is there', () => {
  const pages = ['README.md', ...globSync('{docs,pathways}/**/*.md')]
  expect(pages.length).toBeGreaterThan(15)
  const lost = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, to]) => join(dirname(page), to!))
      .filter((to) => !existsSync(to))
      .map((to) => `${page}: ${to}`),
  )
  expect(lost).toEqual([])
})
