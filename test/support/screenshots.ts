// `npm run screens`: a picture of every screen in both languages, into docs/screens, from a freshly seeded region.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './browser.ts'
import { demoServer } from './demo-server.ts'
import { screensOf } from './screens.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screens')
const server = await demoServer(60)
const { page: newPage, close } = await openBrowser()
try {
  const nurses = ['nevelhof', 'maneschijn', 'luchtkasteel', 'sterrenwaard', 'wolkenbrug', 'droomoever'].map(
    (name) => `nurse-${name}`,
  )
  const lists = await Promise.all(
    nurses.map(async (as) => ({ as, items: (await server.ask(as, 'GET', '/v1/worklists?stage=analysis')).json.items })),
  )
  const { as, items } = lists.find((list) => list.items.length > 0) ?? lists[0]!
  const screens = await screensOf(server, { caseId: items[0].caseId, as })
  mkdirSync(folder, { recursive: true })
  const { page } = await newPage({ viewport: { width: 1280, height: 860 } })
  for (const language of ['nl', 'en'] as const) {
    await page.goto(`${server.address}/`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (language === 'nl') await page.screenshot({ path: join(folder, 'login.nl.jpg'), type: 'jpeg', quality: 55 })
    for (const screen of screens) {
      await server.signIn(page, screen.as, language)
      await page.goto(`${server.address}${screen.path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(folder, `${screen.name}.${language}.jpg`), type: 'jpeg', quality: 55 })
      process.stdout.write(`${screen.name}.${language}\n`)
    }
  }
} finally {
  await close()
  await server.stop()
}
