// The real server with a small invented region, in a process that can be killed and started again, for whoever opens it in a browser.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildWebWhenNeeded } from '../../src/cli/web-build.ts'
import { freePort, runValpad, type ServerProcess, startServerProcess } from './server-process.ts'

export type DemoServer = Awaited<ReturnType<typeof demoServer>>

type Ask = { readonly body?: unknown; readonly headers?: { readonly [header: string]: string } }
// biome-ignore lint/suspicious/noExplicitAny: a test looks wherever it wants
type Answer = { readonly status: number; readonly etag: string | null; readonly json: any }

export async function demoServer(people = 3) {
  await buildWebWhenNeeded()
  const folder = mkdtempSync(join(tmpdir(), 'valpad-demo-'))
  const env = { VALPAD_DATA: folder, VALPAD_OUTBOX: join(folder, 'outbox'), DATABASE_URL: undefined }
  const seeded = await runValpad(['seed', '--people', String(people)], env)
  if (seeded.code !== 0) throw new Error(seeded.err)
  const port = await freePort()
  let server: ServerProcess = await startServerProcess({ env, port })
  const { address } = server
  let made = 0

  const ask = async (as: string, method: 'GET' | 'POST' | 'PUT', path: string, { body, headers }: Ask = {}): Promise<Answer> => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        'valpad-actor': as,
        ...(method === 'GET' ? {} : { 'idempotency-key': `demo-${port}-${++made}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return { status: answer.status, etag: answer.headers.get('etag'), json: text === '' ? null : JSON.parse(text) }
  }
  return {
    address,
    ask,
    /** A command on a case, in the version that it has now. */
    async does(as: string, caseId: string, path: string, body: unknown = {}) {
      const { etag } = await ask(as, 'GET', `/v1/cases/${caseId}`)
      return ask(as, 'POST', `/v1/cases/${caseId}/${path}`, { body, headers: { 'if-match': String(etag) } })
    },
    /** As this person of the region, from now on in this tab. */
    async signIn(page: Page, accountId: string, language: 'nl' | 'en' = 'nl') {
      const { items } = (await ask(accountId, 'GET', '/v1/demo/accounts')).json
      const { role, name, organisation } = items.find((one: { accountId: string }) => one.accountId === accountId)
      await page.goto(`${address}/help`)
      const session = JSON.stringify({ accountId, role, name, organisation })
      const keep = ([account, chosen]: readonly string[]) => {
        const storage = (globalThis as unknown as { sessionStorage: { setItem: (key: string, value?: string) => void } })
          .sessionStorage
        storage.setItem('valpad.demo-account', account)
        storage.setItem('valpad.language', chosen)
      }
      await page.evaluate(keep, [session, language] as const)
    },
    /** The addresses behind the links in every mail that was sent so far. */
    mailedLinks(): string[] {
      const mails = readdirSync(env.VALPAD_OUTBOX).map((name) => readFileSync(join(env.VALPAD_OUTBOX, name), 'utf8'))
      // In mail a long line goes on after an = at its end.
      const found = mails.flatMap((mail) => [...mail.replaceAll(/=\r?\n/g, '').matchAll(/\/l\/[\w-]{22}/g)])
      return [...new Set(found.map(([path]) => path))]
    },
    kill: () => server.kill(),
    restart: async () => {
      server = await startServerProcess({ env, port })
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
