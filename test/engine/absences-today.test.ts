// What a day brings for absences: leavers are closed and replaced in the supply, and open handovers are asked about again.
import { describe, expect, test } from 'vitest'
import { acknowledgeAbsence, planAbsence } from '../../src/engine/absences.ts'
import { absencesToday } from '../../src/engine/absences-today.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import { leave } from '../../src/engine/leaving.ts'
import { loadOffer } from '../../src/store/offers.ts'
import { loadAccount, loadOrganisation } from '../../src/store/organisations.ts'
import { databases } from '../support/databases.ts'
import { someRegion } from '../support/some-region.ts'
import { testEngine } from '../support/test-engine.ts'

const coby = { id: 'coby', role: 'coordinator', organisationId: 'coalition' } as const
const by = (key: string) => ({ actor: coby, key, requestId: 'test' })
const note = 'Alles staat in de trajecten.'

describe.each(databases)('$name', (database) => {
  const region = async () => {
    const under = await testEngine(await database.open())
    const supply = await someRegion(under.engine.store)
    const told = async () => {
      const { store } = under.engine
      const rows = await store.read(store.build.selectFrom('delivery').selectAll().orderBy('created_at').orderBy('id').compile())
      return rows.map((row) => `${row.created_at.slice(0, 10)} ${row.target_id}`)
    }
    return { ...under, supply, told }
  }

  test('who leaves later works until that day; then the account is closed and the successor stands in the offers, once', async () => {
    const { engine, setClock } = await region()
    await leave(engine, by('leave'), 'tom', { on: '2026-03-30', successorId: 'bas', note })
    await leave(engine, by('leave too'), 'karin', { on: '2026-03-30', successorId: 'anna', note })
    setClock('2026-03-29T21:59:59Z')
    expect(await absencesToday(engine)).toEqual({ closed: 0, reminded: 0 })
    expect(await loadAccount(engine.store, 'karin')).toMatchObject({ active: 1, left_on: '2026-03-30' })
    expect(await loadOffer(engine.store, 'balance')).toMatchObject({ contact_id: 'karin', version: 1 })
    setClock('2026-03-29T22:00:00Z')
    expect(await absencesToday(engine)).toMatchObject({ closed: 2 })
    expect(await loadAccount(engine.store, 'karin')).toMatchObject({ active: 0 })
    expect(await loadOffer(engine.store, 'balance')).toMatchObject({ contact_id: 'anna', owner_id: 'anna', version: 2 })
    expect(await loadOrganisation(engine.store, 'sport')).toMatchObject({ coordinator_id: 'bas' })
    expect(await absencesToday(engine)).toMatchObject({ closed: 0 })
  })

  test('an open handover is asked about on its first days, the coordinator hears of it from the third, and acknowledging ends it', async () => {
    const { engine, setClock, told } = await region()
    const body = { accountId: 'karin', replacementId: 'bas', fromOn: '2026-04-02', untilOn: '2026-05-29', note }
    const planned = await planAbsence(engine, by('plan'), body)
    if (planned.is !== 'done') throw new Error(JSON.stringify(planned))
    // Good Friday is no public holiday, Easter Monday is.
    for (let day = 1; day <= 24; day++) {
      setClock(`2026-04-${String(day).padStart(2, '0')}T08:00:00Z`)
      await absencesToday(engine)
      await absencesToday(engine)
    }
    expect(await told()).toEqual([
      '2026-01-05 bas',
      ...['2026-04-02 bas', '2026-04-03 bas', '2026-04-07 bas'],
      ...['2026-04-08 bas', '2026-04-08 tom', '2026-04-10 bas', '2026-04-10 tom', '2026-04-17 bas', '2026-04-17 tom'],
    ])
    const { absenceId, version } = parsedFrom<{ absenceId: string; version: number }>(planned.answer)
    const bas = { id: 'bas', role: 'socialProvider', organisationId: 'sport' } as const
    await acknowledgeAbsence(engine, { actor: bas, key: 'read', requestId: 'test' }, { absenceId, version })
    setClock('2026-05-04T08:00:00Z')
    expect(await absencesToday(engine)).toEqual({ closed: 0, reminded: 0 })
  })
})
