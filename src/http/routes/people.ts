// People: added, changed and looked up; who looked is to be seen too.
import * as z from 'zod'
import { whyNotSee } from '../../access/reading.ts'
import { personTag } from '../../contract/command-routes.ts'
import * as contract from '../../contract/people.ts'
import { type PersonDetails, PersonDetails as PersonDetailsSchema } from '../../domain/person.ts'
import { Role, roleWords } from '../../domain/role.ts'
import { type Stage, stageWords } from '../../domain/stage.ts'
import type { Language } from '../../domain/words.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { findPeople } from '../../engine/find-people.ts'
import { logLooks } from '../../engine/look.ts'
import { type PersonHandled, savePerson } from '../../engine/people.ts'
import { nameOf, peopleToday } from '../../engine/who.ts'
import { accessWords } from '../../readmodels/access-words.ts'
import { accessToPerson, countAccessTo } from '../../store/access-log.ts'
import { casesOfPerson } from '../../store/cases.ts'
import type { WhoIsWho } from '../../store/directory.ts'
import { loadPerson, personsOfPractice } from '../../store/persons.ts'
import type { AccessRow, PersonRow } from '../../store/tables.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere } from '../problems.ts'
import type { Outcome, Serve } from '../serve.ts'
import { editedOf } from './supply-saved.ts'

export function peopleRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine
  const saved = (handled: PersonHandled, status: 200 | 201): Outcome => {
    if (handled.is === 'faulty') return { trouble: faulty(handled.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    return outcomeOf(handled, engine.pathways.values(), (answer) => {
      const { personId, version } = parsedFrom<contract.PersonSaved>(answer)
      return { status, headers: { etag: personTag(personId, version), location: `/v1/people/${personId}` } }
    })
  }

  serve(contract.addPerson, async ({ actor, key, requestId, body }) =>
    saved(await savePerson(engine, { actor, key, requestId, body }), 201),
  )

  serve(contract.changePerson, async ({ actor, key, requestId, body, params, ifMatch }) => {
    const { id: personId, version } = editedOf(params.personId, ifMatch)
    const edited = { personId, version }
    return saved(await savePerson(engine, { actor, key, requestId, body, edited }), 200)
  })

  serve(contract.listPeople, async ({ actor, requestId, query }) => {
    const refusal = whyNotSee('personList', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, z.strictObject({ id: z.string().max(64) }))
    if ('trouble' in from) return from
    const practiceId = query.practiceId ?? actor.organisationId
    const rows = await personsOfPractice(store, practiceId, from.place?.id ?? null, query.limit)
    const looks = rows.map(({ id }) => ({ action: 'listPeople', personId: id, caseId: null }))
    await logLooks(engine, { actor, requestId }, looks, 'seen')
    const next = rows.length === query.limit ? cursorOf({ id: rows.at(-1)!.id }) : null
    return { body: { items: rows.map(lineOf), next } }
  })

  serve(contract.findPeople, async ({ actor, requestId, body }) => {
    const refusal = whyNotSee('personList', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const rows = await findPeople(engine, body.practiceId ?? actor.organisationId, body.q, body.limit)
    const looks = rows.map(({ id }) => ({ action: 'findPeople', personId: id, caseId: null }))
    await logLooks(engine, { actor, requestId }, looks, 'seen')
    return { body: { items: rows.map(lineOf) } }
  })

  serve(contract.getPerson, async ({ actor, requestId, params, language }) => {
    const refusal = whyNotSee('person', actor.role)
    const row = await loadPerson(store, params.personId)
    if (row !== null) {
      const look = { action: 'readPerson', personId: row.id, caseId: null }
      await logLooks(engine, { actor, requestId }, [look], refusal === null ? 'seen' : 'refused')
    }
    if (refusal !== null) return { trouble: forbidden(refusal) }
    if (row === null) return { trouble: notThere }
    const cases = (await casesOfPerson(store, row.id)).map((one) => ({
      caseId: one.id,
      stage: one.stage,
      stageWords: stageName(one.stage, language),
      openedOn: one.opened_on,
      pathway: one.pathway,
    }))
    return { body: { ...lineOf(row), cases } satisfies contract.Person, headers: { etag: personTag(row.id, row.version) } }
  })

  serve(contract.getAccessLog, async ({ actor, requestId, params, query, language }) => {
    const refusal = whyNotSee('accessLog', actor.role)
    const row = await loadPerson(store, params.personId)
    if (row !== null) {
      const look = { action: 'readAccessLog', personId: row.id, caseId: null }
      await logLooks(engine, { actor, requestId }, [look], refusal === null ? 'seen' : 'refused')
    }
    if (refusal !== null) return { trouble: forbidden(refusal) }
    if (row === null) return { trouble: notThere }
    const from = placeOf(query.cursor, z.strictObject({ at: z.string().max(40), id: z.string().max(200) }))
    if ('trouble' in from) return from
    const [lines, total, people] = await Promise.all([
      accessToPerson(store, row.id, query.limit, from.place),
      countAccessTo(store, row.id),
      peopleToday(engine),
    ])
    const last = lines.at(-1)
    const next = last === undefined || lines.length < query.limit ? null : cursorOf({ at: last.at, id: last.id })
    return { body: { items: lines.map((line) => accessLineOf(line, people, language)), next, total } }
  })
}

const lineOf = (row: PersonRow): contract.PersonLine => ({
  personId: row.id,
  version: row.version,
  practiceId: row.practice_id,
  municipality: row.municipality,
  details: PersonDetailsSchema.parse(parsedFrom<PersonDetails>(row.details)),
})

const stageName = (stage: string, language: Language): string => stageWords[stage as Stage]?.[language] ?? stage

function accessLineOf(row: AccessRow, people: WhoIsWho, language: Language): contract.AccessLine {
  const role = Role.safeParse(row.actor_role)
  return {
    at: row.at,
    actorId: row.actor_id,
    name: nameOf(people, row.actor_id),
    role: row.actor_role,
    roleWords: role.success ? roleWords[role.data][language] : row.actor_role,
    caseId: row.case_id,
    action: row.action,
    words: accessWords(row.action)[language],
    outcome: row.outcome,
    requestId: row.request_id,
  }
}
