// How much waits behind a place of the menu: of the own practice, the own organisation or the region. Counted no further than is shown.
import type { Actor } from '../access/actor.ts'
import { whyNotSee } from '../access/reading.ts'
import type { MenuCounts } from '../contract/worklists.ts'
import { addPeriod, dayOf, startOf } from '../domain/calendar.ts'
import { countAssignments } from '../store/assignment-pages.ts'
import { countUnread } from '../store/feedback.ts'
import { openGaps } from '../store/unmet-needs.ts'
import { countOpenWork } from '../store/worklist.ts'
import type { Engine } from './engine.ts'

const most = 99
const monthsOfGaps = 12

export async function menuCounts({ store, clock }: Engine, { role, organisationId }: Actor): Promise<MenuCounts> {
  const may = (sight: 'outgoing' | 'inbox' | 'coverage'): boolean => whyNotSee(sight, role) === null
  const [work, unread, fresh, gaps] = await Promise.all([
    may('outgoing') ? countOpenWork(store, organisationId, role, most + 1) : null,
    may('outgoing') ? countUnread(store, organisationId, most + 1) : 0,
    may('inbox') ? countAssignments(store, [{ by: 'provider_id', is: organisationId }], ['new'], most + 1) : null,
    may('coverage') ? openGaps(store, startOf(addPeriod(dayOf(clock()), -monthsOfGaps, 'months'))) : null,
  ])
  const place = (name: MenuCounts['places'][number]['place'], count: number | null) =>
    count === null ? [] : [{ place: name, count: Math.min(count, most), more: count > most }]
  return {
    places: [
      ...place('work', work === null ? null : work + unread),
      ...place('inbox', fresh === null ? null : (fresh.get('new') ?? 0)),
      // What lacks in one municipality is one gap, however often and why it was met.
      ...place('coverage', gaps === null ? null : new Set(gaps.map(({ code, municipality }) => `${code} ${municipality}`)).size),
    ],
  }
}
