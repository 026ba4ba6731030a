// The pages without an account and every document as a page: each width, spaced out and by keyboard, with what is wrong in a form said on top.
import type { Page } from 'playwright-core'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { openBrowser, whyNoBrowser } from '../support/browser.ts'
import { someCourse } from '../support/course.ts'
import { must } from '../support/test-app.ts'
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

type PublicPage = {
  readonly name: string
  readonly path: string
  /** What is done on it first. */
  readonly acts?: (page: Page) => Promise<void>
  /** A form that was sent without what it needs. */
  readonly faulty?: true
  /** For whom the server makes it: a document of a case is not for everybody. */
  readonly as?: string
  readonly stops?: number
}

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
    for (const one of (await pagesOf(web)).filter(({ name }) =>
      (process.env['PROVE_SCREEN'] ?? name).split(',').includes(name),
    )) {
      const faults: string[] = []
      for (const width of widths)
        for (const lang of ['nl', 'en']) {
          const { page, context, complaints } = await browser.page({
            viewport: { width, height: 700 },
            ...(one.as === undefined ? {} : { extraHTTPHeaders: { 'valpad-actor': one.as, 'accept-language': lang } }),
          })
          page.setDefaultTimeout(8_000)
          const said = await looked(page, `${web.address}${one.path}${one.as === undefined ? `?lang=${lang}` : ''}`, one)
          const heard = complaints.filter((text) => !/status of (?:400|404|409|410)/.test(text))
          faults.push(...[...said, ...heard].map((fault) => `${width} px, ${lang}: ${fault}`))
          await context.close()
        }
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

type Web = Awaited<ReturnType<typeof someCourse>> & { readonly address: string }

async function pagesOf(web: Web): Promise<PublicPage[]> {
  const nurse = 'some-practiceNurse'
  const long = await web.accepted('Mw. Vanderbuitengewoonlangeachternaamdienietafgebrokenwordt')
  await web.does(long.caseId, `assignments/${long.assignmentId}/_plan`, { startsOn: '2026-02-02' }, 'socialProvider')
  const { code } = must(await web.ask('POST', `/v1/cases/${long.caseId}/plan-codes`, { body: {} }), 201).json
  const link = async (name: string, token: string, more: Partial<PublicPage> = {}): Promise<PublicPage> => ({
    name,
    path: `/l/${token}`,
    ...more,
  })
  const answer = async () => web.token('answer', (await web.sent()).assignmentId)
  const used = await answer()
  await web.act(used, { act: 'accept' })
  const expired = await web.link('attendance', 'm2', { expires_at: '2025-12-01T17:00:00Z' })
  const open = async (page: Page, year: string) => {
    await page.fill('#year', year)
    await page.click('button.main')
  }
  const born = (page: Page) => open(page, '1945')
  const document = (name: string, path: string): PublicPage => ({ name, path: `${path}?format=html`, as: nurse, stops: 0 })
  return [
    { name: 'plan-door', path: `/p/${code}` },
    { name: 'plan-wrong', path: `/p/${code}`, faulty: true, acts: (page) => open(page, '12') },
    { name: 'plan-open', path: `/p/${code}`, acts: born },
    {
      name: 'plan-cannot-come',
      path: `/p/${code}`,
      acts: async (page) => {
        await born(page)
        // Who said so once is not asked again.
        const button = page.locator('button[value=cannotCome]')
        if ((await button.count()) > 0) await button.first().click()
      },
    },
    { name: 'plan-unknown', path: '/p/XXXX-XXXX', stops: 0 },
    await link('answer', await answer()),
    await link('answer-faulty', await answer(), { faulty: true, acts: (page) => page.click('button[value=decline]') }),
    await link('attendance', await web.link('attendance', 'm1')),
    await link('offer-check', await web.link('offerCheck', 'o1')),
    await link('offer-check-faulty', await web.link('offerCheck', 'o1'), {
      faulty: true,
      acts: (page) => page.click('button[value=askChange]'),
    }),
    await link('link-used', used, { stops: 0 }),
    await link('link-expired', expired, { stops: 0 }),
    await link('link-unknown', 'x'.repeat(22), { stops: 0 }),
    document('document-plan', `/v1/cases/${long.caseId}/plan`),
    document('document-invitation', `/v1/cases/${long.caseId}/invitation`),
    document('document-letter', `/v1/cases/${long.caseId}/assignments/${long.assignmentId}/letter`),
    document('document-report', `/v1/cases/${long.caseId}/assignments/${long.assignmentId}/report`),
    { name: 'document-attendance', path: '/v1/course-runs/r1/attendance-list', as: 'some-socialProvider', stops: 0 },
  ]
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
