// The parts of an Excel file that are read, checked before anything reads them: no macros, no declared entities, no cell far outside a list.
import { fileFault, mostColumns, mostRows, tooManyColumns, tooManyRows } from '../domain/supply-list/table.ts'
import { inflatedEntry, type ZipEntry, zipEntries } from './unzip.ts'

export type Distrusted = ReadonlyMap<number, ReadonlyMap<number, 'formula' | 'broken'>>

export type SheetParts = {
  /** What the reader needs and nothing else, as it was checked. */
  readonly files: { readonly [path: string]: Uint8Array }
  readonly sheets: readonly string[]
  /** By row and column, both from 1: cells whose value no reader may trust. */
  readonly distrusted: Distrusted
}

type Refused = Extract<ReturnType<typeof fileFault>, { ok: false }>
export type ReadParts = { readonly ok: true; readonly parts: SheetParts } | Refused

/** `sheet` null: the first one. */
export function sheetParts(bytes: Uint8Array, sheet: string | null): ReadParts {
  const zip = zipEntries(bytes)
  if (!zip.ok) return troubles[zip.trouble]
  const named = new Map(zip.entries.map((entry) => [entry.name, entry]))
  if ([...named.keys()].some((name) => /vbaProject\.bin$/i.test(name))) return macros
  const take = taker(bytes, named)
  try {
    return partsOf(take, sheet)
  } catch (error) {
    if (error instanceof Unfit) return error.refused
    throw error
  }
}

class Unfit extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.fault.code)
    this.refused = refused
  }
}

type Part = { readonly bytes: Uint8Array; readonly text: string }
type Take = (path: string) => Part | null

const taker =
  (bytes: Uint8Array, named: ReadonlyMap<string, ZipEntry>): Take =>
  (path) => {
    const entry = named.get(path)
    if (entry === undefined) return null
    const inflated = inflatedEntry(bytes, entry)
    if (inflated === null) throw new Unfit(broken)
    const text = new TextDecoder().decode(inflated)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || text.includes('\u0000')) throw new Unfit(declared)
    return { bytes: inflated, text }
  }

const must = (part: Part | null): Part => {
  if (part === null) throw new Unfit(broken)
  return part
}

function partsOf(take: Take, sheet: string | null): ReadParts {
  const types = must(take('[Content_Types].xml'))
  if (/macroEnabled/i.test(types.text)) return macros
  const workbook = must(take('xl/workbook.xml'))
  const relations = must(take('xl/_rels/workbook.xml.rels'))
  const sheets = tagsIn(workbook.text, 'sheet').map((tag) => ({
    name: unescaped(attribute(tag, 'name')),
    relation: attribute(tag, 'id'),
  }))
  const chosen = sheet === null ? sheets[0] : sheets.find(({ name }) => name === sheet)
  if (chosen === undefined) return sheet === null ? broken : noSuchSheet(sheets.map(({ name }) => name))
  const targets = tagsIn(relations.text, 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id'),
    type: attribute(tag, 'Type').replace(/^.*\//, ''),
    path: pathOf(attribute(tag, 'Target')),
  }))
  const path = targets.find(({ id, type }) => id === chosen.relation && type === 'worksheet')?.path ?? ''
  const data = must(take(path))
  const distrusted = distrustedIn(data.text)
  const others = targets.flatMap(({ type, path: other }) => {
    const part = type === 'styles' || type === 'sharedStrings' ? take(other) : null
    return part === null ? [] : [[other, part.bytes] as const]
  })
  return {
    ok: true,
    parts: {
      files: {
        '[Content_Types].xml': types.bytes,
        'xl/workbook.xml': workbook.bytes,
        'xl/_rels/workbook.xml.rels': relations.bytes,
        [path]: data.bytes,
        ...Object.fromEntries(others),
      },
      sheets: sheets.map(({ name }) => name),
      distrusted,
    },
  }
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** Opening tags of that name, whatever their prefix. */
const tagsIn = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}\\s[^>]*>`, 'g')) ?? []

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match?.[1] ?? match?.[2] ?? ''
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** A formula, or an error of the spreadsheet. A cell outside a list ends it here, so that nobody fills a million rows with nothing. */
function distrustedIn(xml: string): Distrusted {
  const found = new Map<number, Map<number, 'formula' | 'broken'>>()
  let [row, column] = [0, 0]
  const mark = (as: 'formula' | 'broken') => {
    if (row > lastListRow) throw new Unfit(broken)
    const inRow = found.get(row) ?? new Map()
    found.set(row, inRow.set(column, as))
  }
  for (const match of xml.matchAll(/<(?:[\w.-]+:)?(row|c|f)(\s[^>]*?)?(\/?)>/g)) {
    const [tag, name, , empty] = match
    if (name === 'row') checkRow(attribute(tag, 'r'))
    else if (name === 'f') mark('formula')
    else {
      ;[row, column] = placeOf(attribute(tag, 'r'), empty !== '/')
      if (empty !== '/' && attribute(tag, 't') === 'e') mark('broken')
    }
  }
  return found
}

/** Excel has no rows beyond this one. */
const lastRow = 1_048_576

function checkRow(number: string): void {
  if (number !== '' && (!/^\d{1,7}$/.test(number) || Number(number) > lastRow)) throw new Unfit(broken)
}

/** Blank rows above, and a title, are no reason to refuse. */
const lastListRow = mostRows + 100

function placeOf(address: string, filled: boolean): [row: number, column: number] {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address)
  if (match === null) throw new Unfit(broken)
  const row = Number(match[2])
  const column = [...match[1]!].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
  if (filled && row > lastListRow) throw new Unfit(tooManyRows)
  if (filled && column > mostColumns) throw new Unfit(tooManyColumns)
  return [row, column]
}

const broken = fileFault(
  'brokenXlsx',
  'Dit xlsx-bestand is beschadigd. Open het in Excel en bewaar het opnieuw.',
  'This xlsx file is damaged. Open it in Excel and save it again.',
)
const macros = fileFault(
  'macros',
  'Dit bestand bevat macro’s. Bewaar het als gewone xlsx, zonder macro’s.',
  'This file holds macros. Save it as a plain xlsx, without macros.',
)
const declared = fileFault(
  'declaredEntities',
  'Dit bestand bevat aanwijzingen die in een lijst niet thuishoren. Bewaar het opnieuw vanuit Excel.',
  'This file holds declarations that do not belong in a list. Save it again from Excel.',
)
const noSuchSheet = (names: readonly string[]) =>
  fileFault(
    'noSuchSheet',
    `Dit werkblad is er niet. Wel: ${names.slice(0, 20).join(', ')}.`,
    `There is no such sheet. These are: ${names.slice(0, 20).join(', ')}.`,
  )
const troubles = {
  notZip: fileFault('notXlsx', 'Dit is geen xlsx-bestand.', 'This is no xlsx file.'),
  encrypted: fileFault(
    'encrypted',
    'Dit bestand is beveiligd met een wachtwoord. Haal dat eraf en stuur het opnieuw.',
    'This file is protected by a password. Take it off and send it again.',
  ),
  tooMuch: fileFault(
    'zipTooMuch',
    'Uitgepakt is dit bestand veel groter dan een lijst kan zijn. Kopieer alleen de lijst naar een nieuw bestand.',
    'Unpacked this file is far larger than a list can be. Copy only the list to a new file.',
  ),
  broken,
} as const
