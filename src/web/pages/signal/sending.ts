// Putting somebody forward step by step: each step with a key of its own, so that a repeat after a failure does nothing twice.
import { openCase } from '../../../contract/cases.ts'
import { personTag } from '../../../contract/command-routes.ts'
import { addPerson, changePerson, type PersonBody } from '../../../contract/people.ts'
import { ageOn } from '../../../domain/person.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import type { TypedPerson } from '../people/typed-person.ts'

/** How far it came; kept as long as the page stands. */
export type Kept = {
  readonly key: string
  person: { readonly personId: string; readonly version: number; readonly sent: string } | null
  caseId: string | null
  testBegan: boolean
  /** How often a result was recorded: what is completed later is another one. */
  recorded: number
}

export const nothingKept = (): Kept => ({ key: newKey(), person: null, caseId: null, testBegan: false, recorded: 0 })

export type Asked = {
  readonly person: PersonBody
  readonly livesAtHome: TypedPerson['livesAtHome']
  readonly today: string
  /** Null: put forward only. */
  readonly facts: { readonly [fact: string]: string | number } | null
}

/** The id of the case. */
export async function putForward(kept: Kept, { person, livesAtHome, today, facts }: Asked): Promise<string> {
  const { personId } = await savedPerson(kept, person)
  if (kept.caseId === null) {
    const body = { personId, age: ageFor(person.birthDate, today), livesAtHome }
    kept.caseId = (await call(openCase, { body, key: `${kept.key}-case` })).body.caseId
  }
  const { caseId } = kept
  if (facts === null) return caseId
  if (!kept.testBegan) {
    await give({ caseId, type: 'startScreening', payload: { personAgrees: true }, key: `${kept.key}-start` })
    kept.testBegan = true
  }
  await give({ caseId, type: 'recordScreening', payload: { facts }, key: `${kept.key}-record-${kept.recorded}` })
  kept.recorded += 1
  return caseId
}

/** Added once; what is improved after that replaces the details. */
async function savedPerson(kept: Kept, person: PersonBody): Promise<NonNullable<Kept['person']>> {
  const sent = JSON.stringify(person)
  if (kept.person === null) {
    const { body } = await call(addPerson, { body: person, key: kept.key })
    kept.person = { ...body, sent }
  } else if (kept.person.sent !== sent) {
    const { personId, version } = kept.person
    const ifMatch = personTag(personId, version)
    const { body } = await call(changePerson, { params: { personId }, body: person, ifMatch, key: `${kept.key}-${version}` })
    kept.person = { ...body, sent }
  }
  return kept.person
}

/** The server takes ages that a case can be about; anything else it hears of with the screening. */
function ageFor(birthDate: string, today: string): number | 'unknown' {
  const age = ageOn(birthDate, today)
  return age >= 18 && age <= 115 ? age : 'unknown'
}

/** Nobody knows whether it arrived: only the very same may be sent again. */
export const mayHaveArrived = (error: unknown): boolean => error !== null && !(isRefusal(error) && error.problem.status < 500)
