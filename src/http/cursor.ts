// Cursors: where the next page begins, as a text that nobody has to understand.
import type * as z from 'zod'
import { faulty, type Trouble } from './problems.ts'

export const cursorOf = (place: { readonly [name: string]: string | number | null }): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Null for the first page; trouble for a text that no page gave. */
export function placeOf<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): { readonly place: z.output<Schema> | null } | { readonly trouble: Trouble } {
  if (cursor === undefined) return { place: null }
  const parsed = schema.safeParse(decoded(cursor))
  return parsed.success ? { place: parsed.data } : { trouble: wrongCursor }
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

const wrongCursor = faulty([
  {
    in: 'query',
    at: '/cursor',
    code: 'cursor',
    words: {
      nl: 'Deze cursor is niet door ons gegeven. Begin zonder cursor bij de eerste pagina.',
      en: 'This cursor was not given by us. Begin without one at the first page.',
    },
  },
])
