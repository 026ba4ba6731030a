// The real server killed again and again under load: what was acknowledged is there, once, and every deadline fired once.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, runValpad, type ServerProcess, startServerProcess } from '../support/server-process.ts'

const kills = Number(process.env['PROVE_KILLS'] ?? 30)
const clients = 8
const actor = 'nurse-luchtkasteel'

type Sent = { readonly key: string; readonly caseId: string; readonly value: number; answer: string | null }

/** The client's own ledger, on disk before a command leaves and after its answer came: it survives what it proves. */
function ledgerIn(folder: string) {
  const file = openSync(join(folder, 'ledger'), 'a')
  const note = (line: string) => {
    writeSync(file, `${line}\n`)
    fsyncSync(file)
  }
  return {
    sent: (one: Sent) => note(`sent ${one.key} ${one.caseId}`),
    acked: (one: Sent) => note(`acked ${one.key}`),
    close: () => closeSync(file),
  }
}

const headers = (key: string) => ({ 'content-type': 'application/json', 'Valpad-Actor': actor, 'Idempotency-Key': key })

async function post(address: string, one: Sent): Promise<{ status: number; body: string; replayed: boolean }> {
  const answer = await fetch(`${address}/v1/cases/${one.caseId}/measurements`, {
    method: 'POST',
    headers: headers(one.key),
    body: JSON.stringify({ measure: 'tug', value: one.value, measuredOn: '2026-01-05' }),
    signal: AbortSignal.timeout(10_000),
  })
  return { status: answer.status, body: await answer.text(), replayed: answer.headers.get('idempotent-replayed') === 'true' }
}

type Page = { readonly items?: readonly Record<string, unknown>[]; readonly next?: string | null }

async function allPages(address: string, path: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (let cursor: string | null | undefined = ''; typeof cursor === 'string'; ) {
    const answer = await fetch(`${address}${path}?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`, {
      headers: { 'Valpad-Actor': actor },
    })
    const page = (await answer.json()) as Page
    rows.push(...(page.items ?? []))
    cursor = page.next
  }
  return rows
}

export async function proveKills(name: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'valpad-kills-'))
  const ledger = ledgerIn(folder)
  const all: Sent[] = []
  const port = await freePort()
  const seeded = await runValpad(['seed', '--people', '24', '--seed', '7'], env)
  if (seeded.code !== 0) throw new Error(`Seeding failed: ${seeded.err}`)
  let server: ServerProcess = await startServerProcess({ env, port })
  const cases = (await allPages(server.address, '/v1/worklists')).map((row) => String(row['caseId']))
  if (cases.length === 0) throw new Error('No cases to work on')

  let stopping = false
  let up = true
  /** Until it is acknowledged, or the run is over: what was not answered is sent again with the same key. */
  const untilAcknowledged = async (one: Sent) => {
    while (one.answer === null && !stopping) {
      const got = up ? await post(server.address, one).catch(() => null) : null
      if (got === null || got.status >= 500) await new Promise((resolve) => setTimeout(resolve, 20))
      else if (got.status !== 200) throw new Error(`Refused: ${got.status} ${got.body}`)
      else {
        ledger.acked(one)
        one.answer = got.body
      }
    }
  }
  const client = async (number: number) => {
    for (let turn = 0; !stopping; turn++) {
      const one: Sent = {
        key: `kill-${number}-${turn}`,
        caseId: cases[(number * 7 + turn) % cases.length]!,
        value: turn % 100,
        answer: null,
      }
      all.push(one)
      ledger.sent(one)
      await untilAcknowledged(one)
    }
  }
  const running = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  running.catch(() => {
    stopping = true
  })
  for (let kill = 0; kill < kills && !stopping; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.floor(Math.random() * 500)))
    up = false
    await server.kill()
    server = await startServerProcess({ env, port })
    up = true
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  stopping = true
  await running

  const acked = all.filter(({ answer }) => answer !== null)
  let [lost, changed] = [0, 0]
  for (const one of acked) {
    const again = await post(server.address, one)
    if (!again.replayed) lost += 1
    else if (again.body !== one.answer) changed += 1
  }
  let doubled = 0
  let deadlinesTwice = 0
  for (const caseId of cases) {
    const events = await allPages(server.address, `/v1/cases/${caseId}/events`)
    const keys = events.map((event) => String(event['commandId'])).filter((key) => key.startsWith('kill-'))
    doubled += keys.length - new Set(keys).size
    const fired = events
      .filter((event) => event['role'] === 'system' && String(event['commandId']).startsWith('deadline:'))
      .map((event) => `${event['commandId']} ${event['type']} ${event['subject']}`)
    deadlinesTwice += fired.length - new Set(fired).size
  }
  await server.stop()
  ledger.close()
  const verified = await runValpad(['verify'], env)
  const ok = lost === 0 && changed === 0 && doubled === 0 && deadlinesTwice === 0 && verified.code === 0
  console.log(
    `${ok ? 'ok ' : 'NOT'} ${name}: ${kills} kills, ${acked.length} acknowledged commands, ${lost} lost, ${doubled} doubled, ${changed} answered differently, ${deadlinesTwice} deadlines fired twice, verify ${verified.code === 0 ? 'clean' : `found: ${verified.out}`}`,
  )
  rmSync(folder, { recursive: true, force: true })
  return ok
}
