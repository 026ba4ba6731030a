// `npm run screens`: pictures of every screen in both languages for docs/screens, small enough to live in the repository.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Language } from '../../src/domain/words.ts'
import { openBrowser, until, whyNoBrowser } from './browser.ts'
import { chooseThree, consult, handsOn, nurse, playAnalysis, readyForAnalysis, sendAll } from './consult.ts'
import { type DemoServer, demoServer } from './demo-server.ts'
import { screensOf } from './screens.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screens')
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
      await picture(server, page, 'login', '/', language)
      const caseId = await oneConsult(server, page, language)
      for (const { name, path, as } of await screensOf(server, { caseId, as: nurse })) {
        if (ofTheConsult.has(name)) continue
        await server.signIn(page, as, language)
        await picture(server, page, name, path, language)
      }
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
  await picture(server, page, 'plan', `/cases/${caseId}/plan`, language)
  await picture(server, page, 'case', `/cases/${caseId}`, language)
  return caseId
}

async function picture(server: DemoServer, page: Page, name: string, path: string, language: Language): Promise<void> {
  if (path === '/') await page.goto(`${server.address}/privacy`)
  await page.goto(`${server.address}${path}`)
  await page.waitForSelector('h1, [role="alert"]', { timeout: 8_000 })
  if (path === '/' && language === 'en') await page.click('text=English')
  await keep(page, name, language)
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
