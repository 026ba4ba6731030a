// Counts the syncs of the real server under a tracer: never fewer than acknowledged commands that came one by one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, runValpad, startServerProcess } from '../support/server-process.ts'

const commands = 100

export async function proveSyncs(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (spawnSync('strace', ['-V']).status !== 0) {
    console.log('--- syncs: could not be counted here, there is no strace')
    return true
  }
  const folder = mkdtempSync(join(tmpdir(), 'valpad-syncs-'))
  const trace = join(folder, 'trace')
  await runValpad(['seed', '--people', '6', '--seed', '7'], env)
  const server = await startServerProcess({
    env,
    port: await freePort(),
    through: ['strace', '-f', '-e', 'trace=fsync,fdatasync', '-o', trace],
  })
  const headers = { 'content-type': 'application/json', 'Valpad-Actor': 'nurse-luchtkasteel' }
  const { items } = (await (await fetch(`${server.address}/v1/worklists`, { headers })).json()) as { items: { caseId: string }[] }
  const count = () =>
    readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => /f(data)?sync\(/.test(line) && !line.includes('unfinished')).length
  const before = count()
  for (let number = 0; number < commands; number++) {
    const body = JSON.stringify({ measure: 'tug', value: number, measuredOn: '2026-01-05' })
    const answer = await fetch(`${server.address}/v1/cases/${items[0]!.caseId}/measurements`, {
      method: 'POST',
      headers: { ...headers, 'Idempotency-Key': `sync-${number}` },
      body,
    })
    if (answer.status !== 200) throw new Error(`Refused: ${answer.status}`)
  }
  const syncs = count() - before
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
  const ok = syncs >= commands
  console.log(`${ok ? 'ok ' : 'NOT'} syncs: ${syncs} for ${commands} commands that came one by one`)
  return ok
}
