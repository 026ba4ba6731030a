// Verify: what was changed behind its back is named by case and entry; what is sound passes, also beside a server that writes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { pathwaysByVersion } from '../../src/compose.ts'
import { verify } from '../../src/engine/verify.ts'
import { openReadOnly, openStore } from '../../src/store/open.ts'
import { seed } from '../support/seeded.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const original = join(folder, 'original.db')
const store = await openStore(original, { migrations })
await seed(store, 24)
await store.close()

let path = ''
let copies = 0
beforeEach(() => {
  path = join(folder, `copy-${++copies}.db`)
  const from = new Database(original)
  from.exec(`vacuum into '${path}'`)
  from.close()
})

/** With the triggers gone, as somebody with the file in hands would do it. */
function tamper(...statements: readonly string[]): void {
  const file = new Database(path)
  file.pragma('foreign_keys = OFF')
  const triggers = file.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all() as string[]
  for (const name of triggers) file.exec(`drop trigger ${name}`)
  for (const statement of statements) expect(file.prepare(statement).run().changes).toBeGreaterThan(0)
  file.close()
}

async function look() {
  const reader = await openReadOnly(path)
  const verified = await verify(reader, { pathways: pathwaysByVersion })
  await reader.close()
  return verified
}

const aCase = 'c42-018'

test('what nobody touched is sound, and every entry was looked at', async () => {
  const { cases, events, faults } = await look()
  const file = new Database(path, { readonly: true })
  const counted = file
    .prepare('select (select count(*) from care_case) as cases, (select count(*) from case_event) as events')
    .get()
  file.close()
  expect({ cases, events }).toEqual(counted)
  expect(faults).toEqual([])
})

test.each([
  {
    what: 'a byte of a payload',
    done: `update case_event set payload = cast(replace(cast(payload as text), 'Sprong', 'sprong') || ' ' as blob) where case_id = '${aCase}' and seq = 4`,
    fault: { seq: 4, of: 'log', en: 'This entry was changed after it was written.' },
  },
  {
    what: 'the day of an entry',
    done: `update case_event set occurred_on = '2020-01-01' where case_id = '${aCase}' and seq = 2`,
    fault: { seq: 2, of: 'log', en: 'This entry was changed after it was written.' },
  },
  {
    what: 'who did it',
    done: `update case_event set actor_id = 'somebody' where case_id = '${aCase}' and seq = 3`,
    fault: { seq: 3, of: 'log', en: 'This entry was changed after it was written.' },
  },
  {
    what: 'an entry that is gone',
    done: `delete from case_event where case_id = '${aCase}' and seq = 3`,
    fault: { seq: 3, of: 'log', en: 'This entry is missing from the log.' },
  },
  {
    what: 'the last entry that is gone',
    done: `delete from case_event where case_id = '${aCase}' and seq = (select seq from care_case where id = '${aCase}')`,
    fault: { seq: 'head', of: 'log', en: 'This entry is missing from the log.' },
  },
  {
    what: 'a snapshot',
    done: `update care_case set state = cast(replace(cast(state as text), '"falls":0', '"falls":1') as blob) where id = '${aCase}'`,
    fault: { seq: 'head', of: 'snapshot', en: 'The stored state is not that of the log (/falls: 1, should be 0).' },
  },
  {
    what: 'the stage beside the snapshot',
    done: `update care_case set stage = 'closed' where id = '${aCase}'`,
    fault: { seq: 'head', of: 'snapshot', en: 'care_case: stage is "closed", should be "paused".' },
  },
  {
    what: 'a deadline that was moved',
    done: `update deadline set due_at = '2099-01-01T17:00:00Z' where case_id = '${aCase}' and state = 'pending' and rule = 'pauseReview'`,
    fault: {
      seq: 'head',
      of: 'drawnRow',
      en: expect.stringMatching(/^deadline .*pauseReview.* due_at is "2099-01-01T17:00:00Z", should be /),
    },
  },
  {
    what: 'a deadline that was silenced',
    done: `update deadline set state = 'stopped' where case_id = '${aCase}' and state = 'pending' and rule = 'pauseReview'`,
    fault: { seq: 'head', of: 'drawnRow', en: expect.stringMatching(/state is "stopped", should be "pending"/) },
  },
  {
    what: 'a deadline that is gone',
    done: `delete from deadline where case_id = '${aCase}' and rule = 'pauseReview'`,
    fault: { seq: 'head', of: 'drawnRow', en: expect.stringMatching(/^deadline .* is missing/) },
  },
  {
    what: 'an assignment',
    done: `update assignment set state = 'started' where case_id = '${aCase}'`,
    fault: {
      seq: 'head',
      of: 'drawnRow',
      en: expect.stringMatching(/^assignment a42-018-1: state is "started", should be "paused"/),
    },
  },
  {
    what: 'a line of the worklist',
    done: `update worklist set owner = 'nobody' where case_id = '${aCase}'`,
    fault: { seq: 'head', of: 'drawnRow', en: expect.stringMatching(/^worklist .*owner is "nobody"/) },
  },
  {
    what: 'a line of the worklist that is gone',
    done: `delete from worklist where case_id = '${aCase}'`,
    fault: { seq: 'head', of: 'drawnRow', en: `worklist ${aCase} is missing.` },
  },
])('$what is found', async ({ done, fault }) => {
  const file = new Database(path, { readonly: true })
  const head = Number(file.prepare('select seq from care_case where id = ?').pluck().get(aCase))
  file.close()
  tamper(done)
  const { faults } = await look()
  expect(faults.map(({ caseId, seq, of, words }) => ({ caseId, seq, of, en: words.en }))).toEqual([
    { caseId: aCase, ...fault, seq: fault.seq === 'head' ? head : fault.seq },
  ])
})

test('the first fault of each case is named, and the other cases are looked at all the same', async () => {
  tamper(
    `update case_event set type = 'other' where seq = 1 and case_id in ('c42-002', 'c42-005')`,
    `update case_event set type = 'other' where seq = 2 and case_id = 'c42-005'`,
  )
  const { faults } = await look()
  expect(faults.map(({ caseId, seq }) => [caseId, seq])).toEqual([
    ['c42-002', 1],
    ['c42-005', 1],
  ])
})
