// The fall-risk test in a real browser: asked by keyboard in a minute, its result in words, the next step, and what a low risk takes home.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { nurse } from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'

const noBrowser = await whyNoBrowser()

describe.skipIf(noBrowser !== null)(`the fall-risk test (${noBrowser ?? 'Chromium'})`, () => {
  let server: DemoServer
  let browser: OpenBrowser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([demoServer(), openBrowser()])
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function asked(name: string, keys: readonly string[]) {
    const body = { name, birthDate: '1945-02-07', sex: 'F', city: 'Uithoorn', municipality: 'GM0451' }
    const { personId } = (await server.ask(nurse, 'POST', '/v1/people', { body })).json
    const { caseId } = (await server.ask(nurse, 'POST', '/v1/cases', { body: { personId, age: 81, livesAtHome: 'yes' } })).json
    await server.does(nurse, caseId, 'contacts', { reached: true })
    const { page, complaints } = await browser.page()
    page.setDefaultTimeout(15_000)
    await server.signIn(page, nurse)
    await page.goto(`${server.address}/cases/${caseId}/screening`)
    await page.waitForSelector('[data-first]:focus')
    // As fast as they come: none may land in the question before.
    for (const key of keys) await page.keyboard.press(key)
    return { caseId, page, complaints }
  }

  test('a high risk says why, and leads to the analysis without a click', async () => {
    const { caseId, page, complaints } = await asked('Mevrouw Hoog (verzonnen)', [...'2', 'Enter', ...'2211126,1'])
    await page.waitForSelector('aside:has-text("Hoog valrisico"):has-text("Omdat: twee")')
    await page.keyboard.press('Alt+s')
    await page.waitForSelector('#recorded:focus')
    await page.waitForSelector('.note:has-text("Luna Lucht")')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/analysis')
    const { facts, stage } = (await server.ask(nurse, 'GET', `/v1/cases/${caseId}`)).json
    expect(stage.code).toBe('analysis')
    expect(facts).toMatchObject({ falls12m: 2, concern: 'yes', mobilityDifficulty: 'yes', injury: 'no', couldNotGetUp: 'no' })
    expect(complaints).toEqual([])
  }, 20_000)

  test('a low risk takes the tips home, and is asked again in a year by itself', async () => {
    const { caseId, page, complaints } = await asked('Mevrouw Laag (verzonnen)', ['0', 'Enter', '1', '1', '1'])
    await page.waitForSelector('aside:has-text("Laag valrisico")')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#recorded:focus')
    await page.evaluate('globalThis.print = () => { globalThis.printed = true }')
    await page.click('.tips .btn')
    expect(await page.evaluate('globalThis.printed')).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('.tips li')).toBe(true)
    expect(await page.isVisible('#outcome')).toBe(false)
    const { deadlines } = (await server.ask(nurse, 'GET', `/v1/cases/${caseId}`)).json
    expect(deadlines.map(({ rule }: { rule: string }) => rule)).toContain('TM12')
    expect(complaints).toEqual([])
  }, 20_000)

  test('who is chosen right after typing stays chosen, also while that page is still on its way', async () => {
    const body = {
      name: 'Mevrouw Sneltik (verzonnen)',
      birthDate: '1945-02-09',
      sex: 'F',
      city: 'Uithoorn',
      municipality: 'GM0451',
    }
    const { personId } = (await server.ask(nurse, 'POST', '/v1/people', { body })).json
    await server.ask(nurse, 'POST', '/v1/cases', { body: { personId, age: 81, livesAtHome: 'yes' } })
    const { page } = await browser.page()
    await server.signIn(page, nurse)
    await page.route('**/assets/case*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 900))
      await route.continue()
    })
    await page.goto(`${server.address}/people`)
    await page.waitForSelector('input:focus')
    await page.keyboard.type('Snelti')
    await page.waitForSelector('.results a[href^="/cases/"]')
    await page.keyboard.type('k')
    await page.evaluate(`document.querySelector('.results a').click()`)
    await page.waitForSelector('h1:has-text("Sneltik")')
    expect(new URL(page.url()).pathname).toMatch(/^\/cases\//)
  }, 20_000)
})
