// Random histories through the one door, on every database: whatever is asked in whatever order, the promises of a case hold.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathwayVersions } from '../../pathways/versions.ts'
import { canonicalJson } from '../../src/domain/canonical.ts'
import type { LogEntry } from '../../src/domain/case-log.ts'
import { type CaseState, replay } from '../../src/domain/case-state.ts'
import type { Command } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { stageOfCase } from '../../src/engine/change.ts'
import { deadlineId } from '../../src/engine/drawn-rows.ts'
import { eventsOf, loadCase } from '../../src/store/cases.ts'
import { checkChain } from '../../src/store/chain.ts'
import { pendingDeadlines } from '../../src/store/deadlines.ts'
import type { Reader } from '../../src/store/store.ts'
import type { EventRow } from '../../src/store/tables.ts'
import { anyDrawn, commandFrom, type Drawn } from '../support/any-command.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { done, type TestEngine, testEngine } from '../support/test-engine.ts'

const pathway = pathwayVersions.at(-1)!

const anyHistory = fc.array(
  fc.oneof({ weight: 12, arbitrary: anyDrawn }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 70 }) }),
  { minLength: 5, maxLength: 45 },
)

/** How far the case has come before the history begins. */
const anyBeginning = fc.constantFrom(0, 2, 5, 7, 10)

/** The straight way to somebody who takes part in In Balans. */
const straight = (caseId: string): [Command, Role][] => [
  [{ type: 'startScreening', payload: { personAgrees: true } }, 'practiceNurse'],
  [{ type: 'recordScreening', payload: { facts: { ...screeningOf.high, underlying: 'no' } } }, 'practiceNurse'],
  [{ type: 'startAnalysis', payload: {} }, 'practiceNurse'],
  [{ type: 'completeAnalysis', payload: {} }, 'practiceNurse'],
  [
    {
      type: 'recordDecision',
      payload: {
        way: 'assignment',
        assignmentId: `${caseId}-first`,
        intervention: 'inBalans',
        domain: 'social',
        providerId: 'club',
        goal: 'dansen',
        consentGiven: true,
        redFlagsChecked: true,
        reasonForDeviation: 'wens',
      },
    },
    'practiceNurse',
  ],
  [{ type: 'sendAssignment', payload: { assignmentId: `${caseId}-first` } }, 'practiceNurse'],
  [{ type: 'acceptAssignment', payload: { assignmentId: `${caseId}-first`, placeConfirmed: true } }, 'socialProvider'],
  [{ type: 'startAssignment', payload: { assignmentId: `${caseId}-first` } }, 'socialProvider'],
  [{ type: 'completeAssignment', payload: { assignmentId: `${caseId}-first` } }, 'socialProvider'],
  [{ type: 'startEvaluation', payload: {} }, 'practiceNurse'],
]

const stagesSeen = new Set<string>()

/** Plays a history on a fresh case; a number is so many days. */
async function play(
  engine: TestEngine,
  caseId: string,
  { beginning, history }: { beginning: number; history: readonly (Drawn | number)[] },
  look: (state: CaseState) => void,
) {
  done(await engine.open(caseId))
  await engine.answerEverything(caseId)
  for (const [command, role] of straight(caseId).slice(0, beginning)) done(await engine.send(caseId, command, { role }))
  for (const step of history) {
    if (typeof step === 'number') await engine.days(step)
    else await engine.send(caseId, commandFrom(step, await engine.state(caseId)), { role: step.role })
    const state = await engine.state(caseId)
    stagesSeen.add(stageOfCase(state))
    look(state)
  }
}

const entryOf = (row: EventRow): LogEntry => {
  const { fields, record } = parsedFrom<Pick<LogEntry, 'fields' | 'record'>>(row.payload)
  return {
    type: row.type,
    subject: row.subject,
    occurredOn: row.occurred_on,
    by: row.actor_role as LogEntry['by'],
    fields,
    record,
  }
}

const running = new Set(['sent', 'waitlisted', 'accepted', 'planned', 'started', 'paused'])

function promises(state: CaseState) {
  const { progress, safety } = state.position.value as { progress: string; safety: string }
  const primaries = Object.values(state.assignments).filter(
    ({ kind, position }) => kind === 'primary' && running.has(String(position.value)),
  )
  expect(primaries.length, 'one primary at a time').toBeLessThanOrEqual(1)
  if (progress !== 'closed') {
    const books = [state.book, ...Object.values(state.assignments).map(({ book }) => book)]
    expect(books.flat().length, `an open case in ${progress} has something that will wake it`).toBeGreaterThan(0)
  }
  if (progress === 'closed') expect(safety, 'a closed case is held by nothing').toBe('clear')
  if (progress === 'closed') expect(primaries, 'nothing runs on in a closed case').toEqual([])
}

async function stored(store: Reader, caseId: string) {
  const row = (await loadCase(store, caseId))!
  const events = await eventsOf(store, caseId)
  return { row, events, entries: events.map(entryOf) }
}

describe.each(databases)('$name', (database) => {
  test('every invariant holds after every step, and the log alone gives the same case', { timeout: 120_000 }, async () => {
    const store = await database.open()
    const engine = await testEngine(store)
    let cases = 0
    await fc.assert(
      fc.asyncProperty(fc.record({ beginning: anyBeginning, history: anyHistory }), fc.nat(), async (played, somewhere) => {
        const caseId = `case-${++cases}`
        await play(engine, caseId, played, promises)
        const { row, events, entries } = await stored(store, caseId)
        expect(checkChain(events, row)).toBeNull()
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
        const state = Buffer.from(row.state).toString('utf8')
        expect(canonicalJson(replay(pathway, entries)), 'replay of the whole').toBe(state)
        const cut = 1 + (somewhere % entries.length)
        const prefix = JSON.parse(canonicalJson(replay(pathway, entries.slice(0, cut)))) as CaseState
        expect(canonicalJson(replay(pathway, entries.slice(cut), prefix)), `replay of ${cut} and the rest`).toBe(state)
        const kept = parsedFrom<CaseState>(row.state)
        const books = [
          { subject: 'case', book: kept.book },
          ...Object.entries(kept.assignments).map(([subject, { book }]) => ({ subject, book })),
        ]
        const expected = books.flatMap(({ subject, book }) => book.map((one) => deadlineId(caseId, subject, one)))
        expect((await pendingDeadlines(store, caseId)).map(({ id }) => id).sort(), 'deadline rows are those of the case').toEqual(
          expected.sort(),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('out of a medical hold there are two ways: the GP releases, or the person has died, moved or was admitted', {
    timeout: 120_000,
  }, async () => {
    const engine = await testEngine(await database.open())
    let cases = 0
    await fc.assert(
      fc.asyncProperty(fc.record({ beginning: anyBeginning, history: anyHistory }), async (played) => {
        const caseId = `case-${++cases}`
        await play(engine, caseId, played, () => {})
        const { entries } = await stored(engine.engine.store, caseId)
        let state: CaseState | null = null
        for (const entry of entries) {
          const before = (state as CaseState | null)?.position.value as { safety: string } | undefined
          state = replay(pathway, [entry], state)
          const after = state.position.value as { safety: string }
          if (before?.safety === 'held' && after.safety === 'clear')
            expect(['redFlagReleased', 'personDied', 'personMoved', 'personAdmitted']).toContain(entry.type)
          if (before?.safety === 'held') expect(['assignmentStarted', 'analysisSkipped']).not.toContain(entry.type)
        }
      }),
      { numRuns: 20 },
    )
  })
})

test('the histories came everywhere', () => {
  for (const stage of ['signalled', 'analysisPlanned', 'decision', 'accepted', 'evaluation', 'medicalHold', 'closed']) {
    expect([...stagesSeen]).toContain(stage)
  }
})
