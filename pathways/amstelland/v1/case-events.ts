// What can happen in a case, each with the day it happened and in which role somebody says so.
import type { IsoDate } from '../../../src/domain/calendar.ts'
import type { Declined } from '../../../src/domain/decline-reason.ts'
import type { Urgency } from '../../../src/domain/red-flags.ts'
import type { Role } from '../../../src/domain/role.ts'
import type { Words } from '../../../src/domain/words.ts'

export type Level = 'low' | 'moderate' | 'high'

export type ClosingReason =
  | 'advised'
  | 'completed'
  | 'declined'
  | 'moved'
  | 'died'
  | 'admittedWlz'
  | 'noContact'
  | 'outOfScope'
  | 'other'

type Flag = { readonly flag: string; readonly urgency: Urgency }
/** The GP, or the practice nurse who records the GP's word. */
type ByTheGp = { readonly onWordOf?: 'generalPractitioner' }
/** What a decline leads to; the day on which is asked again, where that is later. */
type Landing = Pick<Declined, 'next' | 'until'>
type OfPrimary = { readonly assignmentId: string }

/** `way`: an assignment to a provider, or the person's own exercise or advice. The goal itself stands in the decision, not here. */
export type Decision =
  | {
      readonly way: 'assignment'
      readonly assignmentId: string
      readonly intervention: string
      readonly exercise: boolean
      readonly domain: 'care' | 'social'
      readonly deliverer: string
      readonly goalRecorded: boolean
      readonly consentGiven: boolean
      readonly redFlagsChecked: boolean
    }
  | { readonly way: 'own'; readonly exercise: boolean; readonly redFlagsChecked: boolean }

type Happening =
  | { readonly type: 'contactMade' }
  | { readonly type: 'contactAttempted' }
  | { readonly type: 'screeningStarted'; readonly personAgrees: boolean }
  | { readonly type: 'screeningRecorded'; readonly level: Level | 'undetermined' | 'outOfScope' }
  | { readonly type: 'upgradeAccepted'; readonly reasonRecorded: boolean }
  | { readonly type: 'analysisStarted' }
  | {
      readonly type: 'analysisCompleted'
      readonly minimumHandled: boolean
      readonly wishesRecorded: boolean
      readonly mainFlagsKnown: boolean
    }
  | { readonly type: 'decisionRecorded'; readonly decision: Decision }
  | { readonly type: 'caseParked'; readonly until: IsoDate }
  | { readonly type: 'personDeclined' }
  | { readonly type: 'redFlagRaised'; readonly flag: string; readonly urgency: Urgency; readonly gpNotReached?: boolean }
  | ({ readonly type: 'redFlagReleased'; readonly flags: readonly string[]; readonly outcomeRecorded: boolean } & ByTheGp)
  | ({ readonly type: 'exerciseCleared' } & ByTheGp)
  | { readonly type: 'fallReported'; readonly raises: Flag | null }
  | { readonly type: 'factCorrected'; readonly level: Level | null }
  | { readonly type: 'consentGiven'; readonly recipient: string }
  | { readonly type: 'consentWithdrawn'; readonly recipient: string; readonly essential: boolean }
  | ({
      readonly type:
        | 'assignmentSent'
        | 'assignmentWaitlisted'
        | 'assignmentAccepted'
        | 'assignmentPlanned'
        | 'assignmentStarted'
        | 'assignmentPaused'
        | 'assignmentResumed'
        | 'assignmentExpired'
        | 'assignmentWithdrawn'
        | 'assignmentReported'
    } & OfPrimary)
  | ({ readonly type: 'assignmentDeclined' } & OfPrimary & Landing)
  | ({ readonly type: 'assignmentEnded'; readonly outcome: 'completed' | 'stoppedEarly' } & OfPrimary)
  | ({ readonly type: 'followUpEnded'; readonly assignmentId: string } & (
      | ({ readonly outcome: 'declined' } & Landing)
      | { readonly outcome: 'completed' | 'stoppedEarly' | 'expired' | 'withdrawn' }
    ))
  | { readonly type: 'followUpRevisitDue'; readonly assignmentId: string }
  | { readonly type: 'interimEvaluationRecorded' }
  | { readonly type: 'evaluationStarted' }
  | { readonly type: 'evaluationRecorded'; readonly outcome: 'goalReached' | 'plateau' | 'unmetNeed' }
  | { readonly type: 'followUpDone'; readonly months: 6 | 12 }
  | { readonly type: 'fallsDiaryAnswered' }
  | { readonly type: 'personDied' | 'personMoved' | 'personAdmitted' }
  | { readonly type: 'caseClosed'; readonly reason: ClosingReason }
  | { readonly type: 'consentExpired'; readonly recipient?: string | null }
  | {
      readonly type:
        | 'firstContactOverdue'
        | 'screeningOverdue'
        | 'completionOverdue'
        | 'analysisOverdue'
        | 'redFlagOverdue'
        | 'clearanceOverdue'
        | 'decisionOverdue'
        | 'parkingOver'
        | 'interimEvaluationDue'
        | 'evaluationDue'
        | 'fallsDiaryDue'
        | 'fallsDiaryUnanswered'
        | 'halfYearCheckDue'
        | 'yearCheckDue'
        | 'rescreeningDue'
        | 'invitationUnanswered'
    }

export type CaseEvent = Happening & { readonly occurredOn: IsoDate; readonly by: Role }

export const caseEventWords: { readonly [type in CaseEvent['type']]: Words } = {
  contactMade: { nl: 'contact gelukt', en: 'contact made' },
  contactAttempted: { nl: 'contact geprobeerd, niet gelukt', en: 'contact attempted without success' },
  screeningStarted: { nl: 'valrisicotest begonnen', en: 'screening started' },
  screeningRecorded: { nl: 'valrisicotest vastgelegd', en: 'screening recorded' },
  upgradeAccepted: { nl: 'toch een valanalyse, met reden', en: 'analysis after all, with a reason' },
  analysisStarted: { nl: 'valanalyse begonnen', en: 'fall analysis started' },
  analysisCompleted: { nl: 'valanalyse afgerond', en: 'fall analysis completed' },
  decisionRecorded: { nl: 'gezamenlijk besluit vastgelegd', en: 'shared decision recorded' },
  caseParked: { nl: 'besluit uitgesteld tot een afgesproken dag', en: 'decision put off until an agreed day' },
  personDeclined: { nl: 'de oudere wil niet (verder)', en: 'the older adult declined' },
  redFlagRaised: { nl: 'rode vlag gemeld', en: 'red flag raised' },
  redFlagReleased: { nl: 'rode vlag opgeheven', en: 'red flag released' },
  exerciseCleared: { nl: 'oefenen mag van de huisarts', en: 'exercise cleared by the GP' },
  fallReported: { nl: 'val gemeld', en: 'fall reported' },
  factCorrected: { nl: 'gegeven verbeterd', en: 'fact corrected' },
  consentGiven: { nl: 'toestemming gegeven', en: 'consent given' },
  consentWithdrawn: { nl: 'toestemming ingetrokken', en: 'consent withdrawn' },
  consentExpired: { nl: 'toestemming verlopen', en: 'consent expired' },
  assignmentSent: { nl: 'opdracht verstuurd', en: 'assignment sent' },
  assignmentWaitlisted: { nl: 'op de wachtlijst gezet', en: 'put on the waiting list' },
  assignmentAccepted: { nl: 'opdracht aangenomen', en: 'assignment accepted' },
  assignmentPlanned: { nl: 'start gepland', en: 'start planned' },
  assignmentStarted: { nl: 'programma gestart', en: 'programme started' },
  assignmentPaused: { nl: 'programma gepauzeerd', en: 'programme paused' },
  assignmentResumed: { nl: 'programma hervat', en: 'programme resumed' },
  assignmentDeclined: { nl: 'opdracht afgewezen', en: 'assignment declined' },
  assignmentExpired: { nl: 'opdracht verlopen zonder antwoord', en: 'assignment expired without an answer' },
  assignmentWithdrawn: { nl: 'opdracht ingetrokken', en: 'assignment withdrawn' },
  assignmentEnded: { nl: 'programma geëindigd', en: 'programme ended' },
  assignmentReported: { nl: 'terugkoppeling ontvangen', en: 'report received' },
  followUpEnded: { nl: 'aanvullende actie geëindigd', en: 'follow-up action ended' },
  followUpRevisitDue: { nl: 'tijd om opnieuw naar de aanvullende actie te vragen', en: 'time to ask about the follow-up again' },
  interimEvaluationRecorded: { nl: 'tussentijdse evaluatie vastgelegd', en: 'interim evaluation recorded' },
  evaluationStarted: { nl: 'evaluatie begonnen', en: 'evaluation started' },
  evaluationRecorded: { nl: 'evaluatie vastgelegd', en: 'evaluation recorded' },
  followUpDone: { nl: 'vervolggesprek gedaan', en: 'follow-up talk done' },
  fallsDiaryAnswered: { nl: 'maandelijkse vraag beantwoord', en: 'monthly question answered' },
  personDied: { nl: 'overleden', en: 'died' },
  personMoved: { nl: 'verhuisd', en: 'moved' },
  personAdmitted: { nl: 'opgenomen in een instelling (Wlz)', en: 'admitted to an institution (Wlz)' },
  caseClosed: { nl: 'traject afgesloten', en: 'pathway closed' },
  firstContactOverdue: { nl: 'termijn voor het eerste contact voorbij', en: 'first contact overdue' },
  screeningOverdue: { nl: 'termijn voor de valrisicotest voorbij', en: 'screening overdue' },
  completionOverdue: { nl: 'termijn voor het aanvullen voorbij', en: 'completion overdue' },
  analysisOverdue: { nl: 'termijn voor de valanalyse voorbij', en: 'fall analysis overdue' },
  redFlagOverdue: { nl: 'termijn voor de rode vlag voorbij', en: 'red flag overdue' },
  clearanceOverdue: { nl: 'termijn voor het akkoord om te oefenen voorbij', en: 'exercise clearance overdue' },
  decisionOverdue: { nl: 'termijn voor het besluit voorbij', en: 'decision overdue' },
  parkingOver: { nl: 'de afgesproken dag is er', en: 'the agreed day has come' },
  interimEvaluationDue: { nl: 'tijd voor de evaluatie na de valanalyse', en: 'evaluation after the analysis due' },
  evaluationDue: { nl: 'termijn voor de evaluatie voorbij', en: 'evaluation overdue' },
  fallsDiaryDue: { nl: 'tijd voor de maandelijkse vraag', en: 'monthly question due' },
  fallsDiaryUnanswered: { nl: 'maandelijkse vraag niet beantwoord', en: 'monthly question not answered' },
  halfYearCheckDue: { nl: 'tijd voor het gesprek na een half jaar', en: 'half-year talk due' },
  yearCheckDue: { nl: 'tijd voor het gesprek na een jaar', en: 'one-year talk due' },
  rescreeningDue: { nl: 'tijd voor een nieuwe valrisicotest', en: 'new screening due' },
  invitationUnanswered: { nl: 'uitnodiging niet beantwoord', en: 'invitation not answered' },
}
