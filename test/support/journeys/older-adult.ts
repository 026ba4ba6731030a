// An older adult at home opens the plan and says that a day does not suit; a teacher without an account answers by a link.
import assert from 'node:assert/strict'
import { someCourse } from '../course.ts'
import { onSocket } from '../web-app.ts'
import type { Hands } from './hands.ts'
import type { Journey } from './journey.ts'

const name = 'Mw. Thuiswezel Verzonnen'

export const olderAdultJourney: Journey = {
  role: 'older adult',
  prepare: async (store) => {
    const web = await onSocket(await someCourse(store))
    const one = await web.accepted(name)
    await web.does(one.caseId, `assignments/${one.assignmentId}/_plan`, { startsOn: '2026-02-02' }, 'socialProvider')
    const { code } = (await web.ask('POST', `/v1/cases/${one.caseId}/plan-codes`, { body: {} })).json
    const asked = await web.sent('Mw. Linkwezel Verzonnen')
    const link = `${web.address}/l/${await web.token('answer', asked.assignmentId)}`
    return {
      origin: web.address,
      personal: ['Thuiswezel', 'Linkwezel', '1945', '020 123 4567', '0201234567'],
      // A wrong year and a form that is not complete are answered with 400.
      refused: /status of 400/,
      close: () => web.close(),
      enter: async (page) => void (await page.goto(`${web.address}/p/${code}`)),
      walk: async (hands) => {
        await atHome(hands)
        await hands.page.goto(link)
        await byLink(hands)
        assert.equal(await web.stateOf(asked), 'declined')
      },
    }
  },
}

async function atHome({ page, fill, press }: Hands): Promise<void> {
  const year = page.getByLabel('Uw geboortejaar')
  await fill(year, '12')
  await press(page.getByRole('button', { name: 'Open mijn plan' }))
  await page.getByRole('alert').getByRole('link').waitFor()
  assert.match(await page.title(), /^Fout: /)
  await press(page.getByRole('alert').getByRole('link'))
  await fill(year, '1945')
  await press(page.getByRole('button', { name: 'Open mijn plan' }))
  await page.getByRole('heading', { level: 1, name: 'Mijn plan om stevig te staan' }).waitFor()
  await press(page.getByRole('button', { name: /^Ik kan niet komen/ }))
  await page.getByRole('heading', { level: 1, name: 'Wij geven het door' }).waitFor()
  await press(page.getByRole('button', { name: 'Terug naar mijn plan' }))
  await page.getByRole('heading', { level: 1, name: 'Mijn plan om stevig te staan' }).waitFor()
}

async function byLink({ page, press, fill }: Hands): Promise<void> {
  await press(page.getByRole('button', { name: 'Geef door dat het niet kan' }))
  await page.getByRole('alert').getByRole('link').waitFor()
  await press(page.getByRole('alert').getByRole('link'))
  await press(page.getByRole('radio', { name: /met toelichting/ }).first())
  await fill(page.getByLabel(/^Toelichting/), 'De zaal is dicht tot de zomer')
  await press(page.getByRole('button', { name: 'Geef door dat het niet kan' }))
  await page.getByRole('heading', { name: 'Wat gebeurt er nu' }).waitFor()
}
