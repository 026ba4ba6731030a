// The public pages in a real browser: readable at 320 px, every target 44 px, nothing that axe objects to, nothing the browser complains about.
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, until, type WatchedPage, whyNoBrowser } from '../support/browser.ts'
import { type Course, someCourse } from '../support/course.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { somebody } from '../support/test-app.ts'

const missing = await whyNoBrowser()
if (missing !== null) console.warn(`NOT TESTED. ${missing}`)

const widths = [320, 1000]
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

describe.skipIf(missing !== null)('in a browser', () => {
  let course: Course
  let browser: OpenBrowser
  let address: string
  const addresses: { [name: string]: string } = {}
  beforeAll(async () => {
    course = await someCourse(await sqliteDatabase.open())
    const long = await course.sent('Mw. Vanderbuitengewoonlangeachternaamdienietafgebrokenwordt')
    for (let index = 0; index < 3; index++) await course.accepted()
    await course.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://127.0.0.1:${(course.app.server.address() as AddressInfo).port}`
    addresses['answer'] = `/l/${await course.token('answer', long.assignmentId)}`
    addresses['attendance'] = `/l/${await course.link('attendance', 'm1')}`
    addresses['offerCheck'] = `/l/${await course.link('offerCheck', 'o1')}`
    const made = await course.ask('POST', `/v1/cases/${long.caseId}/plan-codes`, { body: {} })
    addresses['planDoor'] = `/p/${made.json.code}`
    addresses['unknown'] = `/l/${'x'.repeat(22)}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await course?.app.close()
  })

  const at = async (path: string, width: number): Promise<WatchedPage> => {
    const watched = await browser.page({ viewport: { width, height: 700 } })
    await watched.page.goto(`${address}${path}`)
    return watched
  }
  const looksRight = async (page: Page, width: number) => {
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    const low = `[...document.querySelectorAll('main button, main .choice, main summary, header a')]
      .filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML)`
    expect(await page.evaluate(low)).toEqual([])
  }

  test.each(
    ['answer', 'attendance', 'offerCheck', 'planDoor', 'unknown'].flatMap((name) =>
      widths.map((width) => [name, width] as const),
    ),
  )('the page %s at %i px', async (name, width) => {
    const { page, complaints } = await at(addresses[name]!, width)
    await looksRight(page, width)
    // The letter spacing of WCAG 1.4.12.
    await page.evaluate('document.documentElement.style.setProperty("letter-spacing", "0.12em")')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(complaints.filter((line) => !/404|409/.test(line))).toEqual([])
  })

  test('the letters are ours, also in print, and come from the same server', async () => {
    const { page, complaints } = await at(addresses['planDoor']!, 1000)
    await page.fill('#year', String(1900 + Number(somebody.birthDate.slice(2, 4))))
    await page.click('button.main')
    await until(page, "[...document.fonts].filter(({ status }) => status === 'loaded').length >= 3")
    const family = (selector: string) => page.evaluate(`getComputedStyle(document.querySelector('${selector}')).fontFamily`)
    expect(await family('.paper h1')).toMatch(/^"Plan digits", "Atkinson Hyperlegible Next"/)
    expect(await family('.foot')).toMatch(/^"Source Sans 3"/)
    expect(complaints).toEqual([])
  })

  test('a form sent half leads to what is missing, with the keyboard alone, and then goes on', async () => {
    const { page } = await at(addresses['answer']!, 320)
    await page.focus('button[value=decline]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.error-summary')
    expect(await page.title()).toMatch(/^Fout: /)
    // The browser moves focus there once the page has been drawn.
    await until(page, "document.activeElement.className === 'error-summary'")
    await looksRight(page, 320)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('reason')
    await page.keyboard.press('Space')
    await page.focus('button[value=decline]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.done')
    await looksRight(page, 320)
  })

  test.each(widths)('my plan behind the birth year at %i px', async (width) => {
    const { page, complaints } = await at(addresses['planDoor']!, width)
    await page.fill('#year', '12')
    await page.click('button.main')
    await looksRight(page, width)
    await page.fill('#year', String(1900 + Number(somebody.birthDate.slice(2, 4))))
    await page.click('button.main')
    expect(await page.textContent('h1')).toBe('Mijn plan om stevig te staan')
    await looksRight(page, width)
    expect(complaints.filter((line) => !/400/.test(line))).toEqual([])
  })

  test('attendance by the button for everybody; the list on paper keeps to its page', async () => {
    course.setClock('2026-02-02T18:00:00Z')
    const { page, complaints } = await at(addresses['attendance']!, 1000)
    await page.click('button[value=everybody]')
    await page.waitForSelector('.done')
    await looksRight(page, 1000)
    await page.setExtraHTTPHeaders({ 'valpad-actor': 'some-socialProvider' })
    await page.goto(`${address}/v1/course-runs/r1/attendance-list?format=html`)
    await looksRight(page, 1000)
    expect(await page.locator('tbody tr').count()).toBe(3)
    expect(complaints).toEqual([])
  })
})
