// Whatever stands in a list: what looking promises is what taking does, and taking it again does nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/access/actor.ts'
import { listInFormat } from '../../src/engine/list-formats.ts'
import { importList, type ListAsk, lookAtList } from '../../src/engine/supply-lists.ts'
import { databases } from '../support/databases.ts'
import { type Cells, dutchList } from '../support/send-list.ts'
import { testApp } from '../support/test-app.ts'

/** Few of everything, so that rows meet each other; and now and then something that is wrong. */
const oneOf = (...values: string[]) => fc.constantFrom(...values)
const day = oneOf('', '', '03-03-2026', '04-06-2026', '01-09-2026', '31-02-2026')
const anyRow: fc.Arbitrary<Cells> = fc.record(
  {
    Aanbieder: oneOf('Club A', 'club a', 'Club B', 'club', ''),
    'Naam aanbod': oneOf('Groep 1', 'groep 1', 'Groep 2', 'Groep 3', 'Groep 4', 'Groep 5', 'Groep 6', 'Groep 7'),
    Kenmerk: oneOf('', 'own'),
    Soort: oneOf('In Balans', 'otagoHome', 'Oogmeting', 'Yoga'),
    Domein: oneOf('zorg', 'sociaal', ''),
    Gemeente: oneOf('Amstelveen', 'Diemen', 'GM0363', ''),
    Gebied: oneOf('', 'Amstelveen, 1181', 'WK036301', '1111AB'),
    Locatie: oneOf('', 'Zaal'),
    Straat: oneOf('', 'Denklaan 12', 'Denklaan'),
    Postcode: oneOf('', '1181 AA'),
    Plaats: oneOf('', 'Amstelveen'),
    Startdatum: day,
    Einddatum: day,
    Plaatsen: oneOf('', '12', '8', '-1'),
    Vrij: oneOf('', '3', '40'),
    Prijs: oneOf('0', '12,50', '', '1.250'),
    'Prijs per': oneOf('', 'les', 'cursus'),
    'Wie betaalt': oneOf('', 'gemeente', 'zorgverzekering 01-01-2026 met eigen risico'),
    Certificaat: oneOf('', 'Otago-instructeur'),
    'Certificaat tot': oneOf('', '31-12-2026', '31-12-2025'),
    Contactpersoon: oneOf('Pip', 'Dop', 'Nieuw', ''),
    'E-mail': oneOf('pip@x.example', 'dop@x.example', ''),
    Telefoon: oneOf('', '06-0000 0001', '06-0000 0002'),
    Vervanger: oneOf('Dop', 'Bob', 'Keten Coach', ''),
    'E-mail vervanger': oneOf('dop@x.example', 'bob@x.example', ''),
    Beheerder: oneOf('', '', 'Pip', 'niemand@x.example'),
    'Geldig van': oneOf('', '01-01-2026', '01-06-2026'),
    'Geldig tot': oneOf('', '31-12-2026', '01-02-2026'),
    'Gecontroleerd op': oneOf('', '02-01-2026', '02-01-2027'),
    'Leeftijd vanaf': oneOf('', '65', '90'),
    'Leeftijd tot': oneOf('', '85'),
    Talen: oneOf('', 'Nederlands, Turks'),
  },
  { noNullPrototype: true },
)
/** A row that is right, but for a few cells. */
const right: Cells = {
  Aanbieder: 'Club A',
  Soort: 'In Balans',
  Domein: 'sociaal',
  Gemeente: 'Amstelveen',
  Prijs: '0',
  Contactpersoon: 'Pip',
  'E-mail': 'pip@x.example',
  Vervanger: 'Dop',
  'E-mail vervanger': 'dop@x.example',
}
const anyRows = fc.array(
  fc
    .tuple(anyRow, fc.array(fc.nat(40), { maxLength: 4 }))
    .map(
      ([row, which]): Cells => ({
        ...right,
        ...Object.fromEntries(Object.entries(row).filter((_, at) => at === 1 || which.includes(at))),
      }),
    )
    // A key of the list goes with one offer: renaming by key would make other rows fit that did not.
    .map((row) =>
      row['Kenmerk'] === 'own' ? { ...row, Kenmerk: [row['Naam aanbod'], row['Soort'], row['Gemeente']].join() } : row,
    ),
  { minLength: 1, maxLength: 8 },
)

test.each(databases)(
  '$name: what looking promises is what taking does, and the same list again changes nothing',
  async (database) => {
    const { engine } = await testApp(await database.open())
    const actor: Actor = { id: 'some-coordinator', role: 'coordinator', organisationId: 'practice-1' }
    let lists = 0
    const statuses = { new: 0, changed: 0, same: 0, faulty: 0 }
    const ask = (text: string): ListAsk => ({
      actor,
      source: { is: 'file', bytes: new TextEncoder().encode(text), pasted: false },
      mapping: null,
      headers: true,
      sheet: null,
    })
    const take = (text: string) =>
      importList(engine, { ...ask(text), key: `list-${++lists}`, requestId: 'test', skipFaulty: true })
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const list = dutchList(rows)
        const looked = await lookAtList(engine, ask(list))
        const taken = await take(list)
        if (looked.is !== 'looked' || taken.is !== 'done') throw new Error(JSON.stringify([looked.is, taken]))
        const promised = looked.plan.rows.map(({ number, status, faults }) => ({ number, status, faults }))
        expect(taken.taken.rows.map(({ number, status, faults }) => ({ number, status, faults }))).toEqual(promised)
        for (const { status } of promised) statuses[status] += 1

        const again = await take(list)
        const kept = again.is === 'done' ? again.taken.rows : []
        expect(kept.map(({ status }) => status)).toEqual(promised.map(({ status }) => (status === 'faulty' ? 'faulty' : 'same')))
      }),
      { numRuns: 60 },
    )
    // Not all of it was refused.
    expect(Math.min(statuses.new, statuses.changed, statuses.faulty)).toBeGreaterThan(5)

    const { body } = await listInFormat(engine, actor, 'csv-nl')
    const back = await take(String(body))
    expect(back).toMatchObject({ is: 'done', taken: { counts: { taken: 0, skipped: 0 } } })
  },
)
