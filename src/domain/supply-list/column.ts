// What is known of one column of a supply list.
import type { Words } from '../words.ts'
import type { Kind } from './column-kinds.ts'

export type Column = {
  readonly nl: string
  readonly en: string
  /** What other lists call it, in any spelling: capitals, spaces and accents do not count. */
  readonly also: readonly string[]
  readonly kind: Kind
  readonly about: Words
}

export const line: Kind = { is: 'text', max: 200 }

/** `also`: names with a comma and a space between them. */
export const column = (nl: string, en: string, kind: Kind, also: string, aboutNl: string, aboutEn: string): Column => ({
  nl,
  en,
  also: also === '' ? [] : also.split(', '),
  kind,
  about: { nl: aboutNl, en: aboutEn },
})
