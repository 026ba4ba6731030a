// The verbs: what each guards and in which order each answers, on every database.
import { describe, expect, test } from 'vitest'
import { accessLine, accessToPerson } from '../../src/store/access-log.ts'
import {
  assignmentsOf,
  changeAssignment,
  discardAssignments,
  insertAssignment,
  loadAssignment,
} from '../../src/store/assignments.ts'
import { allCaseIds, appendEvents, casesOfPerson, insertCase, loadCase, moveCase } from '../../src/store/cases.ts'
import { findCommand, rememberCommand } from '../../src/store/commands.ts'
import { dueDeadlines, markFired, pendingDeadlines, putDeadline, stopDeadline } from '../../src/store/deadlines.ts'
import { discardDrafts, draftsOf, putDraft } from '../../src/store/drafts.ts'
import { changeOffer, insertOffer, offersPage } from '../../src/store/offers.ts'
import {
  allAccounts,
  changeOrganisation,
  insertAccount,
  insertOrganisation,
  loadAccount,
  loadOrganisation,
  organisationsOf,
} from '../../src/store/organisations.ts'
import {
  addToOutbox,
  markDead,
  markFailed,
  markSent,
  messagesOfCase,
  secondsBeforeRetry,
  waitingMessages,
} from '../../src/store/outbox.ts'
import { changePerson, insertPerson, loadPerson, personsOfPractice } from '../../src/store/persons.ts'
import { type Statement, type Store, statement } from '../../src/store/store.ts'
import type { AccountRow, AssignmentRow, CommandRow, OfferRow, WorklistRow } from '../../src/store/tables.ts'
import { discardWorklist, putWorklistLine, type WorklistCursor, worklistPage } from '../../src/store/worklist.ts'
import { databases } from '../support/databases.ts'
import { aCase, aDeadline, aDraft, aLine, aLog, aMessage, anAccess, aPerson, aPractice, at, bytes, withCases } from './rows.ts'

const lost = { ok: false, statement: 0, rows: 0 }
const done = { ok: true }

describe.each(databases)('$name', ({ open }) => {
  test('a kept text is the one that would be built', async () => {
    const { build } = await open()
    const { case_id: _, ...line } = aLine()
    const { id: __, ...deadline } = aDeadline()
    const built = [
      build.insertInto('case_event').values(aLog(3)),
      build.insertInto('case_event').values(aLog(40)),
      build
        .insertInto('worklist')
        .values(aLine())
        .onConflict((conflict) => conflict.column('case_id').doUpdateSet(line)),
      build
        .insertInto('deadline')
        .values(aDeadline())
        .onConflict((conflict) => conflict.column('id').doUpdateSet(deadline)),
      build
        .updateTable('care_case')
        .set({ seq: 2, head_hash: bytes('h'), state: bytes('s'), stage: 'stage', changed_at: at })
        .where('id', '=', 'case')
        .where('seq', '=', 1),
    ].map((query, index) => statement(query, [3, 40, 1, 1, 1][index]))
    const move = { id: 'case', fromSeq: 1, toSeq: 2, state: bytes('s'), headHash: bytes('h'), stage: 'stage', changedAt: at }
    const kept = () => [
      appendEvents(build, aLog(3)),
      appendEvents(build, aLog(40)),
      putWorklistLine(build, aLine()),
      putDeadline(build, aDeadline()),
      moveCase(build, move),
    ]
    expect(kept()).toEqual(built)
    expect(kept()).toEqual(built)
  })

  const openWithCase = async (...ids: string[]): Promise<Store> => {
    const store = await open()
    expect(await store.commit(withCases(store.build, ...(ids.length === 0 ? ['case'] : ids).map((id) => aCase({ id }))))).toEqual(
      done,
    )
    return store
  }
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

  test('cases: by id, by person in the order of opening, and all of them page by page', async () => {
    const store = await openWithCase('b', 'a', 'd', 'c')
    expect(await loadCase(store, 'a')).toEqual(aCase({ id: 'a' }))
    expect(await loadCase(store, 'x')).toBeNull()
    await store.commit([insertCase(store.build, aCase({ id: 'again', reopened_from: 'a', opened_on: '2026-01-01' }))])
    expect(ids(await casesOfPerson(store, aPerson.id))).toEqual(['again', 'a', 'b', 'c', 'd'])
    expect(await allCaseIds(store, null, 2)).toEqual(['a', 'again'])
    expect(await allCaseIds(store, 'again', 9)).toEqual(['b', 'c', 'd'])
  })

  test('commands: remembered once, with the answer byte for byte', async () => {
    const store = await openWithCase()
    const row: CommandRow = {
      actor_id: 'nurse',
      idempotency_key: 'key',
      request_hash: 'abc',
      status: 200,
      answer: Buffer.from([0, 255, 10]),
      created_at: at,
    }
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.commit([rememberCommand(store.build, row)])))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await findCommand(store, 'nurse', 'key')).toEqual(row)
    expect(await findCommand(store, 'doctor', 'key')).toBeNull()
    expect(await store.commit([rememberCommand(store.build, { ...row, actor_id: 'doctor' })])).toEqual(done)
  })

  test('deadlines: due to the second, in order, not while they stand still; fired or stopped once', async () => {
    const store = await openWithCase('case', 'other')
    const put = (id: string, dueAt: string, paused: number | null = null, caseId = 'case') =>
      putDeadline(store.build, aDeadline({ id, due_at: dueAt, paused_days: paused, case_id: caseId }))
    await store.commit([
      put('c', '2026-11-09T17:00:00Z'),
      put('a', '2026-11-09T17:00:00.900Z'),
      put('b', '2026-11-08T17:00:00Z', null, 'other'),
      put('paused', '2026-11-01T17:00:00Z', 4),
      put('later', '2026-11-09T17:00:01Z'),
    ])
    expect(ids(await dueDeadlines(store, '2026-11-09T16:59:59.999Z', 9))).toEqual(['b'])
    for (const now of ['2026-11-09T17:00:00Z', '2026-11-09T17:00:00.000Z', '2026-11-09T18:00:00+01:00'])
      expect(ids(await dueDeadlines(store, now, 9))).toEqual(['b', 'a', 'c'])
    expect(ids(await dueDeadlines(store, '2026-12-01T00:00:00Z', 2))).toEqual(['b', 'a'])
    expect(ids(await pendingDeadlines(store, 'case'))).toEqual(['paused', 'a', 'c', 'later'])

    expect(await store.commit([markFired(store.build, 'a')])).toEqual(done)
    expect(await store.commit([markFired(store.build, 'a')])).toEqual(lost)
    expect(await store.commit([stopDeadline(store.build, 'c')])).toEqual(done)
    expect(await store.commit([markFired(store.build, 'c')])).toEqual(lost)
    expect(await store.commit([put('paused', '2026-11-20T17:00:00Z')])).toEqual(done)
    expect(ids(await dueDeadlines(store, '2026-12-01T00:00:00Z', 9))).toEqual(['b', 'later', 'paused'])
  })

  test('outbox: in the order of the log, tried later and later, sent once, and every message once', async () => {
    const store = await openWithCase('case', 'other')
    await store.commit([addToOutbox(store.build, [aMessage({ id: 'b' }), aMessage({ id: 'a', effect_no: 1 })])])
    await store.commit([addToOutbox(store.build, [aMessage({ id: 'c', case_id: 'other' })])])
    expect(await store.commit([addToOutbox(store.build, [aMessage({ id: 'd', dedupe_key: 'a' })])])).toEqual(lost)
    const [first, second] = await waitingMessages(store, at, 9)
    expect([first!.id, second!.id]).toEqual(['b', 'a'])
    expect(await waitingMessages(store, '2026-11-02T08:59:59Z', 9)).toEqual([])

    expect(await store.commit([markFailed(store.build, first!, at)])).toEqual(done)
    expect(await store.commit([markSent(store.build, first!, at)])).toEqual(lost)
    // What comes after it in the same case waits for it; another case does not.
    expect(ids(await waitingMessages(store, '2026-11-02T09:00:29Z', 9))).toEqual(['c'])
    expect(ids(await waitingMessages(store, '2026-11-02T09:00:30Z', 9))).toEqual(['c', 'b'])
    const [, again] = await waitingMessages(store, '2026-11-02T09:00:30Z', 9)
    expect(await store.commit([markSent(store.build, again!, at)])).toEqual(done)
    expect(await store.commit([markDead(store.build, second!)])).toEqual(done)
    expect(ids(await waitingMessages(store, '2027-01-01T00:00:00Z', 9))).toEqual(['c'])
    expect((await messagesOfCase(store, 'case')).map(({ id, state, attempt }) => [id, state, attempt])).toEqual([
      ['b', 'sent', 2],
      ['a', 'dead', 1],
    ])
  })

  test('access log: a line once, latest first', async () => {
    const store = await openWithCase()
    for (const [id, day] of [
      ['a', '01'],
      ['b', '03'],
      ['c', '03'],
      ['d', '02'],
    ] as const)
      await store.commit([accessLine(store.build, anAccess({ id, at: `2026-11-${day}T09:00:00Z` }))])
    await store.commit([accessLine(store.build, anAccess({ id: 'else', person_id: 'somebody else' }))])
    expect(await store.commit([accessLine(store.build, anAccess({ id: 'a' }))])).toEqual(lost)
    const page = await accessToPerson(store, 'person', 2)
    expect(ids(page)).toEqual(['c', 'b'])
    expect(ids(await accessToPerson(store, 'person', 9, page[1]!))).toEqual(['d', 'a'])
  })

  test('drafts: the next revision only, an operation once, two people beside each other', async () => {
    const store = await openWithCase()
    const put = (row: Parameters<typeof aDraft>[0]) => store.commit([putDraft(store.build, aDraft(row))])
    expect(await put({})).toEqual(done)
    expect(await put({ operation_id: 'o2' })).toEqual(lost)
    expect(await put({ revision: 3, operation_id: 'o3' })).toEqual(lost)
    expect(await put({ actor_id: 'doctor' })).toEqual(lost)
    expect(await put({ actor_id: 'doctor', operation_id: 'o4', value: bytes('2') })).toEqual(done)
    const next = Array.from({ length: 10 }, (_, n) => put({ revision: 2, operation_id: `next ${n}`, value: bytes(`${n}`) }))
    expect((await Promise.all(next)).filter(({ ok }) => ok)).toHaveLength(1)
    expect((await draftsOf(store, 'case')).map(({ actor_id, revision }) => [actor_id, revision])).toEqual([
      ['doctor', 1],
      ['nurse', 2],
    ])
    await store.commit([discardDrafts(store.build, 'case')])
    expect(await draftsOf(store, 'case')).toEqual([])
  })

  test('what has a version changes from the version before only', async () => {
    const store = await openWithCase()
    const { build } = store
    const account: AccountRow = {
      id: 'nurse',
      organisation_id: aPractice.id,
      role: 'practiceNurse',
      details: bytes('{}'),
      active: 1,
      login: 1,
      left_on: null,
      last_seen_on: null,
      version: 1,
    }
    const offer: OfferRow = {
      id: 'offer',
      organisation_id: aPractice.id,
      code: 'inBalans',
      municipality: 'Aalsmeer',
      domain: 'care',
      details: bytes('{}'),
      version: 1,
      valid_from: '2026-01-01',
      valid_until: null,
      location_id: null,
      contact_id: null,
      deputy_id: null,
      owner_id: null,
      certificate_until: null,
      last_checked_on: null,
      next_check_on: null,
    }
    const assignment: AssignmentRow = {
      id: 'assignment',
      case_id: 'case',
      kind: 'primary',
      code: 'inBalans',
      provider_id: null,
      state: 'offered',
      version: 1,
      details: bytes('{}'),
      changed_at: at,
      person_id: 'person',
      practice_id: aPractice.id,
      municipality: 'Aalsmeer',
      referrer_id: null,
      offer_id: null,
      run_id: null,
      holder_id: null,
      tab: 'new',
      sent_on: null,
      next_due_at: null,
    }
    await store.commit([insertAccount(build, account), insertOffer(build, offer), insertAssignment(build, assignment)])
    const changes: ((version: number) => Statement)[] = [
      (version) => changePerson(build, { ...aPerson, municipality: 'Diemen', version }),
      (version) => changeOrganisation(build, { ...aPractice, municipality: 'Diemen', version }),
      (version) => changeOffer(build, { ...offer, valid_until: '2026-06-30', version }),
      (version) => changeAssignment(build, { ...assignment, state: 'accepted', version }, version - 1),
    ]
    for (const change of changes) {
      expect(await store.commit([change(3)])).toEqual(lost)
      expect(await store.commit([change(2)])).toEqual(done)
      expect(await store.commit([change(2)])).toEqual(lost)
    }
    expect(await loadPerson(store, aPerson.id)).toEqual({ ...aPerson, municipality: 'Diemen', version: 2 })
    expect(await loadOrganisation(store, aPractice.id)).toMatchObject({ municipality: 'Diemen', version: 2 })
    expect(await loadAssignment(store, 'assignment')).toMatchObject({ state: 'accepted', version: 2 })
    expect(await loadAccount(store, 'nurse')).toEqual(account)
    expect(ids(await allAccounts(store))).toEqual(['nurse'])
    expect(ids(await organisationsOf(store, 'practice'))).toEqual(['practice'])
    const offersOn = (on: string) => offersPage(store, { municipality: 'Aalsmeer', on }, null, 9)
    expect(ids(await offersOn('2026-06-30'))).toEqual(['offer'])
    expect(await offersOn('2026-07-01')).toEqual([])
    expect(await offersOn('2025-12-31')).toEqual([])
    expect(ids(await assignmentsOf(store, 'case'))).toEqual(['assignment'])
    await store.commit([discardAssignments(build, 'case')])
    expect(await assignmentsOf(store, 'case')).toEqual([])
    expect(await store.commit([insertOrganisation(build, aPractice)])).toEqual(lost)
  })

  test('persons of a practice, page by page', async () => {
    const store = await openWithCase()
    await store.commit(['p1', 'p2', 'p3'].map((id) => insertPerson(store.build, { ...aPerson, id })))
    expect(ids(await personsOfPractice(store, aPractice.id, null, 3))).toEqual(['p1', 'p2', 'p3'])
    expect(ids(await personsOfPractice(store, aPractice.id, 'p3', 3))).toEqual(['person'])
    expect(await personsOfPractice(store, 'another', null, 3)).toEqual([])
  })

  test('worklist: each line once, the most urgent first, while lines are added and changed', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `c${String(n).padStart(2, '0')}`)
    const store = await openWithCase(...names)
    const line = (n: number): WorklistRow =>
      aLine({
        case_id: names[n]!,
        owner: n % 7 === 0 ? 'coordinator' : 'practiceNurse',
        next_due_at: n % 5 === 0 ? null : `2026-11-${String(10 + (n % 4)).padStart(2, '0')}T17:00:00Z`,
      })
    const mine = names.map((_, n) => line(n)).filter(({ owner }) => owner === 'practiceNurse')
    const [early, late] = [mine.filter((_, n) => n % 3 !== 0), mine.filter((_, n) => n % 3 === 0)]
    const others = names.map((_, n) => line(n)).filter(({ owner }) => owner !== 'practiceNurse')
    await store.commit([...early, ...others].map((row) => putWorklistLine(store.build, row)))

    const seen: WorklistRow[] = []
    let after: WorklistCursor | null = null
    for (let page = 0; page < 40; page += 1) {
      const rows: WorklistRow[] = await worklistPage(store, { owner: 'practiceNurse', practice_id: 'practice' }, after, 5)
      seen.push(...rows)
      if (rows.length < 5) break
      after = rows.at(-1)!
      const added = late[page]
      if (added !== undefined) await store.commit([putWorklistLine(store.build, added)])
      await store.commit([putWorklistLine(store.build, { ...rows[0]!, stage: 'seen' })])
    }
    const seenIds = seen.map(({ case_id }) => case_id)
    expect(new Set(seenIds).size).toBe(seenIds.length)
    expect(seenIds).toEqual(expect.arrayContaining(early.map(({ case_id }) => case_id)))
    expect(seen.every(({ owner }) => owner === 'practiceNurse')).toBe(true)
    const order = seen.map(({ next_due_at, case_id }) => `${next_due_at ?? 'later'} ${case_id}`)
    expect(order).toEqual([...order].sort())

    // A red flag comes first, page by page; with `heldOfAll` whoever's move it is.
    await store.commit([others[0]!, mine[40]!].map((row) => putWorklistLine(store.build, { ...row, held: 1 })))
    const first = await worklistPage(store, { owner: 'practiceNurse' }, null, 2, true)
    expect(new Set(ids(first.map(({ case_id }) => ({ id: case_id }))))).toEqual(new Set([others[0]!.case_id, mine[40]!.case_id]))
    const second = await worklistPage(store, { owner: 'practiceNurse' }, first[1]!, 3, true)
    expect(second.map(({ held }) => held)).toEqual([0, 0, 0])
    expect((await worklistPage(store, { owner: 'practiceNurse' }, null, 2)).map(({ held }) => held)).toEqual([1, 0])

    const afresh = await worklistPage(store, { owner: 'practiceNurse' }, null, 100)
    expect(afresh.length).toBeGreaterThan(early.length)
    await store.commit([discardWorklist(store.build)])
    expect(await worklistPage(store, {}, null, 100)).toEqual([])
  })
})

test('the pause before the next attempt doubles and has an end', () => {
  expect([1, 2, 3, 9, 10, 11, 50].map(secondsBeforeRetry)).toEqual([30, 60, 120, 7680, 15_360, 21_600, 21_600])
})
