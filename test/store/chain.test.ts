// The chain: whatever is changed in a stored log, the first entry that is wrong is named.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendEvents, eventsOf } from '../../src/store/cases.ts'
import { checkChain, genesis, sealEvents } from '../../src/store/chain.ts'
import type { EventRow } from '../../src/store/tables.ts'
import { databases } from '../support/databases.ts'
import { aCase, aLog, anEvent, withCases } from './rows.ts'

const log = aLog(6)
const head = { seq: 6, head_hash: log[5]!.hash }
const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
const withEntry = (index: number, change: Partial<EventRow>): EventRow[] => log.with(index, { ...log[index]!, ...change })

test('a log as it was written is in order, also when it was sealed in parts', () => {
  expect(checkChain(log, head)).toBeNull()
  expect(checkChain([], { seq: 0, head_hash: genesis })).toBeNull()
  const first = sealEvents(genesis, [anEvent({ seq: 1 }), anEvent({ seq: 2 })])
  const second = sealEvents(first[1]!.hash, [anEvent({ seq: 3 })])
  expect(checkChain([...first, ...second], { seq: 3, head_hash: second[0]!.hash })).toBeNull()
})

test('the hash stays what it is', () => {
  expect(Buffer.from(sealEvents(genesis, [anEvent()])[0]!.hash).toString('hex')).toMatchInlineSnapshot(
    `"86a6194fe301ce546e6119d076b01204a03625fec4d1152b12b717f5b71ae922"`,
  )
})

test('a flipped bit anywhere is found, and its entry named', () => {
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.constantFrom('payload', 'previous_hash', 'hash'),
      fc.nat(31),
      (index, column: 'payload' | 'previous_hash' | 'hash', place) => {
        const bytes = log[index]![column]
        const changed = withEntry(index, { [column]: flipped(bytes, place % bytes.length) })
        expect(checkChain(changed, head)).toEqual({
          seq: index + 1,
          problem: column === 'previous_hash' ? 'notLinked' : 'changed',
        })
      },
    ),
  )
})

test.each(['type', 'subject', 'occurred_on', 'recorded_at', 'actor_id', 'actor_role', 'command_id'] as const)(
  'another %s is found',
  (column) => {
    expect(checkChain(withEntry(2, { [column]: `${log[2]![column]}x` }), head)).toEqual({ seq: 3, problem: 'changed' })
  },
)

test.each([
  ['two entries that changed places', log.with(1, log[3]!).with(3, log[1]!), 2, 'missing'],
  [
    'two payloads that changed places',
    withEntry(1, { payload: log[3]!.payload }).with(3, { ...log[3]!, payload: log[1]!.payload }),
    2,
    'changed',
  ],
  [
    'two entries that changed places and numbers',
    log.with(1, { ...log[3]!, seq: 2 }).with(3, { ...log[1]!, seq: 4 }),
    2,
    'notLinked',
  ],
  ['the first entry gone', log.slice(1), 1, 'missing'],
  ['an entry gone from the middle', log.toSpliced(3, 1), 4, 'missing'],
  [
    'an entry gone and the rest renumbered',
    log.toSpliced(3, 1).map((row, index) => ({ ...row, seq: index + 1 })),
    4,
    'notLinked',
  ],
  ['the last entry gone', log.slice(0, -1), 6, 'missing'],
  ['everything gone', [], 1, 'missing'],
  ['an entry twice', log.toSpliced(3, 0, log[2]!), 3, 'outOfPlace'],
  [
    'an entry put in and the rest renumbered',
    log.toSpliced(3, 0, sealEvents(log[2]!.hash, [anEvent({ seq: 4 })])[0]!).map((row, index) => ({ ...row, seq: index + 1 })),
    5,
    'notLinked',
  ],
  ['an entry put at the end, well sealed', [...log, sealEvents(log[5]!.hash, [anEvent({ seq: 7 })])[0]!], 7, 'notTheHead'],
  ['an entry of another case', withEntry(4, { case_id: 'other' }), 5, 'ofAnotherCase'],
  [
    'the whole log written anew',
    sealEvents(
      genesis,
      log.map((row) => ({ ...row, actor_id: 'x' })),
    ),
    6,
    'notTheHead',
  ],
])('%s', (_, rows, seq, problem) => {
  expect(checkChain(rows, head)).toEqual({ seq, problem })
})

describe.each(databases)('$name', ({ open }) => {
  test('a log that was stored and read again is in order, whatever it holds', async () => {
    const store = await open()
    await store.commit(withCases(store.build, aCase()))
    const payloads = fc.sample(fc.uint8Array({ maxLength: 200 }), { numRuns: 40, seed: 7 })
    const rows = sealEvents(
      genesis,
      payloads.map((payload, index) => anEvent({ seq: index + 1, payload, subject: `é 👵 "${index}"\n` })),
    )
    for (let from = 0; from < rows.length; from += 7) await store.commit([appendEvents(store.build, rows.slice(from, from + 7))])
    const read = await eventsOf(store, 'case')
    expect(read).toHaveLength(40)
    expect(checkChain(read, { seq: 40, head_hash: rows[39]!.hash })).toBeNull()
  })
})
