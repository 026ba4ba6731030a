// Messages: which effects of a step are for people, and for whom. What it says never holds a name or health data.
import type { Effect } from './advance.ts'
import { ofCase, type Subject } from './case-log.ts'
import type { SubjectEffect } from './case-state.ts'
import { ruleById } from './deadline-book.ts'
import { type FeedbackMoment, feedbackWords } from './feedback.ts'
import { machineMetaOf, type Owner } from './machine-definition.ts'
import type { Pathway } from './pathway.ts'
import type { Words } from './words.ts'

export type Message = {
  /** The effect that asks for it. */
  readonly kind: string
  readonly subject: Subject
  readonly recipient: Owner
  /** The deadline it is about, of reminders and escalations. */
  readonly deadline: string | null
  /** What feedback is about. */
  readonly moment: FeedbackMoment | null
  readonly words: Words
}

const forPeople: { readonly [effect: string]: Owner } = {
  confirmToSignaller: 'signaller',
  createAnalysisTask: 'practiceNurse',
  adviseGp: 'generalPractitioner',
  askAfterParking: 'practiceNurse',
  askNextAlternative: 'practiceNurse',
  askFollowUpAlternative: 'practiceNurse',
  inviteToScreening: 'person',
  proposeRescreening: 'practiceNurse',
  tellGp: 'generalPractitioner',
  alarmPractice: 'practiceAssistant',
  createGpTask: 'generalPractitioner',
  tellRecipient: 'provider',
  askConsentAgain: 'practiceNurse',
  askFallsDiary: 'person',
  phoneForFallsDiary: 'practiceNurse',
  sendReferral: 'provider',
  handOver: 'provider',
  removeFromReceiver: 'provider',
  tellReceiver: 'provider',
  confirmToReferrer: 'referrer',
  feedback: 'referrer',
  suggestNotReached: 'provider',
  tellGpReason: 'generalPractitioner',
  tellCoordinatorReason: 'coordinator',
  askToTalk: 'practiceNurse',
  askFollowUpAgain: 'practiceNurse',
  askAlternative: 'referrer',
  askRedFlagCheck: 'provider',
  signalAtRisk: 'provider',
  askHowItEnded: 'provider',
  askAboutPause: 'provider',
  sendReport: 'referrer',
}

/** Which moment an effect is feedback on; null for any other effect. */
export const momentIn = ({ type, params }: Effect): FeedbackMoment | null =>
  type === 'feedback' ? (params?.['moment'] as FeedbackMoment) : null // a machine names it by this type

/** In the order of the effects; a reminder goes to the first who is told, an escalation to everybody who is. */
export function messagesFor({ machines }: Pathway, effects: readonly SubjectEffect[]): Message[] {
  return effects.flatMap(({ subject, effect }) => {
    const meta = machineMetaOf(subject === ofCase ? machines.case : machines.assignment)
    const moment = momentIn(effect)
    const words = moment === null ? meta.effects[effect.type] : feedbackWords[moment]
    if (words === undefined) return []
    const message = (recipient: Owner, deadline: string | null): Message => ({
      kind: effect.type,
      subject,
      recipient,
      deadline,
      moment,
      words,
    })
    if (effect.type === 'remind' || effect.type === 'escalate') {
      const rule = ruleById(meta.deadlines, String(effect.params?.['deadline']))
      const told = effect.type === 'remind' ? rule.told.slice(0, 1) : rule.told
      return told.map((recipient) => message(recipient, rule.id))
    }
    const recipient = forPeople[effect.type]
    return recipient === undefined ? [] : [message(recipient, null)]
  })
}
