// An engine on a fresh database with one practice and its people, and a clock that the test moves.
import { pathwayVersions } from '../../pathways/versions.ts'
import type { Actor } from '../../src/access/actor.ts'
import type { IsoDate, IsoInstant } from '../../src/domain/calendar.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import type { Command } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { bytesOf, parsedFrom } from '../../src/engine/bytes.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { type Expected, type Handled, handleCommand } from '../../src/engine/handle-command.ts'
import { tick } from '../../src/engine/tick.ts'
import { loadCase } from '../../src/store/cases.ts'
import { putDraft } from '../../src/store/drafts.ts'
import { insertOrganisation } from '../../src/store/organisations.ts'
import { insertPerson } from '../../src/store/persons.ts'
import type { Store } from '../../src/store/store.ts'
import { wholeAnalysis } from './given-case.ts'

const pathway = pathwayVersions.at(-1)!

/** Whoever works for a provider works for the club. */
export const organisationOf = (role: Role): string => (providerRoles.has(role) ? 'club' : 'practice-1')

const providerRoles: ReadonlySet<Role> = new Set([
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'careProvider',
  'socialProvider',
  'communitySportCoach',
  'welfareWorker',
])

export const actorOf = (role: Role): Actor => ({ id: `some-${role}`, role, organisationId: organisationOf(role) })

export type TestEngine = Awaited<ReturnType<typeof testEngine>>

export async function testEngine(store: Store, start: IsoInstant = '2026-01-05T09:00:00Z') {
  let now = start
  let made = 0
  const engine: Engine = {
    store,
    pathways: new Map([[`${pathway.id}@${pathway.version}`, pathway]]),
    newest: pathway,
    clock: () => now,
    newId: () => `id-${++made}`,
    linkKey: new TextEncoder().encode('a key of the tests, thirty-two b'),
    publicUrl: 'http://127.0.0.1:8080',
  }
  const practice = {
    id: 'practice-1',
    kind: 'practice',
    municipality: 'GM0362',
    details: bytesOf({ name: 'Praktijk (verzonnen)' }),
    version: 1,
    coordinator_id: null,
  } as const
  await store.commit([insertOrganisation(store.build, practice)])

  const self = {
    engine,
    setClock: (instant: IsoInstant) => {
      now = instant
    },
    /** Forward by whole days, firing what falls due, each day in its turn. */
    async days(count: number) {
      for (let day = 0; day < count; day++) {
        now = new Date(Date.parse(now) + 86_400_000).toISOString()
        for (let rounds = 0; (await tick(engine)).fired > 0; rounds++)
          if (rounds > 100) throw new Error('Deadlines that never end')
      }
    },
    async person(id: string, birthDate: IsoDate = '1945-06-01') {
      const details = bytesOf({ name: 'Mw. Verzonnen', birthDate, sex: 'F' })
      await store.commit([
        insertPerson(store.build, {
          id,
          practice_id: 'practice-1',
          municipality: 'GM0362',
          details,
          version: 1,
          created_at: now,
        }),
      ])
    },
    async open(caseId: string): Promise<Handled> {
      await self.person(`person-of-${caseId}`)
      const open = { caseId, personId: `person-of-${caseId}`, age: 'unknown', livesAtHome: 'yes', reopenedFrom: null } as const
      return handleCommand(engine, { actor: actorOf('signaller'), key: `open-${caseId}`, requestId: 'test', open })
    },
    send(
      caseId: string,
      command: Command,
      more: { role?: Role; key?: string; expected?: Expected | null; occurredOn?: IsoDate } = {},
    ): Promise<Handled> {
      const { role = 'practiceNurse', key = `key-${++made}`, expected = null, occurredOn } = more
      return handleCommand(engine, {
        actor: actorOf(role),
        key,
        requestId: 'test',
        caseId,
        command,
        expected,
        ...(occurredOn === undefined ? {} : { occurredOn }),
      })
    },
    async state(caseId: string): Promise<CaseState> {
      return parsedFrom<CaseState>((await loadCase(store, caseId))!.state)
    },
    /** Draft answers that complete an analysis without findings. */
    async answerEverything(caseId: string) {
      const rows = Object.entries(wholeAnalysis(pathway.instrument)).map(([item, answer]) =>
        putDraft(store.build, {
          case_id: caseId,
          item,
          actor_id: 'some-practiceNurse',
          revision: 1,
          value: bytesOf(answer),
          source: 'person',
          provenance: 'asked',
          operation_id: `op-${caseId}-${item}`,
          at: now,
        }),
      )
      await store.commit(rows)
    },
  }
  return self
}

/** Takes what must be possible. */
export function done(handled: Handled): Extract<Handled, { is: 'done' }> {
  if (handled.is !== 'done') throw new Error(JSON.stringify(handled))
  return handled
}
