// The conditions on transitions of a case. Who may do what stands elsewhere, except where safety fixes the actor.
import type { Declined } from '../../../src/domain/decline-reason.ts'
import type { RedFlagEffect, Urgency } from '../../../src/domain/red-flags.ts'
import type { Words } from '../../../src/domain/words.ts'
import type { CaseEvent, Decision } from './case-events.ts'
import type { CaseContext } from './case-setup.ts'
import { caseDeadlines } from './deadlines.ts'
import { redFlags } from './red-flags.ts'
import { mayEverAnalyse } from './settings.ts'

type Given = { context: CaseContext; event: CaseEvent }

const isOpen = ({ context }: Given): boolean => context.closedAs === null
/** `heldOn` is set with the region `safety` entering `held` and cleared when it leaves. */
const isClear = ({ context }: Given): boolean => context.heldOn === null

const levelIs =
  (level: string) =>
  ({ event }: Given): boolean =>
    event.type === 'screeningRecorded' && event.level === level

/** The code of the flag an event brings, if it brings one. */
export function flagIn(event: CaseEvent): string | null {
  if (event.type === 'redFlagRaised') return event.flag
  return event.type === 'fallReported' ? (event.raises?.flag ?? null) : null
}

function urgencyIn(event: CaseEvent): Urgency | null {
  if (event.type === 'redFlagRaised') return event.urgency
  return event.type === 'fallReported' ? (event.raises?.urgency ?? null) : null
}

const isUnreached = (event: CaseEvent): boolean => event.type === 'redFlagRaised' && event.gpNotReached === true

const brings =
  (effect: RedFlagEffect) =>
  ({ event }: Given): boolean => {
    const flag = flagIn(event)
    return flag !== null && redFlags.some((row) => row.id === flag && row.effect === effect)
  }
const stops = brings('stop')

/** T11 and T34: the GP, or the practice nurse who records the GP's word. */
const byTheGp = ({ event }: Given): boolean => {
  if (event.by === 'generalPractitioner') return true
  return event.by === 'practiceNurse' && 'onWordOf' in event && event.onWordOf === 'generalPractitioner'
}

const releases = (given: Given): boolean => {
  const { context, event } = given
  if (event.type !== 'redFlagReleased' || !event.outcomeRecorded || !byTheGp(given)) return false
  return (
    context.heldOn !== null && event.occurredOn >= context.heldOn && event.flags.some((flag) => context.openFlags.includes(flag))
  )
}
const releasesAll = (given: Given): boolean =>
  releases(given) && given.event.type === 'redFlagReleased' && coversAll(given.context.openFlags, given.event.flags)
const coversAll = (open: readonly string[], released: readonly string[]): boolean => open.every((flag) => released.includes(flag))

const isPrimary = ({ context, event }: Given): boolean =>
  'assignmentId' in event && context.primary !== null && context.primary.id === event.assignmentId && !context.primary.over
const exerciseAllowed = (given: Given): boolean => isClear(given) && !given.context.exerciseHold
const primaryMayGoOn = (given: Given): boolean =>
  isPrimary(given) && (given.context.primary?.exercise === false || exerciseAllowed(given))

/** A red-flag check belongs to every decision; exercise is decided on only while nothing holds it. */
const mayDecide = (given: Given, decision: Decision): boolean =>
  decision.redFlagsChecked && (!decision.exercise || exerciseAllowed(given))

const decidesOnAssignment = (given: Given): boolean => {
  const { context, event } = given
  if (event.type !== 'decisionRecorded' || event.decision.way !== 'assignment') return false
  const { goalRecorded, deliverer, domain, consentGiven, intervention } = event.decision
  const isWhole = goalRecorded && deliverer !== '' && intervention !== '' && (domain === 'care' || consentGiven)
  return isWhole && context.primary === null && mayDecide(given, event.decision)
}

/** What a decline leads to; null for any other event. */
function landingIn(event: CaseEvent): Declined['next'] | null {
  if (event.type === 'assignmentDeclined') return event.next
  return event.type === 'followUpEnded' && event.outcome === 'declined' ? event.next : null
}
const waitsAfterDecline = ({ event }: Given): boolean => ['park', 'revisit'].includes(landingIn(event) ?? '')

const lastPrimaryNeedsConsent = ({ context }: Given): boolean => context.primary !== null && !context.primary.over
const essential = ({ event }: Given): boolean => event.type === 'consentWithdrawn' && event.essential

const remindersOf = (id: string): number => {
  const rule = caseDeadlines.find((row) => row.id === id)
  if (rule === undefined || !('reminders' in rule)) throw new Error(`Deadline ${id} has no number of reminders`)
  return rule.reminders
}
const completionReminders = remindersOf('TM2')
const invitationReminders = remindersOf('invitationAnswer')
const diaryReminders = remindersOf('TM10.answer')

/** T3: closed after three attempts without contact. */
const attemptsBeforeClosing = 3
/** TM10: the monthly question goes on for twelve months after the start. */
const diaryMonths = 12

export const caseGuards = {
  open: isOpen,
  openAndClear: (given: Given) => isOpen(given) && isClear(given),
  openAndHeld: (given: Given) => isOpen(given) && !isClear(given),
  clear: isClear,

  personAgrees: ({ event }: Given) => event.type === 'screeningStarted' && event.personAgrees,
  lastAttempt: (given: Given) => isClear(given) && given.context.attempts >= attemptsBeforeClosing - 1,
  remindedBefore: ({ context }: Given) => context.reminders > 0,
  completionGivenUp: (given: Given) => isClear(given) && given.context.reminders >= completionReminders,
  invitationGivenUp: (given: Given) => isClear(given) && given.context.reminders >= invitationReminders,

  levelLow: levelIs('low'),
  levelModerate: levelIs('moderate'),
  levelHigh: levelIs('high'),
  levelUndetermined: levelIs('undetermined'),
  outOfScopeAndClear: (given: Given) => levelIs('outOfScope')(given) && isClear(given),

  qualifiedToAnalyse: ({ event }: Given) => mayEverAnalyse.some((role) => role === event.by),
  analysisComplete: ({ event }: Given) =>
    event.type === 'analysisCompleted' && event.minimumHandled && event.wishesRecorded && event.mainFlagsKnown,
  moderateWithReason: ({ context, event }: Given) =>
    context.level === 'moderate' && event.type === 'upgradeAccepted' && event.reasonRecorded,

  decidesOnAssignment,
  decidesOnOwn: (given: Given) =>
    given.event.type === 'decisionRecorded' && given.event.decision.way === 'own' && mayDecide(given, given.event.decision),

  isPrimary,
  primaryMayGoOn,
  primaryWaits: (given: Given) => isPrimary(given) && waitsAfterDecline(given),
  primaryTalks: (given: Given) => isPrimary(given) && landingIn(given.event) === 'talk',
  primaryCompleted: (given: Given) =>
    isPrimary(given) && given.event.type === 'assignmentEnded' && given.event.outcome === 'completed',
  primaryStoppedEarly: (given: Given) =>
    isPrimary(given) && given.event.type === 'assignmentEnded' && given.event.outcome === 'stoppedEarly',
  reportOfPrimary: ({ context, event }: Given) => 'assignmentId' in event && context.primary?.id === event.assignmentId,
  programmeOver: ({ context }: Given) => context.primary?.over === true,

  goalReachedOrPlateau: ({ event }: Given) => event.type === 'evaluationRecorded' && event.outcome !== 'unmetNeed',
  unmetNeed: ({ event }: Given) => event.type === 'evaluationRecorded' && event.outcome === 'unmetNeed',
  analysedAndOpen: (given: Given) => isOpen(given) && given.context.analysedOn !== null,
  halfYear: ({ event }: Given) => event.type === 'followUpDone' && event.months === 6,
  yearAndClear: (given: Given) => isClear(given) && given.event.type === 'followUpDone' && given.event.months === 12,
  followUpWaits: (given: Given) => isOpen(given) && given.event.type === 'followUpEnded' && waitsAfterDecline(given),
  followUpTalks: (given: Given) => isOpen(given) && given.event.type === 'followUpEnded' && landingIn(given.event) === 'talk',
  followUpFellThrough: (given: Given) =>
    isOpen(given) &&
    given.event.type === 'followUpEnded' &&
    (given.event.outcome === 'declined' || given.event.outcome === 'expired'),

  diaryGoesOn: (given: Given) => isOpen(given) && given.context.diaryMonths + 1 < diaryMonths,
  diaryReminderLeft: (given: Given) => isOpen(given) && given.context.diaryReminders < diaryReminders,

  stopsNow: (given: Given) => isOpen(given) && stops(given) && urgencyIn(given.event) === 'U1',
  stopsUnreached: (given: Given) => isOpen(given) && stops(given) && urgencyIn(given.event) !== 'U1' && isUnreached(given.event),
  stops: (given: Given) => isOpen(given) && stops(given),
  stopsButClosed: (given: Given) => !isOpen(given) && stops(given),
  holdsExercise: (given: Given) => isOpen(given) && brings('holdExercise')(given),
  asksTask: (given: Given) => isOpen(given) && brings('task')(given),
  fallInClosedCase: (given: Given) => !isOpen(given),
  fallWithoutFlag: ({ event }: Given) => flagIn(event) === null,

  releasesAll,
  releasesAllButExercise: (given: Given) => releasesAll(given) && given.context.exerciseHold,
  releasesSome: releases,
  declineTakesEffect: (given: Given) => releasesAll(given) && given.context.declineWaits,
  consentTakesEffect: (given: Given) => releasesAll(given) && given.context.consentWaits && lastPrimaryNeedsConsent(given),
  clearsExercise: (given: Given) => isOpen(given) && byTheGp(given) && given.context.exerciseHold,
  clearsExerciseNow: (given: Given) => isOpen(given) && byTheGp(given) && given.context.exerciseHold && isClear(given),
  exerciseStillOnHold: (given: Given) => isOpen(given) && given.context.exerciseHold,

  essentialAndClear: (given: Given) => essential(given) && isClear(given) && lastPrimaryNeedsConsent(given),
  essentialWhileHeld: (given: Given) => essential(given) && !isClear(given) && isOpen(given),
}

const open = { nl: 'het traject loopt', en: 'the pathway is open' }
const noHold = { nl: 'er staat geen rode vlag open', en: 'no red flag is open' }
const aHold = { nl: 'er staat een rode vlag open', en: 'a red flag is open' }
const both = (a: Words, b: Words): Words => ({ nl: `${a.nl} en ${b.nl}`, en: `${a.en} and ${b.en}` })
const result = (nl: string, en: string): Words => ({ nl: `uitslag: ${nl}`, en: `result: ${en}` })
const ofPrimary = { nl: 'het gaat om de lopende hoofdinterventie', en: 'it is the current primary intervention' }
const waits = { nl: 'afgewezen om later opnieuw te vragen', en: 'declined, to be asked again later' }
const talks = { nl: 'afgewezen, eerst met de oudere praten', en: 'declined, first talk with the older adult' }
const gpSays = {
  nl: 'de huisarts zegt het, of de POH legt het woord van de huisarts vast',
  en: "the GP says so, or the practice nurse records the GP's word",
}
const allReleased = both(
  { nl: 'de uitkomst staat vast en alle vlaggen gaan omlaag', en: 'the outcome is recorded and all flags are released' },
  gpSays,
)

export const caseGuardWords: { readonly [name in keyof typeof caseGuards]: Words } = {
  open,
  openAndClear: both(open, noHold),
  openAndHeld: both(open, aHold),
  clear: noHold,
  personAgrees: { nl: 'de oudere stemt in', en: 'the older adult agrees' },
  lastAttempt: both({ nl: 'dit is de derde poging', en: 'this is the third attempt' }, noHold),
  remindedBefore: { nl: 'er is al herinnerd', en: 'there was a reminder before' },
  completionGivenUp: both({ nl: 'er is twee keer herinnerd', en: 'there were two reminders' }, noHold),
  invitationGivenUp: both({ nl: 'er is twee keer herinnerd', en: 'there were two reminders' }, noHold),
  levelLow: result('laag', 'low'),
  levelModerate: result('matig', 'moderate'),
  levelHigh: result('hoog', 'high'),
  levelUndetermined: result('nog niet te bepalen', 'undetermined'),
  outOfScopeAndClear: both(result('buiten de doelgroep', 'out of scope'), noHold),
  qualifiedToAnalyse: { nl: 'een bevoegde zorgverlener doet het', en: 'a qualified care provider does it' },
  analysisComplete: {
    nl: 'de acht onderwerpen en de wensen zijn vastgelegd en RF01 tot RF04 zijn bekend',
    en: 'the eight domains and the wishes are recorded and RF01 to RF04 are known',
  },
  moderateWithReason: {
    nl: 'het niveau is matig en de reden staat vast',
    en: 'the level is moderate and the reason is recorded',
  },
  decidesOnAssignment: {
    nl: 'interventie, domein, uitvoerder en doel staan vast, met rodevlagcontrole, zo nodig toestemming, en oefenen mag',
    en: 'intervention, domain, deliverer and goal are recorded, with red-flag check, consent where needed, and exercise allowed',
  },
  decidesOnOwn: {
    nl: 'zelf bewegen of advies, met rodevlagcontrole, en oefenen mag',
    en: 'own exercise or advice, with red-flag check, and exercise allowed',
  },
  isPrimary: ofPrimary,
  primaryMayGoOn: {
    nl: 'het gaat om de lopende hoofdinterventie en oefenen mag (geen rode vlag open)',
    en: 'it is the current primary intervention and exercise is allowed (no red flag open)',
  },
  primaryWaits: both(ofPrimary, waits),
  primaryTalks: both(ofPrimary, talks),
  primaryCompleted: { nl: 'het geplande einde is bereikt', en: 'the planned end was reached' },
  primaryStoppedEarly: { nl: 'eerder gestopt', en: 'stopped early' },
  reportOfPrimary: { nl: 'het gaat om de hoofdinterventie', en: 'it is the primary intervention' },
  programmeOver: { nl: 'het programma is geëindigd', en: 'the programme has ended' },
  goalReachedOrPlateau: { nl: 'doel bereikt of geen verdere winst', en: 'goal reached or plateau' },
  unmetNeed: { nl: 'er is nog iets nodig', en: 'new or unmet need' },
  analysedAndOpen: both(open, { nl: 'er is een valanalyse gedaan', en: 'there was a fall analysis' }),
  halfYear: { nl: 'na een half jaar', en: 'after half a year' },
  yearAndClear: both({ nl: 'na een jaar', en: 'after a year' }, noHold),
  followUpWaits: waits,
  followUpTalks: talks,
  followUpFellThrough: { nl: 'afgewezen of verlopen', en: 'declined or expired' },
  diaryGoesOn: { nl: 'nog geen twaalf maanden gevraagd', en: 'asked for fewer than twelve months' },
  diaryReminderLeft: { nl: 'nog niet herinnerd', en: 'not reminded yet' },
  stopsNow: { nl: 'de vlag stopt het traject, nu (U1)', en: 'the flag stops the pathway, now (U1)' },
  stopsUnreached: {
    nl: 'de vlag stopt het traject, en de huisarts is niet bereikt',
    en: 'the flag stops the pathway, and the GP was not reached',
  },
  stops: { nl: 'de vlag stopt het traject', en: 'the flag stops the pathway' },
  stopsButClosed: { nl: 'een ernstige vlag, traject al afgesloten', en: 'a serious flag, pathway already closed' },
  holdsExercise: { nl: 'de vlag stelt oefenen uit', en: 'the flag puts exercise on hold' },
  asksTask: { nl: 'de vlag vraagt een taak', en: 'the flag asks for a task' },
  fallInClosedCase: { nl: 'het traject is afgesloten', en: 'the pathway is closed' },
  fallWithoutFlag: { nl: 'geen rode vlag', en: 'no red flag' },
  releasesAll: allReleased,
  releasesAllButExercise: both(allReleased, { nl: 'oefenen blijft uitgesteld', en: 'exercise stays on hold' }),
  releasesSome: both({ nl: 'de uitkomst staat vast', en: 'the outcome is recorded' }, gpSays),
  declineTakesEffect: both(allReleased, { nl: 'de oudere wilde niet verder', en: 'the older adult had declined' }),
  consentTakesEffect: both(allReleased, { nl: 'de toestemming was ingetrokken', en: 'consent had been withdrawn' }),
  clearsExercise: both(gpSays, { nl: 'oefenen was uitgesteld', en: 'exercise was on hold' }),
  clearsExerciseNow: both(both(gpSays, { nl: 'oefenen was uitgesteld', en: 'exercise was on hold' }), noHold),
  exerciseStillOnHold: { nl: 'oefenen is nog uitgesteld', en: 'exercise is still on hold' },
  essentialAndClear: both({ nl: 'deze ontvanger is nodig', en: 'this recipient is essential' }, noHold),
  essentialWhileHeld: both({ nl: 'deze ontvanger is nodig', en: 'this recipient is essential' }, aHold),
}
