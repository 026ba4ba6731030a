// A list as a file: what kind of file it really is, whatever it is called, and its table.
import { fileFault, type ReadTable } from '../domain/supply-list/table.ts'
import { readCsv } from './csv.ts'
import { readXlsx } from './xlsx.ts'

export type FileAsked = {
  readonly bytes: Uint8Array
  /** A block that was pasted: tabs between the cells. */
  readonly pasted: boolean
  readonly headers: boolean
  readonly sheet: string | null
}

export const mostBytes = 10 * 1024 * 1024

export async function readListFile({ bytes, pasted, headers, sheet }: FileAsked): Promise<ReadTable> {
  if (bytes.length === 0) return emptyFile
  if (bytes.length > mostBytes) return tooLarge
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oldFile(bytes)
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, { sheet, headers })
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return pdf
  return readCsv(bytes, { headers, delimiter: pasted ? '\t' : null })
}

/** Whether reading it may take long enough to keep others waiting. */
export const isHeavy = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b]) || bytes.length > 262_144

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** The container of the years before 2007; Excel also puts an xlsx with a password in it. */
function oldFile(bytes: Uint8Array): ReadTable {
  const name = new Uint8Array([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]))
  return indexOf(bytes, name) >= 0 ? encrypted : xls
}

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  let from = bytes.indexOf(part[0]!)
  while (from >= 0) {
    if (part.every((byte, index) => bytes[from + index] === byte)) return from
    from = bytes.indexOf(part[0]!, from + 1)
  }
  return -1
}

const emptyFile = fileFault('emptyFile', 'Dit bestand is leeg.', 'This file is empty.')
const tooLarge = fileFault(
  'tooLarge',
  'Dit bestand is groter dan 10 MB. Stuur alleen de lijst, zonder afbeeldingen.',
  'This file is larger than 10 MB. Send the list alone, without pictures.',
)
const encrypted = fileFault(
  'encrypted',
  'Dit bestand is beveiligd met een wachtwoord. Haal dat eraf en stuur het opnieuw.',
  'This file is protected by a password. Take it off and send it again.',
)
const xls = fileFault(
  'oldXls',
  'Dit is een bestand van een oude Excel (.xls). Bewaar het als .xlsx of als CSV.',
  'This is a file of an old Excel (.xls). Save it as .xlsx or as CSV.',
)
const pdf = fileFault(
  'notAList',
  'Dit is een pdf. Vraag de lijst als xlsx of CSV.',
  'This is a PDF. Ask for the list as xlsx or CSV.',
)
