// `valpad deliveries`: what an operator sees of what could not be sent, and how it is sent again, in the database and through a running server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { notify } from '../../src/engine/notify.ts'
import { openStore } from '../../src/store/open.ts'
import { statement } from '../../src/store/store.ts'
import { seed } from '../support/seeded.ts'
import { freePort, runValpad, startServerProcess } from '../support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-deliveries-'))
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'valpad-test-compile-cache')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A database in which two messages were given up and one waits. */
async function withDead(name: string): Promise<NodeJS.ProcessEnv> {
  const data = join(folder, name)
  const store = await openStore(join(data, 'valpad.db'), { migrations })
  await seed(store, 5)
  const tell = (dedupeKey: string) =>
    notify(store.build, { kind: 'task', accountId: 'nurse-luchtkasteel', dedupeKey, at: '2026-11-20T18:00:00Z' })
  await store.commit([tell('one'), tell('two'), tell('three')])
  const dead = { state: 'dead', attempt: 12, last_fault: 'ECONNREFUSED: no mail server' } as const
  await store.commit([statement(store.build.updateTable('delivery').set(dead).where('id', 'in', ['one', 'two']))])
  await store.close()
  return { VALPAD_DATA: data }
}

test('it lists what waits and what was given up, with the fault; resends one, or all, and says when there is nothing', async () => {
  const env = await withDead('direct')
  const all = await runValpad(['deliveries'], env)
  expect([all.code, all.out.trim().split('\n')]).toEqual([
    0,
    [
      'one  opgegeven  12 pogingen',
      '    mail nurse-luchtkasteel: Er staat een taak voor u klaar.',
      '    ECONNREFUSED: no mail server',
      'two  opgegeven  12 pogingen',
      '    mail nurse-luchtkasteel: Er staat een taak voor u klaar.',
      '    ECONNREFUSED: no mail server',
      'three  wacht tot 2026-11-20T18:15:00Z  0 pogingen',
      '    mail nurse-luchtkasteel: Er staat een taak voor u klaar.',
    ],
  ])
  const json = await runValpad(['deliveries', '--dead', '--json'], env)
  expect(
    json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ deliveryId: 'one', state: 'dead', attempts: 12 }, { deliveryId: 'two' }])
  expect(await runValpad(['deliveries', 'resend', 'one', '--lang', 'en'], env)).toMatchObject({
    code: 0,
    out: '1 message is sent again.\n',
  })
  expect(await runValpad(['deliveries', 'resend', 'one'], env)).toMatchObject({
    code: 1,
    out: '0 berichten worden opnieuw verstuurd.\n',
  })
  expect(await runValpad(['deliveries', 'resend', 'all'], env)).toMatchObject({
    code: 0,
    out: '1 bericht wordt opnieuw verstuurd.\n',
  })
  expect(await runValpad(['deliveries', '--dead'], env)).toMatchObject({
    code: 0,
    out: 'Er wacht niets, en er is niets opgegeven.\n',
  })
})

test('through a running server, in the name of the coordinator; somebody else sees nothing to resend', async () => {
  const env = await withDead('served')
  const server = await startServerProcess({ env, port: await freePort() })
  try {
    const through = (as: string) =>
      runValpad(['deliveries', 'resend', 'all', '--url', server.address, '--as', as, '--lang', 'en'], env)
    expect(await through('nurse-nevelhof')).toMatchObject({ code: 0, out: '0 messages are sent again.\n' })
    expect(await through('coordinator-amstelland')).toMatchObject({ code: 0, out: '2 messages are sent again.\n' })
    expect((await through('nobody')).code).toBe(2)
  } finally {
    await server.stop()
  }
})

test.each([
  [['deliveries', 'send'], 'is not one of resend'],
  [['deliveries', 'resend'], 'Say which one'],
  [['deliveries', 'resend', 'all', '--url', 'http://127.0.0.1:1'], 'go together'],
])('%j is not understood', async (args, words) => {
  expect(await runValpad(args, { VALPAD_DATA: join(folder, 'none') })).toMatchObject({
    code: 2,
    err: expect.stringContaining(words),
  })
})
