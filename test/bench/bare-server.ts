// The limit: a bare Fastify that writes rows of the same sizes to the same tables in group commits with a full sync, and decides nothing.
import Database from 'better-sqlite3'
import { fastify } from 'fastify'
import { migrations } from '../../db/migrations.ts'
import { migrate } from '../../src/store/migrate.ts'

const [path = '', port = '0'] = process.argv.slice(2)
await migrate(path, migrations)
const db = new Database(path)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('foreign_keys = OFF')

const sizes = { state: 2000, payload: 120, answer: 180 }
const bytes = (length: number) => Buffer.alloc(length, 0x61)
const hash = bytes(32)
const at = '2026-01-05T09:00:00.000Z'
const move = db.prepare(
  "insert into care_case values (?, 'p', 'amstelland@v1', null, 1, ?, ?, 'decision', '2026-01-05', ?) on conflict (id) do update set seq = seq + 1, head_hash = excluded.head_hash, state = excluded.state, changed_at = excluded.changed_at returning seq",
)
const event = db.prepare(
  "insert into case_event values (?, ?, 'measurementRecorded', 'case', '2026-01-05', ?, 'nurse', 'practiceNurse', ?, ?, ?, ?)",
)
const line = db.prepare(
  "insert into worklist values (?, 'p', 'practice', 'GM0362', 'decision', 'practiceNurse', 'moderate', ?, 'decisionDue', 0, ?) on conflict (case_id) do update set changed_at = excluded.changed_at, next_due_at = excluded.next_due_at",
)
const access = db.prepare(
  "insert into access_log values (?, ?, 'nurse', 'practiceNurse', 'p', ?, 'recordMeasurement', 'done', ?)",
)
const command = db.prepare("insert into command values ('nurse', ?, ?, 200, ?, ?)")

type Waiting = {
  readonly caseId: string
  readonly key: string
  readonly done: () => void
  readonly failed: (error: unknown) => void
}
const waiting: Waiting[] = []

function write({ caseId, key }: Waiting) {
  const { seq } = move.get(caseId, hash, bytes(sizes.state), at) as { seq: number }
  event.run(caseId, seq, at, key, bytes(sizes.payload), hash, hash)
  line.run(caseId, at, at)
  access.run(`${caseId}.${seq}`, at, caseId, key)
  command.run(key, 'f'.repeat(64), bytes(sizes.answer), at)
}

function flush() {
  const group = waiting.splice(0, 64)
  try {
    db.exec('begin immediate')
    for (const one of group) write(one)
    db.exec('commit')
    for (const { done } of group) done()
  } catch (error) {
    for (const { failed } of group) failed(error)
  }
  if (waiting.length > 0) setImmediate(flush)
}

const app = fastify()
app.post<{ Params: { id: string } }>('/cases/:id', (request) => {
  return new Promise((resolve, reject) => {
    const key = String(request.headers['idempotency-key'])
    waiting.push({
      caseId: request.params.id,
      key,
      done: () => resolve({ caseId: request.params.id, filler: 'x'.repeat(sizes.answer) }),
      failed: reject,
    })
    if (waiting.length === 1) setImmediate(flush)
  })
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.on('SIGTERM', () => process.exit(0))
