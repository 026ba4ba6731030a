// A clinic refers, a community provider accepts, delivers for months and reports: the whole loop by HTTP, on both databases.
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/engine/verify.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { withClub } from '../support/supply-club.ts'
import { must } from '../support/test-app.ts'

const role = 'socialProvider'

describe.each(databases)('$name', (database) => {
  test('from the decision of a nurse to a report after twenty-four meetings, and everybody knows at each moment', async () => {
    const { app, add, offer } = await withClub(database)
    const offerId = await offer({ validFrom: '2025-01-01' })
    const runId = await add('/v1/course-runs', {
      ...{ offerId, startsOn: '2026-02-03', endsOn: '2026-05-12', places: 1, open: true },
      ...{ days: ['tu', 'th'], time: '10:00', meetings: tuesdaysAndThursdays('2026-02-03', 24) },
    })

    // The clinic: a moderate risk, a look at what there is, and a decision together.
    const c = await app.signalled()
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: { ...screeningOf.moderate, walks10m: 'yes' } })
    const found = must(await app.ask('GET', `/v1/cases/${c}/offers?code=inBalans`), 200).json.offers
    expect(found[0]).toMatchObject({ offerId, fits: { code: 'yes' }, start: { is: 'free', runId, free: 1 } })
    const { choose } = found[0]
    const seenBefore = must(
      await app.ask('POST', `/v1/cases/${c}/receiver-views`, { body: { code: 'inBalans', offerId, stage: 'before' } }),
      200,
    ).json.view
    await app.does(c, 'decisions', {
      ...{ way: 'assignment', assignmentId: 'a1', intervention: 'inBalans', domain: 'social', goal: 'weer naar de markt' },
      ...{ ...choose, consentGiven: true, redFlagsChecked: true, reasonForDeviation: 'wens van mevrouw' },
    })
    await app.does(c, 'assignments/a1/_send')
    const run = async () => must(await app.ask('GET', `/v1/course-runs/${runId}`, { role: 'coordinator' }), 200).json
    expect(await run()).toMatchObject({ taken: 1, free: 0 })

    // The provider: it is there, with what was promised, and an answer by which day.
    const inbox = async (tab: string) => must(await app.ask('GET', `/v1/inbox?tab=${tab}`, { role }), 200).json.items
    expect(await inbox('new')).toMatchObject([{ assignmentId: 'a1', name: null, clock: { rule: 'TM6' }, runId }])
    const assignment = async () => must(await app.ask('GET', '/v1/inbox/a1', { role }), 200).json
    expect((await assignment()).view).toEqual(seenBefore)
    await app.does(c, 'assignments/a1/_accept', { placeConfirmed: true }, role)
    await app.does(c, 'assignments/a1/_attempt', { reached: true }, role)
    await app.does(c, 'assignments/a1/_plan', { startsOn: '2026-02-03' }, role)
    expect((await assignment()).view.shown.map(({ category }: { category: string }) => category)).toContain('phone')

    // Months: eighteen of twenty-four, two missed in a row in between, each told without asking.
    for (const [index, day] of tuesdaysAndThursdays('2026-02-03', 24).entries()) {
      app.setClock(`${day}T12:00:00Z`)
      const missed = [4, 5, 9, 14, 19, 22].includes(index)
      if (index === 0 && (await assignment()).allowed.some(isPossible('checkRedFlags')))
        await app.does(c, 'assignments/a1/_check-red-flags', { nothingFound: true }, role)
      const body = missed ? { present: [], absent: ['a1'] } : { present: ['a1'], absent: [] }
      must(await app.ask('POST', `/v1/course-runs/${runId}/meetings/${index + 1}/_attendance`, { role, body }), 200)
    }
    expect((await assignment()).dose).toMatchObject({ attended: 18, planned: 24, permille: 750, reached: true })
    await app.does(c, 'assignments/a1/_complete', {}, role)
    await app.does(c, 'assignments/a1/_report', { summary: 'Loopt zeker naar de markt; gaat door bij de wandelgroep.' }, role)

    // The clinic again: every moment one line, a text for the GP record, and its own next step with a date.
    const told = must(await app.ask('GET', '/v1/feedback?limit=20'), 200).json.items
    const moments = told.map(({ moment }: { moment: string }) => moment).reverse()
    expect(moments).toEqual(['accepted', 'started', 'missed', 'finished'])
    const summary = must(await app.ask('GET', `/v1/cases/${c}/assignments/a1/summary`), 200)
    expect(summary.text).toMatch(/In Balans/)
    expect(summary.text).toMatch(/18 van (de )?24/)
    const { stage, deadlines } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    expect(stage.code).toBe('ended')
    expect(
      deadlines.map(({ rule, owner }: { rule: string; owner: { accountId: string } }) => [rule, owner.accountId]),
    ).toContainEqual(['evaluationStart', 'some-practiceNurse'])
    expect(await verify(app.engine.store, app.engine)).toMatchObject({ faults: [] })
  })
})

const isPossible =
  (name: string) =>
  ({ command, allowed }: { command: string; allowed: boolean }): boolean =>
    command === name && allowed

/** So many days from a Tuesday on. */
function tuesdaysAndThursdays(from: string, count: number): string[] {
  const start = Date.parse(`${from}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(start + (Math.floor(index / 2) * 7 + (index % 2) * 2) * 86_400_000).toISOString().slice(0, 10),
  )
}
