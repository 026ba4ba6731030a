// Every form sent empty: focus goes to what is missing, the tab says fault, and each sentence leads to its field. Typing afterwards keeps focus.
import type { Page } from 'playwright-core'
import type { OpenBrowser } from '../support/browser.ts'
import type { DemoServer } from '../support/demo-server.ts'
import type { Screen } from '../support/screens.ts'

type Form = {
  readonly name: string
  /** The name of the screen that it stands on. */
  readonly on: string
  readonly opened?: (page: Page) => Promise<unknown>
  /** What sends it. */
  readonly sent: (page: Page) => Promise<unknown>
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()
const submit = (page: Page) => page.locator('main form button[type=submit]').first().click()

const forms: readonly Form[] = [
  { name: 'new person', on: 'new-person', sent: submit },
  { name: 'new offer', on: 'supply-new', sent: submit },
  {
    name: 'an offer without a name',
    on: 'supply-edit',
    opened: (page) => page.locator('main form input').first().fill(''),
    sent: submit,
  },
  { name: 'import', on: 'supply-import', sent: submit },
  { name: 'absence', on: 'who', opened: (page) => button(page, /^Meld afwezigheid: /).click(), sent: submit },
  { name: 'leaving', on: 'who', opened: (page) => button(page, /^Meld vertrek: /).click(), sent: submit },
  {
    name: 'declining an assignment',
    on: 'inbox',
    opened: (page) => button(page, /^Kan niet/).click(),
    sent: (page) => button(page, /^Wijs de opdracht af/).click(),
  },
  {
    name: 'the proposal',
    on: 'proposal',
    opened: (page) => page.locator('#check').waitFor(),
    sent: (page) => page.locator('#check').click(),
  },
]

export async function proveForms(server: DemoServer, browser: OpenBrowser, screens: readonly Screen[]): Promise<boolean> {
  let held = true
  for (const form of forms) {
    const screen = screens.find(({ name }) => name === form.on)!
    if (!(process.env['PROVE_SCREEN'] ?? screen.name).split(',').includes(screen.name)) continue
    const { page, context } = await browser.page()
    page.setDefaultTimeout(8_000)
    const faults = await tried(server, page, screen, form).catch((error: unknown) => [
      `could not be tried: ${String(error).slice(0, 300)}`,
    ])
    await context.close()
    held &&= faults.length === 0
    console.log(`  ${faults.length === 0 ? '✓' : '✗'} form sent empty: ${form.name}`)
    for (const fault of faults) console.log(`      ${fault}`)
  }
  return held
}

async function tried(server: DemoServer, page: Page, screen: Screen, { opened, sent }: Form): Promise<string[]> {
  await server.signIn(page, screen.as)
  await page.goto(`${server.address}${screen.path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  await opened?.(page)
  await sent(page)
  const summary = page.locator('.summary[role=alert]').first()
  await summary.waitFor()
  await page.waitForTimeout(100)
  const has = () => summary.evaluate((element) => element === element.ownerDocument.activeElement)
  const faults = (await has()) ? [] : ['the summary has no focus']
  if (!/^Fout: /.test(await page.title())) faults.push(`the tab says "${await page.title()}"`)
  const sentences = await summary.getByRole('listitem').count()
  const links = summary.getByRole('link')
  if (sentences === 0 || (await links.count()) !== sentences)
    faults.push(`${await links.count()} of ${sentences} sentences lead to a field`)
  for (let index = 0; index < (await links.count()); index++) {
    const words = await links.nth(index).innerText()
    await links.nth(index).click()
    const at = await page.evaluate<string>(
      'document.activeElement.matches("input, select, textarea, button, [tabindex]") ? "" : document.activeElement.tagName',
    )
    if (at !== '' || (await has())) faults.push(`"${words}" leads to no field`)
  }
  return [...faults, ...(await losesFocus(page))]
}

/** Who mends a field types on in it, whatever the summary does meanwhile. */
async function losesFocus(page: Page): Promise<string[]> {
  const field = page.locator('main form input.input:not([type=file]):visible').first()
  if ((await field.count()) === 0) return []
  await field.click()
  await page.keyboard.type('1-2-2030', { delay: 15 })
  return (await field.inputValue()).includes('1-2-2030') ? [] : [`typing in a field ended in "${await field.inputValue()}"`]
}
