// Random histories over both machines: nobody is ever stuck or forgotten, and while a red flag is open nobody exercises.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssignmentEvent } from '../../pathways/amstelland/v1/assignment-events.ts'
import { assignmentMachine } from '../../pathways/amstelland/v1/assignment-machine.ts'
import type { CaseEvent } from '../../pathways/amstelland/v1/case-events.ts'
import { caseMachine } from '../../pathways/amstelland/v1/case-machine.ts'
import { advance, type Position } from '../../src/domain/advance.ts'
import { machineMetaOf } from '../../src/domain/machine-definition.ts'
import { graphOf } from '../../src/domain/machine-graph.ts'
import type { Stage } from '../../src/domain/stage.ts'
import {
  type AssignmentHappening,
  acceptance,
  analysisDone,
  type CaseHappening,
  decisionFor,
  declined,
  gpOutcome,
  isOver,
  type Trace,
  traceFrom,
} from '../support/trace.ts'

type Act =
  | { readonly inCase: CaseHappening }
  | { readonly inAssignment: AssignmentHappening }
  | { readonly days: number }
  /** The usual next thing where the case stands; of several, this one. */
  | { readonly onward: number }

const inCase = (...happenings: CaseHappening[]) => fc.constantFrom(...happenings).map((happening): Act => ({ inCase: happening }))
const inAssignment = (...happenings: AssignmentHappening[]) =>
  fc.constantFrom(...happenings).map((happening): Act => ({ inAssignment: happening }))

const flags = ['RF01', 'RF03', 'RF13', 'RF15'] as const
const urgencyOf = { RF01: 'U1', RF03: 'U2', RF13: 'U3', RF15: 'U3' } as const
const otago = decisionFor('otagoHome')
const social = decisionFor('inBalans', { domain: 'social', consentGiven: true })
const noExercise = decisionFor('zichtOpEvenwichtHome', { exercise: false })

const level = (is: 'low' | 'moderate' | 'high'): Act => ({ inCase: { type: 'screeningRecorded', level: is } })
const said = (inAssignment: AssignmentHappening): Act => ({ inAssignment })
const usual: { readonly [stage in Stage]: readonly Act[] } = {
  signalled: [{ inCase: { type: 'screeningStarted', personAgrees: true } }],
  screening: [level('high'), level('moderate'), level('low')],
  screeningIncomplete: [level('high')],
  advised: [{ inCase: social }],
  analysisPlanned: [{ inCase: { type: 'analysisStarted' } }],
  analysis: [{ inCase: analysisDone }],
  decision: [{ inCase: otago }, said({ type: 'assignmentSent' }), { inCase: social }],
  referred: [said(acceptance)],
  accepted: [said({ type: 'assignmentStarted' }), said({ type: 'redFlagsChecked' })],
  active: [
    said({ type: 'assignmentPaused', until: null }),
    said({ type: 'assignmentCompleted' }),
    said({ type: 'assignmentStoppedEarly' }),
  ],
  paused: [said({ type: 'assignmentResumed' })],
  ended: [{ inCase: { type: 'evaluationStarted' } }, said({ type: 'assignmentReported' })],
  evaluation: [
    { inCase: { type: 'evaluationRecorded', outcome: 'goalReached' } },
    { inCase: { type: 'evaluationRecorded', outcome: 'unmetNeed' } },
  ],
  maintenance: [{ inCase: { type: 'screeningStarted', personAgrees: true } }, { inCase: { type: 'followUpDone', months: 6 } }],
  closed: [{ days: 1 }],
  medicalHold: [{ inCase: gpOutcome('RF01', 'RF03') }],
}

/** What usually comes next is drawn most, so that walks get far. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 60, arbitrary: fc.nat(11).map((onward): Act => ({ onward })) },
  { weight: 6, arbitrary: inCase({ type: 'screeningStarted', personAgrees: true }, { type: 'analysisStarted' }, analysisDone) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('low', 'moderate', 'high', 'high', 'undetermined', 'outOfScope')
      .map((level): Act => ({ inCase: { type: 'screeningRecorded', level } })),
  },
  {
    weight: 6,
    arbitrary: inCase(otago, social, noExercise, {
      type: 'decisionRecorded',
      decision: { way: 'own', exercise: true, redFlagsChecked: true },
    }),
  },
  { weight: 8, arbitrary: inAssignment({ type: 'assignmentSent' }, acceptance, { type: 'assignmentStarted' }) },
  {
    weight: 5,
    arbitrary: inAssignment(
      { type: 'assignmentSeen' },
      { type: 'personAttempted', reached: true },
      { type: 'personAttempted', reached: false },
      { type: 'assignmentWaitlisted' },
      { type: 'assignmentPlanned', startsOn: '2026-06-01' },
      { type: 'sessionRecorded', attended: true },
      { type: 'sessionRecorded', attended: false },
      { type: 'assignmentPaused', until: null },
      { type: 'assignmentPaused', until: '2026-09-01' },
      { type: 'assignmentResumed' },
      { type: 'redFlagsChecked' },
    ),
  },
  {
    weight: 3,
    arbitrary: inAssignment(
      declined(),
      declined('talk'),
      declined('park', '2026-09-01'),
      declined('revisit', '2026-02-16'),
      { type: 'assignmentWithdrawn' },
      { type: 'assignmentCompleted' },
      { type: 'assignmentStoppedEarly' },
      { type: 'assignmentReported' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...flags)
      .map((flag): Act => ({ inCase: { type: 'redFlagRaised', flag, urgency: urgencyOf[flag] } })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.subarray(['RF01', 'RF03'], { minLength: 1 }), fc.constantFrom('generalPractitioner', 'practiceNurse'))
      .map(
        ([released, by]): Act => ({
          inCase: { type: 'redFlagReleased', flags: released, outcomeRecorded: true, by } as CaseHappening,
        }),
      ),
  },
  {
    weight: 3,
    arbitrary: inCase(
      { type: 'contactMade' },
      { type: 'contactAttempted' },
      { type: 'upgradeAccepted', reasonRecorded: true },
      { type: 'exerciseCleared', by: 'generalPractitioner' },
      { type: 'fallReported', raises: null, by: 'person' },
      { type: 'fallReported', raises: { flag: 'RF03', urgency: 'U2' }, by: 'person' },
      { type: 'factCorrected', level: 'moderate' },
      { type: 'consentGiven', recipient: 'o7' },
      { type: 'consentWithdrawn', recipient: 'o7', essential: true, by: 'person' },
      { type: 'consentWithdrawn', recipient: 'o8', essential: false, by: 'person' },
      { type: 'followUpEnded', assignmentId: 'f1', outcome: 'expired' },
      { type: 'followUpEnded', assignmentId: 'f1', outcome: 'declined', next: 'park', until: '2026-04-01' },
      { type: 'followUpEnded', assignmentId: 'f2', outcome: 'declined', next: 'revisit', until: '2026-03-02' },
      { type: 'caseParked', until: '2026-05-01' },
      { type: 'fallsDiaryAnswered' },
    ),
  },
  {
    weight: 4,
    arbitrary: inCase(
      { type: 'interimEvaluationRecorded' },
      { type: 'evaluationStarted' },
      { type: 'evaluationRecorded', outcome: 'goalReached' },
      { type: 'evaluationRecorded', outcome: 'unmetNeed' },
      { type: 'followUpDone', months: 6 },
    ),
  },
  {
    weight: 1,
    arbitrary: inCase(
      { type: 'personDeclined', by: 'person' },
      { type: 'personMoved' },
      { type: 'caseClosed', reason: 'other' },
      { type: 'followUpDone', months: 12 },
    ),
  },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 60 }).map((days): Act => ({ days })) },
)

/** An act with "onward" filled in. */
function plain(trace: Trace, one: Act): Exclude<Act, { onward: number }> {
  if (!('onward' in one)) return one
  const choices = usual[trace.stage]
  return plain(trace, choices[one.onward % choices.length]!)
}

function act(trace: Trace, drawn: Act) {
  const one = plain(trace, drawn)
  if ('days' in one) trace.goDays(one.days)
  else if ('inCase' in one) trace.inCase(one.inCase)
  else trace.inAssignment(one.inAssignment)
}

/** After each act, `holds` is asked. */
function always(holds: (trace: Trace) => void, runs = 300) {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 60, size: 'max' }), (acts) => {
      const trace = traceFrom('2026-01-05')
      for (const one of acts) {
        act(trace, one)
        holds(trace)
      }
    }),
    { numRuns: runs },
  )
}

const progressOf = (trace: Trace) => (trace.casePosition.value as { progress: string }).progress
const safetyOf = (trace: Trace) => (trace.casePosition.value as { safety: string }).safety
const isClosed = (trace: Trace) => progressOf(trace) === 'closed'

test('walks come everywhere: every state of both machines is seen', () => {
  const seen = new Set<string>()
  always((trace) => {
    seen.add(`progress.${progressOf(trace)}`).add(`safety.${safetyOf(trace)}`)
    if (trace.primary !== null) seen.add(String(trace.primary.position.value))
  }, 600)
  const leaves = [...graphOf(caseMachine).states, ...graphOf(assignmentMachine).states].filter(
    ({ kind }) => kind === 'atomic' || kind === 'final',
  )
  expect(leaves.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([])
})

test('an open case has an owner and a deadline that runs; a closed one has none and holds nothing', () => {
  always((trace) => {
    const running = [...trace.caseBook, ...(trace.primary?.book ?? [])].filter(({ paused }) => paused === null)
    if (!isClosed(trace)) {
      expect(running.length).toBeGreaterThan(0)
      return
    }
    // What ended with the case may still be reported on.
    expect(running.map(({ deadline }) => deadline).filter((deadline) => deadline !== 'reportDue')).toEqual([])
    expect(trace.caseBook).toEqual([])
    expect([safetyOf(trace), trace.caseContext.openFlags]).toEqual(['clear', []])
    expect(trace.primary === null || isOver(trace.primary)).toBe(true)
  })
})

test('whatever falls due is taken, for two years on end, without anybody acting', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40, size: 'max' }), (acts) => {
      const trace = traceFrom('2026-01-05')
      for (const one of acts) act(trace, one)
      // goTo throws when a passed deadline is refused.
      trace.goDays(730)
      expect(isClosed(trace) || trace.caseBook.length + (trace.primary?.book.length ?? 0) > 0).toBe(true)
    }),
    { numRuns: 150 },
  )
})

const exerciseSteps: Act[] = [
  { inCase: otago },
  { inCase: social },
  { inAssignment: { type: 'assignmentSent' } },
  { inAssignment: { type: 'assignmentStarted' } },
  { inAssignment: { type: 'assignmentResumed' } },
  { inAssignment: { type: 'sessionRecorded', attended: true } },
]

test('while a red flag is open, or exercise is on hold, no exercise step is taken', () => {
  let tried = 0
  always((trace) => {
    const holds = safetyOf(trace) === 'held' || trace.caseContext.exerciseHold
    const exercises = trace.primary === null || trace.primaryContext.exercise
    if (!holds || isClosed(trace) || !exercises) return
    for (const step of exerciseSteps) {
      const result =
        'inCase' in step ? trace.inCase(step.inCase) : 'inAssignment' in step ? trace.inAssignment(step.inAssignment) : null
      tried += 1
      expect(result?.ok).toBe(false)
    }
  })
  expect(tried).toBeGreaterThan(100)
})

test('a hold ends by the GP or by leaving the chain, and by nothing else', () => {
  const ways = new Set(['redFlagReleased', 'personDied', 'personMoved', 'personAdmitted'])
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 60, size: 'max' }), (acts) => {
      const trace = traceFrom('2026-01-05')
      for (const drawn of acts) {
        const before = trace.casePosition
        const one = plain(trace, drawn)
        act(trace, one)
        const wasHeld = (before.value as { safety: string }).safety === 'held'
        if (wasHeld && safetyOf(trace) === 'clear') {
          expect('inCase' in one && ways.has(one.inCase.type)).toBe(true)
          if ('inCase' in one && one.inCase.type === 'redFlagReleased') expect(one.inCase.by).toBe('generalPractitioner')
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the region, the open flags and the day of the hold always agree; one primary at a time, in the intervention only', () => {
  always((trace) => {
    const { openFlags, heldOn, primary } = trace.caseContext
    expect([openFlags.length > 0, heldOn !== null]).toEqual([safetyOf(trace) === 'held', safetyOf(trace) === 'held'])
    if (progressOf(trace) === 'intervention') {
      expect(primary?.id).toBe(trace.primary?.id)
      expect(primary?.over).toBe(isOver(trace.primary!))
    }
    if (progressOf(trace) === 'decision') expect(primary).toBeNull()
    if (progressOf(trace) === 'decision' || progressOf(trace) === 'analysis')
      expect(trace.primary === null || isOver(trace.primary)).toBe(true)
  })
})

test('positions are plain JSON: stored and read back they go on in the same way', () => {
  const step = {
    type: 'fallReported',
    raises: { flag: 'RF03', urgency: 'U2' },
    by: 'person',
    occurredOn: '2030-01-01',
  } as CaseEvent
  const seen = { type: 'assignmentStoppedEarly', by: 'careProvider', occurredOn: '2030-01-01' } as AssignmentEvent
  always((trace) => {
    const stored: Position = JSON.parse(JSON.stringify(trace.casePosition))
    expect(stored).toEqual(trace.casePosition)
    expect(advance(caseMachine, stored, step)).toEqual(advance(caseMachine, trace.casePosition, step))
    if (trace.primary === null) return
    const ofPrimary: Position = JSON.parse(JSON.stringify(trace.primary.position))
    expect(ofPrimary).toEqual(trace.primary.position)
    expect(advance(assignmentMachine, ofPrimary, seen)).toEqual(advance(assignmentMachine, trace.primary.position, seen))
  }, 60)
})

test('a refusal names its reason in both languages, and changes nothing', () => {
  const known = new Set(['notNow', 'conditionNotMet', 'beforePreviousStep', 'noPrimary'])
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 40, size: 'max' }), (acts) => {
      const trace = traceFrom('2026-01-05')
      for (const drawn of acts) {
        const one = plain(trace, drawn)
        const before = JSON.stringify([trace.casePosition, trace.caseBook, trace.primary])
        if ('days' in one) {
          trace.goDays(one.days)
          continue
        }
        const result = 'inCase' in one ? trace.inCase(one.inCase) : trace.inAssignment(one.inAssignment)
        if (result.ok) continue
        expect(known).toContain(result.refusal.code)
        expect([result.refusal.words.nl, result.refusal.words.en]).not.toContain('')
        expect(JSON.stringify([trace.casePosition, trace.caseBook, trace.primary])).toBe(before)
      }
    }),
    { numRuns: 150 },
  )
})

test.each([caseMachine, assignmentMachine])('every event of machine $id has words in Dutch and English', (machine) => {
  for (const words of Object.values(machineMetaOf(machine).events)) expect([words.nl, words.en]).not.toContain('')
})
