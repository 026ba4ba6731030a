// Which role may give which command: one table. Whether the case is in a position to take it is the machine's to say.
import type { CommandType } from '../domain/commands.ts'
import type { Refusal } from '../domain/result.ts'
import { type Role, roleWords } from '../domain/role.ts'

const practice = ['practiceNurse', 'practiceAssistant', 'generalPractitioner'] as const satisfies readonly Role[]
const nurse = ['practiceNurse', 'generalPractitioner'] as const satisfies readonly Role[]
const professionals = [
  ...practice,
  'geriatricSpecialist',
  'districtNurse',
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'careProvider',
  'socialProvider',
  'communitySportCoach',
  'welfareWorker',
] as const satisfies readonly Role[]
const providers = [
  'careProvider',
  'socialProvider',
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'communitySportCoach',
  'welfareWorker',
  'districtNurse',
] as const satisfies readonly Role[]

const mayGive: { readonly [type in CommandType]: readonly Role[] } = {
  recordContact: professionals,
  startScreening: professionals,
  recordScreening: professionals,
  acceptUpgrade: nurse,
  startAnalysis: nurse,
  completeAnalysis: nurse,
  recordDecision: nurse,
  declineByPerson: professionals,
  raiseRedFlag: professionals,
  releaseRedFlag: nurse,
  clearExercise: nurse,
  reportFall: [...professionals, 'person', 'informalCarer'],
  correctFact: nurse,
  giveConsent: professionals,
  withdrawConsent: [...professionals, 'person'],
  recordInterimEvaluation: nurse,
  startEvaluation: nurse,
  recordEvaluation: nurse,
  recordFollowUpTalk: [...practice, 'communitySportCoach'],
  answerFallsDiary: [...practice, 'person', 'informalCarer'],
  recordMeasurement: professionals,
  recordEnd: practice,
  parkCase: nurse,
  closeCase: practice,
  proposeFollowUp: nurse,
  sendAssignment: nurse,
  markAssignmentSeen: providers,
  recordAttempt: providers,
  handOverAssignment: [...providers, 'coordinator'],
  putOnWaitingList: providers,
  acceptAssignment: providers,
  declineAssignment: providers,
  withdrawAssignment: nurse,
  planStart: providers,
  checkRedFlags: [...providers, ...nurse],
  startAssignment: providers,
  recordSession: providers,
  pauseAssignment: [...providers, ...nurse],
  resumeAssignment: [...providers, ...nurse],
  completeAssignment: providers,
  stopAssignmentEarly: [...providers, ...nurse],
  reportAssignment: providers,
}

/** These see and touch only what was sent to their own organisation. */
export const worksForProvider = (role: Role): boolean => providers.some((one) => one === role)

/** Who can do something with an assignment that lands with them: answer it, or hand it to a colleague. */
export const mayHoldWork = (role: Role): boolean => mayGive.handOverAssignment.includes(role)

/** Null when the role may; else who may, in words. */
export function whyNotAllowed(type: CommandType, role: Role): Refusal | null {
  if (mayGive[type].includes(role)) return null
  const allowed = mayGive[type].map((one) => roleWords[one])
  return {
    code: 'notYourRole',
    words: {
      nl: `Dit mag ${roleWords[role].nl} niet. Wel: ${allowed.map(({ nl }) => nl).join(', ')}.`,
      en: `Not for ${roleWords[role].en}. These may: ${allowed.map(({ en }) => en).join(', ')}.`,
    },
  }
}

/** Who may put forward an older adult: anybody in the chain. */
export const mayOpenCase: ReadonlySet<Role> = new Set([...professionals, 'signaller', 'person', 'informalCarer', 'coordinator'])
