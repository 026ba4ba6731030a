// The nurse's journey in a real browser: from her worklist through the proposal to three assignments sent, with her hands counted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { must } from '../support/test-app.ts'
import { countedHands, webApp } from '../support/web-app.ts'

const noBrowser = await whyNoBrowser()
const sqlite = databases.find(({ name }) => name === 'SQLite')!
const most = 30

describe.skipIf(noBrowser !== null)(`a nurse (${noBrowser ?? 'Chromium'})`, () => {
  let web: Awaited<ReturnType<typeof webApp>> & { supply: ReturnType<typeof someSupply> }
  let browser: OpenBrowser
  let caseId: string

  beforeAll(async () => {
    const made = await webApp(await sqlite.open())
    web = { ...made, supply: someSupply(made.engine.store) }
    browser = await openBrowser()
    const { supply } = web
    const offers = { inBalans: 'social', medicationReview: 'care', eyeTest: 'care' } as const
    for (const [code, domain] of Object.entries(offers)) {
      await supply.provider(`${code}-provider`)
      await supply.account(`${code}-contact`, `${code}-provider`, { role: domain === 'care' ? 'careProvider' : 'socialProvider' })
      await supply.offer(`${code}-offer`, {
        code,
        domain,
        organisation_id: `${code}-provider`,
        contact_id: `${code}-contact`,
        details: { name: `${code} (verzonnen)`, waitWeeks: 1, form: code === 'inBalans' ? 'group' : 'consult' },
      })
    }
    await supply.run('run-1', 'inBalans-offer', 1)
    caseId = await analysed()
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  /** A finished analysis with findings that ask for three things, made over HTTP. */
  async function analysed(): Promise<string> {
    const c = await web.signalled()
    await web.does(c, 'contacts', { reached: true })
    await web.does(c, 'screenings/_start', { personAgrees: true })
    await web.does(c, 'screenings', { facts: { ...screeningOf.high, walks10m: 'yes', groupFeasible: 'yes', underlying: 'no' } })
    await web.does(c, 'analyses')
    await web.answerEverything(c)
    for (const [item, value] of Object.entries({ 'medication.number': 9, 'vision.problem': 'yes' })) {
      const answer = { is: 'given', value, source: 'person' }
      const body = { operationId: `finding-${c}-${item.replace('.', '-')}`, revision: 1, answer }
      must(await web.ask('PUT', `/v1/cases/${c}/analyses/answers/${item}`, { body }), 200)
    }
    await web.does(c, 'analyses/_complete')
    return c
  }

  const fileOf = async (c: string) => must(await web.ask('GET', `/v1/cases/${c}`), 200).json

  test(`from the worklist to three assignments sent takes at most ${most} keys and clicks`, async () => {
    const { page, complaints } = await browser.page()
    page.setDefaultTimeout(15_000)
    await web.signIn(page, 'practiceNurse')
    const hands = countedHands(page)
    await hands.click(`a[href="/cases/${caseId}/proposal"]`)
    await page.waitForSelector('[data-line] input:focus')
    expect(await page.inputValue('#goal')).toBe('weer dansen')
    for (const code of ['inBalans', 'eyeTest', 'medicationReview']) {
      await page.waitForSelector(`[data-line="${code}"] .answers input:focus`)
      await hands.press('1', 'Enter')
    }
    await page.waitForSelector('#check:focus')

    // Going back and reloading lose nothing, and nothing of it stands where others could read it.
    await page.reload()
    await page.locator('.choice .offer input:checked').nth(2).waitFor()
    expect(await page.evaluate('[localStorage.length, location.search, location.hash]')).toEqual([0, '', ''])

    await hands.press('Alt+s')
    await page.waitForSelector('#agrees-yes:focus')
    // The goal reads as it will be sent, before anything is recorded.
    await page.waitForSelector('.letter :text("weer dansen")')
    await hands.press('1')
    // Nothing is filled in beforehand: how it was given, and by whom, is one key.
    await page.waitForSelector('#how-0:focus')
    expect(await page.locator('input[name="how"]:checked').count()).toBe(0)
    await hands.press('1')
    await page.waitForSelector('#flags:focus')
    await hands.press('Space', 'Alt+s')
    await page.waitForURL('**/done')
    await page.waitForSelector('.table tbody tr:nth-child(3)')
    console.log(`From the worklist to three assignments sent: ${hands.count()} keys and clicks.`)
    expect(hands.count()).toBeLessThanOrEqual(most)

    const { assignments, decision } = await fileOf(caseId)
    expect(assignments.map(({ code, state }: { code: string; state: { code: string } }) => [code, state.code]).sort()).toEqual([
      ['eyeTest', 'sent'],
      ['inBalans', 'sent'],
      ['medicationReview', 'sent'],
    ])
    expect(decision.record).toMatchObject({ goal: 'weer dansen', consentGiven: true, redFlagsChecked: true, runId: 'run-1' })
    expect(decision.record.consent).toEqual({ how: 'spoken', givenBy: 'person' })
    expect(await page.evaluate(keptHere)).toBe(0)
    expect(complaints).toEqual([])
  }, 20_000)

  test('a course that just filled up stops only itself and offers the next best; a lost answer doubles nothing', async () => {
    await web.supply.run('run-2', 'inBalans-offer', 1)
    const c = await analysed()
    const { page } = await browser.page()
    page.setDefaultTimeout(15_000)
    await web.signIn(page, 'practiceNurse')
    await page.goto(`${web.address}/cases/${c}/proposal`)
    for (const code of ['inBalans', 'eyeTest', 'medicationReview']) {
      await page.waitForSelector(`[data-line="${code}"] .answers input:focus`)
      await page.keyboard.press('1')
      await page.keyboard.press('Enter')
    }
    await page.waitForSelector('#check:focus')
    await page.keyboard.press('Alt+s')
    await page.waitForSelector('#agrees-yes:focus')
    await page.keyboard.press('1')
    await page.waitForSelector('#how-0:focus')
    await page.keyboard.press('3')
    await page.waitForSelector('#flags:focus')
    await page.keyboard.press('Space')

    const rival = await analysed()
    const taken = { way: 'assignment', assignmentId: 'rival', intervention: 'inBalans', domain: 'social', goal: 'weer dansen' }
    const place = { providerId: 'inBalans-provider', offerId: 'inBalans-offer', runId: 'run-2' }
    await web.does(rival, 'decisions', { ...taken, ...place, consentGiven: true, redFlagsChecked: true })
    await web.does(rival, 'assignments/rival/_send')
    await web.supply.offer('next-best', { organisation_id: 'inBalans-provider', details: { name: 'Donderdaggroep (verzonnen)' } })
    await web.supply.run('run-3', 'next-best', 4)

    // One answer gets lost on its way back: it was taken, and nobody here knows.
    let sends = 0
    await page.route('**/_send', async (route) => {
      sends += 1
      if (sends > 1) return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.keyboard.press('Alt+s')
    await page.waitForSelector('.finish-send [role="alert"]')
    await page.reload()
    await page.waitForSelector('#progress')
    await page.keyboard.press('Alt+s')
    await page.waitForSelector('.refused:has-text("geen plaats meer")')
    const sent = async () =>
      (await fileOf(c)).assignments
        .map(({ code, state }: { code: string; state: { code: string } }) => `${code} ${state.code}`)
        .sort()
    await page.locator('[aria-labelledby="progress"] .yes').nth(1).waitFor()
    expect(await sent()).toEqual(['eyeTest sent', 'medicationReview sent'])

    await page.click('.refused .btn')
    await page.waitForURL('**/done')
    expect(await sent()).toEqual(['eyeTest sent', 'inBalans sent', 'medicationReview sent'])
    expect((await fileOf(c)).decision.record.runId).toBe('run-3')
  }, 20_000)

  test('a fact is put right on the page of the case: old, new and why stand in the timeline, the letter is kept as PDF', async () => {
    const c = await analysed()
    const { page, complaints } = await browser.page()
    page.setDefaultTimeout(15_000)
    await web.signIn(page, 'practiceNurse', `/cases/${c}?kind=correction`)
    await page.click('.acts button:text("Een gegeven verbeteren")')
    await page.selectOption('.act select', 'medicines')
    await page.fill('.act .w5', '4')
    await page.fill('.act .field:last-of-type .input:not(.w5)', 'lijst van de apotheek')
    await page.click('.act button[type="submit"]')
    await page.waitForSelector('.time li:has-text("was 9 geneesmiddelen, is nu 4 geneesmiddelen") :text("lijst van de apotheek")')

    const kept = page.waitForEvent('download')
    await page.click('.papers > li:first-child .btn.quiet')
    expect((await kept).suggestedFilename()).toBe('uitnodiging.pdf')
    await page.click('.papers > li:first-child .btn:not(.quiet)')
    await page.waitForSelector('dialog[open] .sheet h1')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await page.evaluate(`document.activeElement.textContent`)).toBe('Bekijk en print')
    expect(complaints).toEqual([])
  }, 20_000)

  test('arrows go through my work, Alt+N begins anew, and a key cap is no part of a name', async () => {
    const { page, complaints } = await browser.page()
    page.setDefaultTimeout(15_000)
    await web.signIn(page, 'practiceNurse')
    await page.waitForSelector('.rows > li .name')
    const here = () => page.evaluate<string>('document.activeElement.textContent')
    const names = await page.locator('.rows > li .name').allTextContents()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await here()).toBe(names[0])
    await page.getByRole('link', { name: 'Start valanalyse', exact: true }).waitFor()
    await page.getByRole('link', { name: /^Mijn werk \d+ wacht op u$/ }).waitFor()
    await page.keyboard.press('Alt+n')
    await page.waitForSelector('#who:focus')
    await page.keyboard.type('niemand')
    await page.waitForSelector('.empty')
    await page.keyboard.press('Alt+n')
    await page.waitForURL('**/people/new**')
    expect(await page.getByLabel('Naam').inputValue()).toBe('niemand')
    expect(complaints).toEqual([])
  }, 20_000)

  test('somebody else was first: who did what is said, nothing is sent twice, and what is put off keeps its reason', async () => {
    await web.supply.run('run-4', 'inBalans-offer', 3)
    const c = await analysed()
    const { page } = await browser.page()
    page.setDefaultTimeout(15_000)
    await web.signIn(page, 'practiceNurse')
    await page.goto(`${web.address}/cases/${c}/proposal`)
    await page.waitForSelector('[data-line="inBalans"] .answers input:focus')
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-line="eyeTest"] .answers input:focus')
    await page.keyboard.press('2')
    await page.waitForSelector('[data-line="eyeTest"] [data-reason] input:focus')
    await page.keyboard.press('4')
    await page.waitForSelector('[data-line="medicationReview"] .answers input:focus')
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#check:focus')
    await page.keyboard.press('Alt+s')
    await page.waitForSelector('#agrees-yes:focus')
    await web.does(c, 'measurements', { measure: 'walk4m', value: 5, measuredOn: '2026-01-05' })
    await page.locator('#agrees-no').check()
    await page.getByRole('link', { name: 'Leg vast: nu niets beginnen' }).waitFor()
    expect(await page.locator('#send').count()).toBe(0)
    await page.locator('#agrees-yes').check()
    await page.locator('#how-1').check()
    await page.locator('#flags').check()
    await page.keyboard.press('Alt+s')
    await page.waitForSelector('.refused:has-text("some-practiceNurse: meting vastgelegd")')
    await page.getByRole('button', { name: 'Verstuur de rest', exact: true }).click()
    await page.waitForURL('**/done')
    const { decision, assignments } = await fileOf(c)
    expect(assignments).toHaveLength(2)
    expect(decision.record).toMatchObject({
      consent: { how: 'written', givenBy: 'person' },
      notNow: [{ code: 'eyeTest', answer: 'not', reason: 'Is al geregeld' }],
    })
  }, 20_000)
})

/** Asked of the browser: how much it still keeps. */
const keptHere = `new Promise((resolve) => {
  const opening = indexedDB.open('valpad')
  opening.onsuccess = () => {
    const counting = opening.result.transaction('pending').objectStore('pending').count()
    counting.onsuccess = () => resolve(counting.result)
  }
})`
