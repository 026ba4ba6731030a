// One example of the body of every command, as somebody in Amstelland would send it.
import type * as z from 'zod'
import type { CommandType, commandPayloads } from '../domain/commands.ts'

type Example<Type extends CommandType> =
  z.input<(typeof commandPayloads)[Type]> extends infer Payload
    ? Payload extends { assignmentId: string }
      ? Payload | Omit<Payload, 'assignmentId'>
      : Payload
    : never

/** Without what stands in the path. */
export const commandExamples: { readonly [Type in CommandType]: Example<Type> } = {
  recordContact: { reached: true },
  startScreening: { personAgrees: true },
  recordScreening: { facts: { falls12m: 1, injury: 'yes', concern: 'yes', mobilityDifficulty: 'no', walk4m: 4.6 } },
  acceptUpgrade: { reason: 'Twee keer bijna gevallen; mevrouw wil weten waardoor.' },
  startAnalysis: {},
  completeAnalysis: {},
  recordDecision: {
    way: 'assignment',
    assignmentId: 'a-2026-0001',
    intervention: 'inBalans',
    domain: 'social',
    providerId: 'provider-1',
    goal: 'Weer zelf naar de markt lopen',
    consentGiven: true,
    redFlagsChecked: true,
    consent: { how: 'spoken', givenBy: 'person' },
    reasonForDeviation: 'Dit is dichtbij en mevrouw kent de groep.',
    notNow: [{ code: 'eyeTest', answer: 'not', reason: 'Heeft in maart een afspraak' }],
  },
  declineByPerson: { reason: 'Wil eerst de operatie afwachten.' },
  raiseRedFlag: { flag: 'RF05', acted: 'gpCalled', note: 'Twee keer gevallen in een week' },
  releaseRedFlag: { flags: ['RF05'], outcome: 'Bloeddruk bijgesteld, oefenen mag', onWordOfGp: true },
  clearExercise: { onWordOfGp: true },
  reportFall: { injury: 'no', note: 'Uitgegleden in de keuken' },
  correctFact: { fact: 'falls12m', value: 2, reason: 'De dochter wist van nog een val' },
  giveConsent: { recipient: 'provider-1', textVersion: '2026-1', how: 'spoken', givenBy: 'person' },
  withdrawConsent: { recipient: 'provider-1' },
  recordInterimEvaluation: { summary: 'Medicatie is aangepast, loophulp is er.' },
  startEvaluation: {},
  recordEvaluation: { outcome: 'goalReached', summary: 'Loopt weer naar de markt.' },
  recordFollowUpTalk: { months: 6, exercises: 'yes' },
  answerFallsDiary: { falls: 0 },
  recordMeasurement: { measure: 'walk4m', value: 4.2, measuredOn: '2026-03-12' },
  recordEnd: { what: 'moved' },
  parkCase: { until: '2026-09-07', reason: 'Wil eerst op vakantie.' },
  closeCase: { reason: 'completed' },
  proposeFollowUp: { assignmentId: 'a-2026-0002', code: 'medicationReview', providerId: 'provider-2' },
  sendAssignment: {},
  markAssignmentSeen: {},
  recordAttempt: { reached: false },
  handOverAssignment: { to: 'coach-2', note: 'Ik ga met verlof; mevrouw begint in mei.' },
  putOnWaitingList: {},
  acceptAssignment: { placeConfirmed: true },
  declineAssignment: { reason: 'full', note: 'Geen plaats tot na de zomer' },
  withdrawAssignment: { reason: 'Mevrouw kiest toch voor thuis' },
  planStart: { startsOn: '2026-03-23' },
  checkRedFlags: { nothingFound: true },
  startAssignment: {},
  recordSession: { attended: true },
  pauseAssignment: { until: '2026-05-04', reason: 'Logeert bij haar zoon' },
  resumeAssignment: {},
  completeAssignment: {},
  stopAssignmentEarly: { reason: 'Te zwaar' },
  reportAssignment: { summary: 'Vertrouwen in lopen is duidelijk toegenomen.' },
}
