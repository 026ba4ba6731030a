// The real server as a process of its own, to be used, killed and started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export type ServerProcess = {
  readonly address: string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })

export type Started = { readonly env: NodeJS.ProcessEnv; readonly port: number; readonly through?: readonly string[] }

/** Resolves once it answers; `through` is a program that starts it (a tracer). */
export async function startServerProcess({ env, port, through = [] }: Started): Promise<ServerProcess> {
  const [command, ...args] = [...through, process.execPath, 'src/cli/valpad.ts', 'serve']
  const child = spawn(command!, args, {
    cwd: root,
    env: { ...process.env, ...env, VALPAD_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: what a tracer started ends with it.
    detached: true,
  })
  const said: string[] = []
  child.stderr!.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 600) throw new Error(`The server did not start: ${said.join('').slice(0, 2000)}`)
    const answer = await fetch(`${address}/healthz/ready`).catch(() => null)
    if (answer?.ok) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const ended = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    process.kill(-child.pid!, signal)
    await once(child, 'exit')
  }
  return { address, child, stop: () => ended('SIGTERM'), kill: () => ended('SIGKILL') }
}

/** A command line run to its end. */
export async function runValpad(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/cli/valpad.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const [code] = await once(child, 'close')
  return { code: Number(code), out, err }
}
