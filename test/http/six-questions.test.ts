// Six questions of somebody who is sent an assignment, after a thread in which recipients asked them of another system.
import { beforeEach, describe, expect, test } from 'vitest'
import { addWorkingDays } from '../../src/domain/calendar.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { expand } from '../../src/engine/expand.ts'
import { changeOrganisation, insertAccount, insertOrganisation, loadOrganisation } from '../../src/store/organisations.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const receiver = 'socialProvider'
type Line = { assignmentId: string; clock: { rule: string; dueOn: string } }
type Shown = { category: string; lines: string[] }

/** An assignment to the club, sent by the practice nurse; the club has somebody whose work it is. */
async function sentToTheClub(app: TestApp): Promise<string> {
  const { store } = app.engine
  const club = (await loadOrganisation(store, 'club'))!
  await store.commit([changeOrganisation(store.build, { ...club, coordinator_id: `some-${receiver}`, version: 2 })])
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: { ...screeningOf.moderate, fractureRisk: 'yes' } })
  await app.does(c, 'decisions', {
    way: 'assignment',
    assignmentId: 'a1',
    intervention: 'inBalans',
    domain: 'social',
    providerId: 'club',
    goal: 'weer naar de markt',
    consentGiven: true,
    redFlagsChecked: true,
    reasonForDeviation: 'wens',
  })
  await app.does(c, 'assignments/a1/_send')
  return c
}

describe.each(databases)('$name', (database) => {
  let app: TestApp
  let c: string
  beforeEach(async () => {
    app = await testApp(await database.open())
    c = await sentToTheClub(app)
  })

  const inbox = async (tab = 'new'): Promise<{ items: Line[]; tabs: { code: string; count: number }[] }> =>
    must(await app.ask('GET', `/v1/inbox?tab=${tab}`, { role: receiver }), 200).json
  const look = (role: typeof receiver | 'welfareWorker' = receiver, language = 'nl') =>
    app.ask('GET', '/v1/inbox/a1', { role, headers: { 'accept-language': language } })
  const feedback = async () => must(await app.ask('GET', '/v1/feedback'), 200).json.items
  const answers = (act: '_accept' | '_decline', body: object) => app.does(c, `assignments/a1/${act}`, body, receiver)
  const mails = async () => {
    await expand(app.engine, (what, error) => {
      throw new Error(`${what}: ${String(error)}`)
    })
    const { store } = app.engine
    return store.read(store.build.selectFrom('delivery').selectAll().orderBy('id').compile())
  }

  test('how do I know? It stands in my inbox, counted, and a mail without a name says that something waits', async () => {
    const { items, tabs } = await inbox()
    expect(items.map(({ assignmentId }) => assignmentId)).toEqual(['a1'])
    expect(tabs[0]).toMatchObject({ code: 'new', count: 1 })
    const mine = (await mails()).filter(({ target_id }) => target_id === `some-${receiver}`)
    expect(mine.map(({ kind }) => kind)).toEqual(['newAssignment'])
    expect(JSON.stringify(parsedFrom(mine[0]!.payload))).not.toMatch(/Verzonnen|Balans|markt/)
  })

  test('how does the sender learn my answer? By itself, one line, with the reason of a no', async () => {
    await answers('_decline', { reason: 'full', note: 'De groep begint met twaalf mensen.' })
    expect(await feedback()).toMatchObject([
      { moment: 'declined', because: 'geen plaats: De groep begint met twaalf mensen.', personName: 'Mw. Verzonnen' },
    ])
    const told = (await mails()).filter(({ target_id }) => target_id === 'some-practiceNurse')
    expect(told.map(({ kind }) => kind)).toContain('feedback')
  })

  test('and a yes is told in the same way', async () => {
    await answers('_accept', { placeConfirmed: true })
    expect(await feedback()).toMatchObject([{ moment: 'accepted', because: null }])
    const [line] = must(await app.ask('GET', '/v1/outgoing?tab=accepted'), 200).json.items
    expect(line).toMatchObject({ assignmentId: 'a1', state: { code: 'accepted' } })
  })

  test('what may I see before deciding? What the sender saw I would see, byte for byte, and after yes who it is', async () => {
    const preview = async (stage: string, language: string) =>
      must(
        await app.ask('GET', `/v1/cases/${c}/assignments/a1/receiver-view?stage=${stage}`, {
          headers: { 'accept-language': language },
        }),
        200,
      )
    const isShown = async (stage: 'before' | 'after') => {
      for (const language of ['nl', 'en']) {
        const [promised, read] = [await preview(stage, language), must(await look(receiver, language), 200)]
        const bytes = JSON.stringify(promised.json.view)
        expect([promised.text.includes(bytes), read.text.includes(`"view":${bytes}`)]).toEqual([true, true])
      }
    }
    await isShown('before')
    const before = must(await look(), 200)
    expect(before.text).not.toMatch(/Verzonnen|1945|markt/)
    expect(before.json.view.shown.map(({ category }: Shown) => category)).toEqual(['request', 'safety', 'wishes', 'age', 'area'])
    await answers('_accept', { placeConfirmed: true })
    await isShown('after')
    const after = must(await look(), 200).json.view.shown
    expect(after.find(({ category }: Shown) => category === 'name').lines).toEqual(['Mw. Verzonnen'])
    expect(after.find(({ category }: Shown) => category === 'goal').lines).toEqual(['weer naar de markt'])
    expect(JSON.stringify(after)).not.toMatch(/gevallen|medic|diagnos/)
  })

  test('is there a limit? Ten working days, said beforehand; then it is gone here and the sender is told to choose again', async () => {
    const { dueOn } = (await inbox()).items[0]!.clock
    expect(dueOn).toBe(addWorkingDays('2026-01-05', 10))
    await app.days(13)
    expect((await inbox()).items).toHaveLength(1)
    await app.days(2)
    expect((await inbox()).items).toEqual([])
    expect((await look()).status).toBe(404)
    const [line] = must(await app.ask('GET', '/v1/outgoing?tab=gone'), 200).json.items
    expect(line).toMatchObject({ state: { code: 'expired' }, stuck: { code: 'neverAnswered' } })
    const kinds = (await mails()).filter(({ target_id }) => target_id === 'some-practiceNurse').map(({ kind }) => kind)
    expect(kinds).toContain('escalation')
  })

  test('who may answer? Whoever works for the organisation it was sent to, and nobody else', async () => {
    const { store } = app.engine
    const other = (await loadOrganisation(store, 'club'))!
    const stranger = {
      id: 'stranger',
      organisation_id: 'other-club',
      role: 'socialProvider' as const,
      details: other.details,
      active: 1,
      login: 1,
      left_on: null,
      last_seen_on: null,
      version: 1,
    }
    await store.commit([
      insertOrganisation(store.build, { ...other, id: 'other-club', coordinator_id: null, version: 1 }),
      insertAccount(store.build, stranger),
    ])
    const accepts = (who: string) =>
      app.ask('POST', `/v1/cases/${c}/assignments/a1/_accept`, {
        body: { placeConfirmed: true },
        role: null,
        headers: { 'valpad-actor': who, 'if-match': '"a1.2"' },
      })
    expect((await accepts('stranger')).status).toBe(404)
    expect((await accepts('some-practiceNurse')).status).toBe(403)
    expect((await look('welfareWorker')).status).toBe(200)
    expect((await accepts('some-welfareWorker')).status).toBe(200)
  })

  test.each([
    { how: 'withdrawn by the sender', act: (one: TestApp) => one.does(c, 'assignments/a1/_withdraw', { reason: 'toch niet' }) },
    { how: 'declined by me', act: (one: TestApp) => one.does(c, 'assignments/a1/_decline', { reason: 'full' }, receiver) },
  ])('can it be withdrawn, and does anything remain? $how: nothing to read here, in no way', async ({ act }) => {
    const seen = must(await look(), 200).json
    await act(app)
    const nothing = await app.ask('GET', '/v1/inbox/nothing-like-this', { role: receiver })
    const gone = await look()
    expect([gone.status, { ...gone.json, instance: '' }]).toEqual([404, { ...nothing.json, instance: '' }])
    for (const { code, count } of (await inbox()).tabs) expect([code, count]).toEqual([code, 0])
    for (const path of [`/v1/cases/${c}`, `/v1/cases/${c}/assignments/a1`, `/v1/cases/${c}/assignments/a1/receiver-view`])
      expect((await app.ask('GET', path, { role: receiver })).status).toBe(403)
    const late = await app.ask('POST', `/v1/cases/${c}/assignments/a1/_accept`, {
      body: { placeConfirmed: true },
      role: receiver,
      headers: { 'if-match': seen.etag },
    })
    expect(late.status).toBe(412)
    expect(late.text).not.toMatch(/Verzonnen|Balans/)
  })
})
