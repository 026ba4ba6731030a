// Whose work it is today: whatever the absences, departures and silences, the walk ends with somebody who can be reached.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPeriod, addWorkingDays } from '../../src/domain/calendar.ts'
import {
  type Absence,
  type Contact,
  type Directory,
  goneAtTheEnd,
  reach,
  silentAfterWorkingDays,
} from '../../src/domain/responsibility.ts'

const today = '2026-03-30'
const here = (id: string, more: Partial<Contact> = {}): Contact => ({
  id,
  organisationId: 'o',
  active: true,
  leftOn: null,
  lastSeenOn: today,
  ...more,
})
const away = (accountId: string, replacementId: string, kind: Absence['kind'] = 'absence'): Absence => ({
  accountId,
  kind,
  fromOn: '2026-03-01',
  untilOn: kind === 'absence' ? '2026-04-30' : null,
  replacementId,
})
const directory = (
  contacts: readonly Contact[],
  absences: readonly Absence[] = [],
  lastResort: readonly string[] = [],
): Directory => ({
  contacts: new Map(contacts.map((one) => [one.id, one])),
  absences: new Map(absences.map((one) => [one.accountId, one])),
  lastResort,
})

describe('whose work is to be handed over', () => {
  const closed = here('a', { active: false })
  const left = here('a', { leftOn: today })
  const ends = (people: Directory) => goneAtTheEnd(people, 'a', today)

  test('of who left or is closed, when nobody stands in', () => {
    expect([ends(directory([closed])), ends(directory([left]))]).toEqual(['a', 'a'])
  })

  test('of the successor, when that one is not there any more either', () => {
    const people = [left, here('b', { active: false })]
    expect(ends(directory(people, [away('a', 'b', 'departure')]))).toBe('b')
  })

  test('of nobody, when it leads to somebody, to who is silent, or round', () => {
    expect(ends(directory([here('a')]))).toBe(null)
    expect(ends(directory([closed, here('b')], [away('a', 'b')]))).toBe(null)
    expect(ends(directory([here('a', { lastSeenOn: '2026-01-01' })]))).toBe(null)
    expect(ends(directory([here('a'), here('b')], [away('a', 'b'), away('b', 'a')]))).toBe(null)
    expect(ends(directory([]))).toBe(null)
  })
})

describe('one walk', () => {
  test('the first of the chain who is there has it', () => {
    expect(reach(directory([here('a'), here('b')]), ['a', 'b'], today)).toEqual({ accountId: 'a', passed: [], lastResort: false })
  })

  test('who is away is followed to the replacement, and to the replacement of that one, before the deputy is asked', () => {
    const people = directory([here('a'), here('b'), here('c'), here('deputy')], [away('a', 'b'), away('b', 'c')])
    expect(reach(people, ['a', 'deputy'], today)).toEqual({
      accountId: 'c',
      passed: [
        { accountId: 'a', why: 'absent' },
        { accountId: 'b', why: 'absent' },
      ],
      lastResort: false,
    })
  })

  test('who left is followed to the successor, also once the account is closed', () => {
    const left = here('a', { leftOn: '2026-03-30', active: false })
    expect(reach(directory([left, here('b')], [away('a', 'b', 'departure')]), ['a'], today)).toMatchObject({
      accountId: 'b',
      passed: [{ accountId: 'a', why: 'departed' }],
    })
    expect(reach(directory([here('a', { leftOn: '2026-03-31' })]), ['a'], today).accountId).toBe('a')
  })

  test('replacements in a circle lead on to the deputy, and each is asked once', () => {
    const people = directory([here('a'), here('b'), here('deputy')], [away('a', 'b'), away('b', 'a')])
    expect(reach(people, ['a', 'b', 'a', 'deputy'], today)).toEqual({
      accountId: 'deputy',
      passed: [
        { accountId: 'a', why: 'absent' },
        { accountId: 'b', why: 'absent' },
      ],
      lastResort: false,
    })
  })

  test.each([
    { who: 'nobody we know', contacts: [], why: 'unknown' },
    { who: 'a closed account', contacts: [here('a', { active: false })], why: 'disabled' },
    {
      who: 'somebody silent for fifteen working days, over Easter and in summer time',
      contacts: [here('a', { lastSeenOn: '2026-03-09' })],
      why: 'silent',
    },
  ])('$who is passed over, with the reason', ({ contacts, why }) => {
    const people = directory([...contacts, here('coordinator')], [], ['coordinator'])
    expect(reach(people, ['a'], today)).toEqual({ accountId: 'coordinator', passed: [{ accountId: 'a', why }], lastResort: true })
  })

  test('one working day before that, or with answers by link only, silence says nothing', () => {
    const edge = '2026-03-10'
    expect(addWorkingDays(edge, silentAfterWorkingDays) > today).toBe(true)
    expect(reach(directory([here('a', { lastSeenOn: edge })]), ['a'], today).accountId).toBe('a')
    expect(reach(directory([here('a', { lastSeenOn: null })]), ['a'], today).accountId).toBe('a')
  })

  test('a silent last resort is better than nobody; a closed one is nobody', () => {
    const silent = here('coordinator', { lastSeenOn: '2025-01-01' })
    expect(reach(directory([silent], [], ['coordinator']), ['x'], today)).toEqual({
      accountId: 'coordinator',
      passed: [{ accountId: 'x', why: 'unknown' }],
      lastResort: true,
    })
    expect(reach(directory([here('coordinator', { active: false })], [], ['coordinator']), [], today).accountId).toBeNull()
  })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const anyId = fc.constantFrom(...ids, 'stranger')
const anyContact = (id: string): fc.Arbitrary<Contact> =>
  fc.record({
    id: fc.constant(id),
    organisationId: fc.constant('o'),
    active: fc.boolean(),
    leftOn: fc.constantFrom(null, null, '2026-03-01', today, addPeriod(today, 1, 'days')),
    lastSeenOn: fc.constantFrom(null, today, '2026-03-09', '2020-01-01'),
  })
const anyAbsence = (accountId: string): fc.Arbitrary<Absence | null> =>
  fc.oneof(
    fc.constant(null),
    fc
      .record({ replacementId: anyId, kind: fc.constantFrom('absence' as const, 'departure' as const) })
      .map((one) => away(accountId, one.replacementId, one.kind)),
  )
const anyDirectory: fc.Arbitrary<Directory> = fc
  .tuple(fc.tuple(...ids.map(anyContact)), fc.tuple(...ids.map(anyAbsence)), fc.array(anyId, { maxLength: 3 }))
  .map(([contacts, absences, lastResort]) =>
    directory(
      contacts,
      absences.filter((one) => one !== null),
      lastResort,
    ),
  )
const anyChain = fc.array(anyId, { maxLength: 6 })
const isGone = ({ contacts, absences }: Directory, id: string): boolean => {
  const contact = contacts.get(id)
  return contact === undefined || !contact.active || (contact.leftOn !== null && contact.leftOn <= today) || absences.has(id)
}

describe('always', () => {
  test('whoever is named is known, active, here and not away; and nobody is asked twice', () => {
    fc.assert(
      fc.property(anyDirectory, anyChain, (people, chain) => {
        const { accountId, passed } = reach(people, chain, today)
        if (accountId !== null) expect(isGone(people, accountId)).toBe(false)
        const asked = [...passed.map((one) => one.accountId), ...(accountId === null ? [] : [accountId])]
        expect(new Set(asked).size).toBe(asked.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('with somebody present in the last resort there is always somebody, silent or not', () => {
    fc.assert(
      fc.property(anyDirectory, anyChain, fc.constantFrom(null, today, '2020-01-01'), (people, chain, lastSeenOn) => {
        const safe: Directory = {
          contacts: new Map([...people.contacts, ['coordinator', here('coordinator', { lastSeenOn })]]),
          absences: people.absences,
          lastResort: [...people.lastResort, 'coordinator'],
        }
        expect(reach(safe, chain, today).accountId).not.toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  test('one more absence, of whoever you like, never loses the work as long as its replacement is there', () => {
    fc.assert(
      fc.property(anyDirectory, anyChain, anyId, anyId, (people, chain, who, replacement) => {
        const before = reach(people, chain, today)
        const isThere = !isGone(people, replacement) && (people.contacts.get(replacement)?.lastSeenOn ?? today) === today
        fc.pre(before.accountId !== null && replacement !== who && isThere)
        const more = { ...people, absences: new Map([...people.absences, [who, away(who, replacement)]]) }
        expect(reach(more, chain, today).accountId).not.toBeNull()
      }),
      { numRuns: 2000 },
    )
  })
})
