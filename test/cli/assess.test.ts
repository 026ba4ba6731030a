// `valpad assess` as a child process: one person, a batch, words, and everything that can be wrong with what comes in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import vignettes from '../fixtures/vignettes.json' with { type: 'json' }
import { valpad, valpadIntoClosedPipe } from '../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function fileWith(content: string): string {
  const file = join(folder, `${++files}.json`)
  writeFileSync(file, content)
  return file
}

const v08 = vignettes.find(({ id }) => id === 'V08')!
const v03 = vignettes.find(({ id }) => id === 'V03')!
const somebody = { age: 75, sex: 'F', falls12m: 2 }
const line = JSON.stringify(somebody)

/** The lines of a batch's answers: the level, or the line number with the code of the error. */
const answersIn = (out: string): string[] => {
  expect(out.endsWith('\n')).toBe(true)
  return out
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as { risk?: string; line?: number; error?: { code: string } })
    .map(({ risk, line: at, error }) => risk ?? `${at}: ${error?.code}`)
}

describe.concurrent('one person', () => {
  test.each([
    { how: 'from a file', args: () => [fileWith(JSON.stringify(v08.input))], input: '' },
    { how: 'from a file that holds the whole vignette', args: () => [fileWith(JSON.stringify(v08))], input: '' },
    { how: 'from standard input', args: () => [], input: JSON.stringify(v08.input) },
    { how: 'from standard input, by "-"', args: () => ['-'], input: JSON.stringify(v08, null, 2) },
    {
      how: 'with a byte order mark and Windows line ends',
      args: () => ['-'],
      input: `\uFEFF${JSON.stringify(v08, null, 2).replaceAll('\n', '\r\n')}`,
    },
  ])('$how: exactly the expected answer', async ({ args, input }) => {
    const { code, out, err } = await valpad(['assess', ...args()], input)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    // As text: the same keys, in the same order.
    expect(out).toBe(`${JSON.stringify(v08.expected, null, 2)}\n`)
  })

  test('--json: one line', async () => {
    const { code, out } = await valpad(['assess', '--json'], line)
    expect(code).toBe(0)
    expect(out.match(/\n/g)).toHaveLength(1)
    expect(Object.keys(JSON.parse(out))).toEqual(Object.keys(v08.expected))
  })

  test.each([
    { language: 'nl', level: 'Valrisico: hoog', closing: 'U beslist samen met de oudere.' },
    { language: 'en', level: 'Fall risk: high', closing: 'You decide together with the older adult.' },
  ])('--explain $language', async ({ language, level, closing }) => {
    const { code, out } = await valpad(['assess', '--explain', language], JSON.stringify(v08))
    expect(code).toBe(0)
    expect(out.startsWith(`${level}\n`)).toBe(true)
    expect(out.trimEnd().endsWith(closing)).toBe(true)
  })
})

describe.concurrent('what cannot be assessed', () => {
  const age17 = JSON.stringify({ ...somebody, age: 17 })

  test.each([
    { what: '17 years', input: age17, says: '/age: Leeftijd (age): 17 kan niet.' },
    { what: '200 years', input: JSON.stringify({ ...somebody, age: 200 }), says: '/age: ' },
    { what: 'a walk of 0 s', input: JSON.stringify({ ...somebody, walk4m: 0 }), says: '/walk4m: ' },
    { what: 'no fall, with injury', input: JSON.stringify({ ...somebody, falls12m: 0, injury: 'yes' }), says: '/injury: Letsel' },
    { what: 'a misspelt field', input: JSON.stringify({ ...somebody, wlak4m: 4 }), says: 'bedoelt u "walk4m"?' },
    { what: '__proto__', input: '{"age": 75, "sex": "F", "__proto__": {"falls12m": 2}}', says: '/__proto__: ' },
    {
      what: 'more falls than a number can hold',
      input: '{"age": 75, "sex": "F", "falls12m": 9007199254740993}',
      says: '/falls12m: ',
    },
    {
      what: 'a field twice',
      input: '{"age": 75, "sex": "F", "falls12m": 2, "falls12m": 0}',
      says: '/falls12m: Dit veld staat er twee keer in.',
    },
    { what: 'broken JSON', input: '{"age": 75,', says: 'Dit is geen geldige JSON' },
    { what: 'a list of people', input: `[${line}]`, says: 'Dit is geen object met gegevens.' },
    { what: 'an empty file', input: '', says: 'Er staat niets in.' },
    { what: 'blanks', input: ' \r\n\t\n', says: 'Er staat niets in.' },
    { what: 'more than a mebibyte', input: ' '.repeat(1_100_000) + line, says: 'Dit is langer dan 1 MiB' },
    {
      what: 'a vignette with a fault in it',
      input: JSON.stringify({ id: 'X', input: { ...somebody, age: 17 } }),
      says: '/input/age: ',
    },
  ])('$what: exit code 1 and words', async ({ input, says }) => {
    const { code, out, err } = await valpad(['assess'], input)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(says)
  })

  test('in English when asked for', async () => {
    const { err } = await valpad(['assess', '--lang', 'en'], age17)
    expect(err).toBe('/age: Age (age): 17 is not possible. Give a whole number from 18 to 115 (years).\n')
  })

  test('--json: one line that names every fault, its place and its words', async () => {
    const { code, out, err } = await valpad(['assess', '--json'], JSON.stringify({ age: 17, walk4m: -1 }))
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const { error } = JSON.parse(out)
    expect(error.code).toBe('impossibleValue')
    expect(error.faults.map(({ at, code: of }: { at: string; code: string }) => `${at} ${of}`)).toEqual([
      '/age impossibleValue',
      '/walk4m impossibleValue',
      '/sex required',
    ])
    expect(Object.keys(error.faults[0])).toEqual(['at', 'code', 'nl', 'en'])
  })
})

describe.concurrent('what was not understood', () => {
  test.each([
    {
      what: 'a file that is not there',
      args: ['assess', 'nowhere.json'],
      says: 'Cannot read nowhere.json: there is no such file',
    },
    { what: 'a folder', args: ['assess', folder], says: 'it is a folder, not a file' },
    { what: 'a path through a file', args: ['assess', 'package.json/x'], says: 'part of the path is not a folder' },
    { what: 'two files', args: ['assess', 'a.json', 'b.json'], says: 'b.json is one too many' },
    { what: 'an unknown option', args: ['assess', '--exlain', 'nl'], says: "Unknown option '--exlain'" },
    { what: 'a language there is not', args: ['assess', '--explain', 'de'], says: '--explain de: choose nl or en' },
    { what: 'no language', args: ['assess', '--explain'], says: '--explain' },
    { what: 'words for a batch', args: ['assess', '--batch', '--explain', 'nl'], says: '--batch answers in JSON' },
    { what: 'an unknown command', args: ['asses'], says: 'there is no command "asses"' },
    { what: 'a command of the language', args: ['constructor'], says: 'there is no command "constructor"' },
    { what: 'no command', args: [], says: 'Usage: npm run -s valpad -- COMMAND' },
  ])('$what: exit code 2 and words', async ({ args, says }) => {
    const { code, out, err } = await valpad(args, line)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })
})

describe.concurrent('help', () => {
  test.each([
    { args: ['--help'], says: ['assess', 'Exit codes: 0 done; 1 '] },
    { args: ['help'], says: ['assess'] },
    {
      args: ['assess', '--help'],
      says: ['--batch', '--explain nl|en', '--settings FILE', 'Examples:', 'valpad assess mrs-h.json --explain nl'],
    },
    { args: ['assess', '-h', 'nowhere.json'], says: ['Examples:'] },
  ])('$args', async ({ args, says }) => {
    const { code, out, err } = await valpad(args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of says) expect(out).toContain(words)
  })
})

describe.concurrent('settings', () => {
  const withSettings = (settings: string, ...more: string[]) =>
    valpad(['assess', '--json', '--settings', fileWith(settings), ...more], JSON.stringify(v03.input))

  test('a coalition where exactly the limit is quick enough', async () => {
    expect(JSON.parse((await withSettings('{"walkInequality": "over"}')).out).risk).toBe('low')
    expect(JSON.parse((await withSettings('{}')).out).risk).toBe('moderate')
  })

  test.each([
    { what: 'a limit out of bounds', settings: '{"walkCutOffSeconds": 9}', says: '/walkCutOffSeconds: This must be at most 6' },
    { what: 'an unknown key', settings: '{"walkCutOff": 4}', says: '/walkCutOff: "walkCutOff" is not a known setting' },
    { what: '__proto__', settings: '{"__proto__": {"walkCutOffSeconds": 9}}', says: '/__proto__: ' },
    { what: 'a list', settings: '[]', says: 'cannot be used' },
    { what: 'null', settings: 'null', says: 'cannot be used' },
    { what: 'broken JSON', settings: '{', says: 'are not valid JSON' },
  ])('$what: exit code 2 and words', async ({ settings, says }) => {
    const { code, out, err } = await withSettings(settings, '--lang', 'en')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  test('every fault is named, with its place', async () => {
    const { err } = await withSettings('{"walkCutOffSeconds": 9, "frailFromCfs": 1, "nope": 0}')
    for (const place of ['/walkCutOffSeconds: ', '/frailFromCfs: ', '/nope: ']) expect(err).toContain(`\n${place}`)
  })

  test('a file that is not there', async () => {
    const { code, err } = await valpad(['assess', '--settings', 'nowhere.json'], line)
    expect(code).toBe(2)
    expect(err).toContain('Cannot read the settings in nowhere.json')
  })
})

describe.concurrent('a batch', () => {
  const batch = (...lines: string[]) => valpad(['assess', '--batch'], lines.join('\n'))

  test('the vignettes, each answered as expected, in order', async () => {
    const file = fileWith(`${vignettes.map((vignette) => JSON.stringify(vignette)).join('\n')}\n`)
    const { code, out, err } = await valpad(['assess', '--batch', file])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(vignettes.map(({ expected }) => `${JSON.stringify(expected)}\n`).join(''))
  })

  test('bad lines are answered in their place and the rest goes on', async () => {
    const { code, out, err } = await batch(line, '{"age": 17, "wlak4m": 4}', line, 'nonsense', '[]', line, '')
    expect(code).toBe(1)
    expect(answersIn(out)).toEqual(['high', '2: impossibleValue', 'high', '4: brokenJson', '5: notAnObject', 'high'])
    expect(err).toContain('3 of 6 lines')
    const { error } = JSON.parse(out.split('\n')[1]!)
    expect(error.faults.map(({ at }: { at: string }) => at)).toEqual(['/age', '/wlak4m', '/sex'])
    expect(error.faults[0].nl).toContain('Leeftijd')
    expect(error.faults[0].en).toContain('Age')
  })

  test.each([
    { what: 'one line without an end', lines: [line], answers: ['high'] },
    { what: 'Windows line ends', lines: [`${line}\r`, `${line}\r`, ''], answers: ['high', 'high'] },
    { what: 'a byte order mark', lines: [`\uFEFF${line}`, line], answers: ['high', 'high'] },
    { what: 'empty lines at the end', lines: [line, '', '\r', ' ', ''], answers: ['high'] },
  ])('$what', async ({ lines, answers }) => {
    const { code, out, err } = await batch(...lines)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(answersIn(out)).toEqual(answers)
  })

  test('empty lines in between are faults with their own number', async () => {
    const { code, out } = await batch(line, '', '\r', line, '', '')
    expect(code).toBe(1)
    expect(answersIn(out)).toEqual(['high', '2: empty', '3: empty', 'high'])
  })

  test('a field twice, also written with an escape, or deep in a vignette', async () => {
    const { out } = await batch(
      '{"age": 75, "sex": "F", "age": 75}',
      '{"age": 75, "sex": "F", "\\u0061ge": 75}',
      '{"id": "X", "input": {"age": 75, "sex": "F", "sex": "M"}}',
      line,
    )
    expect(answersIn(out)).toEqual(['1: duplicateField', '2: duplicateField', '3: duplicateField', 'high'])
  })

  test('a line of 10 MB is passed over, and the next one is answered', async () => {
    const { code, out } = await batch(line, `{"age": 75, "sex": "${'F'.repeat(10_000_000)}"}`, line, '')
    expect(code).toBe(1)
    expect(answersIn(out)).toEqual(['high', '2: tooLong', 'high'])
    expect(out.length).toBeLessThan(3000)
  })

  test('a line of 10 MB at the very end, without an end', async () => {
    expect(answersIn((await batch(line, 'x'.repeat(10_000_000))).out)).toEqual(['high', '2: tooLong'])
  })

  test('a value nested a hundred thousand deep', async () => {
    const deep = `{"age": 75, "sex": "F", "walk4m": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(answersIn((await batch(deep, line)).out)).toEqual(['1: impossibleValue', 'high'])
  })

  test('lines that come in pieces, cut anywhere, also within a letter', async () => {
    const named = JSON.stringify({ id: 'Zoë', input: somebody })
    const lines = Array.from({ length: 3000 }, (_, index) => (index % 1000 === 999 ? 'ë' : named))
    const answers = answersIn((await batch(...lines)).out)
    expect(answers.filter((answer) => answer === 'high')).toHaveLength(2997)
    expect([answers[999], answers[1999], answers[2999]]).toEqual(['1000: brokenJson', '2000: brokenJson', '3000: brokenJson'])
  })

  test.each([
    { what: 'nothing', input: '' },
    { what: 'empty lines only', input: '\n\r\n  \n' },
  ])('$what: exit code 1 and words', async ({ input }) => {
    const { code, out, err } = await valpad(['assess', '--batch'], input)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Er staat niets in.')
  })

  test('a file that is not there: exit code 2 and words', async () => {
    const { code, err } = await valpad(['assess', '--batch', 'nowhere.jsonl'])
    expect(code).toBe(2)
    expect(err).toContain('there is no such file')
  })

  test('a reader that stops early is no failure', async () => {
    const { code, out, err } = await valpadIntoClosedPipe(['assess', '--batch'], `${line}\n`.repeat(50_000))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('"risk":"high"')
  })
})
