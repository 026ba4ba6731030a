// Lists that are no lists, sent to the server: clear refusals, and nothing written.
import { beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../src/contract/problem.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { everyAnswer } from '../../src/http/headers.ts'
import { insertOrganisation } from '../../src/store/organisations.ts'
import { wholeSupply } from '../../src/store/whole-supply.ts'
import { databases } from '../support/databases.ts'
import { type Cells, dutchList, sendList } from '../support/send-list.ts'
import { someSupply } from '../support/some-supply.ts'
import { must, type TestApp, testApp } from '../support/test-app.ts'
import { textRow, xlsxParts, zipOf } from '../support/xlsx-file.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe.each(databases)('$name', (database) => {
  /** No list here is taken: one database will do. */
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(await database.open())
  })

  test('files that are too large, bombs, macros and what is no list', async () => {
    const count = async () => {
      const { offers, organisations, accounts } = await wholeSupply(app.engine.store)
      return [offers.length, organisations.length, accounts.length]
    }
    const before = await count()
    const bad: readonly (readonly [string, string | Uint8Array, number, string])[] = [
      ['text/csv', new Uint8Array(50_000_000).fill(97), 413, 'tooLarge'],
      [xlsx, new Uint8Array(50_000_000), 413, 'tooLarge'],
      ['application/json', `{"contents": [], "x": "${'x'.repeat(20_000_000)}"}`, 413, 'tooLarge'],
      [xlsx, zipOf({ ...xlsxParts(''), 'xl/x.xml': new Uint8Array(60_000_000) }), 400, 'zipTooMuch'],
      [xlsx, zipOf({ ...xlsxParts(textRow(1, ['naam'])), 'xl/vbaProject.bin': 'x' }), 400, 'macros'],
      ['text/csv', `a;b\n${'1;2\n'.repeat(100_000)}`, 400, 'tooManyRows'],
      ['text/csv', '', 400, 'emptyFile'],
      ['text/csv', 'kleur;maat\nrood;3\n', 400, 'nothingMatched'],
      ['application/vnd.ms-excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)), 400, 'oldXls'],
    ]
    for (const [type, list, status, code] of bad)
      for (const act of ['_preview', '_import'] as const) {
        const answer = await sendList(app, act, list, { type })
        expect([act, code, answer.status]).toEqual([act, code, status])
        expect(JSON.stringify(answer.json)).toContain(`"code":"${code}"`)
        expect(Problem.safeParse(answer.json).error?.issues).toBeUndefined()
        expect(answer.headers).toMatchObject(everyAnswer)
      }
    expect(await count()).toEqual(before)
  })

  test('a wrong kind of content is told what to send; other routes take no files', async () => {
    const wrong = await sendList(app, '_preview', 'naam', { type: 'text/plain' })
    expect(wrong).toMatchObject({
      status: 400,
      json: { errors: [{ code: 'contentType', detail: expect.stringContaining('text/csv') }] },
    })
    const other = await app.ask('POST', '/v1/people', { body: 'naam;plaats\n', headers: { 'content-type': 'text/csv' } })
    expect(other).toMatchObject({ status: 400, json: { errors: [{ code: 'contentType' }] } })
  })

  test('a mapping that is none, of another list, or names a column twice; a query that does not exist', async () => {
    for (const [query, code] of [
      ['?mapping=nothing', 'mapping'],
      ['?mapping=name,name', 'mapping'],
      ['?mapping=name,price', 'mappingDoesNotFit'],
      [`?mapping=${Array.from({ length: 17 }, () => '-').join(',')}`, 'nothingMatched'],
      ['?headers=maybe', 'invalid_value'],
      ['?nothing=1', 'unrecognized_keys'],
    ] as const) {
      const answer = await sendList(app, '_preview', dutchList([{}]), { query })
      expect([query, answer.status, answer.json.errors[0].code]).toEqual([query, 400, code])
    }
  })

  test('a formula in an Excel list is one faulty row, with its column', async () => {
    const headers = [
      'Organisatie',
      'Naam',
      'Interventie',
      'Domein',
      'Gemeente',
      'Prijs',
      'Contactpersoon',
      'E-mail',
      'Vervanger',
      'E-mail vervanger',
    ]
    const row = (number: number, name: string) =>
      textRow(number, ['Club', name, 'In Balans', 'sociaal', 'Diemen', '0', 'Pip', 'p@x.example', 'Dop', 'd@x.example'])
    const sheet = `${textRow(1, headers)}${row(2, 'Een')}${row(3, 'Twee').replace(/<c r="F3".*?<\/c>/, '<c r="F3"><f>1+1</f><v>2</v></c>')}`
    const looked = must(await sendList(app, '_preview', zipOf(xlsxParts(sheet)), { type: xlsx }), 200)
    expect(looked.json.words).toBe('1 rij overnemen, 1 overslaan')
    expect(looked.json.rows[1]).toMatchObject({ number: 3, faults: [{ columnWords: 'Prijs', code: 'formula' }] })
  })

  test.each<readonly [string, Cells, string]>([
    ['negative places', { Startdatum: '03-03-2026', Einddatum: '04-06-2026', Plaatsen: '-3' }, 'places whole'],
    [
      'a course that ends before it starts',
      { Startdatum: '03-03-2026', Einddatum: '02-03-2026', Plaatsen: '3' },
      'end endsBeforeItStarts',
    ],
    ['a course without places', { Startdatum: '03-03-2026', Einddatum: '04-06-2026' }, 'places required'],
    [
      'more free than places',
      { Startdatum: '03-03-2026', Einddatum: '04-06-2026', Plaatsen: '3', Vrij: '4' },
      'free moreFreeThanPlaces',
    ],
    ['no price', { Prijs: '' }, 'price required'],
    ['no deputy', { Vervanger: '' }, 'deputy required'],
    [
      'a deputy who is the contact',
      { Vervanger: 'Pip Sprong', 'E-mail vervanger': 'pip@desprong.example' },
      'deputy deputyIsContact',
    ],
    ['somebody new without an address', { 'E-mail': '' }, 'contactEmail emailNeeded'],
    ['half an address', { Straat: 'Denklaan 1' }, 'postcode required,city required'],
    [
      'the basic insurance without a certificate',
      { Soort: 'otagoHome', 'Wie betaalt': 'zvw' },
      'certificate certificateNeeded,certificateUntil certificateEndNeeded',
    ],
    ['a check in the future', { 'Gecontroleerd op': '01-01-2030' }, 'lastChecked inTheFuture'],
    ['ages the wrong way round', { 'Leeftijd vanaf': '80', 'Leeftijd tot': '70' }, 'maximumAge noAgeLeft'],
    ['a district outside the region', { Gebied: 'WK036301' }, 'areas outsideRegion'],
    ['a keeper whom nobody knows', { Beheerder: 'Iemand' }, 'owner noSuchOwner'],
    ['no organisation', { Aanbieder: '' }, 'organisation required'],
  ])('%s', async (_, cells, faults) => {
    const looked = must(await sendList(app, '_preview', dutchList([cells])), 200)
    const [row] = looked.json.rows as [{ faults: { column: string; code: string }[] }]
    expect(row.faults.map(({ column, code }) => `${column} ${code}`).join()).toBe(faults)
  })

  test('the same row twice, two rows that say different things, and a person with two addresses', async () => {
    const run = (start: string, more: Cells = {}): Cells => ({
      Startdatum: start,
      Einddatum: '30-12-2026',
      Plaatsen: '8',
      ...more,
    })
    const rows = [
      run('03-03-2026'),
      run('03-03-2026'),
      run('01-09-2026', { Prijs: '99' }),
      run('02-09-2026'),
      { 'Naam aanbod': 'Ander', Telefoon: '06-0000 0099' },
    ]
    const looked = must(await sendList(app, '_preview', dutchList(rows)), 200)
    expect(
      looked.json.rows.map(({ status, faults }: { status: string; faults: { code: string }[] }) => faults[0]?.code ?? status),
    ).toEqual(['new', 'duplicateRow', 'differsFromRow', 'new', 'differsFromRow'])
  })

  test('a run is not taken while the row that says what the offer is has a fault', async () => {
    const run = (start: string): Cells => ({ Startdatum: start, Einddatum: '30-12-2026', Plaatsen: '8' })
    const list = dutchList([{ ...run('03-03-2026'), Prijs: '1.250' }, run('01-09-2026')])
    const looked = must(await sendList(app, '_preview', list), 200)
    expect(looked.json.rows[1]).toMatchObject({ status: 'faulty', faults: [{ code: 'leadFaulty' }] })
  })

  test('two organisations of one name: the list has to say which', async () => {
    const supply = someSupply(app.engine.store)
    for (const id of ['twin', 'other-twin'])
      await app.engine.store.commit([
        insertOrganisation(app.engine.store.build, {
          id,
          kind: 'provider',
          municipality: 'GM0362',
          details: bytesOf({ name: 'Club Tweeling' }),
          version: 1,
          coordinator_id: null,
        }),
      ])
    await supply.account('pip', 'other-twin', { details: bytesOf({ name: 'Pip Sprong', email: 'pip@desprong.example' }) })
    const twin = { Aanbieder: 'Club Tweeling', Telefoon: '' }
    const looked = must(await sendList(app, '_preview', dutchList([twin, { ...twin, 'Id organisatie': 'other-twin' }])), 200)
    expect(looked.json.rows[0].faults).toMatchObject([{ column: 'organisation', code: 'ambiguousOrganisation' }])
    expect(looked.json.rows[1]).toMatchObject({ status: 'new', faults: [] })
  })
})
