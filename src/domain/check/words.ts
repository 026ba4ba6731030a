// Checks of words: every text is there in Dutch, English and, where the older adult reads it, in plain B1 Dutch.
import type { Finding } from './finding.ts'

/** Walks through data and finds every object that holds words: one with `nl`, `en` or `b1`. None of its texts may be empty. */
export function checkWords(data: unknown, at: string): Finding[] {
  if (typeof data !== 'object' || data === null) return []
  if (Array.isArray(data)) return data.flatMap((entry, index) => checkWords(entry, `${at}/${nameOf(entry) ?? index}`))
  const fields = data as { readonly [name: string]: unknown }
  if ('nl' in fields || 'en' in fields || 'b1' in fields) return checkTexts(fields, at)
  return Object.entries(fields).flatMap(([name, value]) => checkWords(value, `${at}/${name}`))
}

function checkTexts(words: { readonly [name: string]: unknown }, at: string): Finding[] {
  const wanted = 'b1' in words ? ['nl', 'en', 'b1'] : ['nl', 'en']
  return wanted
    .filter((language) => typeof words[language] !== 'string' || words[language].trim() === '')
    .map((language) => ({ check: 'words', at, problem: `No text in ${language}` }))
}

/** Entries that an older adult reads must have plain words. */
export const checkPlainWords = (entries: readonly { readonly at: string; readonly words: object }[]): Finding[] =>
  entries.filter(({ words }) => !('b1' in words)).map(({ at }) => ({ check: 'words', at, problem: 'No text in b1' }))

const nameOf = (entry: unknown): string | undefined =>
  typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id : undefined
