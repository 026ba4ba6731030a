// A small region for a test: a sports club with its people, and a coalition with two coordinators.
import { bytesOf } from '../../src/engine/bytes.ts'
import { insertOrganisation } from '../../src/store/organisations.ts'
import { type Store, statement } from '../../src/store/store.ts'
import type { AccountRow } from '../../src/store/tables.ts'
import { someSupply } from './some-supply.ts'

/** Of `sport` Karin, Bas, Mo and Anna, and Tom who coordinates; Coby and Dirk of the coalition. Karin has the course, Mo is her deputy. */
export async function someRegion(store: Store) {
  const { build } = store
  const supply = someSupply(store)
  const named = (name: string): Partial<AccountRow> => ({ details: bytesOf({ name }) })
  await store.commit([
    insertOrganisation(build, {
      id: 'coalition',
      kind: 'coalition',
      municipality: 'GM0362',
      details: bytesOf({ name: 'Coalitie (verzonnen)' }),
      version: 1,
      coordinator_id: null,
    }),
  ])
  await supply.provider('sport')
  for (const name of ['Karin', 'Bas', 'Mo', 'Anna', 'Tom']) await supply.account(name.toLowerCase(), 'sport', named(name))
  for (const name of ['Coby', 'Dirk'])
    await supply.account(name.toLowerCase(), 'coalition', { role: 'coordinator', ...named(name) })
  await store.commit([
    statement(build.updateTable('organisation').set({ coordinator_id: 'tom' }).where('id', '=', 'sport')),
    // Of the roles of every test app: here the coalition has coordinators of its own.
    statement(build.updateTable('account').set({ active: 0 }).where('id', '=', 'some-coordinator')),
  ])
  await supply.offer('balance', { organisation_id: 'sport', contact_id: 'karin', deputy_id: 'mo', owner_id: 'karin' })
  return supply
}
