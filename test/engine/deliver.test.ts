// Many messages, many faults, several senders: each arrives at least once, repeats are the same, and of one case nothing overtakes.
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../src/cli/seeding.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { type Carrier, deliver } from '../../src/engine/deliver.ts'
import { addDelivery, mostAttempts } from '../../src/store/deliveries.ts'
import { databases } from '../support/databases.ts'
import { sendingEngine } from '../support/sending.ts'

describe.each(databases)('$name', (database) => {
  test('three hundred messages with one fault in five', { timeout: 60_000 }, async () => {
    const sending = await sendingEngine(await database.open())
    const { engine } = sending
    const { store } = engine
    const cases = Array.from({ length: 12 }, (_, index) => `c${index}`)
    for (const caseId of cases) await sending.open(caseId)
    const random = randomFrom('faults')
    const pick = <Some>(all: readonly Some[]): Some => all[Math.floor(random() * all.length)]!
    const rows = Array.from({ length: 300 }, (_, index) => {
      const id = String(index).padStart(4, '0')
      const mail = random() < 0.5
      return addDelivery(store.build, {
        id,
        message_id: null,
        case_id: random() < 0.9 ? pick(cases) : null,
        kind: random() < 0.05 ? 'alarm' : 'task',
        channel: mail ? 'mail' : 'webhook',
        target_id: `${mail ? 'account' : 'hook'}-${Math.floor(random() * 6)}`,
        payload: bytesOf(mail && random() < 0.3 ? { linkId: `l${id}` } : {}),
        state: 'waiting',
        attempt: 0,
        next_try_at: engine.clock(),
        batch: null,
        last_fault: null,
        created_at: engine.clock(),
        sent_at: null,
        dedupe_key: id,
      })
    })
    await store.commit(rows)

    const arrivals: { readonly name: string; readonly ids: readonly string[] }[] = []
    const carry: Carrier = async ({ name, rows: parcel }) => {
      const fault = random()
      if (fault < 0.1) throw new Error('it never got there')
      arrivals.push({ name, ids: parcel.map(({ id }) => id) })
      if (fault < 0.2) throw new Error('it got there, and nobody said so')
    }
    const round = () => deliver(engine, { mail: carry, webhook: carry })
    const waiting = async () => (await sending.deliveries()).filter(({ state }) => state === 'waiting').length
    for (let rounds = 0; (await waiting()) > 0 && rounds < 400; rounds++) {
      await Promise.all([round(), round()])
      sending.minutes(rounds % 5 === 0 ? 6 * 60 : 1)
    }

    const all = await sending.deliveries()
    expect(all.filter(({ state }) => state !== 'sent').map(({ state, attempt }) => `${state} ${attempt}`)).toEqual([])
    expect(Math.max(...all.map(({ attempt }) => attempt))).toBeLessThanOrEqual(mostAttempts)
    const arrived = arrivals.flatMap(({ ids }) => ids)
    expect(new Set(arrived).size).toBe(300)
    expect(arrived.length).toBeGreaterThan(310)
    // What went out under one name was the same each time.
    for (const same of Map.groupBy(arrivals, ({ name }) => name).values())
      expect(new Set(same.map(({ ids }) => ids.join())).size).toBe(1)
    // The first arrivals of one case at one target are in order, alarms apart.
    const first = [...new Set(arrived)].map((id) => all.find((row) => row.id === id)!)
    const alarms = new Set(all.filter(({ kind }) => kind === 'alarm').map(({ batch }) => batch))
    const ordered = first.filter(
      ({ case_id, kind, batch }) => case_id !== null && kind !== 'alarm' && !(batch !== null && alarms.has(batch)),
    )
    for (const lane of Map.groupBy(ordered, ({ case_id, target_id }) => `${case_id} ${target_id}`).values()) {
      const order = lane.map(({ id }) => id)
      expect(order).toEqual([...order].sort())
    }
  })
})
