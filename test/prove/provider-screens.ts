// The screens of a provider with people at every step: what the seeded region may not have. (By keyboard: the journeys.)
import type { Page } from 'playwright-core'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { openBrowser, whyNoBrowser } from '../support/browser.ts'
import { meetingDays, someCourse } from '../support/course.ts'
import { must } from '../support/test-app.ts'
import { onSocket } from '../support/web-app.ts'
import { axeFaults, clippedText, smallTargets, tooWide, withoutTitle } from './measures.ts'

const role = 'socialProvider'
const widths = [1280, 320]

/** `database`: where an empty one may be made. */
export async function proveProviderScreens(database: string): Promise<boolean> {
  const why = await whyNoBrowser()
  if (why !== null) {
    console.log(`Screens of a provider: not looked at, ${why}`)
    return true
  }
  await migrate(database, migrations)
  const store = await openStore(database)
  const web = await onSocket(await someCourse(store))
  const browser = await openBrowser()
  try {
    const { page } = await browser.page()
    page.setDefaultTimeout(10_000)
    await web.signIn(page, role, '/inbox')
    const screens = await screensOf(web)
    const held: boolean[] = []
    for (const screen of screens)
      for (const width of widths) held.push(await looked(page, `${web.address}${screen.path}`, screen, width))
    held.push(await withoutConnection(web, page))
    return held.every(Boolean)
  } finally {
    await browser.close()
    await web.close()
    await store.close()
  }
}

type Web = Awaited<ReturnType<typeof someCourse>> & { readonly address: string }
type Screen = {
  readonly name: string
  readonly path: string
  /** What has to stand there. */
  readonly says: string
  /** Buttons that are pressed first. */
  readonly press?: readonly string[]
}

/** People at every step, and one who missed two in a row. */
async function screensOf(web: Web): Promise<Screen[]> {
  const people = [await web.accepted(), await web.accepted('Mw. Wilhelmina Schouten-Verhoeven van der Verzonnen-Achternaam')]
  const record = async (number: number, present: readonly number[], absent: readonly number[]) => {
    web.setClock(`${meetingDays[number - 1]}T15:00:00Z`)
    const ids = (some: readonly number[]) => some.map((index) => people[index]!.assignmentId)
    const body = { present: ids(present), absent: ids(absent) }
    must(await web.ask('POST', `/v1/course-runs/r1/meetings/${number}/_attendance`, { role, body }), 200)
  }
  await record(1, [0, 1], [])
  await record(2, [0], [1])
  await record(3, [0], [1])
  web.setClock(`${meetingDays[3]}T15:00:00Z`)
  const sent = await web.sent()
  const hard = await web.accepted()
  for (let calls = 0; calls < 3; calls++)
    await web.does(hard.caseId, `assignments/${hard.assignmentId}/_attempt`, { reached: false }, role)
  // Of the fourth meeting nobody filled in who was there.
  web.setClock('2026-02-25T15:00:00Z')
  return [
    { name: 'inbox', path: '/inbox', says: 'Neem aan' },
    { name: 'declining, with faults', path: '/inbox', says: 'Kies een reden', press: ['Kan niet', 'Wijs de opdracht af'] },
    { name: 'inbox, nothing', path: '/inbox?tab=waiting', says: 'Niemand staat op de wachtlijst' },
    { name: 'assignment, new', path: `/inbox/${sent.assignmentId}`, says: 'Vraagt u dit' },
    {
      name: 'assignment, not reached',
      path: `/inbox/${hard.assignmentId}`,
      says: 'Geef terug: niet te bereiken',
      press: ['Plan de start'],
    },
    {
      name: 'assignment, ending',
      path: `/inbox/${people[0]!.assignmentId}`,
      says: 'Rond af en koppel terug',
      press: ['Rond af'],
    },
    {
      name: 'assignment, a red flag without a choice',
      path: `/inbox/${people[0]!.assignmentId}`,
      says: 'Kies wat u zag',
      press: ['Rode vlag', 'Meld de rode vlag'],
    },
    { name: 'assignment, a fall', path: `/inbox/${people[0]!.assignmentId}`, says: 'Leg vast', press: ['Nieuwe val'] },
    { name: 'assignment, not there', path: '/inbox/nothing', says: 'Dit is er niet' },
    { name: 'groups, lessons not filled in', path: '/groups', says: 'nog niet ingevuld' },
    { name: 'group', path: '/groups/r1', says: 'Twee keer op rij gemist', press: ['Iedereen aanwezig'] },
    { name: 'group, not there', path: '/groups/nothing', says: 'Dit is er niet' },
  ]
}

async function looked(page: Page, address: string, { name, says, press = [] }: Screen, width: number): Promise<boolean> {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(address)
  for (const button of press)
    await page
      .getByRole('button', { name: new RegExp(`^${button}`) })
      .first()
      .click()
  await page.getByText(says).first().waitFor()
  await page.waitForLoadState('networkidle')
  const faults = [
    ...(await axeFaults(page)),
    ...(await tooWide(page)),
    ...(await withoutTitle(page)),
    ...(await smallTargets(page)),
    ...(await clippedText(page)),
  ]
  for (const fault of faults) console.log(`      ${fault}`)
  return said(faults.length === 0, `${name} at ${width}`)
}

/** What did not arrive is said, and sent again with the same key. */
async function withoutConnection(web: Web, page: Page): Promise<boolean> {
  const one = await web.sent()
  await page.goto(`${web.address}/inbox`)
  const row = page.locator(`[data-id="${one.assignmentId}"]`)
  await row.waitFor()
  await page.route('**/_accept', (route) => route.abort())
  await row.getByRole('button', { name: 'Neem aan' }).click()
  await page.getByText('Geen verbinding met de server').waitFor()
  const nothing = (await web.stateOf(one)) === 'sent'
  await page.unroute('**/_accept')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await row.waitFor({ state: 'detached' })
  return said(nothing && (await web.stateOf(one)) === 'accepted', 'no connection: said at the row, and sent again when asked')
}

function said(held: boolean, what: string): boolean {
  console.log(`  ${held ? '✓' : '✗'} a provider's screens, ${what}`)
  return held
}
