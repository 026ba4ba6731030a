// Every role's journey in five ways: by keyboard alone, in a narrow window, enlarged, without motion, in the reader's own colours.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { coordinatorJourney } from '../support/journeys/coordinator.ts'
import { keyboardHands, pointingHands } from '../support/journeys/hands.ts'
import type { Journey, Prepared } from '../support/journeys/journey.ts'
import { nurseJourney } from '../support/journeys/nurse.ts'
import { olderAdultJourney } from '../support/journeys/older-adult.ts'
import { providerJourney } from '../support/journeys/provider.ts'
import { witnessOf } from '../support/journeys/witness.ts'

type Way = {
  readonly name: string
  readonly context?: Parameters<OpenBrowser['page']>[0]
  readonly keyboard?: true
  /** What has to hold after every act; a sentence when it does not. */
  readonly after?: (page: Page) => Promise<string | null>
}

const noWider = async (page: Page): Promise<string | null> => {
  const wider = '[document.documentElement.clientWidth, document.documentElement.scrollWidth, location.pathname]'
  const [shown, whole, path] = await page.evaluate<[number, number, string]>(wider).catch(() => [0, 0, ''] as const)
  return whole > shown + 1 ? `${path.replaceAll(/[\w-]{12,}/g, '…')} is ${whole} px wide in a window of ${shown}` : null
}

const still = async (page: Page): Promise<string | null> => {
  const moving = `document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().duration > 1).length`
  const count = await page.evaluate<number>(moving).catch(() => 0)
  return count === 0 ? null : `${count} things move`
}

const ways: readonly Way[] = [
  { name: 'keyboard alone', keyboard: true },
  { name: '320 px', context: { viewport: { width: 320, height: 640 } }, after: noWider },
  // A window of 1280 px at 200 % has room for 640 of them.
  { name: '200 %', context: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, after: noWider },
  { name: 'reduced motion', context: { reducedMotion: 'reduce' }, after: still },
  { name: 'forced colours', context: { forcedColors: 'active' } },
]

const journeys: readonly Journey[] = [nurseJourney, providerJourney, coordinatorJourney, olderAdultJourney]

const chosen = (name: string, env: string): boolean => (process.env[env] ?? name).split(',').includes(name)

/** PROVE_ROLE and PROVE_WAY choose some of them, by name and separated by commas. */
export async function proveJourneys(): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`Journeys: not walked, ${why}`)
    return true
  }
  const folder = mkdtempSync(join(tmpdir(), 'valpad-journeys-'))
  const browser = await openBrowser()
  let held = true
  try {
    for (const journey of journeys.filter(({ role }) => chosen(role, 'PROVE_ROLE')))
      for (const way of ways.filter(({ name }) => chosen(name, 'PROVE_WAY'))) {
        const began = Date.now()
        const faults = await walked(browser, journey, way, join(folder, `${journey.role}-${way.name.replaceAll(/\W/g, '')}.db`))
        held &&= faults.length === 0
        const took = `${((Date.now() - began) / 1000).toFixed(0)} s`
        console.log(`  ${faults.length === 0 ? '✓' : '✗'} ${journey.role}, ${way.name}: ${took}`)
        for (const fault of faults) console.log(`      ${fault}`)
      }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return held
}

async function walked(browser: OpenBrowser, journey: Journey, way: Way, database: string): Promise<string[]> {
  await migrate(database, migrations)
  const store = await openStore(database)
  try {
    const prepared = await journey.prepare(store)
    try {
      return await watched(browser, journey, way, prepared)
    } finally {
      await prepared.close()
    }
  } catch (error) {
    return [`could not be prepared: ${String(error).slice(0, 600)}`]
  } finally {
    await store.close()
  }
}

async function watched(browser: OpenBrowser, { role }: Journey, way: Way, prepared: Prepared): Promise<string[]> {
  const { page, context } = await browser.page(way.context ?? {})
  page.setDefaultTimeout(10_000)
  const witness = await witnessOf(context, page, prepared.origin, way.keyboard !== true)
  witness.guard(...prepared.personal)
  if (prepared.refused !== undefined) witness.expect(prepared.refused)
  const seen = new Set<string>()
  const after = async (): Promise<void> => {
    const fault = way.after === undefined ? null : await way.after(page)
    if (fault !== null) seen.add(fault)
  }
  const hands = (way.keyboard === true ? keyboardHands : pointingHands)(page, after)
  try {
    await prepared.enter(page)
    await prepared.walk(hands)
    return [...seen, ...witness.faults()]
  } catch (error) {
    const folder = process.env['PROVE_SHOTS']
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${role}-${way.name.replaceAll(/\W/g, '')}.png`) })
    return [`stopped at ${page.url()}: ${String(error).slice(0, 600)}`, ...seen, ...witness.faults()]
  } finally {
    await context.close()
  }
}
