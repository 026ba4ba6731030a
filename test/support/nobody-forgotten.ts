// Nobody is forgotten: random histories of work and of the people who do it, and what must hold after every step of them.
import * as fc from 'fast-check'
import { addPeriod, dayOf } from '../../src/domain/calendar.ts'
import type { Command } from '../../src/domain/commands.ts'
import { cancelAbsence, planAbsence } from '../../src/engine/absences.ts'
import { absencesToday } from '../../src/engine/absences-today.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { expand } from '../../src/engine/expand.ts'
import { leave, reassign } from '../../src/engine/leaving.ts'
import { contactBodyOf } from '../../src/engine/supply-account.ts'
import { saveSupply } from '../../src/engine/supply-door.ts'
import { peopleToday } from '../../src/engine/who.ts'
import { passedWork } from '../../src/readmodels/passed-work.ts'
import { absencesFrom } from '../../src/store/absences.ts'
import { sawAccount } from '../../src/store/account-moves.ts'
import type { WhoIsWho } from '../../src/store/directory.ts'
import { insertOrganisation, loadAccount } from '../../src/store/organisations.ts'
import { type Store, statement } from '../../src/store/store.ts'
import type { AccountRow, CourseRunRow } from '../../src/store/tables.ts'
import { anyDrawn, commandFrom, type Drawn } from './any-command.ts'
import { type Counts, forgottenIn, presentToday } from './forgotten.ts'
import { screeningOf } from './given-case.ts'
import { someSupply } from './some-supply.ts'
import { done, type TestEngine, testEngine } from './test-engine.ts'

const who = {
  practice: ['some-practiceNurse', 'nurse-2', 'some-generalPractitioner'],
  club: ['some-socialProvider', 'some-welfareWorker', 'contact', 'deputy', 'chief', 'colleague-0', 'colleague-1'],
  coalition: ['coby', 'dirk'],
}
const everybody = [...who.practice, ...who.club, ...who.coalition]
const cases = ['c1', 'c2'] as const

export type Step =
  | { readonly do: 'command'; readonly of: number; readonly drawn: Drawn }
  | { readonly do: 'days'; readonly count: number }
  | { readonly do: 'absence'; readonly who: string; readonly by: string; readonly inDays: number; readonly long: number }
  | { readonly do: 'leave' | 'reassign'; readonly who: string; readonly by: string; readonly inDays: number }
  | { readonly do: 'disable' | 'seen'; readonly who: string }
  | { readonly do: 'back'; readonly nth: number }

export type History = { readonly start: string; readonly beginning: number; readonly steps: readonly Step[] }

const anybody = fc.constantFrom(...everybody)
const colleagues = fc.oneof(
  ...[who.practice, who.club, who.coalition].map((group) =>
    fc.record({ who: fc.constantFrom(...group), by: fc.constantFrom(...group, ...who.coalition) }),
  ),
)

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('command' as const), of: fc.nat(1), drawn: anyDrawn }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('days' as const), count: fc.integer({ min: 1, max: 45 }) }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(colleagues, fc.nat(20), fc.nat(40))
      .map(([pair, inDays, long]) => ({ do: 'absence' as const, ...pair, inDays, long })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(colleagues, fc.nat(10), fc.constantFrom('leave' as const, 'reassign' as const))
      .map(([pair, inDays, kind]) => ({ do: kind, ...pair, inDays })),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('disable' as const, 'seen' as const, 'seen' as const), who: anybody }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const), nth: fc.nat(5) }) },
)

/** Close to both changes of the clock, to the holidays of spring and to the end of the year. */
const starts = [
  '2026-01-05T09:00:00.000Z',
  '2026-03-27T22:30:00.000Z',
  '2026-04-02T23:10:00.000Z',
  '2026-10-23T21:30:00.000Z',
  '2026-12-23T23:59:00.000Z',
]

export const anyLife = (most: number): fc.Arbitrary<History> =>
  fc.record({
    start: fc.constantFrom(...starts),
    beginning: fc.constantFrom(1, 2, 3, 4, 4, 5, 5, 6, 6),
    steps: fc.array(anyStep, { minLength: 10, maxLength: most, size: 'max' }),
  })

/** Everybody there, one place on the course, and two who want it. */
async function region(store: Store, start: string): Promise<TestEngine> {
  const under = await testEngine(store, start)
  const { build } = store
  const today = dayOf(start)
  const supply = someSupply(store)
  await store.commit([
    insertOrganisation(build, {
      id: 'coalition',
      kind: 'coalition',
      municipality: 'GM0362',
      details: bytesOf({ name: 'Coalitie (verzonnen)' }),
      version: 1,
      coordinator_id: null,
    }),
  ])
  await supply.provider('club')
  const account = (id: string, organisationId: string, role: AccountRow['role']) =>
    supply.account(id, organisationId, { role, last_seen_on: today })
  for (const id of who.practice)
    await account(id, 'practice-1', id === 'some-generalPractitioner' ? 'generalPractitioner' : 'practiceNurse')
  for (const id of who.club) await account(id, 'club', id === 'some-welfareWorker' ? 'welfareWorker' : 'socialProvider')
  for (const id of who.coalition) await account(id, 'coalition', 'coordinator')
  await store.commit([
    statement(build.updateTable('organisation').set({ coordinator_id: 'chief' }).where('id', '=', 'club')),
    statement(build.updateTable('organisation').set({ coordinator_id: 'nurse-2' }).where('id', '=', 'practice-1')),
  ])
  await supply.offer('balans', { contact_id: 'contact', deputy_id: 'deputy', owner_id: 'contact' })
  const dates: Partial<CourseRunRow> = { starts_on: addPeriod(today, 30, 'days'), ends_on: addPeriod(today, 30, 'months') }
  await supply.run('spring', 'balans', 1, dates)
  return under
}

const decision = (caseId: string, runId: string | undefined): Command => ({
  type: 'recordDecision',
  payload: {
    way: 'assignment',
    assignmentId: `${caseId}-first`,
    intervention: 'inBalans',
    domain: 'social',
    providerId: 'club',
    offerId: 'balans',
    ...(runId === undefined ? {} : { runId }),
    goal: 'dansen',
    consentGiven: true,
    redFlagsChecked: true,
    reasonForDeviation: 'wens',
  },
})

/** As far as it goes: where the course is full the second one goes on without a place. */
async function begin(under: TestEngine, caseId: string, beginning: number): Promise<void> {
  const assignmentId = `${caseId}-first`
  const provider = { role: 'socialProvider' } as const
  done(await under.open(caseId))
  await under.answerEverything(caseId)
  const ways: (() => Promise<unknown>)[] = [
    () => under.send(caseId, { type: 'startScreening', payload: { personAgrees: true } }),
    () => under.send(caseId, { type: 'recordScreening', payload: { facts: screeningOf.moderate } }),
    async () => {
      const handled = await under.send(caseId, decision(caseId, 'spring'))
      return handled.is === 'done' ? handled : under.send(caseId, decision(caseId, undefined))
    },
    () => under.send(caseId, { type: 'sendAssignment', payload: { assignmentId } }),
    () => under.send(caseId, { type: 'acceptAssignment', payload: { assignmentId, placeConfirmed: true } }, provider),
    () => under.send(caseId, { type: 'startAssignment', payload: { assignmentId } }, provider),
  ]
  for (const way of ways.slice(0, beginning)) await way()
}

const arranging = { id: 'arranger', role: 'coordinator', organisationId: 'coalition' } as const

async function take(under: TestEngine, step: Step, key: string): Promise<void> {
  const { engine } = under
  const asking = { actor: arranging, key, requestId: key }
  const today = dayOf(engine.clock())
  const note = 'Alles staat in de trajecten.'
  switch (step.do) {
    case 'command': {
      const caseId = cases[step.of]!
      await under.send(caseId, withOffer(commandFrom(step.drawn, await under.state(caseId)), step.drawn.b), {
        role: step.drawn.role,
      })
      return
    }
    case 'days':
      await under.days(step.count)
      await absencesToday(engine)
      return
    case 'absence': {
      const fromOn = addPeriod(today, step.inDays, 'days')
      const untilOn = addPeriod(fromOn, step.long, 'days')
      await planAbsence(engine, asking, { accountId: step.who, replacementId: step.by, fromOn, untilOn, note })
      return
    }
    case 'leave':
      await leave(engine, asking, step.who, { on: addPeriod(today, step.inDays, 'days'), successorId: step.by, note })
      return
    case 'reassign':
      await reassign(engine, asking, step.who, { to: step.by, note })
      return
    case 'disable': {
      const row = (await loadAccount(engine.store, step.who))!
      const body = { ...contactBodyOf(row), active: false }
      const edit = { noun: 'account', body: body as never, edited: { id: row.id, version: row.version } } as const
      await saveSupply(engine, { ...asking, edit })
      return
    }
    case 'seen':
      await engine.store.commit([sawAccount(engine.store.build, step.who, today)])
      return
    case 'back': {
      const rows = await absencesFrom(engine.store, today)
      const row = rows[step.nth % Math.max(1, rows.length)]
      if (row !== undefined) await cancelAbsence(engine, asking, { absenceId: row.id, version: row.version })
    }
  }
}

/** Half of those who choose In Balans choose the offer, and some of them the course. */
function withOffer(command: Command, dice: number): Command {
  if (command.type !== 'recordDecision' || command.payload.way !== 'assignment') return command
  if (command.payload.intervention !== 'inBalans' || dice % 2 === 0) return command
  const run = dice % 3 === 0 ? { runId: 'spring' } : {}
  return { ...command, payload: { ...command.payload, offerId: 'balans', ...run } }
}

/** What the check makes of the people: as they are, or with something taken away to see that it notices. */
type Alter = (people: WhoIsWho) => WhoIsWho

/** Plays the history on an empty store; throws with everything that somebody was forgotten in, and after which step. */
export async function live(
  store: Store,
  { start, beginning, steps }: History,
  counts: Counts,
  alter: Alter = asTheyAre,
): Promise<void> {
  const under = await region(store, start)
  for (const caseId of cases) await begin(under, caseId, beginning)
  await lookAround(under, 'the beginning', counts, alter)
  for (const [index, step] of steps.entries()) {
    await take(under, step, `step-${index}`)
    await lookAround(under, `step ${index}, ${JSON.stringify(step)}`, counts, alter)
    counts.steps += 1
  }
}

const asTheyAre: Alter = (people) => people

async function lookAround(under: TestEngine, after: string, counts: Counts, alter: Alter): Promise<void> {
  const { engine } = under
  const people = alter(await peopleToday(engine))
  const there = await presentToday(engine)
  const found: string[] = []
  for (const caseId of cases) found.push(...forgottenIn({ engine, people, there, counts }, await under.state(caseId)))
  const { lines } = await passedWork(engine.store, people)
  for (const { kind, id, reached } of lines)
    if (reached.accountId === null) found.push(`${kind} ${id} is an orphan`)
    else counts.passedOn += 1
  if (alter === asTheyAre) counts.expanded += await expand(engine, (what, error) => found.push(`${what}: ${String(error)}`))
  if (found.length > 0) throw new Error(`Forgotten after ${after}:\n${found.join('\n')}`)
}
