// The groups of one organisation: every course run of its offers, without its people.
import type { GroupLine } from '../contract/groups.ts'
import type { OfferDetails } from '../domain/supply.ts'
import { runsOfOffers } from '../store/course-runs.ts'
import { offersPage } from '../store/offers.ts'
import { parsedFrom } from './bytes.ts'
import { runsSeen } from './offer-views.ts'
import type { Seen } from './supply-views.ts'

/** More offers than any one organisation has. */
const mostOffers = 500

export async function groupsOf(
  seen: Seen,
  organisationId: string,
  current: boolean,
): Promise<{ today: string; items: GroupLine[] }> {
  const { engine, today } = seen
  const offers = await offersPage(engine.store, { organisationId }, null, mostOffers)
  const names = new Map(offers.map(({ id, code, details }) => [id, parsedFrom<Partial<OfferDetails>>(details).name ?? code]))
  const rows = await runsOfOffers(engine.store, [...names.keys()], current ? today : undefined)
  const runs = await runsSeen(seen, rows)
  return {
    today,
    items: runs.map(({ runId, run, words, taken, waiting, meetings }) => {
      const at = (meeting: (typeof meetings)[number] | undefined) =>
        meeting === undefined ? null : { number: meeting.number, heldOn: meeting.heldOn }
      return {
        runId,
        name: names.get(run.offerId) ?? run.offerId,
        startsOn: run.startsOn,
        endsOn: run.endsOn,
        words,
        places: run.places,
        taken,
        waiting,
        meetings: meetings.length,
        last: at(meetings.findLast(({ heldOn }) => heldOn <= today)),
        next: at(meetings.find(({ heldOn }) => heldOn > today)),
      }
    }),
  }
}
