// Finding a person by what is at hand: a name, a birth date, a postcode with house number, or the number of a case.
import type { IsoDate } from './calendar.ts'
import type { PersonDetails } from './person.ts'

type Sought =
  | { readonly kind: 'born'; readonly on: IsoDate }
  | { readonly kind: 'address'; readonly postcode: string; readonly number: string | null }
  | { readonly kind: 'name'; readonly parts: readonly string[] }

/** What was typed, by its form. Dates as `12-4-1945` or `1945-04-12`; a postcode with or without a house number. */
export function soughtBy(typed: string): Sought {
  const text = typed.trim()
  const [, day = '', month = '', year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? []
  if (year !== undefined) return { kind: 'born', on: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { kind: 'born', on: text }
  const [, digits, letters = '', number = ''] = /^([1-9]\d{3}) ?([A-Za-z]{2})? ?(\d{1,5})?$/.exec(text) ?? []
  if (digits !== undefined)
    return { kind: 'address', postcode: digits + letters.toUpperCase(), number: number === '' ? null : number }
  return { kind: 'name', parts: plain(text).split(/\s+/).filter(Boolean) }
}

export function isSought(sought: Sought, { name, birthDate, postcode = '', street = '' }: PersonDetails): boolean {
  switch (sought.kind) {
    case 'born':
      return birthDate === sought.on
    case 'address':
      return (
        postcode.replace(' ', '').startsWith(sought.postcode) &&
        (sought.number === null || new RegExp(`(?:^| )${sought.number}(?:\\D|$)`).test(street))
      )
    case 'name': {
      const words = plain(name).split(/[\s-]+/)
      return sought.parts.length > 0 && sought.parts.every((part) => words.some((word) => word.startsWith(part)))
    }
  }
}

/** Without accents, titles and capitals: `Mw. Zoë de Wít` is found as `zoe wit`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[.,']/g, ' ')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, ' ')
    .trim()
