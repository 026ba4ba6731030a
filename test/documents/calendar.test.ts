// Calendar files read back with a parser of somebody else: the right time in summer and winter, changes that are understood, and no word too many.
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, type CalendarFile, calendarFile } from '../../src/documents/calendar.ts'

const event: CalendarEvent = { uid: 'x7Yq@valpad', sequence: 0, on: '2026-07-06', time: '10:30' }
const fileOf = (more: Partial<CalendarFile> = {}): string =>
  calendarFile({ method: 'PUBLISH', title: 'appointment', stampedAt: '2026-06-01T09:00:00Z', events: [event], ...more })

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}

test.each([
  { on: '2026-07-06', utc: '2026-07-06T08:30:00.000Z', season: 'summer' },
  { on: '2026-12-07', utc: '2026-12-07T09:30:00.000Z', season: 'winter' },
  { on: '2026-03-29', utc: '2026-03-29T08:30:00.000Z', season: 'the day the clock goes forward' },
  { on: '2026-10-25', utc: '2026-10-25T09:30:00.000Z', season: 'the day the clock goes back' },
])('half past ten in Amsterdam is half past ten in $season', ({ on, utc }) => {
  const [one] = read(fileOf({ events: [{ ...event, on }] })).events
  expect(one!.startDate.toJSDate().toISOString()).toBe(utc)
  expect(one!.startDate.zone.tzid).toBe('Europe/Amsterdam')
  expect(one!.duration.toSeconds()).toBe(3600)
})

test.each([null, '99:99', '24:00'])('without a time that exists (%s) it is a day, which stays free', (time) => {
  const [one] = read(fileOf({ events: [{ ...event, time }] })).events
  expect(one!.startDate.isDate).toBe(true)
  expect(one!.startDate.toString()).toBe('2026-07-06')
  expect(one!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
})

describe('what an agenda needs', () => {
  const between = { organiser: 'valpad@example.org', attendee: 'sam@example.org' }
  test('the same appointment keeps its name, and each change counts up', () => {
    const moved = read(fileOf({ method: 'REQUEST', between, events: [{ ...event, sequence: 3, on: '2026-07-09' }] }))
    expect(moved.calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(moved.events[0]).toMatchObject({ uid: event.uid, sequence: 3, summary: 'Afspraak (Valpad)' })
    expect(moved.events[0]!.organizer).toBe('mailto:valpad@example.org')
    expect(String(moved.events[0]!.attendees[0]!.getFirstValue()).toLowerCase()).toBe('mailto:sam@example.org')
  })

  test('taken back, it says so twice', () => {
    const gone = read(fileOf({ method: 'CANCEL', between, events: [{ ...event, sequence: 4 }] }))
    expect(gone.calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(gone.events[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('it is stamped in UTC, the same each time it is made', () => {
    expect(fileOf()).toContain('DTSTAMP:20260601T090000Z\r\n')
    expect(fileOf()).toBe(fileOf())
  })
})

test('every line ends as the standard wants and is no longer than 75 bytes', () => {
  const long = { ...event, uid: `${'o'.repeat(150)}é€@valpad` }
  const file = fileOf({ events: [long, event] })
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(read(file).events[0]!.uid).toBe(long.uid)
})

test('nothing is said beside the title', () => {
  const names = read(fileOf({ title: 'meeting' }))
    .events[0]!.component.getAllProperties()
    .map(({ name }) => name)
  expect(names.sort()).toEqual(['class', 'dtend', 'dtstamp', 'dtstart', 'sequence', 'summary', 'uid'])
  expect(fileOf({ title: 'meeting' })).toContain('SUMMARY:Bijeenkomst (Valpad)\r\n')
})
