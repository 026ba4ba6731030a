// Every page without an account and every document as a page, each with an address that has something to show.
import type { Page } from 'playwright-core'
import type { someCourse } from './course.ts'
import { must } from './test-app.ts'

export type PublicPage = {
  readonly name: string
  readonly path: string
  /** What is done on it first. */
  readonly acts?: (page: Page) => Promise<void>
  /** A form that was sent without what it needs. */
  readonly faulty?: true
  /** For whom the server makes it: a document of a case is not for everybody. */
  readonly as?: string
  readonly stops?: number
}

type Web = Awaited<ReturnType<typeof someCourse>> & { readonly address: string }

export async function publicPagesOf(web: Web): Promise<PublicPage[]> {
  const nurse = 'some-practiceNurse'
  const long = await web.accepted('Mw. Vanderbuitengewoonlangeachternaamdienietafgebrokenwordt')
  await web.does(long.caseId, `assignments/${long.assignmentId}/_plan`, { startsOn: '2026-02-02' }, 'socialProvider')
  const { code } = must(await web.ask('POST', `/v1/cases/${long.caseId}/plan-codes`, { body: {} }), 201).json
  const link = async (name: string, token: string, more: Partial<PublicPage> = {}): Promise<PublicPage> => ({
    name,
    path: `/l/${token}`,
    ...more,
  })
  const answer = async () => web.token('answer', (await web.sent()).assignmentId)
  const used = await answer()
  await web.act(used, { act: 'accept' })
  const expired = await web.link('attendance', 'm2', { expires_at: '2025-12-01T17:00:00Z' })
  const open = async (page: Page, year: string) => {
    await page.fill('#year', year)
    await page.click('button.main')
  }
  const born = (page: Page) => open(page, '1945')
  const document = (name: string, path: string): PublicPage => ({ name, path: `${path}?format=html`, as: nurse, stops: 0 })
  return [
    { name: 'plan-door', path: `/p/${code}` },
    { name: 'plan-wrong', path: `/p/${code}`, faulty: true, acts: (page) => open(page, '12') },
    { name: 'plan-open', path: `/p/${code}`, acts: born },
    {
      name: 'plan-cannot-come',
      path: `/p/${code}`,
      acts: async (page) => {
        await born(page)
        // Who said so once is not asked again.
        const button = page.locator('button[value=cannotCome]')
        if ((await button.count()) > 0) await button.first().click()
      },
    },
    { name: 'plan-unknown', path: '/p/XXXX-XXXX', stops: 0 },
    await link('answer', await answer()),
    await link('answer-faulty', await answer(), { faulty: true, acts: (page) => page.click('button[value=decline]') }),
    await link('attendance', await web.link('attendance', 'm1')),
    await link('offer-check', await web.link('offerCheck', 'o1')),
    await link('offer-check-faulty', await web.link('offerCheck', 'o1'), {
      faulty: true,
      acts: (page) => page.click('button[value=askChange]'),
    }),
    await link('link-used', used, { stops: 0 }),
    await link('link-expired', expired, { stops: 0 }),
    await link('link-unknown', 'x'.repeat(22), { stops: 0 }),
    document('document-plan', `/v1/cases/${long.caseId}/plan`),
    document('document-invitation', `/v1/cases/${long.caseId}/invitation`),
    document('document-letter', `/v1/cases/${long.caseId}/assignments/${long.assignmentId}/letter`),
    document('document-report', `/v1/cases/${long.caseId}/assignments/${long.assignmentId}/report`),
    { name: 'document-attendance', path: '/v1/course-runs/r1/attendance-list?format=html', as: 'some-socialProvider', stops: 0 },
  ]
}
