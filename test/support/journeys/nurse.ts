// A nurse with somebody opposite her: finds the person, takes the test, does the analysis, chooses together, sends, and gives the plan along.
import assert from 'node:assert/strict'
import { until } from '../browser.ts'
import { chooseThree, consult, nurse, playAnalysis, sendAll } from '../consult.ts'
import { demoServer } from '../demo-server.ts'
import { consultHands, type Hands } from './hands.ts'
import type { Journey } from './journey.ts'

const person = {
  ...consult.person,
  name: 'Mevrouw Q. Vindmijdan (verzonnen)',
  birthDate: '1942-02-08',
  street: 'Verzonnenlaan 12',
  postcode: '1421 ZX',
  phone: '020 000 4321',
}

export const nurseJourney: Journey = {
  role: 'nurse',
  prepare: async () => {
    const server = await demoServer()
    await server.ask(nurse, 'POST', '/v1/people', { body: person })
    return {
      origin: server.address,
      personal: ['Vindmijdan', '1942-02-08', '8-2-1942', '1421 ZX', '1421ZX', '020 000 4321', '0200004321', 'Verzonnenlaan'],
      close: server.stop,
      enter: async (page) => {
        await server.signIn(page, nurse)
        await page.goto(`${server.address}/work`)
        await page.getByRole('heading', { level: 1 }).waitFor()
      },
      walk: async (hands) => {
        await find(hands)
        const caseId = await screen(hands)
        await analyse(hands, caseId)
        await send(hands)
        const file = (await server.ask(nurse, 'GET', `/v1/cases/${caseId}`)).json
        const sent = file.assignments.filter(({ state }: { state: { code: string } }) => state.code === 'sent')
        assert.equal(sent.length, 3, 'three assignments were sent')
        await plan(hands)
      },
    }
  },
}

async function find({ page, keys, type, press }: Hands): Promise<void> {
  await keys('/')
  await page.locator('input:focus').waitFor()
  await type('Vindmijdan')
  const row = page.getByRole('listitem').filter({ hasText: 'Vindmijdan' })
  await press(row.getByRole('button').or(row.getByRole('link')).first())
  await page.waitForURL('**/screening')
}

/** The answers that the fixture carries over. */
async function screen({ page, fill, press }: Hands): Promise<string> {
  const { screening } = consult
  await fill(page.getByLabel(/afgelopen jaar gevallen/), String(screening['falls12m']))
  const asked = [
    [/bezorgd om te vallen/, 'concern'],
    [/moeite met bewegen/, 'mobilityDifficulty'],
    [/letsel/, 'injury'],
    [/zelf op te staan/, 'couldNotGetUp'],
    [/buiten bewustzijn/, 'lossOfConsciousness'],
    [/kwetsbaar/, 'frail'],
  ] as const
  for (const [question, fact] of asked) {
    const group = page.getByRole('radiogroup', { name: question })
    await press(group.getByRole('radio', { name: screening[fact] === 'yes' ? /^Ja/ : /^Nee/ }))
  }
  await fill(page.getByLabel(/4 meter/), String(screening['walk4m']).replace('.', ','))
  await page.getByText('Hoog valrisico').first().waitFor()
  const caseId = new URL(page.url()).pathname.split('/')[2]!
  await press(page.getByRole('button', { name: /Leg de uitslag vast/ }))
  return caseId
}

async function analyse(hands: Hands, caseId: string): Promise<void> {
  const { page, press } = hands
  // From the result to the analysis: one step, or by way of the page of the case.
  const on = page
    .getByRole('main')
    .locator('a, button')
    .filter({ hasText: /(?:start|naar).*valanalyse|valanalyse beginnen/i })
  for (let step = 0; step < 4 && !page.url().endsWith('/analysis'); step++) {
    const all = page.url()
    await press(on.last())
    await page.waitForURL((url) => url.href !== all || step > 0, { timeout: 3_000 }).catch(() => undefined)
  }
  await page.waitForURL(`**/cases/${caseId}/analysis`)
  await page.locator('[data-item] input:focus').waitFor()
  await playAnalysis(page, consultHands(hands))
  await until(page, `/^Bewaard/.test(document.querySelector('.saved').textContent)`)
  await hands.keys('Alt+s')
  await page.waitForURL('**/proposal')
}

async function send(hands: Hands): Promise<void> {
  const { page } = hands
  await chooseThree(page, consultHands(hands))
  await sendAll(page, consultHands(hands))
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The browser's own window for printing is the end: what is pressed there is not ours. */
async function plan({ page, press }: Hands): Promise<void> {
  await page.evaluate('globalThis.print = () => { globalThis.printed = true }')
  await press(page.locator('main .main-action').first())
  await page.waitForURL('**/plan')
  await page.getByRole('heading', { name: /Mijn plan/ }).waitFor()
  await press(page.locator('main .main-action').first())
  assert.equal(await page.evaluate<boolean>('globalThis.printed === true'), true, 'the plan goes to the printer')
}
