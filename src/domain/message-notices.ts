// What a message of a case becomes in a mail: for each effect that is told to people, the one line that says so without saying what.
import type { NoticeKind } from './notices.ts'

const kinds: { readonly [effect: string]: NoticeKind } = {
  // Of the case.
  confirmToSignaller: 'feedback',
  createAnalysisTask: 'task',
  adviseGp: 'task',
  askAfterParking: 'task',
  askToTalk: 'task',
  askNextAlternative: 'task',
  askFollowUpAlternative: 'task',
  askFollowUpAgain: 'task',
  inviteToScreening: 'phone',
  proposeRescreening: 'task',
  tellGp: 'alarm',
  alarmPractice: 'alarm',
  createGpTask: 'alarm',
  tellRecipient: 'assignmentChanged',
  askConsentAgain: 'task',
  askFallsDiary: 'phone',
  phoneForFallsDiary: 'phone',
  // Of an assignment.
  sendReferral: 'newAssignment',
  handOver: 'newAssignment',
  removeFromReceiver: 'assignmentGone',
  tellReceiver: 'assignmentGone',
  confirmToReferrer: 'feedback',
  tellGpReason: 'task',
  tellCoordinatorReason: 'task',
  feedback: 'feedback',
  askAlternative: 'task',
  askRedFlagCheck: 'task',
  signalAtRisk: 'task',
  suggestNotReached: 'task',
  askHowItEnded: 'task',
  askAboutPause: 'task',
  sendReport: 'feedback',
  appointment: 'appointment',
  // Of both.
  remind: 'reminder',
  escalate: 'escalation',
}

/** Throws for an effect that is told to people and has no line here. */
export function noticeFor(kind: string): NoticeKind {
  const notice = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (notice === undefined) throw new Error(`No notice for a message of kind ${kind}`)
  return notice
}

export const messageKinds: readonly string[] = Object.keys(kinds)
