// The coordinator's journey in a real browser: an ageing offer found, edited and confirmed, a list taken over, the coverage seen, an absence reported.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/engine/bytes.ts'
import { insertOrganisation } from '../../src/store/organisations.ts'
import { noteUnmetNeed } from '../../src/store/unmet-needs.ts'
import { type OpenBrowser, openBrowser, until, type WatchedPage, whyNoBrowser } from '../support/browser.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { dutchList } from '../support/send-list.ts'
import { someSupply } from '../support/some-supply.ts'
import { must } from '../support/test-app.ts'
import { webApp } from '../support/web-app.ts'

const noBrowser = await whyNoBrowser()
const sqlite = databases.find(({ name }) => name === 'SQLite')!
const coordinator = { role: 'coordinator' } as const

describe.skipIf(noBrowser !== null)(`a coordinator (${noBrowser ?? 'Chromium'})`, () => {
  let web: Awaited<ReturnType<typeof webApp>>
  let browser: OpenBrowser
  let screen: WatchedPage

  beforeAll(async () => {
    web = await webApp(await sqlite.open())
    const supply = someSupply(web.engine.store)
    for (const name of ['pip', 'dop'])
      await supply.account(name, 'club', { details: bytesOf({ name: `${name} (verzonnen)`, phone: '020 000 0001' }) })
    const people = { contact_id: 'pip', deputy_id: 'dop', owner_id: 'pip' }
    const checked = { last_checked_on: '2025-03-01', next_check_on: '2025-09-01' }
    await supply.offer('old', {
      ...people,
      ...checked,
      details: { name: 'Oude groep (verzonnen)', cost: { cents: 3500, per: 'course' } },
    })
    await supply.offer('fresh', { ...people, details: { name: 'Verse groep (verzonnen)' } })
    await supply.run('run', 'fresh', 10)
    const { store } = web.engine
    const gap = { municipality: 'GM0362', reason: 'full', weeks: null, case_id: null, actor_id: 'some-practiceNurse' }
    await store.commit(
      ['otagoHome', 'eyeTest'].map((code) => noteUnmetNeed(store.build, { ...gap, id: code, code, at: '2026-01-02T09:00:00Z' })),
    )
    const municipalities = [{ code: 'GM0362', name: 'Amstelveen' }]
    await store.commit([
      insertOrganisation(store.build, {
        ...{ id: 'region', kind: 'coalition', municipality: 'GM0362', version: 1, coordinator_id: null },
        details: bytesOf({ name: 'Regio (verzonnen)', municipalities }),
      }),
    ])
    // More than anybody wants to scroll through.
    for (let n = 1; n <= 12; n += 1) await supply.provider(`sportclub-${n}`)
    browser = await openBrowser()
    screen = await browser.page()
    screen.page.setDefaultTimeout(15_000)
    await web.signIn(screen.page, 'coordinator', '/supply')
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  const offer = async (id: string) => must(await web.ask('GET', `/v1/offers/${id}`, coordinator), 200).json

  test('begins with what is stuck; a gap that was looked at goes, and focus goes to the next', async () => {
    const { page } = screen
    await page.goto(`${web.address}/desk`)
    await page.getByRole('heading', { name: /Gemelde gaten in het aanbod ?2/ }).waitFor()
    expect(await page.getByRole('heading', { name: /Aanbod dat te lang niet is gecontroleerd ?1/ }).count()).toBe(1)
    const looked = page.getByRole('button', { name: /^Bekeken/ })
    const [first, second] = await looked.evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')))
    await looked.first().press('Enter')
    await page.getByRole('heading', { name: /Gemelde gaten in het aanbod ?1/ }).waitFor()
    expect(await page.textContent('.told')).toContain('is bekeken')
    expect(await page.getByRole('button', { name: first! }).count()).toBe(0)
    await until(page, `document.activeElement?.closest('li')?.textContent.includes('Bekeken')`)
    expect(await page.getByRole('button', { name: second! }).count()).toBe(1)
    await page.goto(`${web.address}/supply`)
  })

  test('finds what was not checked for long, changes its price in place and confirms it with one key', async () => {
    const { page } = screen
    await page.getByRole('link', { name: /Niet gecontroleerd > 6 maanden/ }).click()
    await page.waitForURL(/list=unchecked/)
    await page.waitForSelector('text=1 van 2 rijen')
    await page.focus('[data-place="0-0"]')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('48,5O')
    await page.keyboard.press('Enter')
    expect(await page.textContent('#grid-fault')).toContain('“48,5O” is geen bedrag')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('48,50')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-place="0-6"]:text-is("48,50")')
    const changed = await offer('old')
    // A change of one cell is no check of the rest.
    expect([changed.offer.cost.cents, changed.check.lastCheckedOn]).toEqual([4850, '2025-03-01'])
    await page.keyboard.press('ControlOrMeta+z')
    await page.waitForSelector('[data-place="0-6"]:text-is("35,00")')
    await page.keyboard.press('c')
    await page.waitForSelector('text=Alles is op tijd gecontroleerd.')
    expect((await offer('old')).check.freshness).toBe('fresh')
  })

  test('as in a spreadsheet: a figure begins a cell, Enter goes down, a pasted column fills down, and each is undone in turn', async () => {
    const { page } = screen
    await page.goto(`${web.address}/supply`)
    const price = (row: number, words: string) => page.waitForSelector(`[data-place="${row}-6"]:text-is("${words}")`)
    await page.focus('[data-place="0-6"]')
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await price(0, '12,00')
    await until(page, `document.activeElement.dataset.place === '1-6'`)
    await page.keyboard.press('ArrowUp')
    await page.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '20,00\\n30,00\\n')
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }`)
    await page.waitForSelector('text=2 rijen gevuld')
    await Promise.all([price(0, '20,00'), price(1, '30,00')])
    const undone = [
      [1, 'gratis'],
      [0, '12,00'],
      [0, '35,00'],
    ] as const
    for (const [row, words] of undone) {
      await page.keyboard.press('ControlOrMeta+z')
      await price(row, words)
    }
  })

  test('who was first is named with both values, and the own value can still be saved', async () => {
    const { page } = screen
    await page.goto(`${web.address}/supply`)
    await page.focus('[data-place="0-0"]')
    await page.keyboard.press('Enter')
    const { version, offer: body } = await offer('old')
    const theirs = { body: { ...body, name: 'Van een ander' }, ...coordinator, headers: { 'if-match': `"old.${version}"` } }
    must(await web.ask('PUT', '/v1/offers/old', theirs), 200)
    await page.keyboard.type('Van mij')
    await page.keyboard.press('Enter')
    const note = page.locator('.note.warn')
    await note.waitFor()
    expect(await note.textContent()).toMatch(/Van een ander.*Van mij/s)
    await note.getByRole('button', { name: 'Bewaar mijn waarde' }).click()
    await page.waitForSelector('text=Van mij.')
    expect((await offer('old')).offer.name).toBe('Van mij')
  })

  test('three rows pasted into the list: one has a fault, two are taken', async () => {
    const { page } = screen
    const rows = [{ 'Naam aanbod': 'Groep 1' }, { 'Naam aanbod': 'Groep 2', Prijs: '1.250' }, { 'Naam aanbod': 'Groep 3' }]
    const block = dutchList(rows).replace('\uFEFF', '').replaceAll(';', '\t')
    await page.goto(`${web.address}/supply`)
    await page.focus('[data-place="0-0"]')
    await page.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', ${JSON.stringify(block)})
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }`)
    await page.waitForURL(/\/supply\/import/)
    expect(await page.textContent('.note')).toContain('2 rijen overnemen, 1 overslaan')
    expect(await page.textContent('.preview')).toContain('"1.250" kan duizend zijn')
    await page.getByRole('button', { name: 'Neem 2 rijen over, sla 1 over' }).click()
    await page.waitForSelector('text=2 rijen overgenomen, 1 overgeslagen')
    const { items } = must(await web.ask('GET', '/v1/offers?q=Groep', coordinator), 200).json
    expect(items.map((one: { offer: { name: string } }) => one.offer.name).sort()).toEqual([
      'Groep 1',
      'Groep 3',
      'Verse groep (verzonnen)',
    ])
  })

  test('a new offer: the organisation found by typing, a contact and a location added in place, and nothing typed is lost', async () => {
    const { page } = screen
    await page.goto(`${web.address}/supply/new`)
    await page.getByRole('combobox', { name: 'Organisatie' }).and(page.locator('input')).focus()
    await page.keyboard.type('club-1')
    expect(await page.getByRole('option').allTextContents()).toEqual([1, 10, 11, 12].map((n) => `sportclub-${n} (verzonnen)`))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Organisatie').inputValue()).toBe('sportclub-10 (verzonnen)')
    await page.getByLabel('Naam van het aanbod').fill('Dansen in de hal')
    await page.getByRole('button', { name: 'Nieuwe locatie' }).press('Enter')
    const place = page.getByRole('group', { name: 'Nieuwe locatie' })
    await page.keyboard.press('Enter')
    expect(await place.locator('.summary').textContent()).toContain('Vul de straat in')
    const typed = {
      'Naam van de locatie': 'De Hal',
      Straat: 'Hoofdweg',
      Huisnummer: '3',
      Postcode: '1181 zz',
      Plaats: 'Amstelveen',
    }
    for (const [label, value] of Object.entries(typed)) await place.getByLabel(label).fill(value)
    await place.getByLabel('Gemeente').selectOption('Amstelveen')
    await place.getByLabel('Plaats').press('Enter')
    await page.waitForSelector('option:checked:text-is("De Hal, Hoofdweg 3, Amstelveen")', { state: 'attached' })
    await page.getByRole('button', { name: 'Voeg iemand toe' }).click()
    const somebody = page.getByRole('group', { name: 'Nieuwe contactpersoon' })
    await somebody.getByLabel('Rol').selectOption('buurtsportcoach')
    await somebody.getByLabel('Naam').fill('Dana Danser')
    await somebody.getByLabel('Naam').press('Enter')
    await somebody.waitFor({ state: 'detached' })
    const contact = page.getByLabel('Contactpersoon')
    expect(await contact.locator('option:checked').textContent()).toBe('Dana Danser, buurtsportcoach')
    expect(await page.getByLabel('Naam van het aanbod').inputValue()).toBe('Dansen in de hal')
    const { items } = must(await web.ask('GET', '/v1/contacts?organisationId=sportclub-10', coordinator), 200).json
    expect(items.map((one: { contact: { name: string } }) => one.contact.name)).toEqual(['Dana Danser'])
  })

  test('work of who left, and whose successor is closed, is handed over from the row; refused in words first', async () => {
    const { page } = screen
    const added = async (name: string) => {
      const body = { organisationId: 'sportclub-2', role: 'communitySportCoach', login: true, name }
      const { id } = must(await web.ask('POST', '/v1/contacts', { body, ...coordinator }), 201).json
      return { id, name, body }
    }
    const close = async ({ id, body }: Awaited<ReturnType<typeof added>>) => {
      const { version } = must(await web.ask('GET', `/v1/contacts/${id}`, coordinator), 200).json
      const closed = { body: { ...body, active: false }, headers: { 'if-match': `"${id}.${version}"` } }
      must(await web.ask('PUT', `/v1/contacts/${id}`, { ...closed, ...coordinator }), 200)
    }
    const [vera, otto] = [await added('Vera Vertrokken'), await added('Otto Opvolger')]
    const [nora, piet] = [await added('Nora Nieuw'), await added('Piet Passend')]
    const course = { code: 'inBalans', organisation_id: 'sportclub-2', contact_id: vera.id, owner_id: piet.id }
    await someSupply(web.engine.store).offer('hall', course)
    const c = await web.signalled()
    await web.does(c, 'screenings/_start', { personAgrees: true })
    await web.does(c, 'screenings', { facts: screeningOf.moderate })
    const chosen = { assignmentId: 'a1', intervention: 'inBalans', domain: 'social', providerId: 'sportclub-2', offerId: 'hall' }
    const agreed = { goal: 'dansen', consentGiven: true, redFlagsChecked: true, reasonForDeviation: 'wens' }
    await web.does(c, 'decisions', { way: 'assignment', ...chosen, ...agreed })
    await web.does(c, 'assignments/a1/_send')
    const leaves = { on: '2026-01-05', successorId: otto.id, note: 'Alles staat in het traject.' }
    must(await web.ask('POST', `/v1/contacts/${vera.id}/_leave`, { body: leaves, ...coordinator }), 201)
    await close(otto)

    await page.goto(`${web.address}/desk`)
    const row = page.locator('[data-line^=passed]', { hasText: vera.name })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/is vertrokken; Otto Opvolger kreeg het werk.*1 opdracht/s)
    await row.getByRole('button', { name: 'Draag het werk over: Otto Opvolger' }).press('Enter')
    const form = page.getByRole('group', { name: 'Het werk van Otto Opvolger overdragen' })
    const hand = form.getByRole('button', { name: 'Draag het werk over' })
    const to = form.getByLabel('Wie krijgt het werk')
    await until(page, `document.activeElement?.matches('.in-place h3')`)
    await hand.press('Enter')
    expect(await form.locator('.summary').textContent()).toMatch(/Kies wie het werk krijgt.*Schrijf een korte overdracht/s)
    await to.selectOption({ label: 'Nora Nieuw, buurtsportcoach' })
    await form.getByLabel('Korte overdracht').fill('Er loopt één opdracht.')
    await close(nora)
    await hand.press('Enter')
    await form.getByText('Nora Nieuw kan niet meer inloggen. Kies iemand anders.').first().waitFor()
    await to.selectOption({ label: 'Piet Passend, buurtsportcoach' })
    await hand.press('Enter')
    await page.getByText('Overgedragen. Piet Passend heeft nu het werk van Otto Opvolger en krijgt bericht.').waitFor()
    await until(page, `document.activeElement?.closest('.rows > li') !== null`)
    await page.getByRole('heading', { name: /Werk dat bij u terechtkwam/ }).waitFor({ state: 'detached' })
    const { items } = must(await web.ask('GET', '/v1/reports/orphans', coordinator), 200).json
    expect(items.map((line: { now: { name: string } }) => line.now.name)).toEqual(['Piet Passend'])
    expect(screen.complaints.filter((one) => !one.includes('status of 4'))).toEqual([])
  })
})
