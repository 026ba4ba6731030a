// The command line as a person runs it: a child process, with what it said and how it ended.
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Dozens of processes load the same modules; stripping their types once halves the time. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'valpad-test-compile-cache') }
const start = (args: readonly string[]) => spawn(process.execPath, ['src/cli/valpad.ts', ...args], { cwd: root, env })

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `valpad` with `args`; `input` goes into standard input. Whatever it says, it never shows the inside of the program. */
export async function valpad(args: readonly string[], input?: string | Buffer): Promise<Ran> {
  const child = start(args)
  child.stdin.on('error', () => undefined) // it may stop reading before we stop writing
  child.stdin.end(input ?? '')
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return shown({ code, out: out.join(''), err: err.join('') })
}

/** Runs `valpad` with `input`, and stops reading its answers after the first piece, as `head` does. */
export async function valpadIntoClosedPipe(args: readonly string[], input: string): Promise<Ran> {
  const child = start(args)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const err = collect(child.stderr)
  const out: string[] = []
  child.stdout.once('data', (chunk: Buffer) => {
    out.push(String(chunk))
    child.stdout.destroy()
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return shown({ code, out: out.join(''), err: err.join('') })
}

function collect(stream: NodeJS.ReadableStream): string[] {
  const pieces: string[] = []
  stream.setEncoding('utf8')
  stream.on('data', (piece: string) => pieces.push(piece))
  return pieces
}

function shown(ran: Ran): Ran {
  for (const said of [ran.out, ran.err]) {
    expect(said).not.toMatch(/\n\s+at /)
    expect(said).not.toContain('undefined')
    expect(said).not.toContain('[object')
  }
  return ran
}
