// Links: one act for somebody without an account. What they are for, how long they can be used, and what is said when they cannot.
import { addPeriod, closeOf, dayOf, type IsoDate, type IsoInstant } from './calendar.ts'
import type { Refusal } from './result.ts'

export type LinkPurpose = 'answer' | 'attendance' | 'offerCheck'

/** For how many days. Source: Valpad; status: local default. */
const daysOpen = { afterAnswerIsDue: 5, attendance: 14, offerCheck: 60 } as const

/** `answerDueAt`: when the deadline of the answer passes. */
export const answerLinkExpires = (answerDueAt: IsoInstant): IsoInstant => closing(dayOf(answerDueAt), daysOpen.afterAnswerIsDue)
export const linkExpires = (purpose: Exclude<LinkPurpose, 'answer'>, today: IsoDate): IsoInstant =>
  closing(today, daysOpen[purpose])

const closing = (day: IsoDate, days: number): IsoInstant => closeOf(addPeriod(day, days, 'days'))

export const linkUsed: Refusal = {
  code: 'linkUsed',
  words: {
    nl: 'Deze link is al gebruikt; uw antwoord is binnen. U hoeft niets meer te doen.',
    en: 'This link was used before; your answer has arrived. You need not do anything more.',
  },
}
export const linkExpired: Refusal = {
  code: 'linkExpired',
  words: {
    nl: 'Deze link is verlopen. Bel de organisatie die u de mail stuurde als u nog iets wilt doorgeven.',
    en: 'This link has expired. Phone the organisation that sent you the mail if you still want to pass something on.',
  },
}
/** What was asked was settled in another way: withdrawn, answered by a colleague, gone. */
export const linkOvertaken: Refusal = {
  code: 'linkOvertaken',
  words: {
    nl: 'Deze vraag geldt niet meer: zij is ingetrokken of al door iemand anders beantwoord. U hoeft niets te doen.',
    en: 'This question no longer stands: it was withdrawn, or answered by somebody else. You need not do anything.',
  },
}
export const linkForOther: Refusal = {
  code: 'linkForOther',
  words: {
    nl: 'Met deze link kan dit niet: hij is voor iets anders gemaakt.',
    en: 'This cannot be done by this link: it was made for something else.',
  },
}
