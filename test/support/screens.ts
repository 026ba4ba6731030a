// Every screen that stands, each with an address that has something to show and somebody who may see it.
import type { Page } from 'playwright-core'
import type { DemoServer } from './demo-server.ts'
import { dutchList } from './send-list.ts'

export type Screen = {
  readonly name: string
  readonly path: string
  readonly as: string
  /** Reads of this screen alone, for showing how it fails. */
  readonly reads?: string
  /** What is done on it before it shows what is meant. */
  readonly shows?: (page: Page) => Promise<void>
}

const nurses = ['luchtkasteel', 'droomoever', 'maneschijn', 'nevelhof', 'sterrenwaard', 'wolkenbrug'].map(
  (name) => `nurse-${name}`,
)
const providers = [
  'welfare-samenzijn',
  'coach-huppel',
  'physio-langeadem',
  'physio-springveer',
  'physio-stapsteen',
  'exercise-evenwicht',
  'exercise-zevensprong',
  'worker-buurtkamer',
  'worker-dorpsplein',
  'worker-bloemenveld',
]
const coordinator = 'coordinator-amstelland'

/** Cases, assignments and groups are looked up in the seeded region; `analysed` is a case whose analysis is under way. */
export async function screensOf(
  { ask, does }: Pick<DemoServer, 'ask' | 'does'>,
  analysed: { caseId: string; as: string },
): Promise<Screen[]> {
  const lines = await Promise.all(
    nurses.map(async (as) => {
      const { items } = (await ask(as, 'GET', '/v1/worklists?limit=100')).json
      return items.map(({ caseId, stage }: { caseId: string; stage: string }) => ({ as, caseId, stage }))
    }),
  )
  const all: readonly { as: string; caseId: string; stage: string }[] = lines.flat()
  const inStage = (...stages: string[]) => all.find(({ stage }) => stages.includes(stage)) ?? all[0]!
  const [screening, decision, active] = [
    inStage('screening', 'screeningIncomplete'),
    inStage('decision'),
    inStage('active', 'accepted'),
  ]
  const inbox = await firstOf(ask, '/v1/inbox?limit=10')
  const group = await firstOf(ask, '/v1/groups?show=all')
  const { items: offers } = (await ask(coordinator, 'GET', '/v1/offers?limit=1')).json
  const nurse = analysed.as
  const [held, closed] = [await ownCase({ ask, does }, nurse, 'held'), await ownCase({ ask, does }, nurse, 'closed')]
  const of = ({ caseId }: { caseId: string }, page = '') => `/cases/${caseId}${page}`
  return [
    { name: 'login', path: '/', as: nurse, reads: '**/v1/demo/accounts**' },
    { name: 'work', path: '/work', as: active.as, reads: '**/v1/worklists**' },
    { name: 'people-empty', path: '/people', as: nurse },
    { name: 'people', path: '/people', as: nurse, reads: '**/v1/people**', shows: (page) => seek(page, 'ver') },
    { name: 'people-nobody', path: '/people', as: nurse, shows: (page) => seek(page, 'qqxz') },
    { name: 'new-person', path: '/people/new', as: nurse },
    { name: 'screening', path: of(screening, '/screening'), as: screening.as, reads: '**/v1/cases/**' },
    { name: 'analysis', path: of(analysed, '/analysis'), as: nurse, reads: '**/v1/cases/**' },
    { name: 'proposal', path: of(decision, '/proposal'), as: decision.as, reads: '**/v1/cases/**' },
    { name: 'send', path: of(decision, '/send'), as: decision.as, reads: '**/v1/cases/**' },
    { name: 'done', path: of(active, '/done'), as: active.as, reads: '**/v1/cases/**' },
    { name: 'plan', path: of(active, '/plan'), as: active.as, reads: '**/v1/cases/**' },
    { name: 'case-held', path: `/cases/${held}`, as: nurse, reads: '**/v1/cases/**' },
    { name: 'proposal-held', path: `/cases/${held}/proposal`, as: nurse, reads: '**/v1/cases/**' },
    { name: 'case-closed', path: `/cases/${closed}`, as: nurse, reads: '**/v1/cases/**' },
    { name: 'case', path: of(active), as: active.as, reads: '**/v1/cases/**' },
    { name: 'inbox', path: '/inbox', as: inbox.as, reads: '**/v1/inbox**' },
    ...['waiting', 'accepted', 'running', 'toReport', 'ended'].map((tab) => ({
      name: `inbox-${tab}`,
      path: `/inbox?tab=${tab}`,
      as: inbox.as,
      reads: '**/v1/inbox**',
    })),
    ...(inbox.id === null
      ? []
      : [{ name: 'assignment', path: `/inbox/${inbox.id}`, as: inbox.as, reads: '**/v1/inbox/**' } as const]),
    { name: 'signal', path: '/signal', as: 'worker-buurtkamer', reads: '**/v1/organisations**' },
    { name: 'groups', path: '/groups', as: group.as, reads: '**/v1/groups**' },
    ...(group.id === null
      ? []
      : [{ name: 'group', path: `/groups/${group.id}`, as: group.as, reads: '**/v1/course-runs/**' } as const]),
    { name: 'desk', path: '/desk', as: coordinator, reads: '**/v1/coordinator-desk**' },
    { name: 'supply', path: '/supply', as: coordinator, reads: '**/v1/offers**' },
    { name: 'supply-import', path: '/supply/import', as: coordinator },
    { name: 'supply-preview', path: '/supply/import', as: coordinator, shows: previewList },
    { name: 'supply-new', path: '/supply/new', as: coordinator, reads: '**/v1/supply-desk**' },
    { name: 'supply-edit', path: `/supply/${offers[0].offerId}`, as: coordinator, reads: '**/v1/offers/**' },
    { name: 'coverage', path: '/coverage', as: coordinator, reads: '**/v1/coverage**' },
    { name: 'coverage-list', path: '/coverage?view=list', as: coordinator, reads: '**/v1/coverage**' },
    { name: 'coverage-gaps', path: '/coverage?view=gaps', as: coordinator, reads: '**/v1/unmet-needs**' },
    {
      name: 'who-absence',
      path: '/who',
      as: coordinator,
      shows: (page) => openForm(page, /^(?:Meld afwezigheid|Report an absence): /),
    },
    {
      name: 'who-leave',
      path: '/who',
      as: coordinator,
      shows: (page) => openForm(page, /^(?:Meld vertrek|Report leaving): /),
    },
    { name: 'who', path: '/who', as: coordinator, reads: '**/v1/contacts**' },
    { name: 'pathway', path: '/pathway', as: coordinator, reads: '**/v1/pathways**' },
    { name: 'pathway-list', path: '/pathway?view=list', as: coordinator, reads: '**/v1/pathways**' },
    { name: 'pathway-rules', path: '/pathway?view=rules', as: coordinator, reads: '**/v1/pathways**' },
    { name: 'pathway-settings', path: '/pathway?view=settings', as: coordinator, reads: '**/v1/pathways**' },
    { name: 'help', path: '/help', as: nurse },
    { name: 'accessibility', path: '/accessibility', as: nurse },
    { name: 'privacy', path: '/privacy', as: nurse },
  ]
}

async function seek(page: Page, typed: string): Promise<void> {
  await page.locator('main input').first().fill(typed)
  await page.waitForTimeout(700)
}

/** A list with a row that has a fault. */
async function previewList(page: Page): Promise<void> {
  const rows = [
    { 'Naam aanbod': 'Lijst 1' },
    { 'Naam aanbod': 'Lijst 2', Prijs: '1.250' },
    { 'Naam aanbod': 'Lijst 3', Startdatum: '31-02-2027' },
  ]
  await page.locator('main textarea').fill(dutchList(rows).replace('\uFEFF', '').replaceAll(';', '\t'))
  await page.locator('main button[type=submit]').click()
  await page.locator('.preview').waitFor()
}

const openForm = (page: Page, name: RegExp): Promise<void> => page.getByRole('button', { name }).first().click()

/** A case of somebody new, where a red flag holds it or where it has ended. */
async function ownCase({ ask, does }: Pick<DemoServer, 'ask' | 'does'>, as: string, what: 'held' | 'closed'): Promise<string> {
  const person = {
    name: `Mevrouw ${what === 'held' ? 'Wachtop' : 'Klaarmee'} (verzonnen)`,
    birthDate: '1941-03-03',
    sex: 'F',
    municipality: 'GM0451',
  }
  const { personId } = (await ask(as, 'POST', '/v1/people', { body: person })).json
  const { caseId } = (await ask(as, 'POST', '/v1/cases', { body: { personId, age: 85, livesAtHome: 'yes' } })).json
  if (what === 'closed') {
    await does(as, caseId, '_decline', { reason: 'Wil eerst de operatie afwachten.' })
    return caseId
  }
  await does(as, caseId, 'contacts', { reached: true })
  await does(as, caseId, 'screenings/_start', { personAgrees: true })
  await does(as, caseId, 'screenings', {
    facts: {
      falls12m: 2,
      concern: 'yes',
      mobilityDifficulty: 'yes',
      injury: 'yes',
      couldNotGetUp: 'no',
      lossOfConsciousness: 'no',
      frail: 'no',
    },
  })
  await does(as, caseId, 'analyses')
  await does(as, caseId, 'red-flags', { flag: 'RF04' })
  return caseId
}

/** Of what these providers have, the first; of groups the fullest, which has most to show. */
async function firstOf(ask: DemoServer['ask'], path: string): Promise<{ as: string; id: string | null }> {
  const all = await Promise.all(
    providers.map(async (as) => {
      const { items = [] } = (await ask(as, 'GET', path)).json
      return items.map((one: { assignmentId?: string; runId?: string; taken?: number }) => ({ as, ...one }))
    }),
  )
  const found = all.flat().sort((a, b) => (b.taken ?? 0) - (a.taken ?? 0))[0]
  return found === undefined ? { as: providers[0]!, id: null } : { as: found.as, id: found.assignmentId ?? found.runId ?? null }
}
