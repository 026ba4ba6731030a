// A case with its primary assignment on a virtual clock: relays between the two machines and fires what falls due.
import { isDeepStrictEqual } from 'node:util'
import type { AssignmentEvent } from '../../pathways/amstelland/v1/assignment-events.ts'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import type { AssignmentContext, AssignmentInput } from '../../pathways/amstelland/v1/assignment-setup.ts'
import type { CaseEvent, Decision } from '../../pathways/amstelland/v1/case-events.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import type { CaseContext } from '../../pathways/amstelland/v1/case-setup.ts'
import { assignmentDeadlines, caseDeadlines } from '../../pathways/amstelland/v1/deadlines.ts'
import { advance, type Effect, type Position, type Step, start } from '../../src/domain/advance.ts'
import { addPeriod, type IsoDate } from '../../src/domain/calendar.ts'
import { keepDeadlines, type PendingDeadline, passedBy, passingOf } from '../../src/domain/deadline-book.ts'
import type { Declined } from '../../src/domain/decline-reason.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Role } from '../../src/domain/role.ts'
import { type Stage, stageOf } from '../../src/domain/stage.ts'

type Without<Event, Keys extends PropertyKey> = Event extends unknown ? Omit<Event, Keys> : never
type Said = { readonly by?: Role; readonly occurredOn?: IsoDate }
export type CaseHappening = Without<CaseEvent, 'by' | 'occurredOn'> & Said
export type AssignmentHappening = Without<AssignmentEvent, 'by' | 'occurredOn'> & Said

type Running = { position: Position; book: PendingDeadline[] }
type Primary = Running & { id: string }

const form = (intervention: string): AssignmentInput['form'] => (/Group|inBalans|vallen/.test(intervention) ? 'group' : 'home')

export type Trace = ReturnType<typeof traceFrom>

/** A new case, signalled on `day`. Every change is noted as the stage it leads to, repeats left out. */
export function traceFrom(day: IsoDate) {
  let today = day
  const first = start(caseMachine, { signalledOn: day })
  let theCase: Running = { position: first.position, book: [] }
  let primary: Primary | null = null
  const stages: Stage[] = []
  const done: { readonly on: IsoDate; readonly effect: Effect }[] = []

  const note = () => {
    const stage = stageOf(theCase.position, primary?.position ?? null)
    if (stages.at(-1) !== stage) stages.push(stage)
  }
  const keepCase = (step: Step, event: { occurredOn: IsoDate; [field: string]: unknown }) => {
    const occasion = { context: step.position.context, event }
    theCase = { position: step.position, book: keepDeadlines(theCase.book, step.effects, occasion, { rules: caseDeadlines }) }
    for (const effect of step.effects) done.push({ on: today, effect })
  }
  keepCase(first, { occurredOn: day })
  note()

  function inCase(happening: CaseHappening): Result<Step> {
    const event = { by: 'practiceNurse', occurredOn: today, ...happening } as CaseEvent // a happening is an event without who and when
    const result = advance(caseMachine, theCase.position, event)
    if (!result.ok) return result
    keepCase(result.value, event)
    for (const effect of result.value.effects) react(effect, event)
    note()
    return result
  }

  function react(effect: Effect, event: CaseEvent) {
    if (effect.type === 'proposeAssignment' && event.type === 'decisionRecorded') propose(event.decision)
    if (primary === null || isOver(primary)) return
    if (effect.type === 'holdExercise') tellPrimary({ type: 'exerciseHeld' })
    if (effect.type === 'resumeExercise' && (primary.position.context as AssignmentContext).held)
      tellPrimary({ type: 'exerciseReleased' })
    if (effect.type === 'recheckRedFlags') tellPrimary({ type: 'redFlagCheckLapsed' })
    if (effect.type === 'endOpenAssignments' || effect.type === 'endPrimaryAssignment') endPrimary()
  }

  function propose(decision: Decision) {
    if (decision.way !== 'assignment') throw new Error('Only an assignment is proposed')
    const { assignmentId: id, exercise, intervention } = decision
    const input = { proposedOn: today, exercise, intervention, form: form(intervention), redFlagsCheckedOn: today }
    const step = start(assignmentMachine, input)
    primary = { id, position: step.position, book: [] }
    keepPrimary(step, { occurredOn: today })
  }

  const keepPrimary = (step: Step, event: { occurredOn: IsoDate; [field: string]: unknown }) => {
    if (primary === null) throw new Error('There is no primary assignment')
    const occasion = { context: step.position.context, event }
    const book = keepDeadlines(primary.book, step.effects, occasion, { rules: assignmentDeadlines })
    primary = { ...primary, position: step.position, book }
    for (const effect of step.effects) done.push({ on: today, effect })
  }

  /** What the engine tells the assignment by itself; what the assignment does not take then, it does not need. */
  function tellPrimary(happening: AssignmentHappening) {
    if (primary === null) return
    const event = { by: 'system', occurredOn: today, ...happening } as AssignmentEvent
    const result = advance(assignmentMachine, primary.position, event)
    if (result.ok) keepPrimary(result.value, event)
  }
  function endPrimary() {
    tellPrimary({ type: 'assignmentWithdrawn' })
    if (primary !== null && !isOver(primary)) tellPrimary({ type: 'assignmentStoppedEarly' })
  }

  /** Both machines take it, or neither does. */
  function inAssignment(happening: AssignmentHappening): Result<Step> {
    if (primary === null) return refusedBecause('there is no primary assignment')
    const event = { by: 'careProvider', occurredOn: today, ...happening } as AssignmentEvent
    const result = advance(assignmentMachine, primary.position, event)
    if (!result.ok) return result
    const { id } = primary
    const before = { theCase, primary, stages: stages.length, done: done.length }
    keepPrimary(result.value, event)
    const knows = (theCase.position.context as CaseContext).primary?.id === id
    for (const { type, params } of knows ? result.value.effects : []) {
      if (type !== 'tellCase') continue
      const { event: news, ...said } = params as { event: string }
      const rest = event.type === 'assignmentDeclined' ? { ...said, next: event.next, until: event.until } : said
      const heard = inCase({ type: news, assignmentId: id, ...rest, by: event.by, occurredOn: event.occurredOn } as CaseHappening)
      if (!heard.ok) {
        theCase = before.theCase
        primary = before.primary
        stages.length = before.stages
        done.length = before.done
        return heard
      }
    }
    note()
    return result
  }

  /** Moves the clock, firing every deadline that passes on the way; each has to be taken. */
  function goTo(until: IsoDate) {
    for (let fired = 0; ; fired += 1) {
      if (fired > 2000) throw new Error('Deadlines that never end')
      const [row, where] = nextDue(until)
      if (row === undefined) break
      today = row.due.on > today ? row.due.on : today
      fire(row, where)
    }
    today = until > today ? until : today
  }
  function nextDue(until: IsoDate): [PendingDeadline | undefined, 'case' | 'primary'] {
    const [ofCase] = passedBy(theCase.book, until)
    const [ofPrimary] = passedBy(primary?.book ?? [], until)
    const caseFirst = ofPrimary === undefined || (ofCase !== undefined && ofCase.due.at <= ofPrimary.due.at)
    return caseFirst ? [ofCase, 'case'] : [ofPrimary, 'primary']
  }
  function fire(row: PendingDeadline, where: 'case' | 'primary') {
    const passing = passingOf(row, where === 'case' ? caseDeadlines : assignmentDeadlines)
    if (where === 'case') theCase = { ...theCase, book: theCase.book.filter((one) => one !== row) }
    else primary = { ...primary!, book: primary!.book.filter((one) => one !== row) }
    const happening = { ...passing, occurredOn: today }
    const result = where === 'case' ? inCase(happening as CaseHappening) : inAssignment(happening as AssignmentHappening)
    if (!result.ok) throw new Error(`${row.deadline} passed and was refused: ${result.refusal.words.en}`)
  }

  return {
    inCase,
    inAssignment,
    goTo,
    goDays: (days: number) => goTo(addPeriod(today, days, 'days')),
    get today() {
      return today
    },
    get stages(): readonly Stage[] {
      return stages
    },
    get stage(): Stage {
      return stages.at(-1)!
    },
    get caseContext() {
      return theCase.position.context as CaseContext
    },
    get casePosition() {
      return theCase.position
    },
    get caseBook(): readonly PendingDeadline[] {
      return theCase.book
    },
    get primary(): Readonly<Primary> | null {
      return primary
    },
    get primaryContext() {
      return primary?.position.context as AssignmentContext
    },
    /** Names of the effects so far, or of those on one day. */
    effects: (on?: IsoDate) => done.filter((one) => on === undefined || one.on === on).map(({ effect }) => effect.type),
    happened: (effect: Effect) => done.some((one) => isDeepStrictEqual(one.effect, effect)),
  }
}

export const isOver = ({ position }: { position: Position }): boolean => (position.context as AssignmentContext).ended

const refusedBecause = (en: string) => ({ ok: false as const, refusal: { code: 'noPrimary', words: { nl: en, en } } })

/** Takes what must be possible; the words of the refusal are the failure. */
export function taken(result: Result<Step>): Step {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.words.en} (${result.refusal.detail})`)
  return result.value
}

export const decisionFor = (
  intervention: string,
  rest: Partial<Extract<Decision, { way: 'assignment' }>> = {},
): CaseHappening => ({
  type: 'decisionRecorded',
  decision: {
    way: 'assignment',
    assignmentId: `${intervention}-1`,
    intervention,
    exercise: true,
    domain: 'care',
    deliverer: 'physiotherapist',
    goalRecorded: true,
    consentGiven: false,
    redFlagsChecked: true,
    ...rest,
  },
})

export const analysisDone: CaseHappening = {
  type: 'analysisCompleted',
  minimumHandled: true,
  wishesRecorded: true,
  mainFlagsKnown: true,
}
export const acceptance: AssignmentHappening = { type: 'assignmentAccepted', placeConfirmed: true, certificateValid: true }
/** What a decline comes to once its reason has been looked up. */
export const declined = (next: Declined['next'] = 'alternative', until: IsoDate | null = null) =>
  ({ type: 'assignmentDeclined', side: 'person', next, until, alsoTold: null }) as const
export const gpOutcome = (...flags: string[]): CaseHappening => ({
  type: 'redFlagReleased',
  flags,
  outcomeRecorded: true,
  by: 'generalPractitioner',
})
