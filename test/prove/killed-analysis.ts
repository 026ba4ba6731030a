// The real server killed in the middle of a fall analysis, at random moments, and the page loaded again: every answer stands there in the end.
import type { Page } from 'playwright-core'
import { openBrowser, until, whyNoBrowser } from '../support/browser.ts'
import { answersOf, consult, type Hands, handsOn, nurse, readyForAnalysis } from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'
import { differentAnswers } from '../support/kept-answers.ts'

const kills = 10
type Act = (typeof consult.sections)[number]['does'][number]

export async function proveKilledAnalysis(): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`A killed server in mid-analysis: not tried, ${why}`)
    return true
  }
  const server = await demoServer()
  const browser = await openBrowser()
  try {
    const caseId = await readyForAnalysis(server)
    const { page } = await browser.page()
    page.setDefaultTimeout(15_000)
    await server.signIn(page, nurse)
    await page.goto(`${server.address}/cases/${caseId}/analysis`)
    await page.waitForSelector('[data-item] input:focus')
    await playWhileKilled(server, page)
    await until(page, `/^Bewaard/.test(document.querySelector('.saved').textContent)`, 30_000)
    const lost = await differentAnswers(server, caseId)
    for (const one of lost) console.log(`      ${one}`)
    console.log(
      `  ${lost.length === 0 ? '✓' : '✗'} ${kills} kills in mid-analysis, each with the page loaded again: ${Object.keys(answersOf(consult)).length} answers given, ${lost.length} different on the server`,
    )
    return lost.length === 0
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** While it is dead one to three acts go on; then it is there again and the page is loaded again, where focus goes back to. */
async function playWhileKilled(server: DemoServer, page: Page): Promise<void> {
  const acts = consult.sections.flatMap(({ does }) => does)
  const dies = momentsIn(acts.length)
  const hands = handsOn(page)
  let died: { readonly killed: Promise<void>; readonly until: number } | null = null
  for (const [index, act] of acts.entries()) {
    if (died === null && dies.has(index)) died = { killed: killSoon(server), until: index + Math.floor(Math.random() * 3) }
    await play(page, hands, act)
    if (died === null || index < died.until) continue
    await died.killed
    await server.restart()
    await loadAgain(page)
    died = null
  }
  if (died === null) return
  await died.killed
  await server.restart()
}

/** Far enough apart that each is a death of its own. */
const momentsIn = (acts: number): Set<number> =>
  new Set(Array.from({ length: kills }, (_, turn) => Math.floor(((turn + Math.random() * 0.4) * acts) / kills)))

const killSoon = async (server: DemoServer): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 80))
  await server.kill()
}

async function play(page: Page, hands: Hands, act: Act): Promise<void> {
  if (typeof act === 'string') await hands.press(act)
  else if ('type' in act) await hands.type(act.type)
  else if ('text' in act) await hands.write(act.text)
  else await hands.click(`.sections a[href="#s-${act.click}"]`)
  await page.waitForTimeout(20)
}

async function loadAgain(page: Page): Promise<void> {
  const item = await page.evaluate<string>(`document.activeElement.closest('[data-item]').dataset.item`)
  await page.reload()
  await page.waitForSelector('[data-item] input:focus')
  await page.focus(`[data-item="${item}"] [data-first]`)
}
