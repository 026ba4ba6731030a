// Waiting: nothing for the first 300 ms, then grey lines, after five seconds a sentence.
import type { Page } from 'playwright-core'

type Seen = { readonly busyAt?: number; readonly bonesAt?: number; readonly saidAt?: number }

/** Notes in the page when each of them appeared. */
export const watchBones = async (page: Page): Promise<unknown> =>
  page.addInitScript(`{
    const seen = globalThis.seenWaiting = {}
    const note = (name, selector) => { if (seen[name] === undefined && document.querySelector(selector) !== null) seen[name] = performance.now() }
    new MutationObserver(() => {
      note('busyAt', '[aria-busy=true]')
      note('bonesAt', '.bone')
      note('saidAt', '[aria-busy=true] p[role=status]:not(.hide)')
    }).observe(document, { subtree: true, childList: true, attributes: true })
  }`)

export async function withoutBones(page: Page): Promise<string[]> {
  await page.waitForTimeout(5_000)
  const { busyAt, bonesAt, saidAt } = await page.evaluate<Seen>('globalThis.seenWaiting')
  if (busyAt === undefined) return ['nothing says that it waits']
  if (bonesAt === undefined) return ['no grey lines while it waits']
  return [
    ...(bonesAt - busyAt < 250 ? [`grey lines after ${Math.round(bonesAt - busyAt)} ms`] : []),
    ...(saidAt === undefined ? ['no sentence after five seconds'] : []),
  ]
}
