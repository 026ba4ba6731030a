// A chain coordinator sees how a case goes, and nothing that is known of the older adult.
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const coordinator = { role: 'coordinator' } as const

async function flagged(app: TestApp): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: screeningOf.moderate })
  await app.does(c, 'red-flags', { flag: 'RF01' })
  return c
}

describe.each(databases)('$name', (database) => {
  test('where it stands, whose move it is and by when: yes; facts, reasons, falls and which red flag: no', async () => {
    const app = await testApp(await database.open())
    const c = await flagged(app)
    const whole = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    const seen = must(await app.ask('GET', `/v1/cases/${c}`, coordinator), 200).json
    expect([whole.content, seen.content]).toEqual(['whole', 'workflow'])
    expect(whole.facts).not.toEqual({})
    expect(seen).toMatchObject({ facts: {}, assessment: null, decision: null, warnings: [], falls: null, openFlags: [] })
    expect(seen.stage).toEqual(whole.stage)
    expect(seen.deadlines).toEqual(whole.deadlines)
    const events = must(await app.ask('GET', `/v1/cases/${c}/events`, coordinator), 200).json.items
    expect(events.length).toBeGreaterThan(2)
    for (const { fields, record } of events) expect([fields, record]).toEqual([{}, {}])
    expect(JSON.stringify([seen, events])).not.toContain('RF01')
  })

  test('the reasons, the answers and the offers that follow from them are refused, and the refusal is in the access log', async () => {
    const app = await testApp(await database.open())
    const c = await flagged(app)
    for (const path of ['explanation', 'analyses/answers', 'offers'])
      must(await app.ask('GET', `/v1/cases/${c}/${path}`, coordinator), 403)
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    const { items } = must(await app.ask('GET', `/v1/people/${personId}/access-log`), 200).json
    const refused = items.filter(({ outcome }: { outcome: string }) => outcome === 'refused')
    expect(refused.map(({ role }: { role: string }) => role)).toEqual(['coordinator', 'coordinator', 'coordinator'])
  })
})
