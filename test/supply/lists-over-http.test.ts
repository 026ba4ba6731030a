// A coordinator brings in a list by mail: looked at first, taken over as one act, and the same list again changes nothing.
import { describe, expect, test } from 'vitest'
import { HsdsServices } from '../../src/contract/hsds.ts'
import { ListPreview, ListTaken } from '../../src/contract/supply-lists.ts'
import { parsedFrom } from '../../src/engine/bytes.ts'
import type { Store } from '../../src/store/store.ts'
import { wholeSupply } from '../../src/store/whole-supply.ts'
import { databases } from '../support/databases.ts'
import { hsdsFaults } from '../support/hsds-schema.ts'
import { type Cells, dutchList, sendList } from '../support/send-list.ts'
import { must, testApp } from '../support/test-app.ts'

/** Who asked was seen today; that is no part of the supply. */
const supplyIn = async (store: Store) =>
  JSON.stringify(await wholeSupply(store), (name, value) => (name === 'last_seen_on' ? undefined : value))
const changesIn = async ({ build, read }: Store) =>
  (await read(build.selectFrom('supply_event').select(['noun', 'action']).orderBy('id').compile())).length

/** 45 rows of five providers; three of them with a fault each. */
const fortyFive = Array.from({ length: 45 }, (_, index): Cells => {
  const club = index % 5
  const row = {
    Aanbieder: `Beweegclub ${club} (verzonnen)`,
    'Naam aanbod': `Groep ${index}`,
    Contactpersoon: `Pip ${club}`,
    'E-mail': `pip${club}@club.example`,
    Vervanger: `Dop ${club}`,
    'E-mail vervanger': `dop${club}@club.example`,
    ...(index % 3 === 0 ? { Startdatum: '03-03-2026', Einddatum: '04-06-2026', Plaatsen: '12' } : {}),
    Locatie: `Zaal ${club}`,
    Straat: 'Denklaan 12',
    Postcode: '1181 AA',
    Plaats: 'Amstelveen',
  }
  if (index === 7) return { ...row, Prijs: '1.250' }
  if (index === 11) return { ...row, Startdatum: '03-09-2026', Einddatum: '04-06-2026', Plaatsen: '12' }
  return index === 20 ? { ...row, Soort: 'Yoga' } : row
})

describe.each(databases)('$name', (database) => {
  const open = async () => testApp(await database.open())

  test('looking says "42 rijen overnemen, 3 overslaan", names each fault with row and column, and writes nothing', async () => {
    const app = await open()
    const { store } = app.engine
    const before = [await supplyIn(store), await changesIn(store)]
    const looked = await sendList(app, '_preview', dutchList(fortyFive))
    must(looked, 200)
    expect(ListPreview.safeParse(looked.json).error?.issues).toBeUndefined()
    expect(looked.json.words).toBe('42 rijen overnemen, 3 overslaan')
    expect(looked.json.columns.map(({ column }: { column: string }) => column)).not.toContain(null)
    const faulty = looked.json.rows.filter(({ status }: { status: string }) => status === 'faulty')
    expect(
      faulty.map(({ number, faults }: { number: number; faults: { column: string; code: string }[] }) => [
        number,
        ...faults.map(({ column, code }) => `${column} ${code}`),
      ]),
    ).toEqual([
      [9, 'price ambiguousMoney'],
      [13, 'end endsBeforeItStarts'],
      [22, 'intervention intervention'],
    ])
    expect(faulty[0].faults[0]).toMatchObject({
      columnWords: 'Prijs',
      detail: expect.stringContaining('"1.250" kan duizend zijn'),
    })
    expect([await supplyIn(store), await changesIn(store)]).toEqual(before)
  })

  test('with a faulty row nothing is taken unless it may be skipped', async () => {
    const app = await open()
    const before = await supplyIn(app.engine.store)
    const refused = await sendList(app, '_import', dutchList(fortyFive))
    expect(refused).toMatchObject({ status: 409, json: { code: 'faultyRows' } })
    expect(refused.json.detail).toContain('42 overnemen, 3 overslaan')
    expect(await supplyIn(app.engine.store)).toBe(before)
  })

  test('42 are taken and 3 skipped; what they need is made once; the same list again changes nothing', async () => {
    const app = await open()
    const { store } = app.engine
    const taken = await sendList(app, '_import', dutchList(fortyFive), { query: '?skipFaulty=true', key: 'first' })
    must(taken, 200)
    expect(ListTaken.safeParse(taken.json).error?.issues).toBeUndefined()
    expect(taken.json.words).toBe('42 rijen overgenomen, 3 overgeslagen')
    const supply = await wholeSupply(store)
    const names = (rows: readonly { details: Uint8Array }[]) =>
      rows.map(({ details }) => parsedFrom<{ name?: string }>(details).name ?? '')
    expect(supply.offers).toHaveLength(42)
    expect(names(supply.organisations).filter((name) => name.startsWith('Beweegclub'))).toHaveLength(5)
    expect(names(supply.accounts).filter((name) => /^(?:Pip|Dop) \d$/.test(name))).toHaveLength(10)
    expect(supply.locations).toHaveLength(5)
    expect(supply.runs).toHaveLength(15)
    const byLink = supply.accounts.filter(({ details }) =>
      parsedFrom<{ email?: string }>(details).email?.endsWith('club.example'),
    )
    expect(byLink.every(({ login, active }) => login === 0 && active === 1)).toBe(true)
    const [offer] = supply.offers
    expect(offer).toMatchObject({
      code: 'inBalans',
      municipality: 'GM0362',
      domain: 'social',
      last_checked_on: '2026-01-02',
      next_check_on: '2026-07-02',
    })
    expect(parsedFrom(offer!.details)).toMatchObject({ cost: { cents: 1250, per: 'meeting' }, form: 'group', languages: ['nl'] })

    const before = [await supplyIn(store), await changesIn(store)]
    // The same request again is the same answer; the same file in a new request finds everything in it already.
    const repeated = await sendList(app, '_import', dutchList(fortyFive), { query: '?skipFaulty=true', key: 'first' })
    expect(repeated.json).toEqual(taken.json)
    expect(repeated.headers['idempotent-replayed']).toBe('true')
    const again = must(await sendList(app, '_import', dutchList(fortyFive), { query: '?skipFaulty=true' }), 200)
    expect(again.json.words).toBe('0 rijen overgenomen, 3 overgeslagen, 42 stonden er al zo in')
    expect([await supplyIn(store), await changesIn(store)]).toEqual(before)
    const other = await sendList(app, '_import', dutchList(fortyFive.slice(1)), { query: '?skipFaulty=true', key: 'first' })
    expect(other).toMatchObject({ status: 409, json: { code: 'keyReused' } })
  })

  test('the same list twice at the same moment is taken once', async () => {
    const app = await open()
    const list = dutchList(fortyFive.slice(0, 6))
    const both = await Promise.all([sendList(app, '_import', list), sendList(app, '_import', list)])
    expect(both.map(({ json }) => json.counts.taken).sort()).toEqual([0, 6])
    expect((await wholeSupply(app.engine.store)).offers).toHaveLength(6)
  })

  test('what came in goes out in four formats, and each of them coming in again changes nothing', async () => {
    const app = await open()
    const { store } = app.engine
    must(await sendList(app, '_import', dutchList(fortyFive), { query: '?skipFaulty=true' }), 200)
    const before = [await supplyIn(store), await changesIn(store)]
    for (const format of ['csv-nl', 'csv', 'xlsx', 'hsds']) {
      const sent = must(await app.ask('GET', `/v1/supply-lists?format=${format}`, { role: 'coordinator' }), 200)
      const type = String(sent.headers['content-type']).split(';')[0]!
      const back = must(await sendList(app, '_import', sent.bytes, { type }), 200)
      expect([format, back.json.words]).toEqual([format, '0 rijen overgenomen, 0 overgeslagen, 42 stonden er al zo in'])
      expect([await supplyIn(store), await changesIn(store)]).toEqual(before)
      if (format !== 'hsds') continue
      expect(hsdsFaults(sent.json)).toEqual([])
      expect(HsdsServices.safeParse(sent.json).success).toBe(true)
    }
  })

  test('a changed cell is one changed row, shown before and after, and the way back', async () => {
    const app = await open()
    const row: Cells = { Startdatum: '03-03-2026', Einddatum: '04-06-2026', Plaatsen: '12' }
    must(await sendList(app, '_import', dutchList([row])), 200)
    const changed = dutchList([{ ...row, Prijs: 'gratis', Plaatsen: '10', Telefoon: '06-0000 0099' }])
    const looked = must(await sendList(app, '_preview', changed), 200)
    expect(looked.json.rows[0]).toMatchObject({
      status: 'changed',
      changes: [
        { columnWords: 'Prijs', before: '12,50', after: '0,00' },
        { columnWords: 'Telefoon', before: '06-0000 0001', after: '06-0000 0099' },
        { columnWords: 'Plaatsen', before: '12', after: '10' },
      ],
    })
    must(await sendList(app, '_import', changed), 200)
    const supply = await wholeSupply(app.engine.store)
    expect(supply.offers).toMatchObject([{ version: 2 }])
    expect(supply.runs).toMatchObject([{ version: 2, places: 10 }])
    expect(must(await sendList(app, '_preview', changed), 200).json.words).toBe(
      '0 rijen overnemen, 0 overslaan, 1 staat er al zo in',
    )
  })

  test('a provider brings in its own list without naming itself, and not that of another', async () => {
    const app = await open()
    const { Aanbieder: _, ...own } = { Aanbieder: '', 'Naam aanbod': 'Eigen groep' }
    const list = dutchList([own]).replace('Aanbieder;', 'Opmerkingen van ons;')
    const taken = must(await sendList(app, '_import', list, { role: 'socialProvider' }), 200)
    expect(taken.json.counts).toMatchObject({ taken: 1, skipped: 0 })
    expect((await wholeSupply(app.engine.store)).offers).toMatchObject([{ organisation_id: 'club' }])
    const other = must(await sendList(app, '_preview', dutchList([{}]), { role: 'socialProvider' }), 200)
    expect(other.json.rows[0].faults).toMatchObject([{ column: 'organisation', code: 'unknownOrganisation' }])
    const nurse = await sendList(app, '_preview', dutchList([{}]), { role: 'practiceNurse' })
    expect(nurse).toMatchObject({ status: 403, json: { code: 'notYourRole' } })
    const sent = must(await app.ask('GET', '/v1/supply-lists?format=csv', { role: 'socialProvider' }), 200)
    expect(sent.text.trim().split('\n')).toHaveLength(2)
  })

  test('a mapping that was chosen is remembered for the next list of this organisation', async () => {
    const app = await open()
    const list = dutchList([{}]).replace('Naam aanbod', 'Wat doen wij').replace('Gecontroleerd op', 'Zomaar een kop')
    const first = must(await sendList(app, '_preview', list), 200)
    expect(first.json.columns.slice(0, 2)).toMatchObject([{ confidence: 'named' }, { column: null, confidence: 'unknown' }])
    const mapping = first.json.mapping.split(',').with(1, 'name').join(',')
    must(await sendList(app, '_import', list, { query: `?mapping=${mapping}` }), 200)
    const next = must(await sendList(app, '_preview', list), 200)
    expect(next.json.columns[1]).toMatchObject({ header: 'Wat doen wij', column: 'name', confidence: 'remembered' })
    expect(next.json.columns.at(-1)).toMatchObject({ column: null, confidence: 'remembered' })
  })

  test('a column whose meaning was guessed is shown, and not acted on until somebody says so', async () => {
    const app = await open()
    const list = dutchList([{}]).replace('Soort;', 'Interventei;')
    const looked = must(await sendList(app, '_preview', list), 200)
    expect(looked.json.columns[2]).toMatchObject({ column: 'intervention', confidence: 'alike' })
    const refused = await sendList(app, '_import', list)
    expect(refused).toMatchObject({ status: 409, json: { code: 'columnsToConfirm' } })
    must(await sendList(app, '_import', list, { query: `?mapping=${looked.json.mapping}` }), 200)
  })

  test('a block that was pasted has tabs, and may come without a header when the columns are named', async () => {
    const app = await open()
    const block = 'Plak Club\tPlakken\tIn Balans\tsociaal\tAmstelveen\t0\tAn\tan@x.example\tBo\tbo@x.example\n'
    const mapping = 'organisation,name,intervention,domain,municipality,price,contact,contactEmail,deputy,deputyEmail'
    const query = `?headers=no&mapping=${mapping}`
    const taken = must(await sendList(app, '_import', block, { type: 'text/tab-separated-values', query }), 200)
    expect(taken.json.rows).toMatchObject([{ number: 1, status: 'new', name: 'Plakken' }])
  })

  test('services of another directory are looked at like any list: what they do not say is a fault that says how to mend it', async () => {
    const app = await open()
    const service = {
      id: 'ac148810-d857-441c-9679-408f346de14b',
      name: 'Valpreventiegroep',
      status: 'active',
      organization: { id: 'x', name: 'Buurthuis De Drempel (verzonnen)', description: 'x', year_incorporated: 1990 },
      contacts: [{ id: 'c', name: 'Ans Drempel', email: 'ans@drempel.example', phones: [{ id: 'p', number: '020 000 0001' }] }],
      schedules: [{ id: 's', freq: 'WEEKLY', byday: 'TH,FR', opens_at: '10:00:00' }],
      cost_options: [{ id: 'k', amount: 4.5, currency: 'eur' }],
      minimum_age: 65,
      program: null,
    }
    const list = JSON.stringify({ contents: [service] })
    const looked = must(await sendList(app, '_preview', list, { type: 'application/json' }), 200)
    const [row] = looked.json.rows
    expect(row).toMatchObject({ number: 1, status: 'faulty', name: 'Valpreventiegroep' })
    expect(row.faults.map(({ column }: { column: string }) => column)).toEqual([
      'intervention',
      'municipality',
      'domain',
      'form',
      'deputy',
      'pricePer',
    ])
    const twice = await sendList(app, '_preview', JSON.stringify({ contents: [{ ...service, minimum_age: 'oud' }] }), {
      type: 'application/json',
    })
    expect(twice.json.errors).toMatchObject([{ pointer: '/contents/0/minimum_age' }])
  })

  test('the kind of a file may name its alphabet', async () => {
    const looked = await sendList(await open(), '_preview', dutchList([{}]), { type: 'text/csv; charset=windows-1252' })
    expect(looked.json.words).toBe('1 rij overnemen, 0 overslaan')
  })

  test('the endpoints of HSDS give the same services, by page and one by one', async () => {
    const app = await open()
    must(await sendList(app, '_import', dutchList(fortyFive), { query: '?skipFaulty=true' }), 200)
    const page = must(await app.ask('GET', '/v1/hsds/services?page=2&perPage=20'), 200)
    expect(page.json).toMatchObject({
      total_items: 42,
      total_pages: 3,
      page_number: 2,
      size: 20,
      first_page: false,
      last_page: false,
    })
    expect(hsdsFaults(page.json)).toEqual([])
    const [service] = page.json.contents
    expect(must(await app.ask('GET', `/v1/hsds/services/${service.id}`), 200).json).toEqual(service)
    expect(must(await app.ask('GET', '/v1/hsds/organizations'), 200).json.total_items).toBe(5)
    expect(must(await app.ask('GET', '/v1/hsds'), 200).json.version).toBe('3.0')
  })
})
