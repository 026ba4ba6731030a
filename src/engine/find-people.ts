// Finding older adults of one practice. Their names may become ciphertext, so they are read and compared here, page by page.
import type { PersonDetails } from '../domain/person.ts'
import { isSought, soughtBy } from '../domain/person-search.ts'
import { loadCase } from '../store/cases.ts'
import { loadPerson, personsOfPractice } from '../store/persons.ts'
import type { PersonRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

const pageSize = 500

/** At most `most`, in order of name; a number of a case gives the person it is about. */
export async function findPeople({ store }: Engine, practiceId: string, typed: string, most: number): Promise<PersonRow[]> {
  const byCase = /^[A-Za-z0-9_-]{3,64}$/.test(typed) ? await loadCase(store, typed) : null
  const ofCase = byCase === null ? null : await loadPerson(store, byCase.person_id)
  if (ofCase !== null) return ofCase.practice_id === practiceId ? [ofCase] : []
  const sought = soughtBy(typed)
  const found: { readonly row: PersonRow; readonly name: string }[] = []
  for (let after: string | null = null; ; ) {
    const page: PersonRow[] = await personsOfPractice(store, practiceId, after, pageSize)
    for (const row of page) {
      const details = parsedFrom<PersonDetails>(row.details)
      if (isSought(sought, details)) found.push({ row, name: details.name })
    }
    if (page.length < pageSize) break
    after = page.at(-1)!.id
  }
  found.sort((a, b) => (a.name === b.name ? (a.row.id < b.row.id ? -1 : 1) : a.name < b.name ? -1 : 1))
  return found.slice(0, most).map(({ row }) => row)
}
