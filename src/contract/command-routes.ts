// Where each command is sent: its path below a case, and whether the version that was seen must be named with it.
import type { CommandType } from '../domain/commands.ts'

export type CommandRoute = {
  /** Below `/v1/cases/{caseId}/`. What is between braces is part of the payload and does not stand in the body. */
  readonly path: string
  /** What `If-Match` names, in the version the asker saw: `"<caseId>.<seq>"` or `"<assignmentId>.<version>"`. */
  readonly of: 'case' | 'assignment'
  /** Without `If-Match` the command is answered with 428. */
  readonly ifMatch: 'required' | 'optional'
}

const onCase = (path: string, ifMatch: CommandRoute['ifMatch'] = 'optional'): CommandRoute => ({ path, of: 'case', ifMatch })
const onAssignment = (act: string): CommandRoute => ({
  path: `assignments/{assignmentId}/${act}`,
  of: 'assignment',
  ifMatch: 'required',
})

/** All of them are POST. */
export const commandRoutes: { readonly [type in CommandType]: CommandRoute } = {
  recordContact: onCase('contacts'),
  startScreening: onCase('screenings/_start'),
  recordScreening: onCase('screenings'),
  acceptUpgrade: onCase('analyses/_propose'),
  startAnalysis: onCase('analyses'),
  completeAnalysis: onCase('analyses/_complete', 'required'),
  recordDecision: onCase('decisions', 'required'),
  declineByPerson: onCase('_decline'),
  raiseRedFlag: onCase('red-flags'),
  releaseRedFlag: onCase('red-flags/_release'),
  clearExercise: onCase('red-flags/_clear-exercise'),
  reportFall: onCase('falls'),
  correctFact: onCase('corrections', 'required'),
  giveConsent: onCase('consents'),
  withdrawConsent: onCase('consents/_withdraw'),
  recordInterimEvaluation: onCase('evaluations/_interim'),
  startEvaluation: onCase('evaluations/_start'),
  recordEvaluation: onCase('evaluations'),
  recordFollowUpTalk: onCase('follow-up-talks'),
  answerFallsDiary: onCase('falls-diary'),
  recordMeasurement: onCase('measurements'),
  recordEnd: onCase('_end'),
  parkCase: onCase('_park'),
  closeCase: onCase('_close', 'required'),
  proposeFollowUp: onCase('assignments'),
  sendAssignment: onAssignment('_send'),
  markAssignmentSeen: onAssignment('_seen'),
  recordAttempt: onAssignment('_attempt'),
  handOverAssignment: onAssignment('_hand-over'),
  putOnWaitingList: onAssignment('_waitlist'),
  acceptAssignment: onAssignment('_accept'),
  declineAssignment: onAssignment('_decline'),
  withdrawAssignment: onAssignment('_withdraw'),
  planStart: onAssignment('_plan'),
  checkRedFlags: onAssignment('_check-red-flags'),
  startAssignment: onAssignment('_start'),
  recordSession: onAssignment('sessions'),
  pauseAssignment: onAssignment('_pause'),
  resumeAssignment: onAssignment('_resume'),
  completeAssignment: onAssignment('_complete'),
  stopAssignmentEarly: onAssignment('_stop'),
  reportAssignment: onAssignment('_report'),
}

/** The path of a command on one case, and on one of its assignments where the command is about one. */
export const pathOfCommand = (type: CommandType, caseId: string, assignmentId = ''): string =>
  `/v1/cases/${caseId}/${commandRoutes[type].path.replace('{assignmentId}', assignmentId)}`

export const caseTag = (caseId: string, seq: number): string => `"${caseId}.${seq}"`
export const assignmentTag = (assignmentId: string, version: number): string => `"${assignmentId}.${version}"`
export const personTag = (personId: string, version: number): string => `"${personId}.${version}"`
