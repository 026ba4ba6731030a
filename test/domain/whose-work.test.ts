// Whose work it is, part by part; and the filter of an inbox finds exactly the rows of which the chain says that they are somebody's.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Owner } from '../../src/domain/machine-definition.ts'
import type { Absence } from '../../src/domain/responsibility.ts'
import type { Role } from '../../src/domain/role.ts'
import { type Colleague, coveredBy, type OfferContacts, type People, whoHas } from '../../src/domain/whose-work.ts'

const today = '2026-03-30'
const someone = (id: string, organisationId: string, role: Role, more: Partial<Colleague> = {}): Colleague => ({
  id,
  organisationId,
  role,
  active: true,
  login: true,
  leftOn: null,
  lastSeenOn: today,
  ...more,
})

const staff = [
  someone('nurse', 'practice', 'practiceNurse'),
  someone('second nurse', 'practice', 'practiceNurse'),
  someone('assistant', 'practice', 'practiceAssistant'),
  someone('doctor', 'practice', 'generalPractitioner'),
  someone('nurse elsewhere', 'other practice', 'practiceNurse'),
  someone('contact', 'club', 'socialProvider'),
  someone('deputy', 'club', 'socialProvider'),
  someone('coach', 'club', 'communitySportCoach'),
  someone('chief', 'club', 'welfareWorker'),
  someone('coordinator', 'coalition', 'coordinator'),
]

function peopleOf(
  contacts: readonly Colleague[],
  absences: readonly Absence[] = [],
  offers = [['course', 'contact', 'deputy']],
): People {
  const offer = ([id, contactId = null, deputyId = null]: (string | null)[]): [string, OfferContacts] => [
    id!,
    { organisationId: 'club', contactId, deputyId },
  ]
  return {
    today,
    contacts: new Map(contacts.map((one) => [one.id, one])),
    colleagues: Map.groupBy(contacts, ({ organisationId }) => organisationId),
    organisations: new Map([
      ['practice', { kind: 'practice', coordinatorId: null }],
      ['club', { kind: 'provider', coordinatorId: 'chief' }],
    ]),
    offers: new Map(offers.map(offer)),
    absences: new Map(absences.map((one) => [one.accountId, one])),
    lastResort: ['coordinator'],
  }
}

const work = { practiceId: 'practice', providerId: 'club', offerId: 'course', holderId: null, referrerId: 'second nurse' }
const gone = (...ids: string[]) => staff.map((one) => (ids.includes(one.id) ? { ...one, active: false } : one))

describe('each part', () => {
  test.each<{ part: Owner; first: string; without: string[]; next: string }>([
    { part: 'provider', first: 'contact', without: ['contact'], next: 'deputy' },
    { part: 'provider', first: 'contact', without: ['contact', 'deputy'], next: 'chief' },
    { part: 'provider', first: 'contact', without: ['contact', 'deputy', 'chief'], next: 'coordinator' },
    { part: 'referrer', first: 'second nurse', without: ['second nurse'], next: 'nurse' },
    { part: 'referrer', first: 'second nurse', without: ['second nurse', 'nurse'], next: 'doctor' },
    { part: 'practiceNurse', first: 'second nurse', without: ['second nurse', 'nurse', 'doctor'], next: 'coordinator' },
    { part: 'screener', first: 'second nurse', without: ['second nurse'], next: 'nurse' },
    { part: 'person', first: 'second nurse', without: ['second nurse'], next: 'nurse' },
    { part: 'informalCarer', first: 'second nurse', without: ['second nurse'], next: 'nurse' },
    { part: 'signaller', first: 'second nurse', without: ['second nurse'], next: 'nurse' },
    { part: 'practiceAssistant', first: 'assistant', without: ['assistant'], next: 'second nurse' },
    { part: 'generalPractitioner', first: 'doctor', without: ['doctor'], next: 'nurse' },
    { part: 'communitySportCoach', first: 'coach', without: ['coach'], next: 'second nurse' },
    { part: 'districtNurse', first: 'second nurse', without: ['second nurse'], next: 'nurse' },
    { part: 'coordinator', first: 'coordinator', without: ['contact'], next: 'coordinator' },
  ])('$part: $first, and without $without $next', ({ part, first, without, next }) => {
    expect(whoHas(peopleOf(staff), part, work).accountId).toBe(first)
    expect(whoHas(peopleOf(gone(...without)), part, work).accountId).toBe(next)
  })

  test('a holder has it before the contact; who put the person forward hears of it; a referrer of another practice is not asked there', () => {
    expect(whoHas(peopleOf(staff), 'provider', { ...work, holderId: 'coach' }).accountId).toBe('coach')
    expect(whoHas(peopleOf(staff), 'signaller', { ...work, signallerId: 'chief' }).accountId).toBe('chief')
    const moved = { ...work, referrerId: 'nurse elsewhere' }
    expect(whoHas(peopleOf(staff), 'practiceNurse', moved).accountId).toBe('nurse')
    expect(whoHas(peopleOf(staff), 'referrer', moved).accountId).toBe('nurse elsewhere')
  })

  test('an empty id is nobody, not somebody without a name', () => {
    const { accountId, passed } = whoHas(peopleOf(staff), 'provider', { ...work, holderId: '', offerId: '' })
    expect([accountId, passed]).toEqual(['chief', []])
  })
})

const ids = staff.map(({ id }) => id)
const anyOf = (...more: (string | null)[]) => fc.constantFrom<string | null>(...ids, ...more)
const anyPeople: fc.Arbitrary<People> = fc
  .record({
    closed: fc.subarray(ids, { maxLength: 5 }),
    silent: fc.subarray(ids, { maxLength: 4 }),
    away: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 5 }),
    offers: fc.array(fc.tuple(anyOf(null), anyOf(null)), { maxLength: 4 }),
  })
  .map(({ closed, silent, away, offers }) =>
    peopleOf(
      staff.map((one) => ({
        ...one,
        active: !closed.includes(one.id),
        lastSeenOn: silent.includes(one.id) ? '2026-01-01' : today,
      })),
      away.map(([accountId, replacementId]) => ({
        accountId,
        replacementId,
        kind: 'absence' as const,
        fromOn: today,
        untilOn: null,
      })),
      offers.map(([contact, deputy], index) => [`offer ${index}`, contact, deputy]) as string[][],
    ),
  )

test('the filter of an inbox finds exactly the rows that are somebody’s, whatever the absences', () => {
  fc.assert(
    fc.property(anyPeople, anyOf(null), fc.constantFrom(null, 'offer 0', 'offer 1', 'offer 2'), (people, holderId, wanted) => {
      const offerId = wanted !== null && people.offers.has(wanted) ? wanted : null
      const has = whoHas(people, 'provider', { ...work, offerId, holderId }).accountId
      for (const id of ids) {
        const { holders, lost, offers, organisations } = coveredBy(people, id)
        const mine =
          (holderId !== null && holders.includes(holderId)) ||
          ((holderId === null || lost.includes(holderId)) &&
            (offerId === null ? organisations.includes('club') : offers.includes(offerId)))
        expect([id, mine]).toEqual([id, has === id])
      }
    }),
    { numRuns: 1000 },
  )
})
