// The limit: a bare Fastify that writes rows of the same sizes to SQLite in group commits with a full sync, and decides nothing.
import Database from 'better-sqlite3'
import { fastify } from 'fastify'

const [path = '', port = '0'] = process.argv.slice(2)
const db = new Database(path)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  create table care_case (id text primary key, seq integer not null, state blob not null) strict;
  create table case_event (case_id text, seq integer, payload blob not null, primary key (case_id, seq)) strict;
  create table worklist (case_id text primary key, line blob not null) strict;
  create table access_log (id text primary key, line blob not null) strict;
  create table command (key text primary key, answer blob not null) strict;
`)
const sizes = { state: 3500, event: 520, worklist: 260, access: 240, command: 420 }
const move = db.prepare(
  'insert into care_case values (?, 1, ?) on conflict (id) do update set seq = seq + 1, state = excluded.state returning seq',
)
const event = db.prepare('insert into case_event values (?, ?, ?)')
const line = db.prepare('insert into worklist values (?, ?) on conflict (case_id) do update set line = excluded.line')
const access = db.prepare('insert into access_log values (?, ?)')
const command = db.prepare('insert into command values (?, ?)')
const bytes = (length: number) => Buffer.alloc(length, 0x61)

type Waiting = {
  readonly caseId: string
  readonly key: string
  readonly done: () => void
  readonly failed: (error: unknown) => void
}
const waiting: Waiting[] = []

function flush() {
  const group = waiting.splice(0, 64)
  try {
    db.exec('begin immediate')
    for (const { caseId, key } of group) {
      const { seq } = move.get(caseId, bytes(sizes.state)) as { seq: number }
      event.run(caseId, seq, bytes(sizes.event))
      line.run(caseId, bytes(sizes.worklist))
      access.run(`${caseId}.${seq}`, bytes(sizes.access))
      command.run(key, bytes(sizes.command))
    }
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
      done: () => resolve({ caseId: request.params.id, filler: 'x'.repeat(sizes.command) }),
      failed: reject,
    })
    if (waiting.length === 1) setImmediate(flush)
  })
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.on('SIGTERM', () => process.exit(0))
