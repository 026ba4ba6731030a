// The words of the screens: none without use, none missing in a language, Dutch as it is agreed. (That no key is missing the types see.)
import { describe, expect, test } from 'vitest'
import { type Table, tables, unusedIn, usesOf } from '../support/screen-words.ts'

const uses = usesOf()
const dutch = (table: Table): { readonly at: string; readonly text: string }[] =>
  [...table.nl].flatMap(([key, texts]) => texts.map((text) => ({ at: `${table.id}: ${key}`, text })))
const all = tables.flatMap(dutch)
const where = (pattern: RegExp): string[] => all.filter(({ text }) => pattern.test(text)).map(({ at, text }) => `${at}: ${text}`)

/** One word for one thing: the glossary's word after the arrow. */
const instead: { readonly [banned: string]: string } = {
  'cli[eë]nt(?:en)?': 'oudere, mevrouw of meneer',
  'pati[eë]nt(?:en)?': 'oudere, mevrouw of meneer',
  'casus(?:sen)?': 'traject',
  cases: 'trajecten',
  feedback: 'terugkoppeling',
  terugmelding: 'terugkoppeling',
  assessment: 'valanalyse',
  screening: 'valrisicotest',
  valrisicoscreening: 'valrisicotest',
  valrisicobeoordeling: 'valanalyse',
  provider: 'aanbieder',
  inbox: 'opdrachten',
  dashboard: 'mijn werk',
  valgevaarlijk: 'stevig staan',
  'no-show': 'was er niet',
  selecteer: 'kies',
  submit: 'verstuur',
}

test('the tables are found', () => {
  expect(tables.length).toBeGreaterThan(25)
  expect(all.length).toBeGreaterThan(800)
})

describe.each(tables.map((table) => [table.id, table] as const))('%s', (_, table) => {
  test('every key is used', () => {
    expect(unusedIn(table, uses.get(table)!)).toEqual([])
  })

  test('both languages have the same keys, and a sentence is not left in Dutch', () => {
    expect([...table.en.keys()].sort()).toEqual([...table.nl.keys()].sort())
    const [nl, en] = [table.nl, table.en].map((keys) =>
      [...keys].filter(([, texts]) => texts.join('').trim() === '').map(([key]) => key),
    )
    // What comes from another file has its words there, in both languages.
    expect(en).toEqual(nl)
    const same = [...table.nl].filter(
      ([key, texts]) => texts.join().split(' ').length > 3 && table.en.get(key)?.join() === texts.join(),
    )
    expect(same.map(([key]) => key)).toEqual([])
  })
})

describe('Dutch', () => {
  test('has no exclamation mark', () => expect(where(/!/)).toEqual([]))
  test('says no "klik hier"', () => expect(where(/klik hier/i)).toEqual([]))
  test('says u', () => expect(where(/\b(?:je|jij|jou|jouw|jullie)\b/i)).toEqual([]))
  test.each(Object.entries(instead))('never says "%s", but "%s"', (banned) => {
    expect(where(new RegExp(`(?<![\\w-])(?:${banned})(?![\\w-])`, 'i'))).toEqual([])
  })
})
