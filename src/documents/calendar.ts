// Calendar files (RFC 5545): appointments and meetings without a word about who or why. Whoever looks over a shoulder sees that there is one.
import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { IsoDate, IsoInstant } from '../domain/calendar.ts'

export type CalendarEvent = {
  /** The same for the same appointment, always, and nothing of ours can be read in it. */
  readonly uid: string
  /** Raised by every change. */
  readonly sequence: number
  readonly on: IsoDate
  /** `10:30` in Amsterdam; null: that day, at a time that is agreed elsewhere. */
  readonly time: string | null
}

export type CalendarFile = {
  /** `PUBLISH` to look at, `REQUEST` to put in an agenda or to move there, `CANCEL` to take out of it. */
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  readonly title: keyof typeof titles
  /** When this was written; the same file has the same bytes. */
  readonly stampedAt: IsoInstant
  readonly events: readonly CalendarEvent[]
  /** From and to whom it goes by mail. */
  readonly between?: { readonly organiser: string; readonly attendee: string }
}

const titles = { appointment: 'Afspraak (Valpad)', meeting: 'Bijeenkomst (Valpad)' } as const

/** How long is kept free where only the beginning is known; our default. */
const minutes = 60
const zone = 'Europe/Amsterdam'

export function calendarFile({ method, title, stampedAt, events, between }: CalendarFile): string {
  const calendar = ical({
    prodId: '//Valpad//Valpad//NL',
    method: ICalCalendarMethod[method],
    // Without a name: with one, instants that have to stand in UTC would be written in local time.
    timezone: { name: null, generator: () => amsterdam },
  })
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: Temporal.Instant.from(stampedAt),
      summary: titles[title],
      class: ICalEventClass.PRIVATE,
      ...when(event),
      ...(method === 'CANCEL' ? { status: ICalEventStatus.CANCELLED } : {}),
      ...(between === undefined
        ? {}
        : { organizer: { name: 'Valpad', email: between.organiser }, attendees: [{ email: between.attendee, rsvp: false }] }),
    })
  }
  return `${calendar.toString()}\r\n`
}

/** A day without a time leaves the rest of that day free. */
function when({
  on,
  time,
}: CalendarEvent): Pick<ICalEventData, 'end' | 'allDay' | 'timezone' | 'transparency'> & { start: Start } {
  const day = Temporal.PlainDate.from(on)
  if (time === null || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
    return { start: day, allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
  const start = day.toZonedDateTime({ timeZone: zone, plainTime: time })
  return { start, end: start.add({ minutes }), timezone: zone }
}

type Start = ICalEventData['start']

/** Summer and winter time as they are since 1996 (directive 2000/84/EC): the last Sundays of March and October. */
const amsterdam = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
