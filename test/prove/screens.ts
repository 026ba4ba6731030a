// Every screen in every state: no axe violation, focus that can be seen, no page wider than the window, nothing the browser complains about.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { handsOn, nurse, playAnalysis, readyForAnalysis } from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'
import { type Screen, screensOf } from '../support/screens.ts'
import { proveSpeed } from './speed.ts'

const atOnce = 3
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

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
  /** Keyboard focus is walked through in one state: it is the same in the others. */
  readonly walks?: true
}

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
  { name: 'full', walks: true },
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
    before: async (page, { reads }) => {
      if (reads === undefined) return false
      await page.route(reads, (route) =>
        route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
      )
      return true
    },
  },
  { name: 'not allowed', as: 'signaller-samenzijn', complains: true, before: async (_, { reads }) => reads !== undefined },
  { name: 'offline', complains: true, after: async (page) => void (await page.context().setOffline(true)) },
  { name: '320 px', context: { viewport: { width: 320, height: 640 } } },
  // A window of 1280 px at 200 % has room for 640 of them.
  { name: '200 %', context: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } },
  { name: 'forced colours', context: { forcedColors: 'active' } },
  { name: 'reduced motion', context: { reducedMotion: 'reduce' } },
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
      for (const fault of faults) console.log(`      ${fault}`)
    }
    return (await proveSpeed(server, browser)) && held
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

/** What is wrong; null when the screen has no such state. */
async function look(server: DemoServer, browser: OpenBrowser, screen: Screen, state: State): Promise<string[] | null> {
  const { page, context, complaints } = await browser.page(state.context ?? {})
  try {
    await server.signIn(page, state.as ?? screen.as)
    if (state.before !== undefined && !(await state.before(page, screen))) return null
    await page.goto(`${server.address}${screen.path}`)
    await page.waitForSelector('main h1, h1, [role="alert"], .empty', { timeout: 8_000 }).catch(() => undefined)
    await page.waitForTimeout(500)
    await state.after?.(page)
    await page.waitForTimeout(100)
    await page.evaluate(throughThePage)
    const faults = [...(await axe(page, state)), ...(await tooWide(page)), ...(await withoutTitle(page))]
    if (state.walks === true) faults.push(...(await unseenFocus(page)))
    const said = state.complains === true ? complaints.filter((one) => /Content Security Policy|Uncaught/.test(one)) : complaints
    return [...faults, ...said.map((one) => `the browser says: ${one.slice(0, 160)}`)]
  } catch (error) {
    return [`could not be looked at: ${String(error).slice(0, 200)}`]
  } finally {
    await context.close()
  }
}

/** Forced colours are the reader's own: there is no contrast of ours to measure. */
async function axe(page: Page, { context }: State): Promise<string[]> {
  const rules = context?.forcedColors === 'active' ? ['color-contrast'] : []
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).disableRules(rules).analyze()
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.length}, first ${nodes[0]?.html.slice(0, 140)}`)
}

/** To the end and back: what was out of sight has been laid out then, and nothing is half under a line that stays in sight. */
const throughThePage = `(async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
    scrollTo(0, y)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  scrollTo(0, 0)
  await new Promise((resolve) => setTimeout(resolve, 60))
})()`

async function tooWide(page: Page): Promise<string[]> {
  const [shown, whole] = await page.evaluate<[number, number]>(
    '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
  )
  return whole > shown + 1 ? [`${whole} px wide in a window of ${shown}`] : []
}

async function withoutTitle(page: Page): Promise<string[]> {
  const [title, headings] = await page.evaluate<[string, number]>('[document.title, document.querySelectorAll("h1").length]')
  return [...(/.+ - Valpad$/.test(title) ? [] : [`title "${title}"`]), ...(headings === 1 ? [] : [`${headings} first headings`])]
}

/** Tab through the page: each stop has an outline, stands in the window, and there is a way on. */
async function unseenFocus(page: Page): Promise<string[]> {
  const faults = new Set<string>()
  await page.evaluate('document.activeElement?.blur()')
  const stops = new Set<string>()
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const [who, outlined, inside] = await page.evaluate<[string, boolean, boolean]>(focusSeen)
    if (who === 'BODY') break
    stops.add(who)
    if (!outlined) faults.add(`focus cannot be seen on ${who}`)
    if (!inside) faults.add(`focus is out of sight on ${who}`)
  }
  return [...faults, ...(stops.size < 3 ? [`only ${stops.size} stops with Tab`] : [])]
}

const focusSeen = `(() => {
  const it = document.activeElement
  const shows = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 2
  const box = it.getBoundingClientRect()
  const inside = box.width === 0 || (box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)
  return [it.tagName + (it.className && typeof it.className === 'string' ? '.' + it.className : '') + ' ' + (it.textContent || it.getAttribute('aria-label') || it.name || '').trim().slice(0, 40), shows(it) || shows(it.closest('label, .answer, .offer, .tick')), inside].map((one, index) => index === 0 && it === document.body ? 'BODY' : one)
})()`
