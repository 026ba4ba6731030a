// Commands: what somebody can ask of a case. Each shape is declared once; HTTP, command line and imports all speak these.
import * as z from 'zod'
import type { IsoDate } from './calendar.ts'
import { ofCase } from './case-log.ts'
import type { Role } from './role.ts'
import type { Words } from './words.ts'

/** A name that every object has from birth (`constructor`) would be found in any table. */
const notInherited = {
  params: { nl: 'Deze naam kan hier niet; kies een andere', en: 'This name is not possible here; choose another' },
} satisfies { params: Words }
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .refine((name) => !(name in {}), notInherited)
const id = Id
const code = Id
/** An assignment may not be called what the case itself is called in its log. */
export const AssignmentId = Id.refine((name) => name !== ofCase, notInherited)
const text = z.string().trim().min(1).max(4000)
const day = z.iso.date()
/** Facts of the person; what they may be is in the pathway's own table, and is checked against it. */
const facts = z.record(z.string(), z.unknown())

const assignmentPart = { assignmentId: AssignmentId }
/** The course run on which a place is taken, or waited for. */
const onRun = { runId: id.optional() }
/** What of the local supply is chosen: an offer of that provider, and a run of it. */
const fromSupply = { offerId: id.optional(), ...onRun }
/** The meeting of a course run at which it was seen. */
const atMeeting = { meetingId: id.optional() }
/** How consent was given, and by whom; absent: nobody wrote that down. */
const consentWays = { how: z.enum(['spoken', 'written']).optional(), givenBy: z.enum(['person', 'representative']).optional() }
/** What was proposed and is not done now, or is done otherwise, with the person's reason. */
export const NotNow = z.strictObject({ code, answer: z.enum(['not', 'other']), reason: text })
export type NotNow = z.infer<typeof NotNow>
const andNotNow = { notNow: z.array(NotNow).max(30).optional() }
const flagCode = z.string().regex(/^RF\d\d$/)

/** Not reached: the practice is alarmed at once, and does not hear of it when the day is over. */
export const actedOnFlag = ['gpCalled', 'assessedAlready', 'gpNotReached'] as const
export type ActedOnFlag = (typeof actedOnFlag)[number]

/** One schema per command: what it carries beside who, when and the case. */
export const commandPayloads = {
  recordContact: z.strictObject({ reached: z.boolean() }),
  startScreening: z.strictObject({ personAgrees: z.boolean() }),
  recordScreening: z.strictObject({ facts }),
  acceptUpgrade: z.strictObject({ reason: text }),
  startAnalysis: z.strictObject({}),
  completeAnalysis: z.strictObject({}),
  recordDecision: z.discriminatedUnion('way', [
    z.strictObject({
      way: z.literal('assignment'),
      assignmentId: AssignmentId,
      intervention: code,
      domain: z.enum(['care', 'social']),
      providerId: id,
      ...fromSupply,
      goal: text,
      consentGiven: z.boolean(),
      redFlagsChecked: z.boolean(),
      consent: z.strictObject(consentWays).optional(),
      reasonForDeviation: text.optional(),
      ...andNotNow,
    }),
    z.strictObject({ way: z.literal('own'), goal: text, redFlagsChecked: z.boolean(), ...andNotNow }),
  ]),
  declineByPerson: z.strictObject({ reason: text.optional() }),
  /** `acted`: what whoever saw it has done about it. Whatever it is, only the GP's word releases. */
  raiseRedFlag: z.strictObject({ flag: flagCode, acted: z.enum(actedOnFlag).optional(), note: text.optional() }),
  releaseRedFlag: z.strictObject({ flags: z.array(flagCode).min(1).max(15), outcome: text, onWordOfGp: z.boolean() }),
  clearExercise: z.strictObject({ onWordOfGp: z.boolean(), note: text.optional() }),
  reportFall: z.strictObject({ injury: z.enum(['yes', 'no', 'unknown']), flag: flagCode.optional(), note: text.optional() }),
  correctFact: z.strictObject({ fact: code, value: z.unknown(), reason: text }),
  giveConsent: z.strictObject({ recipient: id, textVersion: z.string().max(40), ...consentWays }),
  withdrawConsent: z.strictObject({ recipient: id, reason: text.optional() }),
  recordInterimEvaluation: z.strictObject({ summary: text }),
  startEvaluation: z.strictObject({}),
  recordEvaluation: z.strictObject({ outcome: z.enum(['goalReached', 'plateau', 'unmetNeed']), summary: text }),
  recordFollowUpTalk: z.strictObject({
    months: z.union([z.literal(6), z.literal(12)]),
    exercises: z.enum(['yes', 'no', 'unknown']),
  }),
  answerFallsDiary: z.strictObject({ falls: z.int().min(0).max(99) }),
  recordMeasurement: z.strictObject({ measure: code, value: z.number().min(-1000).max(1000), measuredOn: day }),
  recordEnd: z.strictObject({ what: z.enum(['died', 'moved', 'admitted']) }),
  /** The person wants to decide later, on a day that is agreed. */
  parkCase: z.strictObject({ until: day, reason: text }),
  closeCase: z.strictObject({ reason: z.enum(['advised', 'completed', 'noContact', 'other']) }),
  proposeFollowUp: z.strictObject({ assignmentId: AssignmentId, code, providerId: id, ...fromSupply, ...andNotNow }),
  sendAssignment: z.strictObject(assignmentPart),
  markAssignmentSeen: z.strictObject(assignmentPart),
  recordAttempt: z.strictObject({ ...assignmentPart, reached: z.boolean() }),
  handOverAssignment: z.strictObject({ ...assignmentPart, to: id, note: text.optional() }),
  putOnWaitingList: z.strictObject({ ...assignmentPart, ...onRun }),
  /** Whether the certificate is valid is known from the local supply, and not asked. */
  acceptAssignment: z.strictObject({ ...assignmentPart, placeConfirmed: z.boolean(), ...onRun }),
  declineAssignment: z.strictObject({
    ...assignmentPart,
    /** One of the reasons of the pathway. */
    reason: code,
    note: text.optional(),
    parkUntil: day.optional(),
  }),
  withdrawAssignment: z.strictObject({ ...assignmentPart, reason: text }),
  planStart: z.strictObject({ ...assignmentPart, startsOn: day, ...onRun }),
  checkRedFlags: z.strictObject({ ...assignmentPart, nothingFound: z.literal(true) }),
  startAssignment: z.strictObject({ ...assignmentPart, ...atMeeting }),
  recordSession: z.strictObject({ ...assignmentPart, attended: z.boolean(), ...atMeeting }),
  pauseAssignment: z.strictObject({ ...assignmentPart, until: day.nullable(), reason: text.optional() }),
  resumeAssignment: z.strictObject(assignmentPart),
  completeAssignment: z.strictObject(assignmentPart),
  stopAssignmentEarly: z.strictObject({ ...assignmentPart, reason: text }),
  reportAssignment: z.strictObject({ ...assignmentPart, summary: text }),
} as const

export type CommandType = keyof typeof commandPayloads
export const commandTypes = Object.keys(commandPayloads) as CommandType[]

/** A command on a case there is: what, with its payload, by whom in which role, and when it happened. */
export type Command = {
  readonly [Type in CommandType]: { readonly type: Type; readonly payload: z.output<(typeof commandPayloads)[Type]> }
}[CommandType]

export type Envelope = {
  /** The day it happened; may be in the past. */
  readonly occurredOn: IsoDate
  /** Today, where the pathway lives. */
  readonly today: IsoDate
  readonly by: Role
}

/** T1: makes a case. Age and home are known only as far as the signaller knows. */
export const OpenCase = z.strictObject({
  caseId: id,
  personId: id,
  age: z.union([z.int().min(18).max(115), z.literal('unknown')]),
  livesAtHome: z.enum(['yes', 'no', 'unknown']),
  reopenedFrom: id.nullable(),
  /** Of somebody who comes back: agrees to the screening, which then begins at once. */
  personAgrees: z.boolean().optional(),
})
export type OpenCase = z.infer<typeof OpenCase>

export const commandWords: { readonly [type in CommandType]: Words } = {
  recordContact: { nl: 'contact vastleggen', en: 'record contact' },
  startScreening: { nl: 'de valrisicotest beginnen', en: 'start the screening' },
  recordScreening: { nl: 'de valrisicotest vastleggen', en: 'record the screening' },
  acceptUpgrade: { nl: 'toch een valanalyse doen', en: 'do a fall analysis after all' },
  startAnalysis: { nl: 'de valanalyse beginnen', en: 'start the fall analysis' },
  completeAnalysis: { nl: 'de valanalyse afronden', en: 'complete the fall analysis' },
  recordDecision: { nl: 'het gezamenlijke besluit vastleggen', en: 'record the shared decision' },
  declineByPerson: { nl: 'vastleggen dat de oudere niet verder wil', en: 'record that the older adult declines' },
  raiseRedFlag: { nl: 'een rode vlag melden', en: 'raise a red flag' },
  releaseRedFlag: { nl: 'een rode vlag opheffen', en: 'release a red flag' },
  clearExercise: { nl: 'oefenen weer toestaan', en: 'clear exercise' },
  reportFall: { nl: 'een val melden', en: 'report a fall' },
  correctFact: { nl: 'een gegeven verbeteren', en: 'correct a fact' },
  giveConsent: { nl: 'toestemming vastleggen', en: 'record consent' },
  withdrawConsent: { nl: 'toestemming intrekken', en: 'withdraw consent' },
  recordInterimEvaluation: { nl: 'de tussentijdse evaluatie vastleggen', en: 'record the interim evaluation' },
  startEvaluation: { nl: 'de evaluatie beginnen', en: 'start the evaluation' },
  recordEvaluation: { nl: 'de evaluatie vastleggen', en: 'record the evaluation' },
  recordFollowUpTalk: { nl: 'een vervolggesprek vastleggen', en: 'record a follow-up talk' },
  answerFallsDiary: { nl: 'de maandelijkse vraag beantwoorden', en: 'answer the monthly question' },
  recordMeasurement: { nl: 'een meting vastleggen', en: 'record a measurement' },
  recordEnd: { nl: 'overlijden, verhuizing of opname vastleggen', en: 'record death, move or admission' },
  parkCase: { nl: 'het besluit uitstellen tot een afgesproken dag', en: 'put the decision off until an agreed day' },
  closeCase: { nl: 'het traject afsluiten', en: 'close the case' },
  proposeFollowUp: { nl: 'een aanvullende actie klaarzetten', en: 'prepare a follow-up action' },
  sendAssignment: { nl: 'de opdracht versturen', en: 'send the assignment' },
  markAssignmentSeen: { nl: 'de opdracht als gezien markeren', en: 'mark the assignment as seen' },
  recordAttempt: { nl: 'een poging om te bellen vastleggen', en: 'record an attempt to reach the person' },
  handOverAssignment: { nl: 'de opdracht overdragen aan een collega', en: 'hand the assignment over to a colleague' },
  putOnWaitingList: { nl: 'op de wachtlijst zetten', en: 'put on the waiting list' },
  acceptAssignment: { nl: 'de opdracht aannemen', en: 'accept the assignment' },
  declineAssignment: { nl: 'de opdracht afwijzen', en: 'decline the assignment' },
  withdrawAssignment: { nl: 'de opdracht intrekken', en: 'withdraw the assignment' },
  planStart: { nl: 'de start plannen', en: 'plan the start' },
  checkRedFlags: { nl: 'de rodevlagcontrole herhalen', en: 'repeat the red-flag check' },
  startAssignment: { nl: 'de eerste bijeenkomst vastleggen', en: 'record the first session' },
  recordSession: { nl: 'een bijeenkomst vastleggen', en: 'record a session' },
  pauseAssignment: { nl: 'de opdracht pauzeren', en: 'pause the assignment' },
  resumeAssignment: { nl: 'de opdracht hervatten', en: 'resume the assignment' },
  completeAssignment: { nl: 'de opdracht afronden', en: 'complete the assignment' },
  stopAssignmentEarly: { nl: 'de opdracht eerder stoppen', en: 'stop the assignment early' },
  reportAssignment: { nl: 'de terugkoppeling geven', en: 'give the report' },
}
