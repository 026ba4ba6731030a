// Traces X1 to X8 of the pathway model over HTTP, on every database, with the demo clock.
import { describe, expect, test } from 'vitest'
import { addPeriod, addWorkingDays, type IsoDate } from '../../src/domain/calendar.ts'
import { doseReached } from '../../src/domain/dose.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const d0 = '2026-01-05'
const day = (n: number): IsoDate => addPeriod(d0, n, 'days')

type Level = keyof typeof screeningOf

async function traced(app: TestApp) {
  const c = await app.signalled()
  const stages: string[] = []
  const look = async () => {
    const { stage } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    if (stages.at(-1) !== stage.code) stages.push(stage.code)
    return stage.code as string
  }
  await look()
  const self = {
    stages,
    look,
    file: async () => must(await app.ask('GET', `/v1/cases/${c}`), 200).json,
    events: async (): Promise<{ type: string; subject: string }[]> =>
      must(await app.ask('GET', `/v1/cases/${c}/events?limit=100`), 200).json.items,
    async nurse(path: string, body: unknown = {}) {
      await app.does(c, path, body)
      await look()
    },
    async provider(path: string, body: unknown = {}) {
      await app.does(c, path, body, 'socialProvider')
      await look()
    },
    refused: async (path: string, body: unknown = {}, role: 'practiceNurse' | 'socialProvider' = 'practiceNurse') =>
      (await app.tries(c, path, body, role)).status,
    async goTo(to: IsoDate) {
      must(await app.ask('POST', '/v1/demo/clock', { body: { to: `${to}T20:00:00Z` }, role: null }), 200)
      await look()
    },
    async screened(level: Level) {
      await self.nurse('screenings/_start', { personAgrees: true })
      await self.nurse('screenings', { facts: screeningOf[level] })
    },
    async analysed() {
      await self.nurse('analyses')
      await app.answerEverything(c)
      await self.nurse('analyses/_complete')
    },
    decided: (intervention: string, assignmentId: string) =>
      self.nurse('decisions', {
        way: 'assignment',
        assignmentId,
        intervention,
        domain: 'social',
        providerId: 'club',
        goal: 'weer dansen',
        consentGiven: true,
        redFlagsChecked: true,
        reasonForDeviation: 'wens',
      }),
    async active(intervention: string, assignmentId: string) {
      await self.decided(intervention, assignmentId)
      await self.nurse(`assignments/${assignmentId}/_send`)
      await self.provider(`assignments/${assignmentId}/_accept`, { placeConfirmed: true })
      await self.provider(`assignments/${assignmentId}/_start`)
    },
  }
  return self
}

describe.each(databases)('$name', (database) => {
  test('X1: the happy path in care, from signal to closed', { timeout: 120_000 }, async () => {
    const trace = await traced(await testApp(await database.open()))
    await trace.screened('high')
    await trace.goTo(day(20))
    await trace.analysed()
    await trace.decided('otagoHome', 'x1')
    await trace.nurse('assignments/x1/_send')
    await trace.goTo(day(28))
    await trace.provider('assignments/x1/_accept', { placeConfirmed: true })
    await trace.goTo(day(40))
    await trace.provider('assignments/x1/_start')
    await trace.goTo(day(95))
    await trace.nurse('evaluations/_interim', { summary: 'gaat goed' })
    await trace.goTo(day(400))
    await trace.provider('assignments/x1/_complete')
    await trace.provider('assignments/x1/_report', { summary: 'loopt zekerder' })
    await trace.nurse('evaluations/_start')
    await trace.nurse('evaluations', { outcome: 'goalReached', summary: 'doel bereikt' })
    await trace.nurse('follow-up-talks', { months: 6, exercises: 'yes' })
    await trace.nurse('follow-up-talks', { months: 12, exercises: 'yes' })
    expect(trace.stages).toEqual([
      'signalled',
      'screening',
      'analysisPlanned',
      'analysis',
      'decision',
      'referred',
      'accepted',
      'active',
      'ended',
      'evaluation',
      'maintenance',
      'closed',
    ])
  })

  test('X2: In Balans does not answer within ten working days: back to the decision, the next alternative asked for', {
    timeout: 60_000,
  }, async () => {
    const trace = await traced(await testApp(await database.open()))
    await trace.screened('moderate')
    await trace.decided('inBalans', 'x2')
    await trace.nurse('assignments/x2/_send')
    const tenth = addWorkingDays(d0, 10)
    await trace.goTo(addPeriod(tenth, -1, 'days'))
    expect(trace.stages.at(-1)).toBe('referred')
    await trace.goTo(tenth)
    expect(trace.stages).toEqual(['signalled', 'screening', 'decision', 'referred', 'decision'])
    await trace.decided('vallenVerledenTijd', 'x2-next')
  })

  test('X3: a head injury on an anticoagulant during the programme: the GP first, then on where it was', {
    timeout: 60_000,
  }, async () => {
    const trace = await traced(await testApp(await database.open()))
    await trace.screened('moderate')
    await trace.active('inBalans', 'x3')
    await trace.nurse('falls', { injury: 'yes', flag: 'RF02' })
    expect(await trace.refused('assignments/x3/sessions', { attended: true }, 'socialProvider')).toBe(409)
    await trace.nurse('red-flags/_release', { flags: ['RF02'], outcome: 'scan was goed', onWordOfGp: true })
    expect(trace.stages.slice(-3)).toEqual(['active', 'medicalHold', 'active'])
    await trace.provider('assignments/x3/sessions', { attended: true })
  })

  test('X4: consent withdrawn after acceptance: back to the decision, and nothing more is sent', {
    timeout: 60_000,
  }, async () => {
    const trace = await traced(await testApp(await database.open()))
    await trace.screened('moderate')
    await trace.decided('inBalans', 'x4')
    await trace.nurse('consents', { recipient: 'club', textVersion: '2026-11' })
    await trace.nurse('assignments/x4/_send')
    await trace.provider('assignments/x4/_accept', { placeConfirmed: true })
    await trace.nurse('consents/_withdraw', { recipient: 'club' })
    expect(trace.stages.slice(-2)).toEqual(['accepted', 'decision'])
    expect(await trace.refused('assignments/x4/_send')).toBe(409)
  })

  test.each([
    {
      trace: 'X5: 10 of 24 and stopped',
      attended: 10,
      act: '_stop',
      body: { reason: 'te zwaar' },
      outcome: 'stoppedEarly',
      reached: false,
    },
    { trace: 'X6: 18 of 24 reaches the dose', attended: 18, act: '_complete', body: {}, outcome: 'completed', reached: true },
    { trace: 'X6: 17 of 24 does not', attended: 17, act: '_complete', body: {}, outcome: 'completed', reached: false },
  ])('$trace', { timeout: 60_000 }, async ({ attended, act, body, outcome, reached }) => {
    const trace = await traced(await testApp(await database.open()))
    await trace.screened('moderate')
    await trace.active('inBalans', 'x5')
    for (let n = 1; n < attended; n++) await trace.provider('assignments/x5/sessions', { attended: true })
    await trace.provider(`assignments/x5/${act}`, body)
    await trace.nurse('evaluations/_start')
    expect(trace.stages.slice(-3)).toEqual(['active', 'ended', 'evaluation'])
    const events = await trace.events()
    const sessions = events.filter(
      ({ type, subject }) => subject === 'x5' && (type === 'sessionRecorded' || type === 'assignmentStarted'),
    ).length
    expect(sessions).toBe(attended)
    expect(
      (await trace.file()).assignments.find(({ assignmentId }: { assignmentId: string }) => assignmentId === 'x5').state.code,
    ).toBe(outcome)
    expect(doseReached(sessions, 24, 75)).toBe(reached)
  })

  test('X8: a second programme from the basic insurance within a year is warned about, with what can be done instead', {
    timeout: 120_000,
  }, async () => {
    const app = await testApp(await database.open())
    const trace = await traced(app)
    await trace.screened('high')
    await trace.analysed()
    await trace.active('otagoHome', 'x8')
    expect((await trace.file()).warnings).toEqual([])
    await trace.provider('assignments/x8/_complete')
    await trace.provider('assignments/x8/_report', { summary: 'klaar' })
    await trace.nurse('evaluations/_start')
    await trace.goTo(day(300))
    await trace.nurse('evaluations', { outcome: 'unmetNeed', summary: 'opnieuw gevallen' })
    expect((await trace.file()).warnings).toMatchObject([
      {
        code: 'zvwOncePerTwelveMonths',
        possibleFrom: addPeriod(d0, 12, 'months'),
        alternatives: [{ code: 'municipality' }, { code: 'startLater' }],
      },
    ])
    await trace.goTo(addPeriod(d0, 12, 'months'))
    expect((await trace.file()).warnings).toEqual([])
  })

  test('X7: what is missing is asked for twice, then the case is closed for want of contact', { timeout: 60_000 }, async () => {
    const trace = await traced(await testApp(await database.open()))
    await trace.screened('undetermined')
    await trace.goTo(day(120))
    expect(trace.stages).toEqual(['signalled', 'screening', 'screeningIncomplete', 'closed'])
  })
})
