// The groups of one organisation: every course run of its offers, without its people.
import type { RunBody } from '../contract/course-runs.ts'
import type { GroupLine } from '../contract/groups.ts'
import { unfilledMeetings } from '../domain/attendance-gaps.ts'
import { addPeriod } from '../domain/calendar.ts'
import type { OfferDetails } from '../domain/supply.ts'
import { weekdayWords } from '../domain/supply-words.ts'
import type { Language } from '../domain/words.ts'
import { runsOfOffers } from '../store/course-runs.ts'
import { offersPage } from '../store/offers.ts'
import { parsedFrom } from './bytes.ts'
import { runsSeen } from './offer-views.ts'
import type { Seen } from './supply-views.ts'
import { eventsOfRuns } from './unfilled.ts'

/** For whom has still to fill in the last meetings. */
const daysShownAfter = 30

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
  const endingFrom = current ? addPeriod(today, -daysShownAfter, 'days') : undefined
  const rows = await runsOfOffers(engine.store, [...names.keys()], endingFrom)
  const runs = await runsSeen(seen, rows)
  const events = await eventsOfRuns(
    engine,
    runs.filter(({ run, taken }) => taken > 0 && run.startsOn <= today).map(({ runId }) => runId),
  )
  const items = runs.map(({ runId, run, taken, waiting, meetings }) => {
    const at = (meeting: (typeof meetings)[number] | undefined) =>
      meeting === undefined ? null : { number: meeting.number, heldOn: meeting.heldOn }
    const held = meetings.map((meeting) => ({ ...meeting, id: meeting.meetingId }))
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
      toFill: unfilledMeetings(held, events.get(runId) ?? [], today).map(({ number, heldOn }) => ({ number, heldOn })),
    }
  })
  // Over, but not filled in: that is still to be done.
  return { today, items: items.filter(({ endsOn, toFill }) => !current || endsOn >= today || toFill.length > 0) }
}

/** On which days and at what time; empty where nobody said. */
function whenWords({ days, time }: Pick<RunBody, 'days' | 'time'>, language: Language): string {
  const on = days.map((day) => weekdayWords[day][language]).join(language === 'nl' ? ' en ' : ' and ')
  const at = time === null ? '' : `${language === 'nl' ? 'om' : 'at'} ${time}`
  return [on, at].filter((part) => part !== '').join(' ')
}
