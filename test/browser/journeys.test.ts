// The journey of each role in a real browser, from beginning to end; the same steps are taken by keyboard alone and in other ways by `npm run prove`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/browser.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { coordinatorJourney } from '../support/journeys/coordinator.ts'
import { pointingHands } from '../support/journeys/hands.ts'
import { nurseJourney } from '../support/journeys/nurse.ts'
import { olderAdultJourney } from '../support/journeys/older-adult.ts'
import { providerJourney } from '../support/journeys/provider.ts'
import { witnessOf } from '../support/journeys/witness.ts'

const noBrowser = await whyNoBrowser()
const telephone = { viewport: { width: 360, height: 740 } }
const journeys = [
  { journey: nurseJourney, context: {} },
  { journey: providerJourney, context: telephone },
  { journey: coordinatorJourney, context: {} },
  { journey: olderAdultJourney, context: telephone },
]

describe.skipIf(noBrowser !== null)(`in a browser (${noBrowser ?? 'Chromium'})`, () => {
  let browser: OpenBrowser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test.each(journeys.map((one) => [one.journey.role, one] as const))(
    'the journey of the %s',
    async (_, { journey, context }) => {
      const prepared = await journey.prepare(await sqliteDatabase.open())
      const opened = await browser.page(context)
      opened.page.setDefaultTimeout(15_000)
      const witness = await witnessOf(opened.context, opened.page, prepared.origin, true)
      witness.guard(...prepared.personal)
      if (prepared.refused !== undefined) witness.expect(prepared.refused)
      try {
        await prepared.enter(opened.page)
        await prepared.walk(pointingHands(opened.page))
        expect(witness.faults()).toEqual([])
      } finally {
        await opened.context.close()
        await prepared.close()
      }
    },
    40_000,
  )
})
