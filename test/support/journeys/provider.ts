// A provider on a telephone: takes an assignment, phones, plans the start, fills in a group, and tells back how it went.
import assert from 'node:assert/strict'
import { type Course, someCourse } from '../course.ts'
import { onSocket } from '../web-app.ts'
import type { Hands } from './hands.ts'
import type { Journey } from './journey.ts'

const role = 'socialProvider'
const [name, other] = ['Mw. Damwezel Verzonnen', 'Mw. Eikwezel Verzonnen']
type Web = Course & { readonly address: string }
type Sent = { readonly caseId: string; readonly assignmentId: string }

export const providerJourney: Journey = {
  role: 'provider',
  prepare: async (store) => {
    const web = await onSocket(await someCourse(store))
    const one = await web.sent(name)
    const two = await web.accepted(other)
    return {
      origin: web.address,
      personal: ['Damwezel', 'Eikwezel', '1945-06-01', '020 123 4567', '0201234567'],
      close: () => web.close(),
      enter: async (page) => {
        await web.signIn(page, role, '/inbox')
        await page.getByRole('heading', { level: 1 }).waitFor()
      },
      walk: async (hands) => {
        await accept(hands, web, one)
        await phone(hands, web, one)
        await start(hands, web, one)
        await attend(hands, web, [one, two])
        await tellBack(hands, web, one)
      },
    }
  },
}

async function accept({ page, press }: Hands, web: Web, one: Sent): Promise<void> {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Neem aan/ }) })
  assert.ok(!(await page.getByRole('main').innerText()).includes('Damwezel'), 'no name before it is accepted')
  await press(row.getByRole('button', { name: /^Neem aan/ }).first())
  await row.first().waitFor({ state: 'detached' })
  assert.equal(await web.stateOf(one), 'accepted')
}

async function phone({ page, press }: Hands, web: Web, one: Sent): Promise<void> {
  await press(page.getByRole('navigation').getByRole('link', { name: /^Aangenomen/ }))
  await press(page.getByRole('link', { name, exact: true }))
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await press(page.getByRole('button', { name: 'Niet bereikt' }).first())
  await page.getByText('niet bereikt').first().waitFor()
  await press(page.getByRole('button', { name: 'Bereikt', exact: true }).first())
  await page.getByText('2 keer gebeld').first().waitFor()
  const { attempts } = (await web.ask('GET', `/v1/inbox/${one.assignmentId}`, { role })).json
  assert.deepEqual([attempts.total, attempts.notReachedInARow], [2, 0])
}

async function start({ page, press, fill, keys }: Hands, web: Web, one: Sent): Promise<void> {
  await press(page.getByRole('button', { name: 'Plan de start' }).first())
  await fill(page.getByLabel('Eerste bijeenkomst op'), '2-2-2026')
  await keys('Enter')
  await page.getByRole('button', { name: 'Leg de eerste bijeenkomst vast' }).waitFor()
  assert.equal((await web.ask('GET', `/v1/inbox/${one.assignmentId}`, { role })).json.startsOn, '2026-02-02')
  web.setClock('2026-02-02T15:00:00Z')
}

async function attend(hands: Hands, web: Web, [one, two]: readonly [Sent, Sent]): Promise<void> {
  const { page, press, goTo, keys } = hands
  await toPage(hands, 'Groepen')
  await press(page.getByRole('link', { name: /In Balans/ }).first())
  await press(page.getByRole('button', { name: 'Iedereen aanwezig' }).first())
  const cell = page.getByRole('gridcell', { name: new RegExp(`${other}.*bijeenkomst 1,`) })
  await goTo(cell)
  const absent = async (): Promise<boolean> => ((await cell.getAttribute('aria-label')) ?? '').endsWith('was er niet')
  // To click on a cell is to change it; to come there with the keyboard is not.
  if (!(await absent())) await keys(' ')
  assert.ok(await absent(), 'one was not there')
  await press(page.getByRole('button', { name: 'Leg bijeenkomst 1 vast' }))
  await page
    .getByText(/Nog niet begonnen, dus niets vastgelegd/)
    .first()
    .waitFor()
  assert.deepEqual([await web.stateOf(one), await web.stateOf(two)], ['started', 'accepted'])
}

/** In a narrow window the navigation is behind a button. */
async function toPage({ page, press }: Hands, place: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: place, exact: true })
  if (!(await link.isVisible())) await press(page.getByRole('button', { name: 'Menu' }))
  await press(link)
}

async function tellBack(hands: Hands, web: Web, one: Sent): Promise<void> {
  const { page, press, goTo, keys, type } = hands
  await toPage(hands, 'Opdrachten')
  await press(
    page
      .getByRole('navigation')
      .getByRole('link', { name: /^(?:Loopt|Gestart|Bezig)/ })
      .first(),
  )
  await press(page.getByRole('link', { name, exact: true }))
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await press(page.getByRole('button', { name: 'Rond af' }).first())
  const report = page.getByLabel(/Terugkoppeling aan/)
  assert.match(await report.inputValue(), /Aanwezig bij 1 van 12 bijeenkomsten/)
  await goTo(report)
  await keys('Control+End')
  await type(' Loopt weer alleen.')
  await press(page.getByRole('button', { name: 'Rond af en koppel terug' }))
  await page.getByText('De terugkoppeling is verstuurd').first().waitFor()
  assert.equal(await web.stateOf(one), 'reported')
}
