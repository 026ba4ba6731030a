// People: who a case is about, where they belong, and who looked at their data.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { PersonDetails } from '../domain/person.ts'
import { instant, operation, Page, PersonPath, pageOf, personShape, sentence } from './operation.ts'

const municipality = z.string().regex(/^GM\d{4}$/)

/** `practiceId`: the practice that has the person's care; absent: that of who asks. */
export const PersonBody = z.strictObject({ ...PersonDetails.shape, practiceId: Id.optional(), municipality })
export type PersonBody = z.infer<typeof PersonBody>

const example: z.input<typeof PersonBody> = {
  name: 'Mevrouw H. (verzonnen)',
  birthDate: '1945-04-12',
  sex: 'F',
  postcode: '1181 AA',
  city: 'Amstelveen',
  phone: '020 000 0000',
  municipality: 'GM0362',
}

export const PersonSaved = z.strictObject({ personId: Id, version: z.int() })
export type PersonSaved = z.infer<typeof PersonSaved>

export const Person = z.strictObject({
  personId: Id,
  version: z.int(),
  practiceId: z.string(),
  municipality: z.string(),
  details: PersonDetails,
  cases: z.array(
    z.strictObject({ caseId: Id, stage: z.string(), stageWords: z.string(), openedOn: z.string(), pathway: z.string() }),
  ),
})
export type Person = z.infer<typeof Person>

export const AccessLine = z.strictObject({
  at: instant,
  actorId: z.string(),
  /** By name; the id where no name is known. */
  name: z.string(),
  role: z.string(),
  roleWords: z.string(),
  caseId: z.string().nullable(),
  action: z.string(),
  /** What was looked at or done. */
  words: sentence,
  outcome: z.string(),
  requestId: z.string(),
})
export type AccessLine = z.infer<typeof AccessLine>

const PersonLine = Person.omit({ cases: true })
export type PersonLine = z.infer<typeof PersonLine>

export const addPerson = operation({
  operationId: 'addPerson',
  method: 'POST',
  path: '/v1/people',
  tag: 'people',
  words: { nl: 'Een oudere toevoegen', en: 'Add an older adult' },
  body: PersonBody,
  example,
  idempotencyKey: true,
  status: 201,
  answer: PersonSaved,
})

export const listPeople = operation({
  operationId: 'listPeople',
  method: 'GET',
  path: '/v1/people',
  tag: 'people',
  words: { nl: 'De ouderen van een praktijk', en: 'The older adults of a practice' },
  query: z.strictObject({
    practiceId: Id.optional(),
    ...Page,
  }),
  answer: pageOf(PersonLine),
})

/** What is sought by is personal: it goes in the body, where no log and no history of addresses keeps it. */
export const findPeople = operation({
  operationId: 'findPeople',
  method: 'POST',
  path: '/v1/people/_search',
  tag: 'people',
  words: { nl: 'Een oudere zoeken', en: 'Find an older adult' },
  body: z.strictObject({
    practiceId: Id.optional(),
    /** A name, a birth date, a postcode with house number, or the number of a case; the first ones in order of name. */
    q: z.string().trim().min(2).max(100),
    limit: z.number().int().min(1).max(50).default(20),
  }),
  example: { q: 'Vermeer', limit: 20 },
  answer: z.strictObject({ items: z.array(PersonLine) }),
})

export const getPerson = operation({
  operationId: 'getPerson',
  method: 'GET',
  path: '/v1/people/{personId}',
  tag: 'people',
  words: { nl: 'Eén oudere, met de trajecten', en: 'One older adult, with the cases' },
  params: PersonPath,
  answer: Person,
})

export const changePerson = operation({
  operationId: 'changePerson',
  method: 'PUT',
  path: '/v1/people/{personId}',
  tag: 'people',
  words: { nl: 'De gegevens van een oudere vervangen', en: 'Replace the details of an older adult' },
  params: PersonPath,
  body: PersonBody,
  example,
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape: personShape },
  answer: PersonSaved,
})

export const getAccessLog = operation({
  operationId: 'getAccessLog',
  method: 'GET',
  path: '/v1/people/{personId}/access-log',
  tag: 'people',
  words: { nl: 'Wie de gegevens van een oudere zag of veranderde', en: 'Who saw or changed the data of an older adult' },
  params: PersonPath,
  query: z.strictObject(Page),
  /** `total`: of all pages together. */
  answer: pageOf(AccessLine).extend({ total: z.int() }),
})
