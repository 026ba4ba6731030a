// How a case went: its stages with their days, what was measured over time, and what was put right.
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

type Value = { on: string; words: string; from: string; caseId: string }
type Line = { measure: string; unit: string | null; values: Value[]; change: { words: string; better: boolean } | null }

const measuresOf = async (app: TestApp, c: string): Promise<Map<string, Line>> => {
  const { items } = must(await app.ask('GET', `/v1/cases/${c}/measures`), 200).json
  return new Map(items.map((line: Line) => [line.measure, line]))
}

async function screened(app: TestApp, facts: object): Promise<string> {
  const c = await app.signalled()
  await app.does(c, 'screenings/_start', { personAgrees: true })
  await app.does(c, 'screenings', { facts: { ...screeningOf.high, ...facts } })
  return c
}

describe.each(databases)('$name', (database) => {
  test('a value that was put right takes the place of the wrong one; slower is worse, oftener is better', async () => {
    const app = await testApp(await database.open())
    const c = await screened(app, { tug: 14.5, chair30: 9 })
    const today = app.engine.clock().slice(0, 10)
    await app.does(c, 'measurements', { measure: 'tug', value: 12, measuredOn: today })
    await app.does(c, 'measurements', { measure: 'chair30', value: 7, measuredOn: today })
    await app.does(c, 'measurements', { measure: 'stairs', value: 3, measuredOn: today })
    const lines = await measuresOf(app, c)
    expect(lines.get('tug')!.values.map(({ words, from }) => [words, from])).toEqual([
      ['14,5', 'valrisicotest'],
      ['12', 'praktijkondersteuner (POH)'],
    ])
    expect(lines.get('tug')).toMatchObject({ unit: 'seconden', change: { words: 'sneller', better: true } })
    expect(lines.get('chair30')!.change).toEqual({ words: 'minder vaak', better: false })
    // No pathway says what this is: no unit, and no word on better or worse.
    expect(lines.get('stairs')).toMatchObject({ unit: null, change: null })

    await app.does(c, 'corrections', { fact: 'tug', value: 11, reason: 'verkeerd afgelezen' })
    const right = (await measuresOf(app, c)).get('tug')!
    expect(right.values.map(({ words, from }) => [words, from])).toEqual([
      ['11', 'verbeterd'],
      ['12', 'praktijkondersteuner (POH)'],
    ])
    expect(right.change).toEqual({ words: 'langzamer', better: false })
  })

  test('what was measured in an earlier case of the same person comes first', async () => {
    const app = await testApp(await database.open())
    const first = await screened(app, { tug: 10 })
    await app.does(first, '_end', { what: 'moved' })
    const again = must(
      await app.ask('POST', `/v1/cases/${first}/_reopen`, { body: { age: 81, livesAtHome: 'yes', personAgrees: true } }),
      201,
    ).json.caseId
    await app.does(again, 'screenings', { facts: { ...screeningOf.high, tug: 13 } })
    const { values, change } = (await measuresOf(app, again)).get('tug')!
    expect(values.map(({ caseId, words }) => [caseId, words])).toEqual([
      [first, '10'],
      [again, '13'],
    ])
    expect(change!.better).toBe(false)
  })

  test('each stage has the day it began, a hold and what came after it too', async () => {
    const app = await testApp(await database.open())
    const c = await screened(app, {})
    await app.does(c, 'red-flags', { flag: 'RF04' })
    const { today, visits } = must(await app.ask('GET', `/v1/cases/${c}/way`), 200).json
    expect(visits.map(({ stage }: { stage: { code: string } }) => stage.code)).toEqual([
      'signalled',
      'screening',
      'analysisPlanned',
      'medicalHold',
    ])
    expect(visits.map(({ until }: { until: string | null }) => until)).toEqual([today, today, today, null])
  })

  test('a coordinator sees the way and no measurement', async () => {
    const app = await testApp(await database.open())
    const c = await screened(app, { tug: 14 })
    must(await app.ask('GET', `/v1/cases/${c}/way`, { role: 'coordinator' }), 200)
    expect((await app.ask('GET', `/v1/cases/${c}/measures`, { role: 'coordinator' })).status).toBe(403)
  })

  test('the timeline begins with the newest, by kind and page by page, and says what was put right and why', async () => {
    const app = await testApp(await database.open())
    const c = await screened(app, { medicines: 5 })
    await app.does(c, 'corrections', { fact: 'medicines', value: 11, reason: 'lijst van de apotheek nagekeken' })
    const events = async (query: string, role: 'practiceNurse' | 'coordinator' = 'practiceNurse') =>
      must(await app.ask('GET', `/v1/cases/${c}/events?${query}`, { role }), 200).json
    const newest = await events('order=newest&limit=1')
    expect(newest.items[0]).toMatchObject({
      kind: 'correction',
      roleWords: 'praktijkondersteuner (POH)',
      story: [
        'Chronische geneesmiddelen: was 5 geneesmiddelen, is nu 11 geneesmiddelen.',
        'Waarom: lijst van de apotheek nagekeken.',
      ],
    })
    const second = await events(`order=newest&limit=1&cursor=${newest.next}`)
    expect(second.items[0]).toMatchObject({ type: 'screeningRecorded', kind: 'measurement', story: ['Uitslag: hoog.'] })
    const corrections = await events('order=newest&kind=correction')
    expect(corrections).toMatchObject({ items: [{ type: 'factCorrected' }], next: null })
    const [seen] = (await events('order=newest&limit=1', 'coordinator')).items
    expect(seen.story).toEqual([])
  })

  test('who looked is said by name, refused looks too, with how many lines there are; who may not is not asked to', async () => {
    const app = await testApp(await database.open())
    const c = await app.signalled()
    const { personId } = must(await app.ask('GET', `/v1/cases/${c}`), 200).json
    expect((await app.ask('GET', `/v1/cases/${c}/measures`, { role: 'coordinator' })).status).toBe(403)
    const log = must(await app.ask('GET', `/v1/people/${personId}/access-log?limit=3`), 200).json
    expect(log.total).toBeGreaterThan(3)
    expect(log.items).toContainEqual(
      expect.objectContaining({ name: 'some-coordinator', words: 'metingen bekeken', outcome: 'refused' }),
    )
    const links = async (role: 'practiceNurse' | 'districtNurse' | 'coordinator') =>
      Object.keys(must(await app.ask('GET', `/v1/cases/${c}`, { role }), 200).json.links)
    expect(await links('practiceNurse')).toEqual(expect.arrayContaining(['measures', 'accessLog']))
    expect(await links('districtNurse')).not.toContain('accessLog')
    expect(await links('coordinator')).not.toContain('measures')
  })
})
