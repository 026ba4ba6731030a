// Every screen that stands, each with an address that has something to show and somebody who may see it.
import type { DemoServer } from './demo-server.ts'

export type Screen = {
  readonly name: string
  readonly path: string
  readonly as: string
  /** Reads of this screen alone, for showing how it fails. */
  readonly reads?: string
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
export async function screensOf({ ask }: Pick<DemoServer, 'ask'>, analysed: { caseId: string; as: string }): Promise<Screen[]> {
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
  const of = ({ caseId }: { caseId: string }, page = '') => `/cases/${caseId}${page}`
  return [
    { name: 'work', path: '/work', as: active.as, reads: '**/v1/worklists**' },
    { name: 'people', path: '/people?q=ver', as: nurse, reads: '**/v1/people**' },
    { name: 'new-person', path: '/people/new', as: nurse },
    { name: 'screening', path: of(screening, '/screening'), as: screening.as, reads: '**/v1/cases/**' },
    { name: 'analysis', path: of(analysed, '/analysis'), as: nurse, reads: '**/v1/cases/**' },
    { name: 'proposal', path: of(decision, '/proposal'), as: decision.as, reads: '**/v1/cases/**' },
    { name: 'send', path: of(decision, '/send'), as: decision.as, reads: '**/v1/cases/**' },
    { name: 'done', path: of(active, '/done'), as: active.as, reads: '**/v1/cases/**' },
    { name: 'plan', path: of(active, '/plan'), as: active.as, reads: '**/v1/cases/**' },
    { name: 'case', path: of(active), as: active.as, reads: '**/v1/cases/**' },
    { name: 'inbox', path: '/inbox', as: inbox.as, reads: '**/v1/inbox**' },
    ...(inbox.id === null
      ? []
      : [{ name: 'assignment', path: `/inbox/${inbox.id}`, as: inbox.as, reads: '**/v1/inbox/**' } as const]),
    { name: 'groups', path: '/groups', as: group.as, reads: '**/v1/groups**' },
    ...(group.id === null
      ? []
      : [{ name: 'group', path: `/groups/${group.id}`, as: group.as, reads: '**/v1/course-runs/**' } as const]),
    { name: 'desk', path: '/desk', as: coordinator, reads: '**/v1/coordinator-desk**' },
    { name: 'supply', path: '/supply', as: coordinator, reads: '**/v1/offers**' },
    { name: 'supply-import', path: '/supply/import', as: coordinator },
    { name: 'supply-new', path: '/supply/new', as: coordinator, reads: '**/v1/organisations**' },
    { name: 'supply-edit', path: `/supply/${offers[0].offerId}`, as: coordinator, reads: '**/v1/offers/**' },
    { name: 'coverage', path: '/coverage', as: coordinator, reads: '**/v1/coverage**' },
    { name: 'who', path: '/who', as: coordinator, reads: '**/v1/contacts**' },
    { name: 'pathway', path: '/pathway', as: coordinator, reads: '**/v1/pathways**' },
    { name: 'help', path: '/help', as: nurse },
    { name: 'accessibility', path: '/accessibility', as: nurse },
    { name: 'privacy', path: '/privacy', as: nurse },
  ]
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
