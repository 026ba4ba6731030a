// The pages without an account and the documents of the seeded region, as its people see them.
import type { DemoServer } from './demo-server.ts'
import type { PublicPage } from './public-pages.ts'

/** Which page a link leads to is seen on it. */
const titles: { readonly [name: string]: RegExp } = {
  answer: /Een nieuwe opdracht voor u/,
  attendance: /Wie was er\?/,
  'offer-check': /Klopt uw aanbod nog\?/,
}

export async function regionPagesOf(
  server: DemoServer,
  { caseId, as, runId, teacher }: { readonly [what: string]: string },
): Promise<PublicPage[]> {
  const { ask, address } = server
  const { personId, assignments } = (await ask(as!, 'GET', `/v1/cases/${caseId}`)).json
  const { details } = (await ask(as!, 'GET', `/v1/people/${personId}`)).json
  const { code } = (await ask(as!, 'POST', `/v1/cases/${caseId}/plan-codes`, { body: {} })).json
  const links = await Promise.all(
    server.mailedLinks().map(async (path) => ({ path, text: await (await fetch(`${address}${path}`)).text() })),
  )
  const linked = Object.entries(titles).flatMap(([name, title]) => {
    const link = links.find(({ text }) => title.test(text))
    return link === undefined ? [] : [{ name, path: link.path }]
  })
  const document = (name: string, path: string, who = as!): PublicPage => ({ name, path, as: who })
  const [assignment] = assignments
  return [
    { name: 'plan-door', path: `/p/${code}` },
    {
      name: 'plan-open',
      path: `/p/${code}`,
      acts: async (page) => {
        await page.fill('#year', String(details.birthDate).slice(0, 4))
        await page.click('button.main')
      },
    },
    ...linked,
    { name: 'link-unknown', path: `/l/${'x'.repeat(22)}` },
    document('document-plan', `/v1/cases/${caseId}/plan?format=html`),
    document('document-invitation', `/v1/cases/${caseId}/invitation?format=html`),
    document('document-letter', `/v1/cases/${caseId}/assignments/${assignment.assignmentId}/letter?format=html`),
    document('document-report', `/v1/cases/${caseId}/assignments/${assignment.assignmentId}/report?format=html`),
    document('document-attendance', `/v1/course-runs/${runId}/attendance-list`, teacher!),
  ]
}
