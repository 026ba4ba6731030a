// `npm run screens`: pictures of every screen, public page and document in both languages for docs/screens, small enough to live in the repository.
// SCREENS_IN=<folder> puts them somewhere else.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Language } from '../../src/domain/words.ts'
import { type OpenBrowser, openBrowser, until, whyNoBrowser } from './browser.ts'
import { chooseThree, consult, handsOn, nurse, playAnalysis, readyForAnalysis, sendAll } from './consult.ts'
import { type DemoServer, demoServer } from './demo-server.ts'
import { regionPagesOf } from './region-pages.ts'
import { type Screen, screensOf } from './screens.ts'

const folder = process.env['SCREENS_IN'] ?? join(import.meta.dirname, '..', '..', 'docs', 'screens')
const mostBytes = 60_000
/** Photographed along the way of one consult, with something chosen in them. */
const ofTheConsult = new Set(['analysis', 'proposal', 'send', 'done', 'plan', 'case'])

const why = await whyNoBrowser()
if (why === null) await takePictures()
else console.log(`No pictures: ${why}`)

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const server = await demoServer(60)
  const browser = await openBrowser()
  try {
    for (const language of ['nl', 'en'] as const) {
      const { page } = await browser.page({ viewport: { width: 1280, height: 800 } })
      const caseId = await oneConsult(server, page, language)
      const screens = await screensOf(server, { caseId, as: nurse })
      for (const { name, path, as, shows } of screens) {
        if (ofTheConsult.has(name)) continue
        await server.signIn(page, as, language)
        await picture(server, page, { name, path, shows }, language)
      }
      await publicPages(browser, server, screens, language)
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** The way from an analysis to three assignments; what is on the screen is what the nurse saw then. */
async function oneConsult(server: DemoServer, page: Page, language: Language): Promise<string> {
  const birthDate = language === 'nl' ? '1942-02-07' : '1942-02-09'
  const caseId = await readyForAnalysis(server, { ...consult, person: { ...consult.person, birthDate } })
  const hands = handsOn(page)
  await server.signIn(page, nurse, language)
  await page.goto(`${server.address}/cases/${caseId}/analysis`)
  await page.waitForSelector('[data-item] input:focus')
  await playAnalysis(page, hands)
  await until(page, `/^(?:Bewaard|Saved) /.test(document.querySelector('.saved').textContent)`)
  await page.focus('[data-item="mobility.risesFromFloor"] input')
  await page.keyboard.press('b')
  await page.evaluate(`document.activeElement.closest('.q').scrollIntoView({ block: 'center' })`)
  await keep(page, 'analysis', language)
  await page.keyboard.press('Alt+s')
  await page.waitForURL('**/proposal')
  await chooseThree(page, hands)
  await page.evaluate('scrollTo(0, 0)')
  await keep(page, 'proposal', language)
  await sendAll(page, hands, async () => keep(page, 'send', language))
  await keep(page, 'done', language)
  await picture(server, page, { name: 'plan', path: `/cases/${caseId}/plan` }, language)
  await picture(server, page, { name: 'case', path: `/cases/${caseId}` }, language)
  return caseId
}

type Pictured = { readonly name: string; readonly path: string; readonly shows?: Screen['shows'] | undefined }

async function picture(server: DemoServer, page: Page, { name, path, shows }: Pictured, language: Language): Promise<void> {
  await page.goto(`${server.address}${path}`)
  await page.waitForSelector('h1, [role="alert"]', { timeout: 8_000 })
  await page.waitForTimeout(300)
  await shows?.(page)
  await keep(page, name, language)
}

/** What an older adult and a teacher without an account see, on a telephone; documents at the width of a sheet. */
async function publicPages(
  browser: OpenBrowser,
  server: DemoServer,
  screens: readonly Screen[],
  language: Language,
): Promise<void> {
  const [whose, group] = ['case', 'group'].map((name) => screens.find((screen) => screen.name === name)!)
  const given = { caseId: whose!.path.split('/')[2]!, as: whose!.as, runId: group!.path.split('/')[2]!, teacher: group!.as }
  for (const { name, path, acts, as } of await regionPagesOf(server, given)) {
    const viewport = as === undefined ? { width: 390, height: 760 } : { width: 794, height: 1123 }
    const extraHTTPHeaders = as === undefined ? {} : { 'valpad-actor': as, 'accept-language': language }
    const { page, context } = await browser.page({ viewport, extraHTTPHeaders })
    await page.goto(`${server.address}${path}${as === undefined ? `?lang=${language}` : ''}`)
    await acts?.(page)
    await keep(page, name, language)
    await context.close()
  }
}

/** As WebP, as good as fits. */
async function keep(page: Page, name: string, language: Language): Promise<void> {
  await page.waitForTimeout(700)
  const session = await page.context().newCDPSession(page)
  for (const quality of [85, 70, 55, 40]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length > mostBytes && quality > 40) continue
    writeFileSync(join(folder, `${name}-${language}.webp`), bytes)
    console.log(`${name}-${language}.webp ${Math.round(bytes.length / 1000)} kB`)
    break
  }
  await session.detach()
}
