// Help and the statement on accessibility say what is so: every key that a screen shows stands in the help, and the statement is of this year.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { enKeys, nlKeys } from '../../src/web/pages/about/keys.ts'

const web = join(import.meta.dirname, '..', '..', 'src', 'web')
const read = (path: string): string => readFileSync(join(web, path), 'utf8')

describe('the keys', () => {
  const shown = readdirSync(join(web, 'pages'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) =>
      [...read(join('pages', path)).matchAll(/(?:shortcut|keys)="([^"]+)"/g)].map(([, key = '']) => [key, path] as const),
    )

  test('there are some to look for', () => expect(shown.length).toBeGreaterThan(8))

  test.each(shown)('%s, as %s shows it, stands in the help', (key) => {
    const named = (screens: typeof nlKeys) => screens.flatMap(({ keys }) => keys.map(([name]) => name))
    for (const screens of [nlKeys, enKeys]) expect(named(screens)).toContain(key.replace('+', ' '))
  })

  test('are the same in both languages', () => {
    expect(enKeys.map(({ keys }) => keys.length)).toEqual(nlKeys.map(({ keys }) => keys.length))
    const letters = (screens: typeof nlKeys) =>
      screens.map(({ keys }) => keys.map(([key]) => key).filter((key) => /^[A-Z]$|^Alt [A-Z]$/.test(key)))
    expect(letters(enKeys)).toEqual(letters(nlKeys))
  })
})

test('the statement on accessibility is whole, and not older than a year', () => {
  const Words = z.strictObject({ nl: z.string().min(20), en: z.string().min(20) })
  const statement = z
    .strictObject({
      date: z.iso.date(),
      status: z.enum(['full', 'partial', 'none']),
      standard: z.string(),
      checks: z.array(Words).min(3),
      faults: z.array(Words).min(1),
    })
    .parse(JSON.parse(read('pages/about/accessibility.json')))
  const days = (Date.now() - Date.parse(statement.date)) / 86_400_000
  expect(days).toBeGreaterThan(-1)
  expect(days).toBeLessThan(365)
})
