// A coordinator at the spreadsheet: an ageing offer found, changed and confirmed, an absence with a colleague, the coverage, a small list taken over.
import assert from 'node:assert/strict'
import { bytesOf } from '../../../src/engine/bytes.ts'
import type { Store } from '../../../src/store/store.ts'
import { dutchList } from '../send-list.ts'
import { someSupply } from '../some-supply.ts'
import { must } from '../test-app.ts'
import { webApp } from '../web-app.ts'
import type { Hands } from './hands.ts'
import type { Journey } from './journey.ts'

const coordinator = { role: 'coordinator' } as const
type Web = Awaited<ReturnType<typeof region>>

/** Two offers of a club, one of which nobody looked at for long. */
export async function region(store: Store) {
  const web = await webApp(store)
  const supply = someSupply(store)
  for (const name of ['pip', 'dop'])
    await supply.account(name, 'club', { details: bytesOf({ name: `${name} (verzonnen)`, phone: '020 000 0001' }) })
  const people = { contact_id: 'pip', deputy_id: 'dop', owner_id: 'pip' }
  const checked = { last_checked_on: '2025-03-01', next_check_on: '2025-09-01' }
  await supply.offer('old', {
    ...people,
    ...checked,
    details: { name: 'Oude groep (verzonnen)', cost: { cents: 3500, per: 'course' } },
  })
  await supply.offer('fresh', { ...people, details: { name: 'Verse groep (verzonnen)' } })
  await supply.run('run', 'fresh', 10)
  return {
    ...web,
    offer: async (id: string) => must(await web.ask('GET', `/v1/offers/${id}`, coordinator), 200).json,
    offersNamed: async (q: string): Promise<string[]> => {
      const { items } = must(await web.ask('GET', `/v1/offers?q=${q}`, coordinator), 200).json
      return items.map((one: { offer: { name: string } }) => one.offer.name).sort()
    },
  }
}

export const coordinatorJourney: Journey = {
  role: 'coordinator',
  prepare: async (store) => {
    const web = await region(store)
    return {
      origin: web.address,
      // No older adult is in it: nothing that would be personal.
      personal: [],
      refused: /status of 400/,
      close: () => web.close(),
      enter: async (page) => {
        await web.signIn(page, 'coordinator', '/supply')
        await page.getByRole('heading', { level: 1 }).waitFor()
      },
      walk: async (hands) => {
        await mend(hands, web)
        await toPage(hands, 'Wie is wie')
        await absence(hands)
        await toPage(hands, 'Dekking')
        await coverage(hands)
        await takeOver(hands, web)
      },
    }
  },
}

/** In a narrow window the navigation is behind a button. */
async function toPage({ page, press }: Hands, place: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: place, exact: true })
  if (!(await link.isVisible())) await press(page.getByRole('button', { name: 'Menu' }))
  await press(link)
}

export async function mend({ page, press, goTo, keys, type }: Hands, web: Web): Promise<void> {
  await press(page.getByRole('link', { name: /Niet gecontroleerd > 6 maanden/ }))
  await page.waitForURL(/list=unchecked/)
  await page.getByText('1 van 2 rijen').first().waitFor()
  await goTo(page.locator('[data-place="0-6"]'))
  await keys('Enter')
  await type('48,5O')
  await keys('Enter')
  await page.getByText('“48,5O” is geen bedrag').first().waitFor()
  await keys('ControlOrMeta+a')
  await type('48,50')
  await keys('Enter')
  await page.locator('[data-place="0-6"]', { hasText: '48,50' }).waitFor()
  const changed = await web.offer('old')
  // A change of one cell is no check of the rest.
  assert.deepEqual([changed.offer.cost.cents, changed.check.lastCheckedOn], [4850, '2025-03-01'])
  await keys('ControlOrMeta+z')
  await page.locator('[data-place="0-6"]', { hasText: '35,00' }).waitFor()
  await keys('c')
  await page.getByText('Alles is op tijd gecontroleerd.').first().waitFor()
  assert.equal((await web.offer('old')).check.freshness, 'fresh')
}

/** Refused at its field when the days cannot be, and taken with a colleague who stands in. */
export async function absence(hands: Hands): Promise<void> {
  const { page, press, fill } = hands
  await press(page.getByRole('button', { name: /^Meld afwezigheid: pip/ }))
  const send = page.getByRole('button', { name: 'Meld afwezigheid', exact: true })
  await press(send)
  await page.getByRole('alert').getByText('Kies wie er waarneemt').waitFor()
  await fill(page.getByLabel('Eerste dag'), '1-3-2027')
  await fill(page.getByLabel('Laatste dag'), '1-2-2027')
  const replacement = page.getByLabel('Wie neemt waar')
  await choose(hands, replacement)
  await fill(page.getByLabel('Korte overdracht'), 'Er loopt één groep; de lijst hangt in de zaal.')
  await press(send)
  await page.getByText('De laatste dag ligt voor de eerste').first().waitFor()
  await fill(page.getByLabel('Laatste dag'), '15-3-2027')
  await press(send)
  await page.getByText('dop (verzonnen) neemt waar voor pip (verzonnen)').first().waitFor()
  await page.getByText('Afwezig van 1-3-2027 tot en met 15-3-2027').first().waitFor()
}

/** A list that drops down, or a field in which one types and chooses. */
async function choose({ page, fill, pick, keys }: Hands, field: ReturnType<Hands['page']['getByLabel']>): Promise<void> {
  await field.first().waitFor()
  const isList = await field.first().evaluate((element) => element.matches('select'))
  if (isList) {
    const label = await field.locator('option', { hasText: 'dop' }).first().textContent()
    return pick(field.first(), String(label))
  }
  await fill(field.first(), 'dop')
  await page.getByRole('option', { name: /dop/ }).first().waitFor()
  await keys('ArrowDown', 'Enter')
}

export async function coverage({ page, press }: Hands): Promise<void> {
  const row = page.getByRole('row', { name: /^In Balans norm/ })
  await row.waitFor()
  await press(row.locator('.good').getByRole('link').first())
  await page.waitForURL(/\/supply\?code=inBalans/)
  await page.getByText('groep (verzonnen)').first().waitFor()
}

/** Three rows of which one has a fault: two are taken. */
export async function takeOver({ page, press, upload }: Hands, web: Web): Promise<void> {
  await press(page.getByRole('link', { name: 'Importeer een lijst' }))
  const rows = [{ 'Naam aanbod': 'Lijst 1' }, { 'Naam aanbod': 'Lijst 2', Prijs: '1.250' }, { 'Naam aanbod': 'Lijst 3' }]
  const file = { name: 'aanbod.csv', mimeType: 'text/csv', buffer: Buffer.from(dutchList(rows)) }
  const look = page.getByRole('main').locator('button[type=submit]')
  await press(look)
  await page.getByRole('alert').waitFor()
  await upload(page.locator('input[type=file]'), file)
  await press(look)
  await page.getByText('2 rijen overnemen, 1 overslaan').first().waitFor()
  await page.getByText('"1.250" kan duizend zijn').first().waitFor()
  await press(page.getByRole('button', { name: 'Neem 2 rijen over, sla 1 over' }))
  await page.getByText('2 rijen overgenomen, 1 overgeslagen').first().waitFor()
  assert.deepEqual(await web.offersNamed('Lijst'), ['Lijst 1', 'Lijst 3'])
}
