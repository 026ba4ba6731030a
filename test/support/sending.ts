// An engine with people who have mail addresses, and what is needed to send: notices at will, and a clock that goes forward by minutes.
import type { Role } from '../../src/domain/role.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { type Carriers, deliver } from '../../src/engine/deliver.ts'
import { expand } from '../../src/engine/expand.ts'
import { mailCarrier, smtpTransport } from '../../src/engine/mail.ts'
import { type Notice, notify } from '../../src/engine/notify.ts'
import { webhookCarrier } from '../../src/engine/webhook-carrier.ts'
import { secondsAfter } from '../../src/store/instants.ts'
import { insertAccount, insertOrganisation } from '../../src/store/organisations.ts'
import type { Store } from '../../src/store/store.ts'
import type { DeliveryRow } from '../../src/store/tables.ts'
import { insertWebhook } from '../../src/store/webhooks.ts'
import { someSupply } from './some-supply.ts'
import { testEngine } from './test-engine.ts'

export type Sending = Awaited<ReturnType<typeof sendingEngine>>

export const from = 'Valpad <valpad@example.org>'

export async function sendingEngine(store: Store, { allow = ['127.0.0.1'], within = 300 } = {}) {
  const under = await testEngine(store)
  const engine = { ...under.engine, webhookAllow: allow }
  const supply = someSupply(store)
  const person = (id: string, organisation: string, role: Role, details: object = { email: `${id}@people.example` }) =>
    store.commit([
      insertAccount(store.build, {
        id,
        organisation_id: organisation,
        role,
        details: bytesOf({ name: id, ...details }),
        active: 1,
        login: 1,
        left_on: null,
        last_seen_on: null,
        version: 1,
      }),
    ])
  await store.commit([
    insertOrganisation(store.build, {
      id: 'coalition',
      kind: 'coalition',
      municipality: 'GM0362',
      details: bytesOf({ name: 'Coalitie' }),
      version: 1,
      coordinator_id: null,
    }),
  ])
  await supply.provider('club')
  await person('some-practiceNurse', 'practice-1', 'practiceNurse')
  await person('some-generalPractitioner', 'practice-1', 'generalPractitioner')
  await person('some-practiceAssistant', 'practice-1', 'practiceAssistant')
  await person('some-coordinator', 'coalition', 'coordinator')
  await person('sam', 'club', 'socialProvider')
  await person('dee', 'club', 'socialProvider')
  await supply.offer('offer-1', { contact_id: 'sam', deputy_id: 'dee', owner_id: 'sam', details: { time: '10:30' } })
  let made = 0

  const self = {
    ...under,
    engine,
    supply,
    person,
    minutes: (count: number) => under.setClock(secondsAfter(engine.clock(), count * 60)),
    async tell(accountId: string, more: Partial<Notice> = {}): Promise<void> {
      const notice = { kind: 'task', accountId, dedupeKey: `notice:${++made}`, at: engine.clock(), ...more } as const
      const committed = await store.commit([notify(store.build, notice)])
      if (!committed.ok) throw new Error('This notice was there before')
    },
    async hook(id: string, organisationId: string, url: string, secret = `whsec_${'c2VjcmV0'.repeat(4)}`): Promise<void> {
      await store.commit([
        insertWebhook(store.build, {
          id,
          organisation_id: organisationId,
          url,
          secret: Buffer.from(secret),
          active: 1,
          created_at: engine.clock(),
          version: 1,
        }),
      ])
    },
    /** Every message of the outbox to those it is for; what goes wrong is thrown. */
    async expandAll(): Promise<void> {
      const complain = (what: string, error: unknown): never => {
        throw new Error(what, { cause: error })
      }
      while ((await expand(engine, complain)) > 0);
    },
    carriers: (smtpUrl: string): Carriers => ({
      mail: mailCarrier(engine, from, smtpTransport(smtpUrl, within)),
      webhook: webhookCarrier(engine, { within }),
    }),
    round: (smtpUrl: string) => deliver(engine, self.carriers(smtpUrl)),
    deliveries: (): Promise<DeliveryRow[]> =>
      store.read(store.build.selectFrom('delivery').selectAll().orderBy('created_at').orderBy('id').compile()),
  }
  return self
}
