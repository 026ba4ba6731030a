// Every screen on A4: nothing left of the menu and the buttons, its heading there, nothing wider than the paper and nothing cut off.
// PROVE_SCREEN=work,case looks at those alone; PROVE_PICTURES=<folder> keeps what it saw, as it comes out without backgrounds.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { handsOn, nurse, playAnalysis, readyForAnalysis } from '../support/consult.ts'
import { type DemoServer, demoServer } from '../support/demo-server.ts'
import { type Screen, screensOf } from '../support/screens.ts'

/** A4 less our margins, in CSS pixels. */
const inside = (width: number, height: number) => ({
  width: Math.floor((width / 25.4) * 96),
  height: Math.floor((height / 25.4) * 96),
})
const upright = inside(180, 267)
const onItsSide = inside(273, 186)
const atOnce = 2

export async function provePrint(): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`Screens on paper: not looked at, ${why}`)
    return true
  }
  const server = await demoServer(60)
  const browser = await openBrowser()
  try {
    const caseId = await readyForAnalysis(server)
    await fillIn(server, browser, caseId)
    const wanted = process.env['PROVE_SCREEN']?.split(',')
    const queue = (await screensOf(server, { caseId, as: nurse })).filter(({ name }) => wanted?.includes(name) ?? true)
    const faults: string[] = []
    const count = queue.length
    const lookOn = async (): Promise<void> => {
      for (let screen = queue.shift(); screen !== undefined; screen = queue.shift())
        faults.push(...(await look(server, browser, screen)).map((fault) => `${screen.name}: ${fault}`))
    }
    await Promise.all(Array.from({ length: atOnce }, lookOn))
    console.log(`  ${faults.length === 0 ? '✓' : '✗'} on paper: ${count} screens`)
    for (const fault of faults) console.log(`      ${fault}`)
    return faults.length === 0
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** With answers of every kind in it. */
async function fillIn(server: DemoServer, browser: OpenBrowser, caseId: string): Promise<void> {
  const { page, context } = await browser.page()
  await server.signIn(page, nurse)
  await page.goto(`${server.address}/cases/${caseId}/analysis`)
  await page.waitForSelector('[data-item] input:focus')
  await playAnalysis(page, handsOn(page))
  await page.waitForTimeout(1_500)
  await context.close()
}

async function look(server: DemoServer, browser: OpenBrowser, { name, path, as, shows }: Screen): Promise<string[]> {
  const { page, context } = await browser.page({ viewport: upright })
  try {
    await server.signIn(page, as)
    await page.goto(`${server.address}${path}`)
    await page.waitForSelector('h1', { timeout: 25_000 })
    await page.waitForLoadState('networkidle')
    await shows?.(page)
    await page.emulateMedia({ media: 'print' })
    if ((await page.evaluate('getComputedStyle(document.body).page')) === 'wide') await page.setViewportSize(onItsSide)
    await page.waitForTimeout(200)
    const folder = process.env['PROVE_PICTURES']
    if (folder !== undefined) await picture(page, join(folder, `${name}.png`))
    const faults = await page.evaluate<string[]>(faultsOnPaper)
    const sheets = await page.pdf({ preferCSSPageSize: true })
    return sheets.subarray(0, 5).toString() === '%PDF-' ? faults : [...faults, 'the browser cannot print it']
  } catch (error) {
    return [`could not be looked at: ${String(error).slice(0, 200)}`]
  } finally {
    await context.close()
  }
}

/** Browsers leave backgrounds and shadows out unless somebody asks for them. */
async function picture(page: Page, path: string): Promise<void> {
  await page.evaluate(`for (const one of document.querySelectorAll('*')) {
    if (getComputedStyle(one).printColorAdjust === 'exact') continue
    one.style.setProperty('background', 'none', 'important')
    one.style.setProperty('box-shadow', 'none', 'important')
  }`)
  await page.screenshot({ path, fullPage: true })
}

const faultsOnPaper = `(() => {
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  const called = (element) => element.tagName.toLowerCase() + (typeof element.className === 'string' && element.className !== '' ? '.' + element.className.split(' ').join('.') : '') + ' "' + element.textContent.trim().slice(0, 40) + '"'
  const all = [...document.body.querySelectorAll('*')].filter(seen)
  const only = '.skip, .demo, .top, .side, .foot, .crumb, nav:not(.tabs), .tabs > :not([aria-current], [aria-selected=true]), .btn, kbd:not(td kbd, th kbd), .keys'
  const looksPressed = (one) => {
    const { borderTopWidth, borderTopStyle, textDecorationLine } = getComputedStyle(one)
    return (borderTopStyle !== 'none' && borderTopWidth !== '0px') || textDecorationLine !== 'none'
  }
  const screenOnly = all.filter((one) => one.closest('svg') === null && (one.matches(only) || (one.matches('button, [role=button]') && looksPressed(one))))
  const wide = all.filter((one) => one.closest('svg') === null && one.getBoundingClientRect().right > innerWidth + 1)
  const cut = all.filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    return (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1) || (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 1 && !one.matches('textarea, select'))
  })
  const headings = all.filter((one) => one.matches('h1'))
  return [
    ...screenOnly.slice(0, 4).map((one) => 'still there: ' + called(one)),
    ...wide.slice(0, 4).map((one) => Math.round(one.getBoundingClientRect().right - innerWidth) + ' px beside the paper: ' + called(one)),
    ...cut.slice(0, 4).map((one) => 'cut off: ' + called(one)),
    ...(headings.length === 1 ? [] : [headings.length + ' first headings']),
  ]
})()`
