// Two people after each other at one computer: the second sees nothing of what the first saw, sought or had not sent yet.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, until, whyNoBrowser } from '../support/browser.ts'
import { nurse, readyForAnalysis } from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'

const noBrowser = await whyNoBrowser()

describe.skipIf(noBrowser !== null)(`a shared computer (${noBrowser ?? 'Chromium'})`, () => {
  let server: DemoServer
  let browser: OpenBrowser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([demoServer(), openBrowser()])
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const enter = async (page: Page, accountId: string, home: string) => {
    const { items } = (await server.ask(accountId, 'GET', '/v1/demo/accounts')).json
    const { name } = items.find((one: { accountId: string }) => one.accountId === accountId)
    await page.click(`.demo-people button:has-text("${name}")`)
    await page.waitForURL(`**${home}`)
    await page.waitForSelector('h1')
  }
  const leave = async (page: Page) => {
    await page.click('button:has-text("Andere persoon")')
    await page.waitForSelector('h1:has-text("Wie bent u?")')
  }
  const isSaid = (page: Page, text: string) => page.evaluate(`document.documentElement.innerText.includes('${text}')`)

  test('who comes next sees no case, and not who was sought', async () => {
    const body = { name: 'Mevrouw Geheim (verzonnen)', birthDate: '1945-02-07', sex: 'F', municipality: 'GM0451' }
    const { personId } = (await server.ask(nurse, 'POST', '/v1/people', { body })).json
    const { caseId } = (await server.ask(nurse, 'POST', '/v1/cases', { body: { personId, age: 81, livesAtHome: 'yes' } })).json
    const { page } = await browser.page()
    page.setDefaultTimeout(15_000)
    await page.goto(server.address)
    await enter(page, nurse, '/work')
    await page.click('a.find')
    await page.fill('#who', 'Geheim')
    await page.waitForSelector('.results a')
    await page.click('.results a')
    await page.waitForURL(`**/cases/${caseId}`)
    await page.waitForSelector('h1:has-text("Geheim")')
    await leave(page)
    await enter(page, 'coordinator-amstelland', '/desk')

    await page.evaluate('history.go(-2)')
    await page.waitForURL(`**/cases/${caseId}`)
    await until(page, 'document.querySelector("main")?.innerText.length > 20')
    expect(await isSaid(page, 'Geheim')).toBe(false)

    await page.evaluate('history.go(-1)')
    await page.waitForURL('**/people')
    await page.waitForSelector('#who')
    expect(await page.inputValue('#who')).toBe('')
    expect(await isSaid(page, 'Geheim')).toBe(false)

    // One's own search is there when one comes back to it.
    await page.goto(server.address)
    await enter(page, nurse, '/work')
    await page.goBack()
    await page.goBack()
    await page.waitForSelector('.results a')
    expect(await page.inputValue('#who')).toBe('Geheim')
  }, 60_000)

  test('what was not sent yet goes in no other name, and is not lost', async () => {
    const caseId = await readyForAnalysis(server)
    const answered = async () => {
      const { items } = (await server.ask(nurse, 'GET', `/v1/cases/${caseId}/analyses/answers`)).json
      return items.filter(({ answers }: { answers: unknown[] }) => answers.length > 0).length
    }
    const before = await answered()
    const { page } = await browser.page()
    page.setDefaultTimeout(15_000)
    const senders: (string | undefined)[] = []
    let slow = true
    await page.route('**/analyses/answers/*', async (route) => {
      senders.push(route.request().headers()['valpad-actor'])
      if (slow) await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue().catch(() => undefined)
    })
    await page.goto(server.address)
    await enter(page, nurse, '/work')
    await page.goto(`${server.address}/cases/${caseId}/analysis`)
    await page.waitForSelector('input[type=radio]')
    await page.waitForTimeout(2000)
    await page.keyboard.press('Tab')
    for (const key of ['1', '1', '1']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(100)
    }
    await leave(page)
    await enter(page, 'coordinator-amstelland', '/desk')
    await page.waitForTimeout(3000)
    slow = false
    await leave(page)
    await enter(page, nurse, '/work')
    await page.goto(`${server.address}/cases/${caseId}/analysis`)
    const end = Date.now() + 10_000
    while ((await answered()) < before + 3 && Date.now() < end) await page.waitForTimeout(200)
    expect(await answered()).toBe(before + 3)
    expect(new Set(senders)).toEqual(new Set([nurse]))
  }, 60_000)
})
