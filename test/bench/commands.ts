// Commands a second over HTTP with everything on, beside a bare server that writes rows of the same sizes, alternating in one run.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, runValpad, startServerProcess } from '../support/server-process.ts'

type Measured = { readonly perSecond: number; readonly median: number; readonly p99: number; readonly refused: number }

const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)

async function load(parts: object): Promise<Measured> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load-client.ts'), JSON.stringify({ seconds, ...parts })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error('The load generator failed')
  return JSON.parse(out) as Measured
}

async function startBare(folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), join(folder, 'bare.db'), String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(`${address}/none`).catch(() => null)) !== null) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { address, stop }
}

const folder = mkdtempSync(join(tmpdir(), 'valpad-bench-'))
const env = { VALPAD_DATA: folder, VALPAD_OUTBOX: join(folder, 'outbox'), DATABASE_URL: undefined }
try {
  await runValpad(['seed', '--people', '200', '--seed', '7'], env)
  const server = await startServerProcess({ env, port: await freePort() })
  const bare = await startBare(folder)
  const page = (await (
    await fetch(`${server.address}/v1/worklists?limit=100`, { headers: { 'Valpad-Actor': 'nurse-luchtkasteel' } })
  ).json()) as { items: { caseId: string }[] }
  const targets = page.items.map(({ caseId }) => caseId)
  const ours = { address: server.address, path: '/v1/cases/{target}/measurements', actor: 'nurse-luchtkasteel', targets }
  const limit = { address: bare.address, path: '/cases/{target}', actor: '-', targets }
  await load({ ...ours, clients: 16, tag: 'warm', seconds: 2 })
  await load({ ...limit, clients: 16, tag: 'warm', seconds: 2 })
  for (const clients of [1, 16, 64]) {
    const us = await load({ ...ours, clients, tag: `us-${clients}` })
    const them = await load({ ...limit, clients, tag: `bare-${clients}` })
    const ratio = Math.round((us.perSecond / them.perSecond) * 100)
    const shown = ({ perSecond, median, p99, refused }: Measured) =>
      `${Math.round(perSecond)}/s, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${refused > 0 ? `, ${refused} REFUSED` : ''}`
    console.log(`${clients} clients: ${shown(us)}; bare limit ${shown(them)}; ${ratio} % of the limit`)
  }
  await server.stop()
  await bare.stop()
  const started = performance.now()
  const verified = await runValpad(['verify', '--json'], env)
  console.log(`verify: ${((performance.now() - started) / 1000).toFixed(1)} s with start-up; ${verified.out.trim()}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
