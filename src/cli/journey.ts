// A journey: what happens to one invented person, step by step, as commands with their day and their actor. Pure.
import type { SeedProfile } from '../../db/seed/profiles.ts'
import { unremarkable } from '../../db/seed/profiles.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import type { Command, OpenCase } from '../domain/commands.ts'
import { type Cast, type Chosen, providerOf } from './cast.ts'
import type { Allot, Course } from './seed-courses.ts'

export type Answers = { readonly [item: string]: unknown }

/** A date that depends on when the journey began: `day` counts from the signal. */
type At = (day: number) => IsoDate

export type Step = {
  /** Days since the signal. */
  readonly day: number
  /** The account that does it. */
  readonly by: string
} & (
  | { readonly open: OpenCase }
  | { readonly caseId: string; readonly answers: Answers }
  | { readonly caseId: string; readonly command: (at: At) => Command }
)

export type Ids = { readonly person: string; readonly case: string; readonly assignment: (number: number) => string }

export type Journey = ReturnType<typeof journeyOf>

/** The primary intervention that was decided on, and the course run on which it is followed, once that is known. */
type Primary = Chosen & {
  readonly id: string
  readonly code: string
  readonly decidedDay: number
  startDay: number
  run: Course | null
  /** For a place on `run`. */
  waits: boolean
  sessions: number
}

/** `days(from, to)` picks how long something takes. */
export function journeyOf(profile: SeedProfile, cast: Cast, ids: Ids, days: (from: number, to: number) => number) {
  const steps: Step[] = []
  let day = 0
  let caseId = ids.case
  let assignments = 0
  let primary: Primary = { ...nothingYet }
  const decided: Primary[] = []

  const pass = (from: number, to = from): void => {
    day += from === to ? from : days(from, to)
  }
  const ask = (by: string, command: Command | ((at: At) => Command)): void => {
    steps.push({ day, by, caseId, command: typeof command === 'function' ? command : () => command })
  }
  const { nurse, gp } = cast
  const agreed = { redFlagsChecked: true } as const

  const acts = {
    cast,
    pass,
    ask,
    get primary() {
      return primary
    },
    signal(by = cast.signaller): void {
      steps.push({ day, by, open: { caseId, personId: ids.person, age: 'unknown', livesAtHome: 'yes', reopenedFrom: null } })
    },
    contact: (reached = true) => ask(nurse, { type: 'recordContact', payload: { reached } }),
    beginScreening: () => ask(nurse, { type: 'startScreening', payload: { personAgrees: true } }),
    screen: (facts = profile.screening) => ask(nurse, { type: 'recordScreening', payload: { facts: { ...facts } } }),
    beginAnalysis: () => ask(nurse, { type: 'startAnalysis', payload: {} }),
    answer(answers: Answers, by = nurse): void {
      steps.push({ day, by, caseId, answers })
    },
    answers: (): Answers => ({ ...unremarkable, ...profile.analysis }),
    completeAnalysis: () => ask(nurse, { type: 'completeAnalysis', payload: {} }),
    decide(choice = profile.choice): void {
      if (choice === null) throw new Error(`${profile.id} has nothing to decide`)
      assignments += 1
      const id = ids.assignment(assignments)
      const chosen = providerOf(choice.intervention, cast.municipality)
      const mine = { ...nothingYet, ...chosen, id, code: choice.intervention, decidedDay: day, startDay: day + 21 }
      primary = mine
      decided.push(mine)
      const { organisation, offerId } = chosen
      if (choice.domain === 'social')
        ask(nurse, { type: 'giveConsent', payload: { recipient: organisation, textVersion: '2026-1' } })
      const { intervention, domain, goal, reasonForDeviation } = choice
      const payload = {
        way: 'assignment',
        assignmentId: id,
        intervention,
        domain,
        providerId: organisation,
        offerId,
        goal,
      } as const
      const deviation = reasonForDeviation === undefined ? {} : { reasonForDeviation }
      ask(nurse, () => ({
        type: 'recordDecision',
        payload: { ...payload, ...placeOf(mine), ...deviation, ...agreed, consentGiven: domain === 'social' },
      }))
    },
    send: () => ask(nurse, { type: 'sendAssignment', payload: { assignmentId: primary.id } }),
    seen: () => ask(primary.account, { type: 'markAssignmentSeen', payload: { assignmentId: primary.id } }),
    accept: () =>
      ask(primary.account, {
        type: 'acceptAssignment',
        payload: { assignmentId: primary.id, placeConfirmed: true },
      }),
    /** On the list of a course, where there is one, until somebody gives a place back. */
    waitForPlace(): void {
      const mine = primary
      mine.waits = true
      ask(mine.account, () => ({
        type: 'putOnWaitingList',
        payload: { assignmentId: mine.id, ...(mine.run === null ? {} : { runId: mine.run.id }) },
      }))
    },
    plan(inDays: number): void {
      const startsOn = day + inDays
      primary.startDay = startsOn
      ask(primary.account, (at) => ({ type: 'planStart', payload: { assignmentId: primary.id, startsOn: at(startsOn) } }))
    },
    checkFlags: () => ask(primary.account, { type: 'checkRedFlags', payload: { assignmentId: primary.id, nothingFound: true } }),
    start(): void {
      const [mine, on] = [primary, day]
      mine.startDay = day
      ask(mine.account, (at) => ({ type: 'startAssignment', payload: { assignmentId: mine.id, ...meetingOf(mine, 0, on, at) } }))
    },
    /** Twice a week; of each ten sessions one is missed. */
    sessions(number: number): void {
      for (let done = 0; done < number; done += 1) {
        pass(3, 4)
        const attended = done % 10 !== 7
        primary.sessions += 1
        const [mine, number, on] = [primary, primary.sessions, day]
        ask(mine.account, (at) => ({
          type: 'recordSession',
          payload: { assignmentId: mine.id, attended, ...meetingOf(mine, number, on, at) },
        }))
      }
    },
    measure(measure: string, value: number): void {
      const on = day
      ask(primary.account, (at) => ({ type: 'recordMeasurement', payload: { measure, value, measuredOn: at(on) } }))
    },
    pause(inDays: number): void {
      const until = day + inDays
      ask(primary.account, (at) => ({
        type: 'pauseAssignment',
        payload: { assignmentId: primary.id, until: at(until), reason: 'Opname voor een staaroperatie.' },
      }))
    },
    complete: () => ask(primary.account, { type: 'completeAssignment', payload: { assignmentId: primary.id } }),
    stopEarly: () =>
      ask(primary.account, { type: 'stopAssignmentEarly', payload: { assignmentId: primary.id, reason: 'Te vermoeiend.' } }),
    report: () =>
      ask(primary.account, {
        type: 'reportAssignment',
        payload: { assignmentId: primary.id, summary: 'Staat steviger en loopt weer naar buiten.' },
      }),
    followUp(code: string): string {
      assignments += 1
      const [id, { organisation, offerId }] = [ids.assignment(assignments), providerOf(code, cast.municipality)]
      ask(nurse, { type: 'proposeFollowUp', payload: { assignmentId: id, code, providerId: organisation, offerId } })
      ask(nurse, { type: 'sendAssignment', payload: { assignmentId: id } })
      return id
    },
    raise: (flag: string, note: string, by = nurse) => ask(by, { type: 'raiseRedFlag', payload: { flag, note } }),
    release: (flag: string) =>
      ask(gp, { type: 'releaseRedFlag', payload: { flags: [flag], outcome: 'Onderzocht; mag verder.', onWordOfGp: false } }),
    beginEvaluation: () => ask(nurse, { type: 'startEvaluation', payload: {} }),
    evaluate: (outcome: 'goalReached' | 'plateau' | 'unmetNeed' = 'goalReached') =>
      ask(nurse, { type: 'recordEvaluation', payload: { outcome, summary: 'Doel besproken en bekeken.' } }),
    interim: () => ask(nurse, { type: 'recordInterimEvaluation', payload: { summary: 'Het advies wordt gevolgd.' } }),
    talk: (months: 6 | 12) => ask(cast.coach, { type: 'recordFollowUpTalk', payload: { months, exercises: 'yes' } }),
    diary: (falls: number) => ask(cast.person, { type: 'answerFallsDiary', payload: { falls } }),
    end: (what: 'died' | 'moved' | 'admitted') => ask(cast.assistant, { type: 'recordEnd', payload: { what } }),
    close: (reason: 'advised' | 'completed' | 'noContact' | 'other') => ask(nurse, { type: 'closeCase', payload: { reason } }),
    decline: (reason: string) => ask(nurse, { type: 'declineByPerson', payload: { reason } }),
    /** A new case for the same person. */
    comeBack(newCaseId: string): void {
      const reopenedFrom = caseId
      caseId = newCaseId
      const known = { caseId, personId: ids.person, age: 'unknown', livesAtHome: 'yes' } as const
      steps.push({ day, by: nurse, open: { ...known, reopenedFrom, personAgrees: true } })
    },
    /** Once the day of the signal is known: for each decision a place on a course, or on the list for one. */
    settle(startsOn: IsoDate, allot: Allot, who: 'takers' | 'waiters'): void {
      const on = (offset: number) => addPeriod(startsOn, offset, 'days')
      for (const mine of decided.filter(({ waits }) => waits === (who === 'waiters'))) {
        const hopeful = { offerId: mine.offerId, decidedOn: on(mine.decidedDay), aroundDay: on(mine.startDay) }
        mine.run = mine.waits ? allot.list(hopeful) : allot.place(hopeful)
      }
    },
    steps: (): readonly Step[] => steps,
    get caseId() {
      return caseId
    },
    get days() {
      return day
    },
  }
  return acts
}

const nothingYet: Primary = {
  id: '',
  code: '',
  organisation: '',
  account: '',
  offerId: '',
  decidedDay: 0,
  startDay: 0,
  run: null,
  waits: false,
  sessions: 0,
}

/** Who waits has no place. */
const placeOf = ({ run, waits }: Primary) => (run === null || waits ? {} : { runId: run.id })

/** The meeting at which somebody is seen for the `number`-th time on `day`, if the course has had it by then. */
function meetingOf({ run, startDay }: Primary, number: number, day: number, at: At): { readonly meetingId?: string } {
  const from = addPeriod(at(startDay), -7, 'days')
  const meeting = run?.meetings.filter(({ heldOn }) => heldOn >= from)[number]
  return meeting === undefined || meeting.heldOn > at(day) ? {} : { meetingId: meeting.id }
}
