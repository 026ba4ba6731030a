// Absences: who is away from when until when and who has the work, leaving, handing over, and the handover note.
import * as z from 'zod'
import { isTooLong } from '../domain/absence-rules.ts'
import { Id } from '../domain/commands.ts'
import { day, instant, operation, Page, pageOf, sentence } from './operation.ts'

/** For the successor: what runs, and where to find it. No names of older adults: those stand in the cases. */
const note = z.string().trim().min(1).max(2000)

type Days = { readonly fromOn: string; readonly untilOn: string | null }

const lastBeforeFirst = {
  path: ['untilOn'],
  params: { nl: 'De laatste dag ligt voor de eerste', en: 'The last day lies before the first' },
}
const longerThanAYear = {
  path: ['untilOn'],
  params: {
    nl: 'Een afwezigheid duurt hoogstens een jaar. Daarna: werk overdragen of vertrekken',
    en: 'An absence is at most a year long. Beyond that: hand the work over, or leave',
  },
}
const inOrder = ({ fromOn, untilOn }: Days) => untilOn === null || fromOn <= untilOn
const withinAYear = ({ fromOn, untilOn }: Days) => untilOn === null || !isTooLong(fromOn, untilOn)

/** From the first up to and including the last day; whoever replaces has the work of those days. */
export const AbsenceBody = z
  .strictObject({ accountId: Id, fromOn: day, untilOn: day, replacementId: Id, note })
  .refine(inOrder, lastBeforeFirst)
  .refine(withinAYear, longerThanAYear)
export type AbsenceBody = z.infer<typeof AbsenceBody>

/** Without a last day: until it is cancelled, as work that was handed over. */
export const AbsenceChange = z
  .strictObject({ fromOn: day, untilOn: day.nullable(), replacementId: Id, note })
  .refine(inOrder, lastBeforeFirst)
  .refine(withinAYear, longerThanAYear)
export type AbsenceChange = z.infer<typeof AbsenceChange>

/** Not there any more from `on` on. */
export const LeaveBody = z.strictObject({ on: day, successorId: Id, note })
export type LeaveBody = z.infer<typeof LeaveBody>

export const ReassignBody = z.strictObject({ to: Id, note })
export type ReassignBody = z.infer<typeof ReassignBody>

export const AbsenceSaved = z.strictObject({ absenceId: z.string(), version: z.int() })
export type AbsenceSaved = z.infer<typeof AbsenceSaved>

export const Absence = z.strictObject({
  absenceId: z.string(),
  etag: z.string(),
  version: z.int(),
  accountId: z.string(),
  name: z.string(),
  organisationId: z.string(),
  kind: z.enum(['absence', 'departure']),
  fromOn: day,
  untilOn: day.nullable(),
  replacementId: z.string(),
  replacementName: z.string(),
  /** Who has the work today: the replacement, or who replaces them. Null outside these days. */
  now: z.strictObject({ accountId: z.string(), name: z.string() }).nullable(),
  state: z.enum(['planned', 'cancelled']),
  /** Null: the handover stands open. */
  acknowledgedAt: instant.nullable(),
  createdAt: instant,
  /** Only for who is away, who takes over and the coordinators. */
  note: sentence.nullable(),
  /** What whoever asks may do with it now. */
  allowed: z.array(z.enum(['cancel', 'acknowledge'])),
})
export type Absence = z.infer<typeof Absence>

export const absenceTag = (absenceId: string, version: number): string => `"${absenceId}.${version}"`
const absenceShape = '"<absenceId>.<version>"'
const AbsencePath = z.strictObject({ absenceId: Id })
const ContactPath = z.strictObject({ accountId: Id })
const edited = { idempotencyKey: true, ifMatch: { needed: 'required', shape: absenceShape }, answer: AbsenceSaved } as const

const example = {
  fromOn: '2027-07-12',
  untilOn: '2027-08-03',
  replacementId: 'some-generalPractitioner',
  note: 'Er lopen twee aanmeldingen; de cursus begint 1 september.',
}

export const listAbsences = operation({
  operationId: 'listAbsences',
  method: 'GET',
  path: '/v1/absences',
  tag: 'supply',
  words: { nl: 'Wie er weg is of weggaat, en wie waarneemt', en: 'Who is away or leaves, and who takes over' },
  query: z.strictObject({
    accountId: Id.optional(),
    organisationId: Id.optional(),
    replacementId: Id.optional(),
    /** `open`: only handovers that are not acknowledged. */
    handover: z.literal('open').optional(),
    /** `yes`: those that are over too. */
    past: z.enum(['yes', 'no']).default('no'),
    ...Page,
  }),
  answer: pageOf(Absence),
})

export const planAbsence = operation({
  operationId: 'planAbsence',
  method: 'POST',
  path: '/v1/absences',
  tag: 'supply',
  words: { nl: 'Afwezigheid met waarneming melden', en: 'Plan an absence with a replacement' },
  body: AbsenceBody,
  example: { accountId: 'some-practiceNurse', ...example },
  idempotencyKey: true,
  status: 201,
  answer: AbsenceSaved,
})

export const getAbsence = operation({
  operationId: 'getAbsence',
  method: 'GET',
  path: '/v1/absences/{absenceId}',
  tag: 'supply',
  words: { nl: 'Eén afwezigheid, met de overdracht', en: 'One absence, with the handover' },
  params: AbsencePath,
  answer: Absence,
})

export const changeAbsence = operation({
  operationId: 'changeAbsence',
  method: 'PUT',
  path: '/v1/absences/{absenceId}',
  tag: 'supply',
  words: {
    nl: 'Een afwezigheid vervangen; de overdracht staat weer open',
    en: 'Replace an absence; the handover stands open again',
  },
  params: AbsencePath,
  body: AbsenceChange,
  example,
  ...edited,
})

export const cancelAbsence = operation({
  operationId: 'cancelAbsence',
  method: 'POST',
  path: '/v1/absences/{absenceId}/_cancel',
  tag: 'supply',
  words: { nl: 'Een afwezigheid intrekken, of overgedragen werk terugnemen', en: 'Cancel an absence, or take work back' },
  params: AbsencePath,
  body: z.strictObject({}),
  example: {},
  ...edited,
})

export const acknowledgeAbsence = operation({
  operationId: 'acknowledgeAbsence',
  method: 'POST',
  path: '/v1/absences/{absenceId}/_acknowledge',
  tag: 'supply',
  words: { nl: 'Bevestigen dat de overdracht is gelezen', en: 'Acknowledge that the handover was read' },
  params: AbsencePath,
  body: z.strictObject({}),
  example: {},
  ...edited,
})

export const leaveContact = operation({
  operationId: 'leaveContact',
  method: 'POST',
  path: '/v1/contacts/{accountId}/_leave',
  tag: 'supply',
  words: {
    nl: 'Een collega vertrekt: al het werk gaat naar de opvolger',
    en: 'A colleague leaves: all work goes to the successor',
  },
  params: ContactPath,
  body: LeaveBody,
  example: { on: '2027-09-01', successorId: 'some-generalPractitioner', note: 'Alles staat in de trajecten.' },
  idempotencyKey: true,
  status: 201,
  answer: AbsenceSaved,
})

export const reassignContact = operation({
  operationId: 'reassignContact',
  method: 'POST',
  path: '/v1/contacts/{accountId}/_reassign',
  tag: 'supply',
  words: { nl: 'Al het open werk van iemand overdragen', en: 'Hand over all open work of somebody' },
  params: ContactPath,
  body: ReassignBody,
  example: { to: 'some-generalPractitioner', note: 'Langdurig ziek.' },
  idempotencyKey: true,
  status: 201,
  answer: AbsenceSaved,
})
