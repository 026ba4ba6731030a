// From what a case says to who hears it: whoever has that part today, in the order of the log, each matter once, and nothing after the end.
import ICAL from 'ical.js'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../src/domain/commands.ts'
import { bytesOf, parsedFrom } from '../../src/engine/bytes.ts'
import type { HookContents, MailContents } from '../../src/engine/delivery-contents.ts'
import { expand } from '../../src/engine/expand.ts'
import { insertAbsence } from '../../src/store/absences.ts'
import { statement } from '../../src/store/store.ts'
import { databases } from '../support/databases.ts'
import { screeningOf } from '../support/given-case.ts'
import { mailServer } from '../support/mail-server.ts'
import { type Sending, sendingEngine } from '../support/sending.ts'
import { done } from '../support/test-engine.ts'

const smtp = await mailServer()
afterAll(() => smtp.close())
beforeEach(() => smtp.clear())

const id = 'c1-a'
const payload = { assignmentId: id }
const byProvider = { role: 'socialProvider' } as const
const decide: Command = {
  type: 'recordDecision',
  payload: {
    way: 'assignment',
    assignmentId: id,
    intervention: 'inBalans',
    domain: 'social',
    providerId: 'club',
    offerId: 'offer-1',
    goal: 'dansen',
    consentGiven: true,
    redFlagsChecked: true,
    reasonForDeviation: 'wens',
  },
}

describe.each(databases)('$name', (database) => {
  let sending: Sending
  beforeEach(async () => {
    sending = await sendingEngine(await database.open())
  })
  const gives = async (command: Command, more: Parameters<Sending['send']>[2] = {}) =>
    done(await sending.send('c1', command, more))
  const lines = async () => {
    await sending.expandAll()
    return (await sending.deliveries()).map(({ target_id, kind }) => `${kind} ${target_id}`)
  }
  /** A case in which a decision was sent; what was said on the way is left out. */
  async function sent() {
    done(await sending.open('c1'))
    await gives({ type: 'startScreening', payload: { personAgrees: true } })
    await gives({ type: 'recordScreening', payload: { facts: screeningOf.moderate } })
    await gives(decide)
    await forget()
    await gives({ type: 'sendAssignment', payload })
  }
  const forget = async () => {
    await sending.expandAll()
    const { store } = sending.engine
    await store.commit([statement(store.build.deleteFrom('delivery'))])
  }

  test('a referral is for the contact of the offer; away, for the replacement; its answer is for the referrer', async () => {
    await sent()
    expect(await lines()).toEqual(['newAssignment sam'])
    await forget()
    const { store } = sending.engine
    await store.commit([
      insertAbsence(store.build, {
        id: 'away',
        account_id: 'sam',
        kind: 'absence',
        from_on: '2026-01-05',
        until_on: '2026-01-06',
        replacement_id: 'dee',
        note: bytesOf({ text: 'weg' }),
        state: 'planned',
        acknowledged_at: null,
        created_at: sending.engine.clock(),
        version: 1,
      }),
    ])
    await gives({ type: 'withdrawAssignment', payload: { ...payload, reason: 'verhuisd' } })
    // Taken away and told about it: one line for one matter.
    expect((await lines()).filter((line) => line.startsWith('assignmentGone'))).toEqual(['assignmentGone dee'])
  })

  test('whoever has no account is phoned: the practice nurse is asked to', async () => {
    done(await sending.open('c1'))
    await sending.expandAll()
    const { store } = sending.engine
    const row = (await store.read(store.build.selectFrom('outbox').selectAll().limit(1).compile()))[0]!
    await store.commit([
      statement(
        store.build.insertInto('outbox').values({
          ...row,
          id: 'planted',
          dedupe_key: 'planted',
          seq: 99,
          kind: 'askFallsDiary',
          recipient: 'person',
          state: 'waiting',
          payload: bytesOf({ ...parsedFrom<object>(row.payload), recipient: 'person' }),
        }),
      ),
    ])
    expect((await lines()).at(-1)).toBe('phone some-practiceNurse')
  })

  test('systems of the organisation hear that something changed, and not what', async () => {
    await sending.hook('hook-1', 'club', 'https://hooks.example.org/a')
    await sending.hook('hook-2', 'practice-1', 'https://hooks.example.org/b')
    await sent()
    await sending.expandAll()
    const rows = (await sending.deliveries()).filter(({ channel }) => channel === 'webhook')
    expect(rows.map(({ target_id }) => target_id)).toEqual(['hook-1'])
    const { body } = parsedFrom<HookContents>(rows[0]!.payload)
    expect(body).toEqual({
      type: 'assignment.changed',
      timestamp: '2026-01-05T09:00:00Z',
      data: { reference: expect.stringMatching(/^[0-9a-f]{32}$/), link: 'http://127.0.0.1:8080/v1/inbox' },
    })
    await forget()
    await gives({ type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } }, byProvider)
    await sending.expandAll()
    const accepted = (await sending.deliveries()).filter(({ channel }) => channel === 'webhook')
    expect(accepted.map(({ target_id }) => target_id)).toEqual(['hook-2'])
    expect(parsedFrom<HookContents>(accepted[0]!.payload).body.data.reference).toBe(body.data.reference)
  })

  test('a message that cannot be expanded is complained about, tried later, and keeps the rest of its case waiting, no other', async () => {
    await sent()
    const { store } = sending.engine
    const called = (kind: string) =>
      statement(
        store.build
          .updateTable('outbox')
          .set({ kind })
          .where('state', '=', 'waiting')
          .where('kind', 'in', ['sendReferral', 'nobodyKnows']),
      )
    await store.commit([called('nobodyKnows')])
    await gives({ type: 'withdrawAssignment', payload: { ...payload, reason: 'verhuisd' } })
    const complaints: string[] = []
    const round = () => expand(sending.engine, (what) => complaints.push(what))
    expect(await round()).toBe(0)
    expect(await round()).toBe(0)
    expect(complaints).toHaveLength(1)
    await store.commit([called('sendReferral')])
    expect(await round()).toBe(0)
    sending.minutes(1)
    await sending.expandAll()
    const kinds = (await sending.deliveries()).filter(({ target_id }) => target_id === 'sam').map(({ kind }) => kind)
    expect(kinds).toEqual(['newAssignment', 'assignmentGone'])
  })

  describe('when a case closes', () => {
    test('what was said before and not sent yet is stopped; the closing itself is still told', async () => {
      await sent()
      await sending.expandAll()
      await sending.tell('sam', { kind: 'attendance', caseId: 'c1' })
      await sending.tell('dee', { kind: 'attendance' })
      await gives({ type: 'recordEnd', payload: { what: 'died' } })
      sending.minutes(20)
      await sending.expandAll()
      sending.minutes(20)
      await sending.round(smtp.url)
      const rows = await sending.deliveries()
      expect(rows.map(({ kind, target_id, state }) => `${kind} ${target_id} ${state}`)).toEqual(
        expect.arrayContaining([
          'newAssignment sam stopped',
          'attendance sam stopped',
          'attendance dee sent',
          'assignmentGone sam sent',
        ]),
      )
      const toSam = (await smtp.mails()).filter(({ to }) => to?.[0]?.address === 'sam@people.example')
      expect(toSam.map(({ text }) => text!.split('\n')[2])).toEqual(['- Een opdracht is vervallen.'])
    })

    test('what nobody had expanded yet stays unsaid', async () => {
      await sent()
      await gives({ type: 'recordEnd', payload: { what: 'died' } })
      expect(await lines()).not.toContain('newAssignment sam')
    })
  })

  describe('a planned start', () => {
    const agendas = async () => {
      await sending.expandAll()
      await sending.round(smtp.url)
      const mails = (await smtp.mails()).filter(({ attachments }) => attachments.length > 0)
      return mails.map((mail) => {
        const file = mail.attachments.find(({ filename }) => filename === 'afspraak.ics')!
        const calendar = new ICAL.Component(ICAL.parse(Buffer.from(file.content as ArrayBuffer).toString()))
        for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
        const one = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
        return {
          to: mail.to?.[0]?.address?.split('@')[0],
          method: calendar.getFirstPropertyValue('method'),
          at: one.startDate.toJSDate().toISOString(),
          sequence: one.sequence,
          uid: one.uid,
        }
      })
    }
    const plan = (startsOn: string) => gives({ type: 'planStart', payload: { ...payload, startsOn } }, byProvider)
    const accepted = async () => {
      await sent()
      await gives({ type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } }, byProvider)
      await forget()
    }

    test('is put in the agenda, moved and taken out: one name, counting up', async () => {
      await accepted()
      await plan('2026-01-19')
      await agendas()
      await plan('2026-01-26')
      await agendas()
      await gives({ type: 'withdrawAssignment', payload: { ...payload, reason: 'verhuisd' } })
      const all = await agendas()
      expect(all).toMatchObject([
        { to: 'sam', method: 'REQUEST', at: '2026-01-19T09:30:00.000Z', sequence: 0 },
        { to: 'sam', method: 'REQUEST', at: '2026-01-26T09:30:00.000Z', sequence: 1 },
        { to: 'sam', method: 'CANCEL', at: '2026-01-26T09:30:00.000Z', sequence: 2 },
      ])
      expect(new Set(all.map(({ uid }) => uid)).size).toBe(1)
      expect(all[0]!.uid).toMatch(/^[0-9a-f]{32}@valpad$/)
    })

    test('is taken out too when the case closes', async () => {
      await accepted()
      await plan('2026-01-19')
      await agendas()
      await gives({ type: 'recordEnd', payload: { what: 'died' } })
      expect((await agendas()).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL'])
    })

    test('handed over, it leaves one agenda and enters the other', async () => {
      await accepted()
      await plan('2026-01-19')
      await agendas()
      await gives({ type: 'handOverAssignment', payload: { ...payload, to: 'dee' } }, byProvider)
      expect((await agendas()).slice(1)).toMatchObject([
        { to: 'sam', method: 'CANCEL', sequence: 1 },
        { to: 'dee', method: 'REQUEST', sequence: 1 },
      ])
    })
  })

  test('mails to one account about one case keep their order when one of them fails', async () => {
    await sent()
    await sending.expandAll()
    await sending.tell('sam', { kind: 'attendance', caseId: 'c1', linkId: 'l1' })
    await sending.tell('sam', { kind: 'attendance', linkId: 'l2' })
    await sending.tell('sam', { kind: 'handover', caseId: 'c1' })
    smtp.behave('takeAndRefuse')
    const subjects = async () => (await smtp.mails()).map(({ text }) => /- (.*)/.exec(text!)![1])
    // The link pushes what came before it in its case out; that fails.
    await sending.round(smtp.url)
    expect(await subjects()).toEqual(['Er is een nieuwe opdracht voor u.'])
    sending.minutes(0.25)
    await sending.round(smtp.url)
    // Only the one of no case may go.
    expect(
      (await sending.deliveries())
        .filter(({ state }) => state === 'sent')
        .map(({ payload: bytes }) => parsedFrom<MailContents>(bytes).linkId),
    ).toEqual(['l2'])
    sending.minutes(20)
    await sending.round(smtp.url)
    expect((await sending.deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent'])
    expect((await subjects()).slice(2)).toEqual([
      'Er is een nieuwe opdracht voor u.',
      'Vul in wie er was.',
      'U neemt werk over van een collega. Lees en bevestig.',
    ])
  })
})
