// Full courses: after the lives were played, some providers have given their other places away outside the chain.

import { offers } from '../../db/seed/offers.ts'
import type { Actor } from '../access/actor.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Engine } from '../engine/engine.ts'
import { saveSupply } from '../engine/supply-door.ts'
import { runBodyOf } from '../engine/supply-run.ts'
import { meetingsOfRun, runsOfOffers } from '../store/course-runs.ts'
import { accountNamed } from './cast.ts'

/** Besides those with somebody on the list. */
const fullAnyway = 2

/** Courses that still run or are to come: whoever has a list is full, and so are those that most people go to. */
export async function fillCourses(engine: Engine, seed: string, until: IsoDate): Promise<void> {
  const ids = offers.map(({ id }) => id)
  const runs = (await runsOfOffers(engine.store, ids, until)).filter(({ taken, places }) => taken < places)
  const wanted = runs.filter(({ waiting }) => waiting > 0)
  const popular = runs
    .filter((run) => run.taken > 0 && !wanted.includes(run))
    .sort((a, b) => b.taken - a.taken || (a.id < b.id ? -1 : 1))
  for (const row of [...wanted, ...popular.slice(0, fullAnyway)]) {
    const key = `${seed}-full-${row.id}`
    let made = 0
    const then = { ...engine, clock: () => `${until}T15:45:00Z`, newId: () => `${key}-${++made}` }
    const meetings = (await meetingsOfRun(engine.store, row.id)).map(({ held_on }) => held_on)
    const body = { ...runBodyOf(row), places: row.taken, meetings }
    const edited = { id: row.id, version: row.version }
    const saved = await saveSupply(then, {
      actor: contactFor(row.offer_id),
      key,
      requestId: key,
      edit: { noun: 'run', body, edited },
    })
    if (saved.is !== 'done') throw new Error(`Seeding stopped at the course ${row.id}: ${saved.is}`)
  }
}

function contactFor(offerId: string): Actor {
  const { id, role, organisation } = accountNamed(offers.find((offer) => offer.id === offerId)!.contact)
  return { id, role, organisationId: organisation }
}
