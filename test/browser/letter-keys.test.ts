// Keys of one letter in a real browser: they work, are switched off in the help, at once and without a trace of who did it, and on again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, type WatchedPage, whyNoBrowser } from '../support/browser.ts'
import { someCourse } from '../support/course.ts'
import { databases } from '../support/databases.ts'
import { onSocket } from '../support/web-app.ts'

const noBrowser = await whyNoBrowser()
const sqlite = databases.find(({ name }) => name === 'SQLite')!

describe.skipIf(noBrowser !== null)(`keys of one letter (${noBrowser ?? 'Chromium'})`, () => {
  let web: Awaited<ReturnType<typeof served>>
  let browser: OpenBrowser
  let watched: WatchedPage

  const served = async () => onSocket(await someCourse(await sqlite.open()))

  beforeAll(async () => {
    web = await served()
    browser = await openBrowser()
    watched = await browser.page()
    watched.page.setDefaultTimeout(15_000)
    await web.signIn(watched.page, 'practiceNurse', '/work')
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  const toggle = () => watched.page.getByRole('checkbox', { name: 'Toetsen van één letter gebruiken' })
  const kept = () => watched.page.evaluate('JSON.stringify(localStorage)')
  const path = () => new URL(watched.page.url()).pathname
  const capsOf = (place: string) => watched.page.locator(`${place} kbd`).allTextContents()
  /** Time enough for a page to be opened by it. */
  const pressed = async (...keys: readonly string[]) => {
    for (const key of keys) await watched.page.keyboard.press(key)
    await watched.page.waitForTimeout(150)
  }

  test('/ and ? act from anywhere, until they are switched off: at once, said, and without their caps', async () => {
    const { page } = watched
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await capsOf('header')).toEqual(['/', '?'])
    await page.keyboard.press('/')
    await page.waitForURL(/\/people$/)
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('?')
    await page.waitForURL(/\/help$/)
    await toggle().focus()
    await page.keyboard.press('Space')
    await page.getByText('Toetsen van één letter staan uit.').waitFor()
    expect(await kept()).toBe('{"valpad.letters":"off"}')
    expect(await capsOf('header')).toEqual([])
    expect((await capsOf('.key-table')).filter((key) => /^[^\d]$/.test(key))).toEqual([])
    await page.evaluate('document.activeElement.blur()')
    await pressed('/')
    expect(path()).toBe('/help')
  })

  test('a reload changes nothing: ? on the page and a in a row of the inbox do nothing, Alt and arrows do', async () => {
    const { page } = watched
    await page.goto(`${web.address}/work`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await pressed('?', '/')
    expect(path()).toBe('/work')
    await page.keyboard.press('Alt+2')
    await page.waitForURL((url) => url.pathname !== '/work')

    const [one, other] = [await web.sent('Mw. Aarts Verzonnen'), await web.sent('Mw. Bos Verzonnen')]
    await web.signIn(page, 'socialProvider', '/inbox')
    await page.locator('.task').nth(1).waitFor()
    expect(await capsOf('.task')).toEqual([])
    expect(await page.locator('[aria-keyshortcuts]').count()).toBe(0)
    await page.locator('.task h3 a').first().focus()
    await pressed('a', 'k', 'ArrowDown', 'a')
    expect(await page.evaluate('document.activeElement.closest(".task").previousElementSibling !== null')).toBe(true)
    expect([await web.stateOf(one), await web.stateOf(other)]).toEqual(['sent', 'sent'])
    expect(await page.getByLabel('Past niet bij deze persoon').count()).toBe(0)
  })

  test('switched on again, they act again and nothing is kept', async () => {
    const { page } = watched
    await page.getByRole('link', { name: 'Hulp' }).click()
    await toggle().check()
    await page.getByText('Toetsen van één letter staan aan.').waitFor()
    expect(await kept()).toBe('{}')
    await page.goBack()
    await page.locator('.task h3 a').first().focus()
    await page.keyboard.press('a')
    await page.locator('.task').nth(1).waitFor({ state: 'detached' })
    expect(watched.complaints).toEqual([])
  })
})
