// Draft answers over HTTP, on every database: two people, a difference and its settlement, repeats, the shortcut and its undoing.
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../src/store/cases.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const yes = { is: 'given', value: 'yes', source: 'person' }
const no = { is: 'given', value: 'no', source: 'person' }

async function inAnalysis(app: TestApp): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'contacts', { reached: true })
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: screeningOf.high })
  await app.does(c, 'analyses')
  return c
}

describe.each(databases)('$name', (database) => {
  const started = async () => {
    const app = await testApp(await database.open())
    const c = await inAnalysis(app)
    let made = 0
    const put = (
      item: string,
      answer: unknown,
      { revision = 0, role = 'practiceNurse' as const, operationId = `op-${++made}` }: Saved = {},
    ) => app.ask('PUT', `/v1/cases/${c}/analyses/answers/${item}`, { body: { operationId, revision, answer }, role, key: null })
    const answers = async () => must(await app.ask('GET', `/v1/cases/${c}/analyses/answers`), 200).json
    const post = (path: string, body: object = {}) =>
      app.ask('POST', `/v1/cases/${c}/analyses/${path}`, { body: { operationId: `op-${++made}`, ...body }, key: null })
    return { app, c, put, answers, post }
  }
  type Saved = { revision?: number; role?: 'practiceNurse' | 'generalPractitioner' | 'signaller'; operationId?: string }

  test('one answer is saved in its revision, once for one operation, and not in the log', async () => {
    const { app, c, put, answers } = await started()
    const before = (await eventsOf(app.engine.store, c)).length
    const first = must(await put('redFlags.RF01', no, { operationId: 'a' }), 200)
    expect(first.json.answers).toMatchObject([{ actorId: 'some-practiceNurse', revision: 1, answer: no, provenance: 'entered' }])
    expect(must(await put('redFlags.RF01', no, { operationId: 'a' }), 200).text).toBe(first.text)
    expect((await put('redFlags.RF01', yes, { operationId: 'a', revision: 1 })).json.code).toBe('keyReused')
    expect((await put('redFlags.RF01', yes)).json).toMatchObject({ status: 412, current: 1 })
    const second = must(await put('redFlags.RF01', yes, { revision: 1 }), 200)
    expect(second.json).toMatchObject({ redFlag: { flag: 'RF01', command: 'raiseRedFlag' }, answers: [{ revision: 2 }] })
    expect((await answers()).items).toHaveLength(1)
    expect((await eventsOf(app.engine.store, c)).length).toBe(before)
  })

  test('the same operation five times at once saves one revision', async () => {
    const { put, answers } = await started()
    const five = await Promise.all(Array.from({ length: 5 }, () => put('redFlags.RF01', no, { operationId: 'once' })))
    expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect((await answers()).items[0].answers).toMatchObject([{ revision: 1 }])
  })

  test('two people differ: both are kept and shown, the analysis waits, choosing settles it', async () => {
    const { app, c, put, answers, post } = await started()
    await app.answerEverything(c)
    must(await put('redFlags.RF02', yes, { role: 'generalPractitioner' }), 200)
    const item = async () => (await answers()).items.find(({ itemId }: { itemId: string }) => itemId === 'redFlags.RF02')
    expect(await item()).toMatchObject({ disputed: true })
    expect((await item()).answers.map(({ answer }: { answer: { value: string } }) => answer.value).sort()).toEqual(['no', 'yes'])
    expect((await answers()).complete).toBe(false)
    expect((await app.tries(c, 'analyses/_complete')).json).toMatchObject({ status: 409, code: 'disputedAnswers' })
    const { allowed } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    expect(allowed.find(({ command }: { command: string }) => command === 'completeAnalysis').why.code).toBe('disputedAnswers')

    const choice = { itemId: 'redFlags.RF02', chosen: 'some-practiceNurse' }
    expect((await post('answers/_choose', { ...choice, revisions: { 'some-practiceNurse': 1 } })).status).toBe(412)
    const revisions = { 'some-practiceNurse': 1, 'some-generalPractitioner': 1 }
    expect((await post('answers/_choose', { ...choice, chosen: 'nobody', revisions })).status).toBe(404)
    const settled = must(await post('answers/_choose', { ...choice, revisions, operationId: 'choice' }), 200)
    expect(settled.json).toMatchObject({ disputed: false, answers: [{ revision: 2, provenance: 'chosen' }, { revision: 2 }] })
    expect(must(await post('answers/_choose', { ...choice, revisions, operationId: 'choice' }), 200).text).toBe(settled.text)
    expect((await answers()).complete).toBe(true)
    await app.does(c, 'analyses/_complete')
    expect((await put('redFlags.RF02', no)).json).toMatchObject({ status: 409, code: 'noAnalysis' })
  })

  test('the same answer heard from two sources is no difference', async () => {
    const { put, answers } = await started()
    must(await put('redFlags.RF02', no), 200)
    must(await put('redFlags.RF02', { ...no, source: 'record' }, { role: 'generalPractitioner' }), 200)
    expect((await answers()).items[0]).toMatchObject({ disputed: false })
  })

  test('a note stands beside a question, answered or not: everybody has their own, it counts for nothing and goes into the log', async () => {
    const { app, c, answers } = await started()
    const note = (text: string, { revision = 0, role = 'practiceNurse' as const, operationId = `note ${text}` }: Saved = {}) =>
      app.ask('PUT', `/v1/cases/${c}/analyses/notes/mobility.tug`, {
        body: { operationId: operationId.replaceAll(' ', '-'), revision, text },
        role,
        key: null,
      })
    const first = must(await note('Liep met stok', { operationId: 'a' }), 200)
    expect(first.json).toMatchObject({ answers: [], disputed: false, notes: [{ actorId: 'some-practiceNurse', revision: 1 }] })
    expect(must(await note('Liep met stok', { operationId: 'a' }), 200).text).toBe(first.text)
    expect((await note('Iets anders', { operationId: 'a', revision: 1 })).json.code).toBe('keyReused')
    expect((await note('Laat')).json).toMatchObject({ status: 412, current: 1 })
    must(await note('Liep zonder stok', { revision: 1 }), 200)
    must(await note('Zag haar wankelen', { role: 'generalPractitioner' }), 200)
    expect((await note('Buurman', { role: 'signaller' })).status).toBe(403)
    expect((await note('x'.repeat(501), { operationId: 'long' })).json.errors[0].pointer).toBe('/text')

    await app.answerEverything(c)
    const tug = (await answers()).items.find(({ itemId }: { itemId: string }) => itemId === 'mobility.tug')
    expect(tug).toMatchObject({ disputed: false, notes: [{ text: 'Zag haar wankelen' }, { text: 'Liep zonder stok' }] })
    must(await note('Bij nader inzien niets', { revision: 1, role: 'generalPractitioner' }), 200)
    must(await note('', { revision: 2, role: 'generalPractitioner', operationId: 'away' }), 200)
    await app.does(c, 'analyses/_complete')
    const { items } = must(await app.ask('GET', `/v1/cases/${c}/events?limit=100`), 200).json
    const { record } = items.find(({ type }: { type: string }) => type === 'analysisCompleted')
    expect(record.notes).toEqual([{ itemId: 'mobility.tug', actorId: 'some-practiceNurse', text: 'Liep zonder stok' }])
    expect((await note('Te laat', { revision: 2 })).json).toMatchObject({ status: 409, code: 'noAnalysis' })
  })

  test('an impossible answer is refused in words, and an unknown question is not there', async () => {
    const { put } = await started()
    expect((await put('redFlags.RF01', { is: 'given', value: 'misschien' })).json).toMatchObject({
      status: 409,
      code: 'wrongKind',
    })
    expect((await put('redFlags.RF99', no)).status).toBe(404)
    expect((await put('redFlags.RF01', { is: 'given' })).json.errors[0].pointer).toBe('/answer/value')
    expect((await put('redFlags.RF01', no, { role: 'signaller' })).status).toBe(403)
  })

  test('a section without findings is filled once, and undone without touching what was answered', async () => {
    const { app, c, put, answers, post } = await started()
    const sections = app.engine.newest.instrument.sections
    const section = sections.find(
      ({ items }) => items.filter((one) => 'shortcut' in one && one.shortcut !== undefined).length >= 2,
    )!
    const own = section.items.find((one) => one.kind === 'yesNo' && one.shortcut !== undefined) ?? section.items[0]!
    must(await put(own.id, own.kind === 'yesNo' ? yes : { is: 'unknown' }), 200)
    const filled = must(await post(`sections/${section.id}/_no-findings`), 200).json
    expect(filled.items.length).toBeGreaterThan(0)
    expect(filled.items).not.toContain(own.id)
    expect(must(await post(`sections/${section.id}/_no-findings`), 200).json).toEqual(filled)
    expect((await answers()).items).toHaveLength(filled.items.length + 1)
    expect(must(await post(`sections/${section.id}/_undo`), 200).json.items).toEqual([])
    expect(must(await post(`sections/${section.id}/_undo`), 200).json.items).toEqual([])
    expect((await answers()).items.map(({ itemId }: { itemId: string }) => itemId)).toEqual([own.id])
    expect((await post('sections/nothing/_no-findings')).status).toBe(404)
    const log = must(await app.ask('GET', `/v1/cases/${c}`), 200).json.personId
    expect((await app.ask('GET', `/v1/people/${log}/access-log`)).text).toContain('noFindings')
  })
})
