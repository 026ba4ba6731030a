// Which role may see what. Whose patient somebody is comes with identity; until then the role decides, and every look is logged.
import type { Refusal } from '../domain/result.ts'
import { type Role, roleWords } from '../domain/role.ts'

export type Sight =
  | 'person'
  | 'personList'
  | 'accessLog'
  | 'caseFile'
  | 'caseContent'
  | 'signalResult'
  | 'worklist'
  | 'inbox'
  | 'outgoing'
  | 'coverage'
  | 'orphans'
  | 'coordinatorDesk'

const practice = ['practiceNurse', 'practiceAssistant', 'generalPractitioner'] as const satisfies readonly Role[]
const besidePractice = ['geriatricSpecialist', 'districtNurse'] as const satisfies readonly Role[]
const providers = [
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'careProvider',
  'socialProvider',
  'communitySportCoach',
  'welfareWorker',
] as const satisfies readonly Role[]

const maySee: { readonly [sight in Sight]: readonly Role[] } = {
  person: [...practice, ...besidePractice],
  personList: [...practice, ...besidePractice],
  accessLog: practice,
  /** Where it stands, who is to act and by when. */
  caseFile: [...practice, ...besidePractice, 'coordinator'],
  /** What is known of the older adult: a chain coordinator sees the workflow without it. */
  caseContent: [...practice, ...besidePractice],
  /** Of somebody the own organisation put forward: what its own screening gave and who goes on with it; a signaller hears that it was received. */
  signalResult: [...practice, ...besidePractice, ...providers],
  worklist: [...practice, ...besidePractice, 'coordinator'],
  /** What was sent to the own organisation, and of that no more than the receiver's view. */
  inbox: [...providers, 'districtNurse'],
  /** What the own practice sent, and what was told of it. */
  outgoing: practice,
  /** Counts of the supply and of what it lacks, without persons. */
  coverage: ['coordinator'],
  /** Which work is not with its own person. */
  orphans: ['coordinator'],
  /** Everything that waits for the coordinator, with case numbers and without names of older adults. */
  coordinatorDesk: ['coordinator'],
}

/** Null when the role may; else who may, in words. */
export function whyNotSee(sight: Sight, role: Role): Refusal | null {
  if (maySee[sight].includes(role)) return null
  return refusalFor(role, maySee[sight])
}

/** Who may add or change the data of an older adult: everybody who may put somebody forward for care, the older adult not. */
const mayWritePerson: readonly Role[] = [...practice, ...besidePractice, ...providers, 'signaller', 'coordinator']
/** Who may save draft answers of an analysis. */
const mayAnswer: readonly Role[] = [...practice, ...besidePractice]

export const whyNotWritePerson = (role: Role): Refusal | null =>
  mayWritePerson.includes(role) ? null : refusalFor(role, mayWritePerson)
export const whyNotAnswer = (role: Role): Refusal | null => (mayAnswer.includes(role) ? null : refusalFor(role, mayAnswer))
/** Who may say that the supply lacks something for an older adult: who looks for it. */
const mayReportUnmetNeed: readonly Role[] = [...practice, ...besidePractice]
export const whyNotReportUnmetNeed = (role: Role): Refusal | null =>
  mayReportUnmetNeed.includes(role) ? null : refusalFor(role, mayReportUnmetNeed)

/** The worklist of a practice is its own. */
export const seesOwnPracticeOnly = (role: Role): boolean => practice.some((one) => one === role)

function refusalFor(role: Role, allowed: readonly Role[]): Refusal {
  const names = allowed.map((one) => roleWords[one])
  return {
    code: 'notYourRole',
    words: {
      nl: `Dit mag ${roleWords[role].nl} niet. Wel: ${names.map(({ nl }) => nl).join(', ')}.`,
      en: `Not for ${roleWords[role].en}. These may: ${names.map(({ en }) => en).join(', ')}.`,
    },
  }
}
