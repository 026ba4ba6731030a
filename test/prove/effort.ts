// Effort: the keys and clicks of a whole fall analysis, and of a whole consult, counted in a real browser.
import type { Page } from 'playwright-core'
import { openBrowser, until, whyNoBrowser } from '../support/browser.ts'
import {
  answersOf,
  chooseThree,
  consult,
  type Hands,
  handsOn,
  nurse,
  playAnalysis,
  readyForAnalysis,
  sendAll,
} from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'
import { differentAnswers } from '../support/kept-answers.ts'

const most = { analysis: 80, consult: 110 } as const

/** False when a limit is passed or an answer differs. */
export async function proveEffort(): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`Effort: not counted, ${why}`)
    return true
  }
  const server = await demoServer(60)
  const browser = await openBrowser()
  try {
    const { page, complaints } = await browser.page()
    page.setDefaultTimeout(15_000)
    const caseId = await readyForAnalysis(server)
    const held = [await analysis(server, page, caseId), await wholeConsult(server, page)]
    await withEveryFlag(server, page)
    if (complaints.length > 0) console.log(`  ✗ effort: the browser complained: ${complaints.join('; ')}`)
    return held.every(Boolean) && complaints.length === 0
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function analysis(server: DemoServer, page: Page, caseId: string): Promise<boolean> {
  await server.signIn(page, nurse)
  await page.goto(`${server.address}/cases/${caseId}/analysis`)
  await page.waitForSelector('[data-item] input:focus')
  let loads = 0
  page.on('framenavigated', () => {
    loads += 1
  })
  const hands = handsOn(page)
  await playAnalysis(page, hands)
  await until(page, `/^Bewaard/.test(document.querySelector('.saved').textContent)`)
  const different = await differentAnswers(server, caseId)
  for (const one of different) console.log(`  ✗ ${one}`)
  const before = loads
  await hands.press('Alt+s')
  await page.waitForURL('**/proposal')
  const count = Object.keys(answersOf(consult)).length
  return said(
    different.length === 0 && before === 0 && hands.count() <= most.analysis,
    `a whole fall analysis: ${hands.count()} keys and clicks for ${count} answers (at most ${most.analysis}), ${before} page loads, no save action`,
  )
}

/** Besides, for who asks all fifteen red flags and not only the four that must be known: one key each, no shortcut fills one. */
async function withEveryFlag(server: DemoServer, page: Page): Promise<void> {
  const [flags, ...others] = consult.sections
  const fifteen = { ...flags!, does: Array.from({ length: 15 }, () => '1') }
  const caseId = await readyForAnalysis(server)
  await page.goto(`${server.address}/cases/${caseId}/analysis`)
  await page.waitForSelector('[data-item] input:focus')
  const hands = handsOn(page)
  await playAnalysis(page, hands, { ...consult, sections: [fifteen, ...others] })
  await hands.press('Alt+s')
  await page.waitForURL('**/proposal')
  console.log(`    with all fifteen red flags asked one by one: ${hands.count()}`)
}

/** From finding the person to three assignments sent and the plan printed. */
async function wholeConsult(server: DemoServer, page: Page): Promise<boolean> {
  const name = 'Mevrouw Q. Zoekmij (verzonnen)'
  const caseId = await readyForAnalysis(server, { ...consult, person: { ...consult.person, name, birthDate: '1942-02-08' } })
  await server.signIn(page, nurse)
  await page.goto(`${server.address}/work`)
  await page.waitForSelector('h1')
  const hands = handsOn(page)
  await findPerson(page, hands, caseId)
  await page.waitForSelector('[data-item] input:focus')
  await playAnalysis(page, hands)
  await hands.press('Alt+s')
  await page.waitForURL('**/proposal')
  await chooseThree(page, hands)
  await sendAll(page, hands)
  const printed = await printsPlan(page, hands)
  const file = (await server.ask(nurse, 'GET', `/v1/cases/${caseId}`)).json
  const sent = file.assignments.filter(({ state }: { state: { code: string } }) => state.code === 'sent').length
  return said(
    sent === 3 && printed && hands.count() <= most.consult,
    `from finding the person to ${sent} assignments sent and the plan ${printed ? '' : 'not '}printed: ${hands.count()} keys and clicks (at most ${most.consult})`,
  )
}

async function findPerson(page: Page, hands: Hands, caseId: string): Promise<void> {
  await hands.press('/')
  await page.waitForSelector('input:focus')
  await hands.write('Zoekmij')
  await page.waitForSelector(`a[href^="/cases/${caseId}"]`)
  await hands.click(`a[href^="/cases/${caseId}"]`)
  if (!page.url().endsWith('/analysis')) {
    await page.waitForSelector(`a[href="/cases/${caseId}/analysis"]`)
    await hands.click(`a[href="/cases/${caseId}/analysis"]`)
  }
}

/** The browser's own window for printing is the end: what is pressed there is not ours. */
async function printsPlan(page: Page, hands: Hands): Promise<boolean> {
  await page.addInitScript('globalThis.print = () => { globalThis.printed = true }')
  await page.evaluate('globalThis.print = () => { globalThis.printed = true }')
  await hands.click('main .main-action')
  await page.waitForURL('**/plan')
  // The address changes before the page does.
  await page.waitForSelector('main.desk .main-action')
  await hands.click('main.desk .main-action')
  return page.evaluate<boolean>('globalThis.printed === true')
}

function said(holds: boolean, words: string): boolean {
  console.log(`  ${holds ? '✓' : '✗'} ${words}`)
  return holds
}
