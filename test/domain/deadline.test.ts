// Deadlines: due days in every unit, windows, terms that vary, pauses, lateness, and the book that keeps them.
import { expect, test } from 'vitest'
import { assignmentDeadlines, caseDeadlines } from '../../pathways/amstelland/v1/deadlines.ts'
import { type DeadlineRule, daysLate, dueOn, remainingOn, resumedDue } from '../../src/domain/deadline.ts'
import { keepDeadlines, type PendingDeadline, passedBy, passingOf, ruleById } from '../../src/domain/deadline-book.ts'
import { ownerWords } from '../../src/domain/machine-definition.ts'

const rules: readonly DeadlineRule[] = [...caseDeadlines, ...assignmentDeadlines]
const rule = (id: string) => ruleById(rules, id)

test.each([
  { id: 'TM1', from: '2026-12-24', on: '2027-01-11', what: '10 working days over Christmas and New Year' },
  { id: 'TM2', from: '2026-03-02', on: '2026-03-23', what: '15 working days' },
  { id: 'TM3', from: '2026-03-02', on: '2026-04-13', what: '42 days' },
  { id: 'TM4.U2', from: '2026-11-21', on: '2026-11-21', what: 'the same day, a Saturday too' },
  { id: 'TM4.U3', from: '2026-11-20', on: '2026-11-27', what: '5 working days' },
  { id: 'TM5', from: '2026-03-02', on: '2026-03-16', what: '14 days' },
  { id: 'TM6', from: '2026-03-30', on: '2026-04-14', what: '10 working days over Easter Monday' },
  { id: 'TM8', from: '2026-01-25', on: '2026-04-27', what: '92 days, a holiday as it falls' },
  { id: 'TM10', from: '2026-01-31', on: '2026-02-28', what: 'a month from the 31st' },
  { id: 'TM13', from: '2026-01-31', on: '2028-01-31', what: '24 months' },
  { id: 'TM14', from: '2026-03-02', on: '2026-03-30', what: '28 days' },
  { id: 'decisionDue', from: '2026-03-02', on: '2026-03-16', what: 'the local default of 10 working days' },
])('$id from $from is due on $on ($what)', ({ id, from, on }) => expect(dueOn(rule(id), from).on).toBe(on))

test('a deadline passes at 18:00 in Amsterdam, in winter and in summer; U1 has passed at once', () => {
  expect(dueOn(rule('TM5'), '2026-01-05').at).toBe('2026-01-19T17:00:00Z')
  expect(dueOn(rule('TM5'), '2026-03-16').at).toBe('2026-03-30T16:00:00Z')
  expect(dueOn(rule('TM1'), '2026-06-01').at).toBe('2026-06-15T16:00:00Z')
  expect(dueOn(rule('TM4.U1'), '2026-01-05')).toEqual({ on: '2026-01-05', at: '2026-01-04T23:00:00Z', opensOn: null })
})

test('TM8 has a window: from 61 to 92 days after the analysis', () => {
  expect(dueOn(rule('TM8'), '2026-01-25')).toMatchObject({ opensOn: '2026-03-27', on: '2026-04-27' })
})

test.each([
  { what: 'at home', context: { form: 'home' }, on: '2026-04-13' },
  { what: 'in a group without a date', context: { form: 'group' }, on: '2026-05-25' },
  { what: 'in a group that starts sooner', context: { form: 'group', plannedStartOn: '2026-04-20' }, on: '2026-04-20' },
  { what: 'in a group that starts too late', context: { form: 'group', plannedStartOn: '2026-09-01' }, on: '2026-05-25' },
  { what: 'of a follow-up', context: { form: 'followUp' }, on: '2026-03-16' },
  {
    what: 'counted from the acceptance, not the planning',
    context: { form: 'home', acceptedOn: '2026-02-02' },
    on: '2026-03-16',
  },
])('TM7: the first session $what is due on $on', ({ context, on }) =>
  expect(dueOn(rule('TM7'), '2026-03-02', context).on).toBe(on),
)

test.each([
  { intervention: 'inBalans', on: '2026-06-08' },
  { intervention: 'zichtOpEvenwichtGroup', on: '2026-04-27' },
  { intervention: 'otagoHome', on: '2027-03-02' },
  { intervention: 'otagoGroup', on: '2026-05-25' },
  { intervention: 'vallenVerledenTijd', on: '2026-04-06' },
  { intervention: 'individualTherapy', on: '2026-03-16' },
  { intervention: '__proto__', on: '2026-03-16' },
])('TM9: $intervention that starts on 2 March ends on $on', ({ intervention, on }) => {
  expect(dueOn(rule('TM9'), '2026-03-02', { intervention }).on).toBe(on)
})

test('a planned end that is known counts, also when it lies after the usual length; so does the end of a pause', () => {
  expect(dueOn(rule('TM9'), '2026-03-02', { intervention: 'vallenVerledenTijd', plannedEndOn: '2026-07-01' }).on).toBe(
    '2026-07-01',
  )
  expect(dueOn(rule('pauseReview'), '2026-03-02', { pausedUntil: '2026-05-01' }).on).toBe('2026-05-01')
})

test('a coalition can choose another amount, also of one intervention', () => {
  expect(dueOn(rule('TM6'), '2026-03-02', {}, { TM6: 5 }).on).toBe('2026-03-09')
  expect(dueOn(rule('TM9'), '2026-03-02', { intervention: 'inBalans' }, { 'TM9.inBalans': 10 }).on).toBe('2026-05-11')
  expect(dueOn(rule('TM4.U1'), '2026-03-02', {}, { 'TM4.U1': 5 }).on).toBe('2026-03-02')
})

test('lateness is counted in days after the due day', () => {
  const due = dueOn(rule('TM5'), '2026-03-02')
  expect(daysLate(due, '2026-03-16T17:00:05Z')).toBe(0)
  expect(daysLate(due, '2026-03-16T22:59:59Z')).toBe(0)
  expect(daysLate(due, '2026-03-16T23:00:00Z')).toBe(1)
  expect(daysLate(due, '2026-04-16T10:00:00Z')).toBe(31)
})

test.each([
  { paused: '2026-03-06', remaining: 6, resumed: '2026-04-02', on: '2026-04-13', what: 'over Easter' },
  { paused: '2026-03-16', remaining: 0, resumed: '2026-03-20', on: '2026-03-20', what: 'stopped on the last day' },
  { paused: '2026-03-02', remaining: 10, resumed: '2026-03-02', on: '2026-03-16', what: 'no pause at all' },
])('a deadline of 10 working days paused on $paused and resumed on $resumed is due on $on ($what)', (row) => {
  const due = dueOn(rule('TM6'), '2026-03-02')
  expect(remainingOn(due, row.paused)).toBe(row.remaining)
  expect(resumedDue(row.remaining, row.resumed).on).toBe(row.on)
})

const on = (occurredOn: string, context = {}, event = {}) => ({ context, event: { occurredOn, ...event } })
const does = (type: string, deadline?: string) => (deadline === undefined ? { type } : { type, params: { deadline } })
const keep = (book: readonly PendingDeadline[], effects: ReturnType<typeof does>[], occasion: ReturnType<typeof on>) =>
  keepDeadlines(book, effects, occasion, { rules })
const seen = (book: readonly PendingDeadline[]) => book.map(({ deadline, due, paused }) => `${deadline} ${paused ?? due.on}`)

test('the book starts, restarts, stops, pauses and resumes', () => {
  let book = keep([], [does('startDeadline', 'TM6'), does('startDeadline', 'TM14'), does('sendReferral')], on('2026-03-02'))
  expect(seen(book)).toEqual(['TM6 2026-03-16', 'TM14 2026-03-30'])
  book = keep(book, [does('startDeadline', 'TM6')], on('2026-03-03'))
  expect(seen(book)).toEqual(['TM14 2026-03-30', 'TM6 2026-03-17'])
  book = keep(book, [does('pauseDeadlines')], on('2026-03-10'))
  expect(seen(book)).toEqual(['TM14 2026-03-30', 'TM6 5'])
  book = keep(book, [does('resumeDeadlines')], on('2026-03-20'))
  expect(seen(book)).toEqual(['TM14 2026-03-30', 'TM6 2026-03-27'])
  expect(seen(keep(book, [does('stopDeadline', 'TM14')], on('2026-03-21')))).toEqual(['TM6 2026-03-27'])
  expect(keep(book, [does('stopAllDeadlines')], on('2026-03-21'))).toEqual([])
})

test('a clock that starts while exercise is on hold stands still', () => {
  expect(seen(keep([], [does('startDeadline', 'TM7')], on('2026-03-02', { held: true, form: 'followUp' })))).toEqual(['TM7 10'])
  expect(seen(keep([], [does('startDeadline', 'reportDue')], on('2026-03-02', { held: true })))).toEqual(['reportDue 2026-03-16'])
})

test('consent is kept per recipient', () => {
  const first = keep([], [does('startDeadline', 'TM13')], on('2026-03-02', {}, { recipient: 'a' }))
  const both = keep(first, [does('startDeadline', 'TM13')], on('2026-04-02', {}, { recipient: 'b' }))
  expect(both.map(({ about, due }) => [about, due.on])).toEqual([
    ['a', '2028-03-02'],
    ['b', '2028-04-02'],
  ])
  expect(passingOf(both[0]!, rules)).toEqual({ type: 'consentExpired', recipient: 'a', occurredOn: '2028-03-02', by: 'system' })
  expect(keep(both, [does('stopDeadline', 'TM13')], on('2026-05-01', {}, { recipient: 'a' })).map(({ about }) => about)).toEqual([
    'b',
  ])
})

test('what has already passed when it starts is said on the day it starts', () => {
  const [row] = keep([], [does('startDeadline', 'TM12')], on('2026-03-02', { screenedOn: '2024-01-01' }))
  expect(row!.due.on).toBe('2025-01-01')
  expect(passingOf(row!, rules)).toMatchObject({ type: 'rescreeningDue', occurredOn: '2026-03-02' })
})

test('of several due rows the earliest comes first; what stands still waits', () => {
  const book = keep(
    [],
    [does('startDeadline', 'TM5'), does('startDeadline', 'TM4.U1'), does('startDeadline', 'TM6')],
    on('2026-03-02'),
  )
  const paused = keep(book, [does('pauseDeadlines')], on('2026-03-03'))
  expect(passedBy(paused, '2026-12-31').map(({ deadline }) => deadline)).toEqual(['TM4.U1', 'TM5'])
  expect(passedBy(paused, '2026-03-15').map(({ deadline }) => deadline)).toEqual(['TM4.U1'])
})

test('TM1 to TM14 are all there, each id once, each with words, an owner, somebody told, and a source', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const numbers = new Set(ids.flatMap((id) => /^TM\d+/.exec(id)?.[0] ?? []))
  expect([...numbers].sort()).toEqual(Array.from({ length: 14 }, (_, index) => `TM${index + 1}`).sort())
  for (const { words, why, source, owner, told } of rules) {
    expect([words.nl, words.en, why.nl, why.en, source, ownerWords(owner).nl]).not.toContain('')
    expect(told.length).toBeGreaterThan(0)
  }
})

test('where the dossier has no row, it is ten working days and called a local default', () => {
  const unnumbered = rules.filter(({ id }) => !id.startsWith('TM') && id !== 'clearanceReminder')
  expect(unnumbered.length).toBeGreaterThan(10)
  for (const { term, status } of unnumbered)
    expect([term, status]).toEqual([{ unit: 'workingDays', amount: 10 }, 'local default'])
})

test.each(rules)('the default of $id lies within its bounds', ({ term, bounds, varies }) => {
  const terms = [term, ...Object.values(varies?.terms ?? {})]
  for (const one of terms) {
    if (bounds === undefined || one.unit === 'immediately') continue
    expect(one.amount).toBeGreaterThanOrEqual(bounds.least)
    expect(one.amount).toBeLessThanOrEqual(bounds.most)
  }
})
