// Every screen in every state: no axe violation, focus that can be seen, no page wider than the window, nothing the browser complains about.
import type { Page } from 'playwright-core'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { handsOn, nurse, playAnalysis, readyForAnalysis } from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'
import { type Screen, screensOf } from '../support/screens.ts'
import { proveConflicts } from './conflicts.ts'
import { proveForms } from './forms.ts'
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
import { watchBones, withoutBones } from './slow-answers.ts'
import { proveSpeed } from './speed.ts'

const atOnce = 3
const mostShown = 30

type State = {
  readonly name: string
  readonly context?: Parameters<OpenBrowser['page']>[0]
  /** Before the screen is opened; false: this state is not one of this screen. */
  readonly before?: (page: Page, screen: Screen) => Promise<boolean>
  readonly after?: (page: Page) => Promise<void>
  /** Who is at the screen instead of whose it is. */
  readonly as?: string
  /** The browser reports failed requests itself. */
  readonly complains?: true
  /** Measured in this state besides what is measured in all. */
  readonly also?: readonly ((page: Page) => Promise<string[]>)[]
}

/** Some screens are for everybody: only what the server refused has to be said. */
const refused = new WeakSet<Page>()

const problem = {
  type: 'about:blank',
  title: 'Er ging iets mis',
  status: 500,
  detail: 'Probeer het later.',
  code: 'broken',
  instance: '/',
  errors: [],
}

const states: readonly State[] = [
  { name: 'full', also: [clippedText, smallTargets, twinless, unseenFocus] },
  { name: 'English', after: async (page) => void (await page.click('.foot button')) },
  {
    name: 'empty',
    before: async (page, { reads, path }) => {
      if (reads === undefined || path.startsWith('/cases/')) return false
      await page.route(reads, async (route) => {
        const answer = await route.fetch()
        const body = await answer.json().catch(() => null)
        if (!Array.isArray(body?.items)) return route.fulfill({ response: answer })
        return route.fulfill({ response: answer, json: { ...body, items: [], next: null } })
      })
      return true
    },
  },
  {
    name: 'error',
    complains: true,
    also: [withoutAlert],
    before: async (page, { reads }) => {
      if (reads === undefined) return false
      await page.route(reads, (route) =>
        route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
      )
      return true
    },
  },
  {
    name: 'not allowed',
    as: 'signaller-samenzijn',
    complains: true,
    before: async (page, { reads }) => {
      page.on('response', (answer) => void (answer.status() === 403 && refused.add(page)))
      return reads !== undefined
    },
    also: [async (page) => (refused.has(page) ? withoutAlert(page) : [])],
  },
  { name: 'offline', complains: true, after: async (page) => void (await page.context().setOffline(true)) },
  {
    name: 'slow answers',
    before: async (page, { reads }) => {
      if (reads === undefined) return false
      await watchBones(page)
      await page.route(reads, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 7_000))
        await route.continue().catch(() => undefined)
      })
      return true
    },
    also: [withoutBones],
  },
  { name: 'text spacing', context: { viewport: { width: 1280, height: 800 } }, after: spaceOut, also: [clippedText] },
  { name: 'text spacing at 320 px', context: { viewport: { width: 320, height: 640 } }, after: spaceOut, also: [clippedText] },
  { name: '320 px', context: { viewport: { width: 320, height: 640 } }, also: [clippedText] },
  // A window of 1280 px at 200 % has room for 640 of them.
  { name: '200 %', context: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } },
  { name: 'forced colours and no motion', context: { forcedColors: 'active', reducedMotion: 'reduce' } },
]

export async function proveScreens(): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`Screens: not looked at, ${why}`)
    return true
  }
  const server = await demoServer(60)
  const browser = await openBrowser()
  try {
    const caseId = await readyForAnalysis(server)
    await fillHalf(server, browser, caseId)
    const screens = await screensOf(server, { caseId, as: nurse })
    const chosen = (name: string, env: string) => (process.env[env] ?? name).split(',').includes(name)
    let held = true
    for (const state of states.filter(({ name }) => chosen(name, 'PROVE_STATE'))) {
      const queue = screens.filter(({ name }) => chosen(name, 'PROVE_SCREEN'))
      const faults: string[] = []
      let seen = 0
      const lookOn = async (): Promise<void> => {
        for (let screen = queue.shift(); screen !== undefined; screen = queue.shift()) {
          const found = await look(server, browser, screen, state)
          if (found === null) continue
          seen += 1
          faults.push(...found.map((fault) => `${screen.name}: ${fault}`))
        }
      }
      await Promise.all(Array.from({ length: atOnce }, lookOn))
      held &&= faults.length === 0
      console.log(`  ${faults.length === 0 ? '✓' : '✗'} ${state.name}: ${seen} screens`)
      for (const fault of faults.slice(0, mostShown)) console.log(`      ${fault}`)
      if (faults.length > mostShown) console.log(`      and ${faults.length - mostShown} more`)
    }
    // Chosen by PROVE_STATE like a state of the screens.
    if (chosen('forms', 'PROVE_STATE')) held = (await proveForms(server, browser, screens)) && held
    if (chosen('conflicts', 'PROVE_STATE')) held = (await proveConflicts(server, browser, screens)) && held
    return (!chosen('speed', 'PROVE_STATE') || (await proveSpeed(server, browser))) && held
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** An analysis with findings, a finished section and one that is open: more to look at than an empty one. */
async function fillHalf(server: DemoServer, browser: OpenBrowser, caseId: string): Promise<void> {
  const { page, context } = await browser.page()
  await server.signIn(page, nurse)
  await page.goto(`${server.address}/cases/${caseId}/analysis`)
  await page.waitForSelector('[data-item] input:focus')
  await playAnalysis(page, handsOn(page))
  await page.waitForTimeout(1_500)
  const body = { operationId: `flag-${caseId}`, revision: 0, answer: { is: 'given', value: 'yes', source: 'person' } }
  await server.ask(nurse, 'PUT', `/v1/cases/${caseId}/analyses/answers/redFlags.RF08`, { body })
  const other = { operationId: `other-${caseId}`, revision: 0, answer: { is: 'given', value: 'yes', source: 'person' } }
  await server.ask('gp-luchtkasteel', 'PUT', `/v1/cases/${caseId}/analyses/answers/hearing.problem`, { body: other })
  await context.close()
}

/** What went wrong is said, and at once. */
async function withoutAlert(page: Page): Promise<string[]> {
  const said = page.getByRole('main').getByRole('alert').first()
  // A read that failed is tried again before it is said.
  await said.waitFor({ timeout: 6_000 }).catch(() => undefined)
  return (await said.count()) > 0 ? [] : ['what went wrong is not said']
}

/** What is wrong; null when the screen has no such state. */
async function look(server: DemoServer, browser: OpenBrowser, screen: Screen, state: State): Promise<string[] | null> {
  const { page, context, complaints } = await browser.page(state.context ?? {})
  try {
    await server.signIn(page, state.as ?? screen.as)
    if (state.before !== undefined && !(await state.before(page, screen))) return null
    await page.goto(`${server.address}${screen.path}`)
    await page.waitForSelector('main h1, h1, [role="alert"], .empty', { timeout: 8_000 }).catch(() => undefined)
    await page.waitForTimeout(500)
    await screen.shows?.(page)
    await state.after?.(page)
    await page.waitForTimeout(100)
    await throughThePage(page)
    const forced = state.context?.forcedColors === 'active'
    const faults = [...(await axeFaults(page, forced)), ...(await tooWide(page)), ...(await withoutTitle(page))]
    for (const measure of state.also ?? []) faults.push(...(await measure(page)))
    const said = state.complains === true ? complaints.filter((one) => /Content Security Policy|Uncaught/.test(one)) : complaints
    return [...faults, ...said.map((one) => `the browser says: ${one.slice(0, 160)}`)]
  } catch (error) {
    return [`could not be looked at: ${String(error).slice(0, 200)}`]
  } finally {
    await context.close()
  }
}
