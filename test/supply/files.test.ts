// Files as they come by mail: read whatever saved them, and refused in clear words when they are not what they say or more than a list can be.
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/domain/supply-list/cells.ts'
import type { ReadTable } from '../../src/domain/supply-list/table.ts'
import { readList } from '../../src/engine/read-list.ts'
import { writeCsv } from '../../src/supply/csv.ts'
import { readListFile } from '../../src/supply/list-file.ts'
import { type Parts, textRow, xlsxParts, zipOf } from '../support/xlsx-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, more: { sheet?: string; pasted?: boolean } = {}) =>
  readListFile({ bytes, pasted: false, headers: true, sheet: null, ...more })

function tableIn(table: ReadTable): {
  headers: readonly string[]
  rows: readonly (readonly Cell[])[]
  numbers: readonly number[]
} {
  if (!table.ok) throw new Error(JSON.stringify(table.fault))
  const { headers, rows } = table.table
  return { headers, rows: rows.map(({ cells }) => cells), numbers: rows.map(({ number }) => number) }
}
function faultIn(table: ReadTable): string {
  if (table.ok) throw new Error('This was read')
  const { nl, en } = table.fault.words
  expect(nl.length > 15 && en.length > 15 && !/undefined|Error|fflate|zip\b/.test(nl)).toBe(true)
  return table.fault.code
}

describe('texts', () => {
  const text = 'Naam;Plaats\r\nCafé “De Bühne” – € 5;Ouder-Amstel\r\n'
  const windows = (all: string) =>
    Uint8Array.from(all, (letter) => ({ '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 })[letter] ?? letter.charCodeAt(0))
  const utf16 = (all: string, mark: boolean) => new Uint8Array(Buffer.from(`${mark ? '\uFEFF' : ''}${all}`, 'utf16le'))
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`)],
    ['UTF-16', utf16(text, true)],
    ['UTF-16 without its mark', utf16(text, false)],
    ['UTF-16 the other way round', new Uint8Array(Buffer.from(utf16(text, true)).swap16())],
    ['the Windows page', windows(text)],
  ])('%s is read as it was meant', async (_, bytes) => {
    expect(tableIn(await read(bytes))).toMatchObject({
      headers: ['Naam', 'Plaats'],
      rows: [['Café “De Bühne” – € 5', 'Ouder-Amstel']],
    })
  })

  test.each([
    ['a semicolon', 'a;b,c;d\n1;2;3\n', ['a', 'b,c', 'd']],
    ['a comma', 'a,b,"x;y;z"\n1,2,3\n', ['a', 'b', 'x;y;z']],
    ['a tab', 'a\tb\tc\n1\t2\t3\n', ['a', 'b', 'c']],
    ['other line ends than its header', 'a;b;c\r\n1;2;3\n', ['a', 'b', 'c']],
    ['line ends of long ago', 'a;b;c\r1;2;3\r', ['a', 'b', 'c']],
    ['what Excel says in the first line', 'sep=|\na|b;c|d\n1|2|3\n', ['a', 'b;c', 'd']],
  ])('cells with %s between them', async (_, list, headers) => {
    expect(tableIn(await read(utf8(list)))).toMatchObject({ headers, rows: [['1', '2', '3']] })
  })

  test('rows keep the number they have in the file, whatever stands between them', async () => {
    const list = 'naam;plaats\r\n\r\n"twee\r\nregels";a\r\n;;\r\nvijf;b\r\n'
    expect(tableIn(await read(utf8(list))).numbers).toEqual([3, 5])
  })

  test('line ends of two programs in one file are both line ends', async () => {
    expect(tableIn(await read(utf8('a;b\r\n1;2\n3;4\r5;6\n')))).toMatchObject({
      headers: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    })
  })

  test('a cell that a spreadsheet would work out goes out with an apostrophe, and comes in without it', async () => {
    const dangerous = ['=1+1', '+31', '-2', '@x', '\tx', "'=1", "''@", "it's", "'quoted'"]
    for (const variant of ['dutch', 'machine'] as const) {
      const written = writeCsv(
        { headers: ['a', 'b'], rows: dangerous.map((cell, at) => ({ number: at + 2, cells: ['x', cell] })) },
        variant,
      )
      expect(written).not.toMatch(/[;,]"?[=+\-@\t]/)
      expect(tableIn(await read(utf8(written))).rows.map(([, cell]) => cell)).toEqual(dangerous)
    }
  })

  test('for Dutch Excel: a mark, semicolons, CRLF', () => {
    const written = writeCsv({ headers: ['a', 'b'], rows: [{ number: 2, cells: ['1,5', 'x;y'] }] }, 'dutch')
    expect(written).toBe('\uFEFFa;b\r\n1,5;"x;y"\r\n')
  })

  test('headers may be called anything', async () => {
    const list = '__proto__;constructor;hasOwnProperty\nx;y;z\n'
    expect(tableIn(await read(utf8(list)))).toMatchObject({ headers: ['__proto__', 'constructor', 'hasOwnProperty'] })
    expect(({} as { x?: string }).x).toBeUndefined()
  })

  test.each([
    ['nothing', () => new Uint8Array(), 'emptyFile'],
    ['only blank lines', () => utf8('\n\n;;\n'), 'emptyList'],
    ['a quote that never closes', () => utf8(`a;b\n"${'x;y\n'.repeat(100)}`), 'quoteNotClosed'],
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1), 'notText'],
    ['a PDF', () => utf8('%PDF-1.7 ...'), 'notAList'],
    ['an old Excel file', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(1)), 'oldXls'],
    ['61 columns', () => utf8(`${'a;'.repeat(61)}b\n1\n`), 'tooManyColumns'],
    ['100,000 rows', () => utf8(`a;b\n${'1;2\n'.repeat(100_000)}`), 'tooManyRows'],
    ['a million separators in one row', () => utf8(`a${';b'.repeat(1_000_000)}`), 'quoteNotClosed'],
    ['more than 10 MB', () => new Uint8Array(11_000_000).fill(97), 'tooLarge'],
  ])('%s is refused', async (_, make, code) => {
    const began = performance.now()
    expect(faultIn(await read(make()))).toBe(code)
    expect(performance.now() - began).toBeLessThan(1500)
  })

  test('an Excel file with a password is called so', async () => {
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(69), ...name)
    expect(faultIn(await read(bytes))).toBe('encrypted')
  })
})

describe('Excel files', () => {
  const dates = '<c r="A2" s="1"><v>46093</v></c><c r="B2"><v>12.5</v></c><c r="C2" t="b"><v>1</v></c>'
  const sheet = `${textRow(1, ['datum', 'prijs', 'vlag'])}<row r="2">${dates}</row><row r="5"><c r="B5"><v>0.1</v></c></row>`

  test('dates, numbers and yes are read as values, and rows keep their number', async () => {
    expect(tableIn(await read(zipOf(xlsxParts(sheet))))).toEqual({
      headers: ['datum', 'prijs', 'vlag'],
      rows: [
        ['2026-03-12', '12.5', 'yes'],
        ['', '0.1', ''],
      ],
      numbers: [2, 5],
    })
  })

  test('a sheet can be named; one that is not there is refused with those that are', async () => {
    const file = zipOf(xlsxParts(sheet, textRow(1, ['ander'])))
    expect(tableIn(await read(file, { sheet: 'Jan & Piet' })).headers).toEqual(['ander'])
    const missing = await read(file, { sheet: 'Blad9' })
    expect(faultIn(missing)).toBe('noSuchSheet')
    expect(missing.ok ? '' : missing.fault.words.nl).toContain('Aanbod, Jan & Piet')
  })

  test('a formula is never worked out, and its last outcome is not believed; an error is no value', async () => {
    const cells =
      '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>HYPERLINK("x")</f><v>klik</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2"><f t="shared" si="0"/></c>'
    const { rows } = tableIn(await read(zipOf(xlsxParts(`${textRow(1, ['a', 'b', 'c', 'd'])}<row r="2">${cells}</row>`))))
    expect(rows).toEqual([[{ formula: true }, { formula: true }, { broken: true }, { formula: true }]])
  })

  const spoilt = (path: string, spoil: (text: string) => string): Parts => {
    const parts = xlsxParts(sheet)
    return { ...parts, [path]: spoil(String(parts[path])) }
  }
  const without = ({ [`${'xl/workbook.xml'}`]: _, ...parts }: Parts): Parts => parts
  /** A file whose directory says that a part is small; inside it is not. */
  const lying = (): Uint8Array => {
    const bytes = zipOf({ ...xlsxParts(sheet), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000)
        view.setUint32(at + 24, 9000, true)
    return bytes
  }
  const farCell = (address: string) => spoilt('xl/worksheets/sheet1.xml', (text) => text.replace('r="B5"', `r="${address}"`))

  test.each([
    ['a bomb of zeros', () => zipOf({ ...xlsxParts(sheet), 'xl/media/x.xml': new Uint8Array(49_000_000) }), 'zipTooMuch'],
    ['60 MB inside', () => zipOf({ ...xlsxParts(sheet), 'a.xml': new Uint8Array(60_000_000) }), 'zipTooMuch'],
    ['a bomb that says it is small', lying, 'brokenXlsx'],
    [
      '300 parts',
      () => zipOf({ ...xlsxParts(sheet), ...Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}.xml`, ''])) }),
      'zipTooMuch',
    ],
    ['macros', () => zipOf({ ...xlsxParts(sheet), 'xl/vbaProject.bin': 'x' }), 'macros'],
    [
      'a macro type',
      () => zipOf(spoilt('[Content_Types].xml', (text) => text.replace('sheet.main', 'sheet.macroEnabled.main'))),
      'macros',
    ],
    [
      'declared entities',
      () =>
        zipOf(
          spoilt('xl/worksheets/sheet1.xml', (text) => text.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet')),
        ),
      'declaredEntities',
    ],
    ['no workbook', () => zipOf(without(xlsxParts(sheet))), 'brokenXlsx'],
    ['a cell in the last row there is', () => zipOf(farCell('A1048576')), 'tooManyRows'],
    ['a cell in the last column there is', () => zipOf(farCell('XFD5')), 'tooManyColumns'],
    ['a cell nowhere', () => zipOf(farCell('5B')), 'brokenXlsx'],
    [
      'a row of twelve digits',
      () => zipOf(spoilt('xl/worksheets/sheet1.xml', (text) => text.replace('row r="5"', 'row r="999999999999"'))),
      'brokenXlsx',
    ],
    ['half a file', () => zipOf(xlsxParts(sheet)).subarray(0, 900), 'notXlsx'],
    ['a zip with something else', () => zipOf({ 'readme.txt': 'hello' }), 'brokenXlsx'],
    ['broken XML', () => zipOf(spoilt('xl/worksheets/sheet1.xml', (text) => text.replace('</row>', '<'))), 'brokenXlsx'],
    [
      'a text that is not in the list of texts',
      () => zipOf(spoilt('xl/worksheets/sheet1.xml', (text) => text.replace('<c r="B2">', '<c r="B2" t="s">'))),
      'brokenXlsx',
    ],
  ])('%s is refused', async (_, make, code) => {
    const began = performance.now()
    expect(faultIn(await read(make()))).toBe(code)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('bytes that were changed anywhere in a file are read or refused, and never thrown', async () => {
    const file = zipOf(xlsxParts(sheet))
    for (let at = 0; at < file.length; at += 7) {
      const changed = Uint8Array.from(file)
      changed[at] = changed[at]! ^ 0x5a
      const table = await read(changed)
      expect(table.ok || table.fault.code.length > 0).toBe(true)
    }
  })

  test('a heavy file is read in a thread of its own, while others are served', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) =>
      textRow(
        index + 1,
        Array.from({ length: 20 }, (__, at) => `tekst ${index} ${at}`),
      ),
    )
    const file = zipOf(xlsxParts(rows.join('')))
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    const table = await readList({ bytes: file, pasted: false, headers: true, sheet: null })
    clearInterval(ticking)
    expect(tableIn(table).rows).toHaveLength(3999)
    expect(turns).toBeGreaterThan(5)
  })
})
