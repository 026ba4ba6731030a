// Every page and its address. What a list shows (filter, order, page) stands in the address, checked by a schema.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import * as z from 'zod'
import { BareFrame, Frame } from './frame.tsx'
import { CaseSearch } from './pages/case/search.ts'
import { GroupsSearch } from './pages/groups/search.ts'
import { InboxSearch } from './pages/inbox/search.ts'
import { NotFound } from './pages/not-found.tsx'
import { PathwaySearch } from './pages/pathway/search.ts'
import type { Sought } from './pages/people/sought.ts'
import { SupplySearch } from './pages/supply/search.ts'
import { WhoSearch } from './pages/who/search.ts'
import { session } from './session.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const login = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/login/login.tsx'), 'Login'),
})

/** Everything for who signed in; the address is kept for after that. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  beforeLoad: () => {
    if (session() === null) throw redirect({ to: '/' })
  },
})

/** For everybody, also who did not sign in. */
const anybody = createRoute({ getParentRoute: () => root, id: 'anybody', component: Frame })

/** Pages that use the whole width: the navigation is behind the menu button. */
const bench = createRoute({
  getParentRoute: () => root,
  id: 'bench',
  component: BareFrame,
  beforeLoad: () => {
    if (session() === null) throw redirect({ to: '/' })
  },
})

const work = createRoute({
  getParentRoute: () => inside,
  path: '/work',
  validateSearch: z.object({ list: z.enum(['mine', 'all']).optional() }),
  component: lazyRouteComponent(() => import('./pages/work/work.tsx'), 'Work'),
})

const analysis = createRoute({
  getParentRoute: () => bench,
  path: '/cases/$caseId/analysis',
  component: lazyRouteComponent(() => import('./pages/analysis/analysis.tsx'), 'Analysis'),
})
const caseFile = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$caseId',
  validateSearch: CaseSearch,
  component: lazyRouteComponent(() => import('./pages/case/case.tsx'), 'Case'),
})
const send = createRoute({
  getParentRoute: () => bench,
  path: '/cases/$caseId/send',
  component: lazyRouteComponent(() => import('./pages/send/send.tsx'), 'Send'),
})
const done = createRoute({
  getParentRoute: () => bench,
  path: '/cases/$caseId/done',
  component: lazyRouteComponent(() => import('./pages/done/done.tsx'), 'Done'),
})
const plan = createRoute({
  getParentRoute: () => bench,
  path: '/cases/$caseId/plan',
  component: lazyRouteComponent(() => import('./pages/plan/plan.tsx'), 'PlanPage'),
})
const proposal = createRoute({
  getParentRoute: () => bench,
  path: '/cases/$caseId/proposal',
  component: lazyRouteComponent(() => import('./pages/proposal/proposal.tsx'), 'Proposal'),
})

const about = () => import('./pages/about/about.tsx')
const help = createRoute({ getParentRoute: () => anybody, path: '/help', component: lazyRouteComponent(about, 'Help') })
const accessibility = createRoute({
  getParentRoute: () => anybody,
  path: '/accessibility',
  component: lazyRouteComponent(about, 'Accessibility'),
})
const privacy = createRoute({ getParentRoute: () => anybody, path: '/privacy', component: lazyRouteComponent(about, 'Privacy') })
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people/people.tsx'), 'People'),
})
const newPerson = createRoute({
  getParentRoute: () => inside,
  path: '/people/new',
  component: lazyRouteComponent(() => import('./pages/people/new-person.tsx'), 'NewPerson'),
})
const screening = createRoute({
  getParentRoute: () => bench,
  path: '/cases/$caseId/screening',
  component: lazyRouteComponent(() => import('./pages/screening/screening.tsx'), 'Screening'),
})

const desk = createRoute({
  getParentRoute: () => inside,
  path: '/desk',
  component: lazyRouteComponent(() => import('./pages/desk/desk.tsx'), 'Desk'),
})
const supply = createRoute({
  getParentRoute: () => inside,
  path: '/supply',
  validateSearch: SupplySearch,
  component: lazyRouteComponent(() => import('./pages/supply/supply.tsx'), 'Supply'),
})
const importList = createRoute({
  getParentRoute: () => inside,
  path: '/supply/import',
  component: lazyRouteComponent(() => import('./pages/supply/import.tsx'), 'ImportList'),
})
const newOffer = createRoute({
  getParentRoute: () => inside,
  path: '/supply/new',
  component: lazyRouteComponent(() => import('./pages/supply/new-offer.tsx'), 'NewOffer'),
})
const editOffer = createRoute({
  getParentRoute: () => inside,
  path: '/supply/$offerId',
  component: lazyRouteComponent(() => import('./pages/supply/edit-offer.tsx'), 'EditOffer'),
})
const coverage = createRoute({
  getParentRoute: () => inside,
  path: '/coverage',
  validateSearch: z.object({ view: z.enum(['list', 'gaps']).optional() }),
  component: lazyRouteComponent(() => import('./pages/coverage/coverage.tsx'), 'CoveragePage'),
})
const who = createRoute({
  getParentRoute: () => inside,
  path: '/who',
  validateSearch: WhoSearch,
  component: lazyRouteComponent(() => import('./pages/who/who.tsx'), 'WhoIsWho'),
})
const pathway = createRoute({
  getParentRoute: () => inside,
  path: '/pathway',
  validateSearch: PathwaySearch,
  component: lazyRouteComponent(() => import('./pages/pathway/pathway.tsx'), 'Pathway'),
})
const ofTheRegion = [desk, supply, importList, newOffer, editOffer, coverage, who, pathway] as const

const ofTheProvider = [
  createRoute({
    getParentRoute: () => inside,
    path: '/signal',
    component: lazyRouteComponent(() => import('./pages/signal/signal.tsx'), 'PutForward'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/inbox',
    validateSearch: InboxSearch,
    component: lazyRouteComponent(() => import('./pages/inbox/inbox.tsx'), 'Inbox'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/inbox/$assignmentId',
    component: lazyRouteComponent(() => import('./pages/assignment/assignment.tsx'), 'Assignment'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/groups',
    validateSearch: GroupsSearch,
    component: lazyRouteComponent(() => import('./pages/groups/groups.tsx'), 'Groups'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/groups/$runId',
    component: lazyRouteComponent(() => import('./pages/groups/group.tsx'), 'Group'),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    anybody.addChildren([help, accessibility, privacy]),
    bench.addChildren([screening, analysis, proposal, send, done, plan]),
    inside.addChildren([work, caseFile, people, newPerson, ...ofTheRegion, ...ofTheProvider]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  /** What a page keeps with its step of the history, and in no address. */
  interface HistoryState {
    sought?: Sought
  }
  interface Register {
    router: typeof router
  }
}
