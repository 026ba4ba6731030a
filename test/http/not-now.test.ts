// What was proposed and is not done now keeps its reason, and consent says how and by whom it was given; on both databases.
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'

const decision = {
  way: 'assignment',
  assignmentId: 'a1',
  intervention: 'inBalans',
  domain: 'social',
  providerId: 'club',
  goal: 'weer dansen',
  consentGiven: true,
  redFlagsChecked: true,
  reasonForDeviation: 'wens',
}

describe.each(databases)('$name', (database) => {
  const decidable = async (app: TestApp): Promise<string> => {
    const c = await app.signalled()
    await app.does(c, 'screenings/_start', { personAgrees: true })
    await app.does(c, 'screenings', { facts: screeningOf.moderate })
    return c
  }
  const explained = async (app: TestApp, c: string, language = 'nl') =>
    must(await app.ask('GET', `/v1/cases/${c}/explanation?language=${language}`), 200).json

  test('the reason stands in the explanation until it is begun after all; a later reason takes its place', async () => {
    const app = await testApp(await database.open())
    const c = await decidable(app)
    const eyes = { code: 'eyeTest', answer: 'not', reason: 'heeft een afspraak in maart' }
    const shoes = { code: 'medicationReview', answer: 'other', reason: 'de apotheek belt zelf' }
    await app.does(c, 'decisions', { ...decision, consent: { how: 'spoken', givenBy: 'representative' }, notNow: [eyes, shoes] })
    const first = await explained(app, c)
    expect(first.explanation.notNow).toMatchObject([eyes, shoes])
    expect(first.lines.filter((line: string) => line.includes('afspraak in maart'))).toHaveLength(1)

    const later = { code: 'medicationReview', answer: 'not', reason: 'wil er geen pil bij' }
    await app.does(c, 'assignments', { assignmentId: 'a2', code: 'eyeTest', providerId: 'club', notNow: [later] })
    expect((await explained(app, c, 'en')).explanation.notNow).toMatchObject([later])

    const { items } = must(await app.ask('GET', `/v1/cases/${c}/events?limit=100`), 200).json
    const recorded = items.find(({ type }: { type: string }) => type === 'decisionRecorded').record
    expect(recorded.consent).toEqual({ how: 'spoken', givenBy: 'representative' })
    await app.does(c, 'consents', { recipient: 'club', textVersion: '2026-1', how: 'written', givenBy: 'person' })
  })

  test('only of what is in the catalogue, and never without a reason', async () => {
    const app = await testApp(await database.open())
    const c = await decidable(app)
    const etag = must(await app.ask('GET', `/v1/cases/${c}`), 200).json.etag
    const ask = (notNow: object[]) =>
      app.ask('POST', `/v1/cases/${c}/decisions`, { body: { ...decision, notNow }, headers: { 'if-match': etag } })
    expect((await ask([{ code: 'yoga', answer: 'not', reason: 'nee' }])).json.code).toBe('notInCatalogue')
    expect((await ask([{ code: 'eyeTest', answer: 'not', reason: ' ' }])).status).toBe(400)
    // As it was before any of this was asked.
    await app.does(c, 'decisions', decision)
    expect((await explained(app, c)).explanation.notNow).toEqual([])
  })
})
