// Why something was declined or stopped: the reason of the table with the note beside it, or what was written.
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'

/** `record` of the entry; null when nobody gave a reason. */
export function reasonWords({ declineReasons }: Pathway, record: object, language: Language): string | null {
  const { reason, note } = record as { readonly reason?: unknown; readonly note?: unknown }
  const parts = [reason, note].filter((part) => typeof part === 'string' && part !== '') as string[]
  if (parts.length === 0) return null
  return parts.map((part) => declineReasons.find(({ id }) => id === part)?.words[language] ?? part).join(': ')
}
