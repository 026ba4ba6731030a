// The pages without an account and every document as a page: each width, spaced out and by keyboard, with what is wrong in a form said on top.
import type { Page } from 'playwright-core'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { someCourse } from '../support/course.ts'
import { type PublicPage, publicPagesOf } from '../support/public-pages.ts'
import { onSocket } from '../support/web-app.ts'
import {
  axeFaults,
  clippedText,
  smallTargets,
  spaceOut,
  throughThePage,
  tooWide,
  twinless,
  unseenFocus,
  withoutTitle,
} from './measures.ts'

const widths = [1000, 320]

/** `database`: where an empty one may be made. PROVE_SCREEN chooses by name. */
export async function provePages(database: string): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`Public pages: not looked at, ${why}`)
    return true
  }
  await migrate(database, migrations)
  const store = await openStore(database)
  const web = await onSocket(await someCourse(store))
  const browser = await openBrowser()
  try {
    let held = true
    for (const one of (await publicPagesOf(web)).filter(({ name }) =>
      (process.env['PROVE_SCREEN'] ?? name).split(',').includes(name),
    )) {
      const visits = widths.flatMap((width) => ['nl', 'en'].map((language) => ({ width, language })))
      const faults = (await Promise.all(visits.map((visit) => visited(browser, web.address, one, visit)))).flat()
      held &&= faults.length === 0
      console.log(`  ${faults.length === 0 ? '✓' : '✗'} page ${one.name}`)
      for (const fault of faults) console.log(`      ${fault}`)
    }
    return held
  } finally {
    await browser.close()
    await web.close()
    await store.close()
  }
}

type Visit = { readonly width: number; readonly language: string }

async function visited(browser: OpenBrowser, origin: string, one: PublicPage, { width, language }: Visit): Promise<string[]> {
  const { as, path } = one
  const { page, context, complaints } = await browser.page({
    viewport: { width, height: 700 },
    ...(as === undefined ? {} : { extraHTTPHeaders: { 'valpad-actor': as, 'accept-language': language } }),
  })
  page.setDefaultTimeout(8_000)
  const said = await looked(page, `${origin}${path}${as === undefined ? `?lang=${language}` : ''}`, one)
  await context.close()
  const heard = complaints.filter((text) => !/status of (?:400|404|409|410)/.test(text))
  return [...said, ...heard].map((fault) => `${width} px, ${language}: ${fault}`)
}

async function looked(page: Page, address: string, { acts, faulty, stops = 1 }: PublicPage): Promise<string[]> {
  try {
    await page.goto(address)
    await page.locator('h1').first().waitFor()
    await acts?.(page)
    await page.waitForLoadState('load')
    const faults = faulty === true ? await withoutSummary(page) : []
    await throughThePage(page)
    const title = faulty === true ? /^(?:Fout|Fault): ./ : /./
    faults.push(
      ...(await axeFaults(page)),
      ...(await tooWide(page)),
      ...(await withoutTitle(page, title)),
      ...(await withoutLanguage(page)),
    )
    faults.push(
      ...(await clippedText(page)),
      ...(await smallTargets(page)),
      ...(await twinless(page)),
      ...(await unseenFocus(page, stops)),
    )
    await spaceOut(page)
    faults.push(...(await tooWide(page)), ...(await clippedText(page)).map((fault) => `spaced out, ${fault}`))
    return faults
  } catch (error) {
    return [`could not be looked at: ${String(error).slice(0, 200)}`]
  }
}

async function withoutLanguage(page: Page): Promise<string[]> {
  const language = await page.evaluate<string>('document.documentElement.lang')
  return ['nl', 'en'].includes(language) ? [] : [`language "${language}"`]
}

/** Focus is on what is wrong, and each of it leads to its field. */
async function withoutSummary(page: Page): Promise<string[]> {
  const summary = page.getByRole('alert').first()
  await summary.waitFor()
  await page.waitForTimeout(100)
  const faults = (await summary.evaluate((element) => element === element.ownerDocument.activeElement))
    ? []
    : ['the summary has no focus']
  const links = summary.getByRole('link')
  if ((await links.count()) === 0) return [...faults, 'the summary leads nowhere']
  for (const href of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!)))
    if ((await page.locator(href).count()) !== 1) faults.push(`${href} is not there`)
  return faults
}
