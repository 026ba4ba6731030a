// Named people: for each part somebody has in a case, who that is today, and what put somebody else in that place.
import type { CaseState } from '../domain/case-state.ts'
import { type Owner, ownerWords } from '../domain/machine-definition.ts'
import { passedWords } from '../domain/responsibility.ts'
import type { Words } from '../domain/words.ts'
import { workIn } from '../domain/work-in-case.ts'
import type { NamedPerson, WhoIn } from '../readmodels/deadline-lines.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { loadPerson } from '../store/persons.ts'
import { sha256 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { callable, nameOf, peopleToday, type Told, toldOf } from './who.ts'

/** For one case, today; each part is looked up once. */
export async function namesIn(engine: Engine, state: CaseState): Promise<WhoIn> {
  const [people, person] = await Promise.all([peopleToday(engine), loadPerson(engine.store, state.personId)])
  const practiceId = person?.practice_id ?? ''
  const known = new Map<string, NamedPerson>()
  return (owner, subject) => {
    const part = `${owner} ${subject}`
    const named = known.get(part) ?? namedFrom(people, owner, toldOf(people, owner, workIn(state, practiceId, subject)))
    known.set(part, named)
    return named
  }
}

const namedFrom = (people: WhoIsWho, owner: Owner, told: Told): NamedPerson => ({
  accountId: told.accountId,
  name: told.name,
  phone: callable(people, told).phone,
  because: becauseOf(people, owner, told),
})

/** Null when it is simply this person's. */
export function becauseOf(
  people: WhoIsWho,
  owner: Owner,
  { accountId, name, passed, onBehalfOf, lastResort }: Told,
): Words | null {
  if (accountId === null) return nobody
  const [first] = passed
  if (first !== undefined) {
    const [was, why] = [nameOf(people, first.accountId), passedWords[first.why]]
    const until = first.why === 'absent' ? people.absences.get(first.accountId)?.untilOn : undefined
    const till = { nl: until ? ` tot en met ${dayAndMonth(until)}` : '', en: until ? ` up to and including ${until}` : '' }
    return first.why === 'absent'
      ? { nl: `${was} ${why.nl}${till.nl}; ${name} neemt waar`, en: `${was} ${why.en}${till.en}; ${name} stands in` }
      : { nl: `${was} ${why.nl}; ${name} heeft het nu`, en: `${was} ${why.en}; ${name} has it now` }
  }
  const part = ownerWords(owner)
  if (onBehalfOf !== null)
    return { nl: `${part.nl} heeft geen account; ${name} belt`, en: `${part.en} has no account; ${name} phones` }
  if (lastResort && owner !== 'coordinator')
    return { nl: `hier is niemand aangewezen; ${name} vangt het op`, en: `nobody is named here; ${name} takes it up` }
  return null
}

const nobody: Words = { nl: 'niemand is bereikbaar', en: 'nobody can be reached' }

const dayAndMonth = (day: string): string => `${Number(day.slice(8))}-${Number(day.slice(5, 7))}`

/** Changes when one of the people who are told does, though nothing happened in the case. */
export const printOf = (names: readonly NamedPerson[]): string => sha256(JSON.stringify(names)).slice(0, 8)
