// A real browser for tests, from npm. Where it cannot run a check says so and is skipped by that name.
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'

export type OpenBrowser = {
  readonly browser: Browser
  /** A page of its own, which remembers everything it complained about. */
  readonly page: (options?: Parameters<Browser['newContext']>[0]) => Promise<WatchedPage>
  readonly close: () => Promise<void>
}

export type WatchedPage = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors in the console, broken rules of the content security policy, exceptions. */
  readonly complaints: string[]
}

/** Why there is no browser here; null when there is one. */
export async function whyNoBrowser(): Promise<string | null> {
  if (process.platform !== 'linux') return 'the browser of the tests runs on Linux only'
  try {
    await chromium.executablePath()
    return null
  } catch (error) {
    return String(error)
  }
}

export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // In one process the whole browser ends with the first page that is closed.
    args: [...chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'), '--lang=nl'],
    headless: true,
  })
  return {
    browser,
    close: () => browser.close(),
    page: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL', ...options })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      return { page, context, complaints }
    },
  }
}

/** Until this expression holds in the page. (Playwright's own waiting evaluates in the page, which our content policy refuses.) */
export async function until(page: Page, expression: string, timeout = 15_000): Promise<void> {
  const end = Date.now() + timeout
  while (!(await page.evaluate<boolean>(`(async () => Boolean(${expression}))()`).catch(() => false))) {
    if (Date.now() > end) throw new Error(`This did not come to hold: ${expression}`)
    await page.waitForTimeout(20)
  }
}
