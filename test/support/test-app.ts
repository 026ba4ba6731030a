// The HTTP edge on a fresh database, with an account for every role, asked without a network.
import type { InjectOptions } from 'fastify'
import { Role } from '../../src/domain/role.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { buildApp } from '../../src/http/app.ts'
import { insertAccount, insertOrganisation } from '../../src/store/organisations.ts'
import type { Store } from '../../src/store/store.ts'
import { organisationOf, testEngine } from './test-engine.ts'

export type Given = {
  readonly body?: unknown
  readonly role?: Role | null
  readonly headers?: { readonly [header: string]: string }
  readonly key?: string | null
}

export type TestApp = Awaited<ReturnType<typeof testApp>>
export type Answer = Awaited<ReturnType<TestApp['ask']>>

export async function testApp(store: Store) {
  const under = await testEngine(store)
  const club = {
    id: 'club',
    kind: 'provider',
    municipality: 'GM0362',
    details: bytesOf({}),
    version: 1,
    coordinator_id: null,
  } as const
  await store.commit([
    insertOrganisation(store.build, club),
    ...Role.options.map((role) =>
      insertAccount(store.build, {
        id: `some-${role}`,
        organisation_id: organisationOf(role),
        role,
        details: bytesOf({}),
        active: 1,
        login: 1,
        left_on: null,
        last_seen_on: null,
        version: 1,
      }),
    ),
  ])
  const { setClock } = under
  const app = buildApp({
    engine: under.engine,
    demoClock: { now: under.engine.clock, set: setClock },
    logger: false,
  })
  let made = 0

  const self = {
    ...under,
    app,
    async ask(method: 'GET' | 'POST' | 'PUT', url: string, { body, role = 'practiceNurse', headers = {}, key }: Given = {}) {
      const options: InjectOptions = {
        method,
        url,
        headers: {
          ...(role === null ? {} : { 'valpad-actor': `some-${role}` }),
          ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? `test-${++made}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      }
      const answer = await app.inject(options)
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.body,
        bytes: answer.rawPayload,
        // biome-ignore lint/suspicious/noExplicitAny: a test looks wherever it wants
        json: (/json/.test(String(answer.headers['content-type'])) ? JSON.parse(answer.body || 'null') : null) as any,
      }
    },
    /** A new person and a new case about her, both over HTTP; gives the id of the case. */
    async signalled(): Promise<string> {
      const person = await self.ask('POST', '/v1/people', { body: somebody })
      const opened = await self.ask('POST', '/v1/cases', {
        body: { personId: person.json.personId, age: 80, livesAtHome: 'yes' },
      })
      return must(opened, 201).json.caseId
    },
    /** A command on a case or an assignment with the version it has now; must be taken. */
    async does(caseId: string, path: string, body: unknown = {}, role: Role = 'practiceNurse') {
      return must(await self.tries(caseId, path, body, role), 200)
    },
    async tries(caseId: string, path: string, body: unknown = {}, role: Role = 'practiceNurse') {
      const state = await self.state(caseId)
      const assignment = /^assignments\/([^/]+)\//.exec(path)?.[1]
      const tag =
        assignment === undefined ? `"${caseId}.${state.seq}"` : `"${assignment}.${state.assignments[assignment]?.version ?? 0}"`
      return self.ask('POST', `/v1/cases/${caseId}/${path}`, { body, role, headers: { 'if-match': tag } })
    },
  }
  return self
}

export const somebody = { name: 'Mw. Verzonnen', birthDate: '1945-06-01', sex: 'F', municipality: 'GM0362' }

/** The answer, which must have this status; else what went wrong is the failure. */
export function must<Some extends { readonly status: number; readonly text: string }>(answer: Some, status: number): Some {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`)
  return answer
}

/** A path with something in every brace. */
export const pathOf = (path: string, parts: { readonly [name: string]: string }): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? 'unknown')
