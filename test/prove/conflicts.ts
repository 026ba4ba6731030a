// Two people at once on the real server: whoever was second sees both values, or what the first did, and nothing is overwritten unseen.
import type { Page } from 'playwright-core'
import type { OpenBrowser } from '../support/browser.ts'
import { nurse, readyForAnalysis } from '../support/consult.ts'
import type { DemoServer } from '../support/demo-server.ts'
import type { Screen } from '../support/screens.ts'
import { axeFaults } from './measures.ts'

type Given = { readonly server: DemoServer; readonly page: Page; readonly screens: readonly Screen[] }
/** What both did; gives the words that have to stand there together. */
type Conflict = { readonly name: string; readonly happens: (given: Given) => Promise<readonly RegExp[]> }

const opened = async ({ server, page }: Given, as: string, path: string): Promise<void> => {
  await server.signIn(page, as)
  await page.goto(`${server.address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(700)
}

/** The other one, who is first. */
async function renamed(server: DemoServer, offerId: string, name: string): Promise<void> {
  const coordinator = 'coordinator-amstelland'
  const { version, offer } = (await server.ask(coordinator, 'GET', `/v1/offers/${offerId}`)).json
  await server.ask(coordinator, 'PUT', `/v1/offers/${offerId}`, {
    body: { ...offer, name },
    headers: { 'if-match': `"${offerId}.${version}"` },
  })
}

const conflicts: readonly Conflict[] = [
  {
    name: 'an offer',
    happens: async (given) => {
      const screen = given.screens.find(({ name }) => name === 'supply-edit')!
      await opened(given, screen.as, screen.path)
      await renamed(given.server, screen.path.split('/')[2]!, 'Naam van de ander (verzonnen)')
      await given.page.locator('main form input').first().fill('Naam van mij (verzonnen)')
      await given.page.locator('main form button[type=submit]').first().click()
      return [/Naam van de ander/, /Naam van mij/]
    },
  },
  {
    name: 'a cell of the supply',
    happens: async (given) => {
      const { page, server } = given
      await opened(given, 'coordinator-amstelland', '/supply')
      await page.focus('[data-place="0-0"]')
      const path = await page.locator('[data-place="0-0"] a').first().getAttribute('href')
      await page.keyboard.press('Enter')
      await renamed(server, path!.split('/')[2]!, 'Cel van de ander (verzonnen)')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('Cel van mij (verzonnen)')
      await page.keyboard.press('Enter')
      return [/Cel van de ander/, /Cel van mij/]
    },
  },
  {
    name: 'an answer of the analysis',
    happens: async (given) => {
      const { page, server } = given
      const caseId = await readyForAnalysis(server)
      await opened(given, nurse, `/cases/${caseId}/analysis`)
      const body = { operationId: `theirs-${caseId}`, revision: 0, answer: { is: 'given', value: 'yes', source: 'person' } }
      await server.ask('gp-luchtkasteel', 'PUT', `/v1/cases/${caseId}/analyses/answers/hearing.problem`, { body })
      await page.focus('[data-item="hearing.problem"] [data-first]')
      await page.keyboard.press('1')
      return [/Karel Kasteel/, /Uw antwoord: Nee/]
    },
  },
  {
    name: 'an assignment that a colleague answered',
    happens: async (given) => {
      const { page, server, screens } = given
      const { as } = screens.find(({ name }) => name === 'inbox')!
      await opened(given, as, '/inbox')
      const row = page
        .locator('.task')
        .filter({ has: page.getByRole('button', { name: /^Neem aan/ }) })
        .first()
      const assignmentId = await row.getAttribute('data-id')
      const { json } = await server.ask(as, 'GET', `/v1/inbox/${assignmentId}`)
      const { href, ifMatch } = json.allowed.find(({ command }: { command: string }) => command === 'putOnWaitingList').how
      await server.ask(as, 'POST', href, { body: {}, headers: { 'if-match': ifMatch } })
      await row.getByRole('button', { name: /^Neem aan/ }).click()
      return [/was u voor|eerder/, /wachtlijst/i]
    },
  },
]

export async function proveConflicts(server: DemoServer, browser: OpenBrowser, screens: readonly Screen[]): Promise<boolean> {
  let held = true
  for (const { name, happens } of conflicts) {
    const { page, context } = await browser.page()
    page.setDefaultTimeout(8_000)
    const faults: string[] = []
    try {
      const wanted = await happens({ server, page, screens })
      const told = page
        .locator('main [role=alert], main .note.warn, main [role=status] .note')
        .filter({ hasText: wanted[0]! })
        .first()
      await told.waitFor()
      await page.waitForTimeout(300)
      const said = await told.innerText()
      faults.push(...wanted.filter((words) => !words.test(said)).map((words) => `${words} is not said: ${said.slice(0, 200)}`))
      faults.push(...(await axeFaults(page)))
    } catch (error) {
      faults.push(`could not be tried: ${String(error).slice(0, 300)}`)
    }
    await context.close()
    held &&= faults.length === 0
    console.log(`  ${faults.length === 0 ? '✓' : '✗'} two people at once: ${name}`)
    for (const fault of faults) console.log(`      ${fault}`)
  }
  return held
}
