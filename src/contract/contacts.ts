// Contacts (who is who): the people of the chain by organisation and area, with what to ask them and when they are there.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { Role } from '../domain/role.ts'
import { Area, ContactDetails } from '../domain/supply.ts'
import { day, operation, Page, pageOf } from './operation.ts'
import { SupplySaved } from './supply.ts'

/** `login` false: answers by link, and needs an e-mail address for that. `active` absent: as it was, or true. */
export const ContactBody = z.strictObject({
  organisationId: Id,
  role: Role.exclude(['system', 'person', 'informalCarer']),
  login: z.boolean(),
  active: z.boolean().optional(),
  ...ContactDetails.shape,
})
export type ContactBody = z.infer<typeof ContactBody>

const example: z.input<typeof ContactBody> = {
  organisationId: 'club',
  role: 'communitySportCoach',
  login: true,
  name: 'Pip Sprong (verzonnen)',
  email: 'pip@desprong.example',
  phone: '06-0000 0001',
  askMe: 'Welke groep bij iemand past',
  days: ['mo', 'tu', 'th'],
}

export const Contact = z.strictObject({
  accountId: Id,
  version: z.int(),
  /** As it can be sent back. */
  contact: z.strictObject({ ...ContactBody.shape, role: Role }),
  roleWords: z.string(),
  organisationName: z.string(),
  /** Days, in words. */
  daysWords: z.string().nullable(),
  /** The day this person was added; null: from before that was kept. */
  addedOn: day.nullable(),
  /** The day this person left; null while here. */
  leftOn: day.nullable(),
  /** Who stands in, and until when (null: for good); null: present today. */
  away: z.strictObject({ from: day, until: day.nullable(), replacementId: z.string(), replacementName: z.string() }).nullable(),
})
export type Contact = z.infer<typeof Contact>

const ContactPath = z.strictObject({ accountId: Id })
const shape = '"<accountId>.<version>"'

export const listContacts = operation({
  operationId: 'listContacts',
  method: 'GET',
  path: '/v1/contacts',
  tag: 'supply',
  words: { nl: 'Wie is wie: op organisatie en kenmerk', en: 'Who is who: by organisation and id' },
  query: z.strictObject({
    organisationId: Id.optional(),
    /** Of organisations in this municipality, or with an offer that serves this area. */
    area: Area.optional(),
    /** `all`: who left, or can no longer log in, too. */
    show: z.enum(['present', 'all']).default('present'),
    ...Page,
  }),
  answer: pageOf(Contact),
})

export const addContact = operation({
  operationId: 'addContact',
  method: 'POST',
  path: '/v1/contacts',
  tag: 'supply',
  words: { nl: 'Iemand toevoegen aan wie is wie', en: 'Add somebody to who is who' },
  body: ContactBody,
  example,
  idempotencyKey: true,
  status: 201,
  answer: SupplySaved,
})

export const getContact = operation({
  operationId: 'getContact',
  method: 'GET',
  path: '/v1/contacts/{accountId}',
  tag: 'supply',
  words: { nl: 'Eén persoon uit wie is wie', en: 'One person of who is who' },
  params: ContactPath,
  answer: Contact,
})

export const changeContact = operation({
  operationId: 'changeContact',
  method: 'PUT',
  path: '/v1/contacts/{accountId}',
  tag: 'supply',
  words: { nl: 'De gegevens van iemand vervangen', en: 'Replace the details of somebody' },
  params: ContactPath,
  body: ContactBody,
  example,
  idempotencyKey: true,
  ifMatch: { needed: 'required', shape },
  answer: SupplySaved,
})
