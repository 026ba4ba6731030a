// The groups of one organisation: every course run of its offers, without its people.
import type { RunBody } from '../contract/course-runs.ts'
import type { GroupLine } from '../contract/groups.ts'
import type { OfferDetails } from '../domain/supply.ts'
import { weekdayWords } from '../domain/supply-words.ts'
import type { Language } from '../domain/words.ts'
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
  const { engine, today, language } = seen
  const offers = await offersPage(engine.store, { organisationId }, null, mostOffers)
  const names = new Map(offers.map(({ id, code, details }) => [id, parsedFrom<Partial<OfferDetails>>(details).name ?? code]))
  const rows = await runsOfOffers(engine.store, [...names.keys()], current ? today : undefined)
  const runs = await runsSeen(seen, rows)
  return {
    today,
    items: runs.map(({ runId, run, taken, waiting, meetings }) => {
      const at = (meeting: (typeof meetings)[number] | undefined) =>
        meeting === undefined ? null : { number: meeting.number, heldOn: meeting.heldOn }
      return {
        runId,
        name: names.get(run.offerId) ?? run.offerId,
        startsOn: run.startsOn,
        endsOn: run.endsOn,
        words: whenWords(run, language),
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

/** On which days and at what time; empty where nobody said. */
function whenWords({ days, time }: Pick<RunBody, 'days' | 'time'>, language: Language): string {
  const on = days.map((day) => weekdayWords[day][language]).join(language === 'nl' ? ' en ' : ' and ')
  const at = time === null ? '' : `${language === 'nl' ? 'om' : 'at'} ${time}`
  return [on, at].filter((part) => part !== '').join(' ')
}
