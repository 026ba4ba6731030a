// Databases with invented people, and everything in them as text, to be compared.
import { createHash } from 'node:crypto'
import { seedDatabase } from '../../src/cli/seed.ts'
import { engineOn } from '../../src/compose.ts'
import type { Reader, Store } from '../../src/store/store.ts'
import type { Tables } from '../../src/store/tables.ts'

export const lastDay = '2026-11-20'
const silent = { stderr: { write: () => true } as unknown as NodeJS.WritableStream }

/** Plays `people` invented people up to a fixed day. */
export async function seed(store: Store, people: number, name = '42'): Promise<void> {
  await seedDatabase(
    engineOn(store, () => `${lastDay}T17:30:00Z`),
    { people, seed: name, until: lastDay },
    'nl',
    silent,
  )
}

export const tables = [
  'organisation',
  'account',
  'person',
  'care_case',
  'case_event',
  'command',
  'deadline',
  'outbox',
  'access_log',
  'assignment',
  'draft_answer',
  'draft_note',
  'worklist',
  'offer',
  'offer_area',
  'location',
  'course_run',
  'course_meeting',
  'supply_event',
  'absence',
  'unmet_need',
  'gap_look',
] as const satisfies readonly (keyof Tables)[]

/** Every row of a table as one line of text; the lines in order. */
export async function linesOf(reader: Reader, table: keyof Tables): Promise<string[]> {
  const rows = await reader.read<object>(reader.build.selectFrom(table).selectAll().compile())
  const textOf = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value))
  return rows
    .map((row) =>
      Object.entries(row)
        .map(([column, value]) => `${column}=${textOf(value)}`)
        .sort()
        .join(' '),
    )
    .sort()
}

export async function dumpHash(reader: Reader): Promise<string> {
  const hash = createHash('sha256')
  for (const table of tables) hash.update(`${table}\n${(await linesOf(reader, table)).join('\n')}\n`)
  return hash.digest('hex')
}
