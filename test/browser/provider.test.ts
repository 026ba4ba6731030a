// The journey of a provider on a telephone in a real browser: answer, phone, plan, a group, and what is told back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/domain/role.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { insertOrganisation } from '../../src/store/organisations.ts'
import { type OpenBrowser, openBrowser, until, type WatchedPage, whyNoBrowser } from '../support/browser.ts'
import { someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { must } from '../support/test-app.ts'
import { onSocket } from '../support/web-app.ts'

const noBrowser = await whyNoBrowser()
const sqlite = databases.find(({ name }) => name === 'SQLite')!
const role = 'socialProvider'

describe.skipIf(noBrowser !== null)(`a provider (${noBrowser ?? 'Chromium'})`, () => {
  let web: Awaited<ReturnType<typeof served>>
  let browser: OpenBrowser
  let watched: WatchedPage

  const served = async () => onSocket(await someCourse(await sqlite.open()))

  beforeAll(async () => {
    web = await served()
    browser = await openBrowser()
    watched = await browser.page({ viewport: { width: 360, height: 740 } })
    watched.page.setDefaultTimeout(15_000)
    await web.signIn(watched.page, role, '/inbox')
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  /** What the server refused on purpose stands in the console of the browser too. */
  const complaints = () => watched.complaints.filter((one) => !one.includes('412'))
  const focused = () => watched.page.evaluate('document.activeElement.textContent')
  const wide = () => watched.page.evaluate('document.documentElement.scrollWidth <= innerWidth')
  const detail = async (assignmentId: string) => must(await web.ask('GET', `/v1/inbox/${assignmentId}`, { role }), 200).json

  test('accepts one and declines one with a reason and a note, from the rows; focus goes on', async () => {
    const { page } = watched
    const taken = await web.sent('Mw. Aarts Verzonnen')
    const refused = await web.sent('Mw. Bos Verzonnen')
    await page.goto(`${web.address}/inbox`)
    await page.locator('.task').nth(1).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('Verzonnen')
    expect(await wide()).toBe(true)
    const first = page.locator(`[data-id="${taken.assignmentId}"]`)
    await first.locator('h3 a').focus()
    await page.keyboard.press('a')
    await first.waitFor({ state: 'detached' })
    expect(await web.stateOf(taken)).toBe('accepted')
    await until(page, 'document.activeElement.closest(".task") !== null')

    await page.keyboard.press('k')
    await page.getByLabel('Past niet bij deze persoon').check()
    await page.getByRole('button', { name: 'Wijs de opdracht af' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Toelichting')
    await page.getByLabel('Toelichting').fill('Kan de trap niet op')
    await page.getByRole('button', { name: 'Wijs de opdracht af' }).click()
    await page.getByText('Geen nieuwe opdrachten').waitFor()
    expect(await focused()).toBe('Opdrachten')
    expect(await web.stateOf(refused)).toBe('declined')
    const { items } = must(await web.ask('GET', `/v1/cases/${refused.caseId}/events`), 200).json
    const said = items.find(({ type }: { type: string }) => type === 'assignmentDeclined')
    expect(JSON.stringify(said)).toContain('Kan de trap niet op')
    expect(complaints()).toEqual([])
  })

  test('hears it when a colleague was first: what happened, and nothing of this choice is recorded', async () => {
    const { page } = watched
    const one = await web.sent('Mw. Cals Verzonnen')
    await page.goto(`${web.address}/inbox`)
    const row = page.locator(`[data-id="${one.assignmentId}"]`)
    await row.waitFor()
    await web.does(one.caseId, `assignments/${one.assignmentId}/_waitlist`, {}, role)
    await row.getByRole('button', { name: 'Neem aan' }).click()
    const told = page.getByRole('alert')
    await told.getByText('Een collega was u voor').waitFor()
    await told.getByText('Op de wachtlijst').first().waitFor()
    expect(await web.stateOf(one)).toBe('waitlisted')
    expect(complaints()).toEqual([])
  })

  test('logs a call, plans the start, fills in a group and tells back how it went', async () => {
    const { page } = watched
    const one = await web.accepted('Mw. Dam Verzonnen')
    const other = await web.accepted('Mw. Eik Verzonnen')
    await page.goto(`${web.address}/inbox?tab=accepted`)
    await page.getByRole('link', { name: 'Mw. Dam Verzonnen', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Mw. Dam/ }).waitFor()
    await page.getByRole('button', { name: 'Niet bereikt' }).click()
    await page.getByText('de laatste keer niet bereikt').waitFor()
    await page.getByRole('button', { name: 'Bereikt', exact: true }).click()
    await page.getByText('2 keer gebeld.').waitFor()
    expect((await detail(one.assignmentId)).attempts).toMatchObject({ total: 2, notReachedInARow: 0 })

    await page.getByRole('button', { name: 'Plan de start' }).click()
    await page.getByLabel('Eerste bijeenkomst op').fill('2-2-2026')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Leg de eerste bijeenkomst vast' }).waitFor()
    expect((await detail(one.assignmentId)).startsOn).toBe('2026-02-02')
    expect(await wide()).toBe(true)

    web.setClock('2026-02-02T15:00:00Z')
    await page.goto(`${web.address}/groups`)
    await page
      .getByRole('link', { name: /In Balans/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Iedereen aanwezig' }).click()
    await page.getByRole('gridcell', { name: /Mw. Eik.*bijeenkomst 1,/ }).focus()
    await page.keyboard.press(' ')
    expect(await page.getByRole('gridcell', { name: /Mw. Eik.*bijeenkomst 1,/ }).getAttribute('aria-label')).toContain(
      'was er niet',
    )
    expect(await wide()).toBe(true)
    await page.getByRole('button', { name: 'Leg bijeenkomst 1 vast' }).click()
    await page.getByText('Nog niet begonnen, dus niets vastgelegd: Mw. Eik').waitFor()
    expect([await web.stateOf(one), await web.stateOf(other)]).toEqual(['started', 'accepted'])

    const entry = page.getByLabel('Nieuwe meting van Mw. Dam Verzonnen')
    await entry.fill('5,4')
    await entry.press('Enter')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain('Mw. Eik')
    await page.locator('td.num', { hasText: '5,4' }).waitFor()

    await page.goto(`${web.address}/inbox/${one.assignmentId}`)
    await page.getByRole('button', { name: 'Nieuwe val' }).click()
    await page.getByLabel('Nee', { exact: true }).check()
    await page.getByRole('button', { name: 'Leg vast', exact: true }).click()
    await until(page, `document.querySelector('.saved').textContent === 'Vastgelegd.'`)
    await page.getByRole('button', { name: 'Rond af' }).click()
    const report = page.getByLabel(/Terugkoppeling aan/)
    expect(await report.inputValue()).toContain('Aanwezig bij 1 van 12 bijeenkomsten.')
    await page.getByLabel('Uitslag nu').fill('11,6')
    await page.getByLabel('Eigen cijfer').fill('8')
    await page.getByLabel('Beweegt zelf verder').check()
    expect(await report.inputValue()).toContain('Eigen cijfer: 8. Beweegt zelf verder.')
    await report.press('Control+End')
    await report.pressSequentially('Loopt weer alleen.')
    await page.getByRole('button', { name: 'Rond af en koppel terug' }).click()
    await page.getByText('De terugkoppeling is verstuurd.').first().waitFor()
    expect(await web.stateOf(one)).toBe('reported')
    const { items } = must(await web.ask('GET', `/v1/cases/${one.caseId}/events?limit=100`), 200).json
    expect(items.map(({ type }: { type: string }) => type)).toContain('fallReported')
    expect((await detail(one.assignmentId)).reports.measures[0]).toMatchObject({ code: 'walk4m', start: { value: 11.6 } })
    expect(complaints()).toEqual([])
  })

  test('a meeting filled in without a connection survives a reload, and is sent once when there is one again', async () => {
    const { page } = watched
    const one = await web.accepted('Mw. Fok Verzonnen')
    const saved = () => page.locator('.saved').textContent()
    await page.goto(`${web.address}/groups/r1`)
    const cell = page.getByRole('gridcell', { name: /Mw. Fok.*bijeenkomst 1,/ })
    await cell.click()
    await until(page, `document.querySelector('.saved').textContent.includes('nog niet vastgelegd')`)
    await page.reload()
    await page.getByRole('gridcell', { name: /Mw. Fok.*bijeenkomst 1,.*: was er$/ }).waitFor()

    const posted: string[] = []
    await page.route('**/v1/**', (route) => route.abort())
    await page.getByRole('button', { name: 'Leg bijeenkomst 1 vast' }).click()
    await until(page, `document.querySelector('.saved').textContent === 'Geen verbinding. 1 les wacht.'`)
    expect(await page.evaluate(keptTexts)).not.toContain('Fok')
    await page.reload()
    await until(page, `document.querySelector('.saved').textContent === 'Geen verbinding. 1 les wacht.'`)
    expect(await web.stateOf(one)).toBe('accepted')
    page.on('response', (answer) => {
      if (answer.url().endsWith('/_attendance'))
        posted.push(`${answer.status()} ${answer.request().headers()['idempotency-key']}`)
    })
    await page.unroute('**/v1/**')
    await until(page, `document.querySelector('.saved').textContent === 'Bijeenkomst 1 is vastgelegd.'`)
    expect(await web.stateOf(one)).toBe('started')
    await page.reload()
    await page.getByRole('gridcell', { name: /Mw. Fok.*bijeenkomst 1,.*: was er$/ }).waitFor()
    expect(posted).toHaveLength(1)
    expect(await saved()).toBe('')
  })

  /** Which municipalities there are is told by the coalition. */
  const coalition = () =>
    insertOrganisation(web.engine.store.build, {
      id: 'coalition',
      kind: 'coalition',
      municipality: 'GM0362',
      details: bytesOf({ name: 'Coalitie (verzonnen)', municipalities: [{ code: 'GM0362', name: 'Amstelveen' }] }),
      version: 1,
      coordinator_id: null,
    })

  async function putsForward(as: Role, name: string, press: string) {
    const { page, complaints } = await browser.page({ viewport: { width: 360, height: 740 } })
    page.setDefaultTimeout(15_000)
    await web.signIn(page, as, '/signal')
    await page.getByLabel('Naam').fill(name)
    await page.getByLabel('Geboortedatum').fill('7-2-1942')
    await page.getByLabel('Vrouw', { exact: true }).check()
    await page.getByLabel('Gemeente').selectOption({ label: 'Amstelveen' })
    await page.getByRole('button', { name: press }).click()
    await page.getByRole('link', { name: 'Kies de huisartsenpraktijk' }).click()
    await page.getByLabel('Huisartsenpraktijk').selectOption({ label: 'Praktijk (verzonnen)' })
    await page.getByLabel('Mevrouw of meneer vindt het goed').check()
    return { page, complaints }
  }

  test('a welfare worker puts somebody forward from the test: what was lost on the way happens once, and who has her now by when', async () => {
    await web.engine.store.commit([coalition()])
    const { page, complaints } = await putsForward('welfareWorker', 'Mw. Gans Verzonnen', 'Meld aan en leg de test vast')
    await page.locator('[data-first]').focus()
    for (const key of ['2', 'Enter', ...'221112']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(60)
    }
    // The result arrives, its answer does not.
    let caseId = ''
    await page.route(
      '**/screenings',
      async (route) => {
        caseId = route.request().url().split('/').at(-2)!
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await page.getByRole('button', { name: 'Meld aan en leg de test vast' }).click()
    await page.getByText('Dat de valrisicotest is begonnen.').waitFor()
    await page.getByRole('button', { name: 'Meld aan en leg de test vast' }).click()
    await until(page, `document.activeElement.textContent === 'Mw. Gans Verzonnen is aangemeld'`)
    const shown = await page.locator('main').innerText()
    expect(shown).toContain('Hoog valrisico')
    expect(shown).toContain('twee of meer keer gevallen')
    expect(shown).toMatch(/Aangemeld bij Praktijk \(verzonnen\), some-practiceNurse\..*\n*.*valanalyse.*uiterlijk \d/)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const { items } = must(await web.ask('GET', `/v1/cases/${caseId}/events`), 200).json
    const types = items.map(({ type }: { type: string }) => type)
    expect(types.filter((type: string) => type === 'caseOpened' || type === 'screeningRecorded')).toHaveLength(2)
    expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([])
  })

  test('a signaller puts somebody forward and hears that it was received, and no more', async () => {
    const { page, complaints } = await putsForward('signaller', 'Mw. Haan Verzonnen', 'Meld aan')
    expect(await page.locator('.big-answers').count()).toBe(0)
    await page.getByRole('button', { name: 'Meld aan' }).click()
    await until(page, `document.activeElement.textContent === 'Aanmelding van Mw. Haan Verzonnen: ontvangen'`)
    expect(await page.locator('main').innerText()).not.toMatch(/valrisico|Praktijk \(verzonnen\)/i)
    expect(complaints).toEqual([])
  })
})

/** Everything that this browser keeps, as text. */
const keptTexts = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('valpad', 1)
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const all = opening.result.transaction('pending').objectStore('pending').getAll()
    all.onsuccess = () => resolve(all.result.map((bytes) => new TextDecoder().decode(bytes)).join(' '))
  }
})`
