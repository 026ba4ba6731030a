// The list of allowed commands tells the truth: what it allows is taken, what it does not allow is refused with the very code it gave.
import { expect, test } from 'vitest'
import { commandExamples } from '../../src/contract/command-examples.ts'
import { commandRoutes } from '../../src/contract/command-routes.ts'
import type { CommandType } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

type Allowed = {
  command: CommandType
  subject: string
  allowed: boolean
  why: { code: string } | null
  how: { href: string; ifMatch: string } | null
}

const decision = {
  way: 'assignment',
  assignmentId: 'a1',
  domain: 'social',
  providerId: 'club',
  goal: 'dansen',
  consentGiven: true,
  redFlagsChecked: true,
  reasonForDeviation: 'wens',
  intervention: 'inBalans',
}

/** Positions by name: what was done to get there. */
const positions: { readonly [name: string]: (app: TestApp, c: string) => Promise<unknown> } = {
  signalled: async () => {},
  screening: async (app, c) => {
    await app.does(c, 'contacts', { reached: true })
    await app.does(c, 'screenings/_start', { personAgrees: true })
  },
  moderate: async (app, c) => {
    await positions['screening']!(app, c)
    await app.does(c, 'screenings', { facts: screeningOf.moderate })
  },
  analysisPlanned: async (app, c) => {
    await positions['screening']!(app, c)
    await app.does(c, 'screenings', { facts: screeningOf.high })
  },
  analysis: async (app, c) => {
    await positions['analysisPlanned']!(app, c)
    await app.does(c, 'analyses')
  },
  analysisAnswered: async (app, c) => {
    await positions['analysis']!(app, c)
    await app.answerEverything(c)
  },
  proposed: async (app, c) => {
    await positions['moderate']!(app, c)
    await app.does(c, 'decisions', { ...decision, assignmentId: `a-${c}` })
  },
  sent: async (app, c) => {
    await positions['proposed']!(app, c)
    await app.does(c, `assignments/a-${c}/_send`)
  },
  active: async (app, c) => {
    await positions['sent']!(app, c)
    await app.does(c, `assignments/a-${c}/_accept`, { placeConfirmed: true }, 'socialProvider')
    await app.does(c, `assignments/a-${c}/_start`, {}, 'socialProvider')
  },
  paused: async (app, c) => {
    await positions['active']!(app, c)
    await app.does(c, `assignments/a-${c}/_pause`, { until: null })
  },
  held: async (app, c) => {
    await positions['active']!(app, c)
    await app.does(c, 'red-flags', { flag: 'RF05' })
  },
  noExercise: async (app, c) => {
    await positions['sent']!(app, c)
    await app.does(c, 'red-flags', { flag: 'RF13' })
  },
  ended: async (app, c) => {
    await positions['active']!(app, c)
    await app.does(c, `assignments/a-${c}/_complete`, {}, 'socialProvider')
  },
  maintenance: async (app, c) => {
    await positions['ended']!(app, c)
    await app.does(c, 'evaluations/_start')
    await app.does(c, 'evaluations', { outcome: 'plateau', summary: 'gelijk gebleven' })
  },
  closed: async (app, c) => {
    await positions['moderate']!(app, c)
    await app.does(c, '_end', { what: 'moved' })
  },
}

/** A body that has nothing wrong with it here. */
function bodyFor(command: CommandType, c: string, months: 6 | 12): unknown {
  if (command === 'recordDecision') return { ...decision, assignmentId: `b-${c}` }
  if (command === 'proposeFollowUp') return { assignmentId: `f-${c}`, code: 'eyeTest', providerId: 'optician' }
  if (command === 'recordFollowUpTalk') return { months, exercises: 'yes' }
  if (command === 'recordScreening') return { facts: screeningOf.moderate }
  if (command === 'recordMeasurement') return { measure: 'tug', value: 12, measuredOn: '2026-01-05' }
  if (command === 'handOverAssignment') return { to: 'some-communitySportCoach' }
  if (command === 'closeCase') return { reason: 'other' }
  if (command === 'planStart') return { startsOn: '2026-01-12' }
  return commandExamples[command]
}

const roles: readonly Role[] = ['practiceNurse', 'generalPractitioner', 'socialProvider']

/** A provider sees no case, only what was sent to it: that is where it reads what it can do. */
const ofProvider = ['sent', 'active', 'paused', 'held', 'noExercise', 'ended', 'maintenance']

test.each(
  Object.keys(positions).flatMap((name) =>
    roles.filter((role) => role !== 'socialProvider' || ofProvider.includes(name)).map((role) => [name, role] as const),
  ),
)('%s, asked by %s', { timeout: 60_000 }, async (name, role) => {
  const app = await testApp(await sqliteDatabase.open())
  const prepare = async () => {
    const c = await app.signalled()
    await positions[name]!(app, c)
    return c
  }
  const listOf = (c: string) => (role === 'socialProvider' ? `/v1/inbox/a-${c}` : `/v1/cases/${c}`)
  const allowedIn = async (c: string): Promise<Allowed[]> => must(await app.ask('GET', listOf(c), { role }), 200).json.allowed
  const c = await prepare()
  const list = await allowedIn(c)
  if (role !== 'socialProvider')
    expect(list.filter(({ subject }) => subject === 'case').map(({ command }) => command)).toEqual(
      Object.entries(commandRoutes).flatMap(([command, { of }]) => (of === 'case' ? [command] : [])),
    )
  else expect(list.length).toBeGreaterThan(10)
  for (const { command, subject, why } of list.filter(({ allowed }) => !allowed)) {
    const path = commandRoutes[command].path.replace('{assignmentId}', subject)
    const answer = await app.tries(c, path, bodyFor(command, c, 12), role)
    expect([command, answer.status, answer.json.code]).toEqual([command, why!.code === 'notYourRole' ? 403 : 409, why!.code])
  }
  for (const { command, subject } of list.filter(({ allowed }) => allowed)) {
    const fresh = await prepare()
    const one = (await allowedIn(fresh)).find(
      (entry) => entry.command === command && entry.subject === subject.replace(c, fresh),
    )!
    const body =
      command === 'releaseRedFlag' ? { flags: ['RF05'], outcome: 'gezien', onWordOfGp: true } : bodyFor(command, fresh, 12)
    const answer = await app.ask('POST', one.how!.href, { body, role, headers: { 'if-match': one.how!.ifMatch } })
    expect([command, answer.status, answer.json.code]).toEqual([command, 200, undefined])
  }
})
