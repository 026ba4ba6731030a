// Any supply list: rows as they go out, with every column and every odd text that can be stored.
import fc from 'fast-check'
import { cleanText } from '../../src/domain/supply-list/cells.ts'
import { accessOptions, languageOptions } from '../../src/domain/supply-list/column-kinds.ts'
import type { ListNames } from '../../src/domain/supply-list/names.ts'
import type { AccessFeature, ListPayer, ListRow, Weekday } from '../../src/domain/supply-list/row.ts'

export const listNames: ListNames = {
  municipalities: [
    { code: 'GM0362', name: 'Amstelveen' },
    { code: 'GM0437', name: 'Ouder-Amstel' },
  ],
  interventions: [
    { code: 'inBalans', nl: 'In Balans', en: 'In Balans', domain: null, form: 'group', certificateFor: [] },
    { code: 'otagoHome', nl: 'Otago thuis', en: 'Otago at home', domain: null, form: 'home', certificateFor: ['zvw'] },
    // Two that are called the same are written by their code.
    { code: 'eyeTest', nl: 'Oogmeting', en: 'Eye test', domain: null, form: null, certificateFor: [] },
    { code: 'eyeTestAtHome', nl: 'Oogmeting', en: 'Eye test', domain: 'care', form: null, certificateFor: [] },
  ],
}

const odd = fc.constantFrom(
  "'=1+1",
  '=HYPERLINK("https://x.example")',
  '+31 20',
  '-1',
  '@x',
  '"quoted"; and, more',
  'a|b',
  '__proto__',
  '_x0041_',
  'NULL',
  '2026-01-01',
  '1.5',
  'ja',
  '€ ’ “ ë ﬁ 😀 שלום',
  'a\nb',
  'tab\tin it',
  '<b>&amp;</b>',
  "''",
)

const textOf = (max: number) =>
  fc
    .oneof(odd, fc.string({ unit: 'grapheme', maxLength: max }), fc.string({ unit: 'binary', maxLength: 30 }))
    .map((text) => cleanText(text).slice(0, max))
    .map(cleanText)
    .map((text) => (text === '' ? null : text))

const line = textOf(200)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: values.length })
const days = some<Weekday>(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])
const access = some(accessOptions.map(({ value }) => value as AccessFeature))
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)
const email = fc.stringMatching(/^[a-z]{1,10}[.+][a-z]{1,10}@[a-z]{1,10}\.example$/)
const phone = fc.constantFrom('+31 20 000 0000', '06-0000 0001', '0000000', '(020) 000 00 00 tst. 3')
const area = fc.constantFrom('GM0362', 'GM0437', 'GM0384', 'WK036201', 'BU03620101', '1181', '1181AA')
const payer: fc.Arbitrary<ListPayer> = fc.record({
  payer: fc.constantFrom('zvw', 'supplementary', 'municipality', 'wmo', 'own', 'free'),
  validFrom: day,
  validUntil: maybe(day),
  deductible: fc.boolean(),
})
const municipality = fc.constantFrom('GM0362', 'GM0437', 'GM0384')
const whole = (max: number) => fc.nat(max)

export const anyRow: fc.Arbitrary<ListRow> = fc.record({
  sourceId: line,
  organisation: line,
  name: line,
  intervention: maybe(fc.constantFrom('inBalans', 'otagoHome', 'eyeTest', 'eyeTestAtHome')),
  description: textOf(2000),
  domain: maybe(fc.constantFrom('care', 'social')),
  form: maybe(fc.constantFrom('group', 'home', 'online', 'consult')),
  municipality: maybe(municipality),
  areas: fc.uniqueArray(area, { maxLength: 5 }),
  locationName: line,
  street: line,
  houseNumber: textOf(12),
  postcode: maybe(fc.constantFrom('1181AA', '1191ZZ')),
  city: line,
  locationMunicipality: maybe(municipality),
  locationAccess: access,
  start: maybe(day),
  end: maybe(day),
  places: maybe(whole(500)),
  free: maybe(whole(500)),
  open: maybe(fc.boolean()),
  runDays: days,
  runTime: maybe(time),
  runNote: line,
  days,
  time: maybe(time),
  waitWeeks: maybe(whole(104)),
  price: maybe(whole(1_000_000)),
  pricePer: maybe(fc.constantFrom('meeting', 'course', 'month', 'year')),
  payers: fc.array(payer, { maxLength: 3 }),
  contact: line,
  contactEmail: maybe(email),
  contactPhone: maybe(phone),
  deputy: line,
  deputyEmail: maybe(email),
  deputyPhone: maybe(phone),
  owner: line,
  certificate: line,
  certificateHolder: line,
  certificateUntil: maybe(day),
  validFrom: maybe(day),
  validUntil: maybe(day),
  lastChecked: maybe(day),
  nextCheck: maybe(day),
  minimumAge: maybe(whole(120)),
  maximumAge: maybe(whole(120)),
  sex: maybe(fc.constantFrom('F', 'M')),
  levels: some(['low', 'moderate', 'high']),
  walksAlone: maybe(fc.boolean()),
  forWhom: line,
  languages: fc.uniqueArray(fc.constantFrom(...languageOptions.map(({ value }) => value), 'xx'), { maxLength: 4 }),
  access,
  website: maybe(fc.constantFrom('https://desprong.example/les?a=1&b=2', 'http://x.example')),
  offerId: maybe(id),
  organisationId: maybe(id),
  runId: maybe(id),
})
