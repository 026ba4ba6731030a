// Speed on a slow laptop: how soon a key is answered on the screen of the fall analysis, and how soon the worklist is there.
import type { CDPSession, Page } from 'playwright-core'
import type { OpenBrowser } from '../support/browser.ts'
import { nurse, readyForAnalysis } from '../support/consult.ts'
import type { DemoServer } from '../support/demo-server.ts'

const most = { nextPaint: 100, worklist: 2_000 } as const
const slowNet = { offline: false, latency: 40, downloadThroughput: 1_500_000 / 8, uploadThroughput: 750_000 / 8 }

export async function proveSpeed(server: DemoServer, browser: OpenBrowser): Promise<boolean> {
  return [await proveNextPaint(server, browser), await proveWorklist(server, browser)].every(Boolean)
}

async function slowed(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}

/** The browser's own measure: from the key to the frame that shows its answer. */
async function proveNextPaint(server: DemoServer, browser: OpenBrowser): Promise<boolean> {
  const caseId = await readyForAnalysis(server)
  const { page, context } = await browser.page()
  await server.signIn(page, nurse)
  await page.goto(`${server.address}/cases/${caseId}/analysis`)
  await page.waitForSelector('[data-item] input:focus')
  await page.waitForTimeout(1_500)
  await slowed(page, 4)
  await page.evaluate(`(() => {
    globalThis.waits = []
    new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.name === 'keydown') waits.push(one.duration) }).observe({ type: 'event', durationThreshold: 16 })
  })()`)
  for (let key = 0; key < 14; key++) {
    await page.keyboard.press('1')
    await page.waitForTimeout(250)
  }
  await page.keyboard.press('g')
  await page.waitForTimeout(400)
  const waits = (await page.evaluate<number[]>('waits')).sort((a, b) => a - b)
  await context.close()
  const worst = waits.at(-1) ?? 0
  const median = waits[Math.floor(waits.length / 2)] ?? 0
  return said(
    waits.length > 0 && worst <= most.nextPaint,
    `a key on the fall analysis at 4 times CPU slowdown: at worst ${worst} ms to the next paint, in the middle ${median} (at most ${most.nextPaint}; ${waits.length} keys over 16 ms)`,
  )
}

async function proveWorklist(server: DemoServer, browser: OpenBrowser): Promise<boolean> {
  const { page, context } = await browser.page()
  await server.signIn(page, nurse)
  const session = await slowed(page, 6)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', slowNet)
  await page.goto(`${server.address}/work`, { waitUntil: 'commit' })
  await page.waitForSelector('.rows li', { timeout: 20_000 })
  const took = Math.round(await page.evaluate<number>('performance.now()'))
  await context.close()
  return said(
    took <= most.worklist,
    `the worklist with an empty cache at 6 times CPU slowdown and 1.5 Mbit/s: ${took} ms (at most ${most.worklist})`,
  )
}

function said(holds: boolean, words: string): boolean {
  console.log(`  ${holds ? '✓' : '✗'} ${words}`)
  return holds
}
