// A course run being saved: its places, and the days it meets.
import type { RunBody } from '../contract/course-runs.ts'
import { daysBetween } from '../domain/calendar.ts'
import { meetingDates, mostMeetings, renumbered } from '../domain/course-dates.ts'
import type { Fault } from '../domain/fault.ts'
import type { RunDetails } from '../domain/supply.ts'
import { changeRun, insertRun, loadRun, meetingsOfRun, replaceMeetings } from '../store/course-runs.ts'
import { loadOffer } from '../store/offers.ts'
import type { CourseMeetingRow, CourseRunRow, OfferRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { type Desk, faultAt, faultIf, faultsOfMoving, organisationToEdit, type Prepared } from './supply-desk.ts'
import type { Edited } from './supply-offer.ts'

export async function prepareRun(desk: Desk, body: RunBody, edited?: Edited): Promise<Prepared> {
  const { store, newId } = desk.engine
  const known = edited === undefined ? null : await loadRun(store, edited.id)
  if (edited !== undefined && known === null) return { is: 'notThere' }
  const offer = await loadOffer(store, known?.offer_id ?? body.offerId)
  if (offer === null) return { is: 'faulty', faults: [noSuchOffer] }
  const organisation = await organisationToEdit(desk, offer.organisation_id)
  if ('is' in organisation) return organisation
  if (known !== null && known.version !== edited!.version) return { is: 'moved', current: known.version }
  const ordered = faultsOfOrder(body)
  const dates = ordered.length > 0 ? [] : (body.meetings ?? meetingDates(body.startsOn, body.endsOn, body.days))
  const faults = [
    ...faultsOfMoving('/offerId', known?.offer_id, body.offerId),
    ...ordered,
    ...(ordered.length > 0 ? [] : faultsOfMeetings(body, dates)),
    ...faultsOfOffer(body, offer),
    ...faultsOfPlaces(body, known),
  ]
  if (faults.length > 0) return { is: 'faulty', faults }

  const { offerId, startsOn, endsOn, places, open, meetings: _, ...details } = body
  const row: CourseRunRow = {
    id: known?.id ?? newId(),
    offer_id: offerId,
    starts_on: startsOn,
    ends_on: endsOn,
    places,
    taken: known?.taken ?? 0,
    waiting: known?.waiting ?? 0,
    open: open ? 1 : 0,
    details: bytesOf(details satisfies RunDetails),
    version: (known?.version ?? 0) + 1,
  }
  const before = known === null ? [] : await meetingsOfRun(store, known.id)
  const meetings = meetingRows(desk, row.id, dates, before)
  return {
    is: 'ready',
    noun: 'run',
    id: row.id,
    version: row.version,
    action: known === null ? 'added' : 'changed',
    value: { ...runBodyOf(row), meetings: meetings.map(({ held_on }) => held_on) },
    change: [
      known === null ? insertRun(store.build, row) : changeRun(store.build, row),
      ...replaceMeetings(store.build, row.id, meetings),
    ],
  }
}

/** A run as it was sent, from what is stored; its meetings stand apart. */
export const runBodyOf = (row: CourseRunRow): RunBody => ({
  offerId: row.offer_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  places: row.places,
  open: row.open === 1,
  ...parsedFrom<RunDetails>(row.details),
})

function meetingRows(
  { engine }: Desk,
  runId: string,
  dates: readonly string[],
  before: readonly CourseMeetingRow[],
): CourseMeetingRow[] {
  const noted = new Map(before.map(({ id, details }) => [id, details]))
  return renumbered(
    dates,
    before.map(({ id, number, held_on }) => ({ id, number, heldOn: held_on })),
  ).map(({ id, number, heldOn }) => ({
    id: id ?? engine.newId(),
    run_id: runId,
    number,
    held_on: heldOn,
    details: (id === null ? undefined : noted.get(id)) ?? bytesOf({}),
  }))
}

const faultsOfOrder = ({ startsOn, endsOn }: RunBody): Fault[] => [
  ...faultIf(
    endsOn < startsOn,
    '/endsOn',
    'endsBeforeItStarts',
    'De cursus eindigt voordat zij begint.',
    'The course ends before it begins.',
  ),
  ...faultIf(
    endsOn >= startsOn && daysBetween(startsOn, endsOn) > 731,
    '/endsOn',
    'tooLong',
    'Een cursus duurt hoogstens twee jaar.',
    'A course lasts two years at most.',
  ),
]

function faultsOfMeetings({ startsOn, endsOn, meetings, days }: RunBody, dates: readonly string[]): Fault[] {
  const given = meetings ?? []
  return [
    ...given.flatMap((date, index) => [
      ...faultIf(
        date < startsOn || date > endsOn,
        `/meetings/${index}`,
        'outsideCourse',
        'Deze bijeenkomst valt buiten de cursus.',
        'This meeting falls outside the course.',
      ),
      ...faultIf(
        given.indexOf(date) !== index,
        `/meetings/${index}`,
        'twice',
        'Deze dag staat er twee keer.',
        'This day stands there twice.',
      ),
    ]),
    ...faultIf(
      dates.length === 0 && (meetings !== undefined || days.length > 0),
      meetings === undefined ? '/days' : '/meetings',
      'noMeeting',
      'Zo is er geen enkele bijeenkomst.',
      'This leaves no meeting at all.',
    ),
    ...faultIf(
      dates.length > mostMeetings,
      '/days',
      'tooManyMeetings',
      `Dit zijn ${dates.length} bijeenkomsten; hoogstens ${mostMeetings}.`,
      `These are ${dates.length} meetings; ${mostMeetings} at most.`,
    ),
  ]
}

const faultsOfOffer = ({ startsOn }: RunBody, { valid_from, valid_until }: OfferRow): Fault[] =>
  faultIf(
    startsOn < valid_from || (valid_until !== null && startsOn > valid_until),
    '/startsOn',
    'outsideOffer',
    'De cursus begint op een dag waarop het aanbod niet geldt.',
    'The course begins on a day when the offer is not valid.',
  )

const faultsOfPlaces = ({ places }: RunBody, known: CourseRunRow | null): Fault[] =>
  known === null
    ? []
    : faultIf(
        places < known.taken,
        '/places',
        'belowTaken',
        `Er zijn al ${known.taken} plaatsen vergeven; minder plaatsen kan niet.`,
        `${known.taken} places are given away already; fewer places is not possible.`,
      )

const noSuchOffer = faultAt('/offerId', 'noSuchOffer', 'Dit aanbod is niet bekend.', 'This offer is not known.')
