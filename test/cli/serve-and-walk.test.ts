// The real server process, and one invented person walked through it from signal to closed, on both databases.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { databases } from '../support/databases.ts'
import { seed } from '../support/seeded.ts'
import { freePort, runValpad, startServerProcess } from '../support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-serve-'))
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'valpad-test-compile-cache')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const root = join(import.meta.dirname, '../..')

test.each(databases)(
  'the walk on $name: from signal to closed, each step in words, and everything verifies',
  async ({ name, freshUrl }) => {
    const url = await freshUrl()
    const store = await openStore(url)
    await seed(store, 8)
    await store.close()
    const data = join(folder, name)
    const env = name === 'SQLite' ? { VALPAD_DATA: data } : { VALPAD_DATA: data, DATABASE_URL: url }
    if (name === 'SQLite') await seedInto(join(data, 'valpad.db'))
    const server = await startServerProcess({ env, port: await freePort() })
    try {
      const walked = await runValpad(['walk', '--url', server.address, '--lang', 'en'], {})
      expect([walked.code, walked.err]).toEqual([0, ''])
      const stages = [...walked.out.matchAll(/^ +Now: (.+)$/gm)].map(([, stage]) => stage!)
      expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual([
        'signalled',
        'screening',
        'analysis planned',
        'analysis',
        'decision',
        'referred',
        'accepted',
        'active',
        'ended',
        'evaluation',
        'maintenance',
        'closed',
      ])
      expect(walked.out).toMatch(/^ +Next: answer of the provider; the provider, by \d{4}-\d\d-\d\d$/m)
      expect(walked.out).toMatch(/^ +of this person: 5 × .*monthly question/m)
      const [, caseId] = /explain (\S+) --lang en\n$/.exec(walked.out)!
      const explained = await runValpad(['explain', caseId!, '--lang', 'en'], env)
      expect([explained.code, explained.out]).toEqual([
        0,
        expect.stringMatching(/: closed\.\n[\s\S]*Fall risk: high[\s\S]*OTAGO/),
      ])
      expect((await runValpad(['verify'], env)).code).toBe(0)
      const dutch = await runValpad(['walk', 'V03', '--url', server.address], {})
      expect([dutch.code, dutch.out]).toEqual([0, expect.stringMatching(/Nu: afgesloten\n +Niemand hoeft iets te doen\.\n/)])
    } finally {
      await server.stop()
    }
    expect(readdirSync(join(data, 'outbox')).length).toBeGreaterThan(0)
  },
)

async function seedInto(path: string): Promise<void> {
  const store = await openStore(path, { migrations })
  await seed(store, 8)
  await store.close()
}

test('npm start on an empty folder: says what it does, seeds, serves, and stops when told', async () => {
  const env = { ...process.env, VALPAD_DATA: join(folder, 'start'), VALPAD_PORT: String(await freePort()) }
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  for (let tries = 0; !said.includes('Ctrl+C'); tries += 1) {
    expect(tries).toBeLessThan(600)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(said).toMatch(/^(?:De schermen zijn gebouwd\.\n)?De database is leeg\. Er komen 60 verzonnen mensen in/)
  expect(said).toContain(`http://127.0.0.1:${env.VALPAD_PORT}`)
  expect(said.match(/^ {2}\S/gm)).toHaveLength(3)

  const locked = await runValpad(['rebuild', '--lang', 'en'], { VALPAD_DATA: env.VALPAD_DATA })
  expect([locked.code, locked.err]).toEqual([2, expect.stringMatching(/in use by another process \(Process \d+/)])
  const second = await runValpad(['serve', '--lang', 'en'], {
    VALPAD_DATA: env.VALPAD_DATA,
    VALPAD_PORT: String(await freePort()),
  })
  expect([second.code, second.err]).toEqual([2, expect.stringContaining('Stop that first')])
  expect((await runValpad(['verify'], { VALPAD_DATA: env.VALPAD_DATA })).code).toBe(0)
  expect((await runValpad(['migrate'], { VALPAD_DATA: env.VALPAD_DATA })).out).toMatch(/^Niets te doen/)

  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(said).toMatch(/Gestopt\.\n$/)
})

test('a port in use is said with another to choose', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, err } = await runValpad(['serve', '--lang', 'en'], {
    VALPAD_DATA: join(folder, 'port'),
    VALPAD_PORT: String(port),
  })
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use already.*VALPAD_PORT=${port + 1}`)),
  ])
  other.close()
})

test('without demo data there is no clock to put forward, and the walk says so', async () => {
  const server = await startServerProcess({ env: { VALPAD_DATA: join(folder, 'bare') }, port: await freePort() })
  const { code, err } = await runValpad(['walk', '--url', server.address, '--lang', 'en'], {})
  await server.stop()
  expect([code, err]).toEqual([2, expect.stringContaining('This server has no demo clock')])
})

test.each([
  [['walk', 'V99'], /"V99" is not one of V03/],
  [['walk', '--url', 'ftp://x'], /give an address such as/],
  [['walk', '--url', 'http://127.0.0.1:1', '--lang', 'en'], /No server answers at http:\/\/127\.0\.0\.1:1 .* npm start/],
  [['walk', 'V03', 'V05'], /V05 is one too many/],
])('%j ends with words', async (args, words) => {
  const { code, err } = await runValpad(args, {})
  expect([code, err]).toEqual([2, expect.stringMatching(words)])
})
