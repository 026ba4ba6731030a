// Somebody who looks for a place, and offers to look at: builders that name only what matters, and arbitrary ones for what must always hold.
import * as fc from 'fast-check'
import { addPeriod } from '../../src/domain/calendar.ts'
import { type Match, matchOffer, type OfferToMatch, type RunToMatch, type Seeker } from '../../src/domain/matching.ts'
import { ranked } from '../../src/domain/matching-order.ts'
import { accessFeatures, type OfferDetails, offerForms, payerCodes, weekdays } from '../../src/domain/supply.ts'
import { offerDetails } from './some-supply.ts'

export const today = '2026-01-05'
export const asked = { today, norm: { days: 84 }, payer: 'municipality' } as const

/** A woman of 80 in Amstelveen at moderate risk who walks alone. */
export const somebody = (more: Partial<Seeker> = {}): Seeker => ({
  age: 80,
  sex: 'F',
  municipality: 'GM0362',
  postcode: '1181AA',
  neighbourhood: null,
  level: 'moderate',
  walksAlone: 'yes',
  prefers: null,
  wishes: { language: null, access: [], days: [] },
  ...more,
})

export const aRun = (more: Partial<RunToMatch> = {}): RunToMatch => ({
  runId: 'spring',
  startsOn: '2026-02-02',
  endsOn: '2026-05-11',
  places: 12,
  taken: 4,
  waiting: 0,
  open: true,
  ...more,
})

/** In Balans for all of Amstelveen, checked in December, with a place from February on. */
export const anOffer = ({
  details,
  ...more
}: Partial<Omit<OfferToMatch, 'details'>> & { readonly details?: Partial<OfferDetails> } = {}): OfferToMatch => ({
  offerId: 'balans',
  code: 'inBalans',
  organisation: { id: 'club', name: 'Club (verzonnen)' },
  municipality: 'GM0362',
  areas: ['GM0362'],
  details: { ...offerDetails, ...details },
  validFrom: '2025-01-01',
  validUntil: null,
  certificateUntil: null,
  lastCheckedOn: '2025-12-01',
  nextCheckOn: '2026-06-01',
  location: null,
  contactId: null,
  deputyId: null,
  runs: [aRun()],
  ...more,
})

export const at = (postcode: string, municipality = 'GM0362'): OfferToMatch['location'] => ({
  id: `at-${postcode}`,
  name: 'Buurthuis (verzonnen)',
  address: 'Dorpsstraat 1',
  postcode,
  municipality,
  access: [],
})

export const matched = (seeker: Seeker, offer: OfferToMatch, more: Partial<Parameters<typeof matchOffer>[2]> = {}): Match =>
  matchOffer(seeker, offer, { ...asked, ...more })

export const inOrder = (seeker: Seeker, offers: readonly OfferToMatch[]): string[] =>
  ranked(offers.map((offer) => matched(seeker, offer))).map(({ offer }) => offer.offerId)

const day = fc.integer({ min: -400, max: 400 }).map((days) => addPeriod(today, days, 'days'))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const area = fc.constantFrom('GM0362', 'GM0384', '1181', '1181AA', '1182', 'WK036201', 'BU03620101', 'BU03840101')
const levels = ['low', 'moderate', 'high'] as const

export const anySeeker: fc.Arbitrary<Seeker> = fc.record({
  age: maybe(fc.integer({ min: 60, max: 100 })),
  sex: maybe(fc.constantFrom('F', 'M', 'X')),
  municipality: fc.constantFrom('GM0362', 'GM0384'),
  postcode: maybe(fc.constantFrom('1181AA', '1182BB', '1111CC')),
  neighbourhood: maybe(fc.constantFrom('BU03620101', 'BU03620202')),
  level: maybe(fc.constantFrom(...levels)),
  walksAlone: fc.constantFrom('yes', 'no', 'unknown'),
  prefers: maybe(fc.constantFrom('group', 'home')),
  wishes: fc.record({
    language: maybe(fc.constantFrom('nl', 'tr')),
    access: fc.subarray([...accessFeatures], { maxLength: 2 }),
    days: fc.subarray([...weekdays], { maxLength: 2 }),
  }),
})

const anyRuns: fc.Arbitrary<RunToMatch[]> = fc
  .array(
    fc.record({ startsOn: day, lasts: fc.nat(120), places: fc.nat(3), taken: fc.nat(3), waiting: fc.nat(3), open: fc.boolean() }),
    { maxLength: 3 },
  )
  .map((runs) =>
    runs.map(({ lasts, taken, ...run }, index) => ({
      ...run,
      runId: `run-${index}`,
      endsOn: addPeriod(run.startsOn, lasts, 'days'),
      taken: Math.min(taken, run.places),
    })),
  )

const anyForWhom = fc.record(
  {
    minimumAge: fc.constantFrom(65, 75, 85),
    sex: fc.constantFrom('F' as const, 'M' as const),
    levels: fc.subarray([...levels], { minLength: 1 }),
    walksAlone: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Ids are few, so that some offers come twice. */
export const anyOffers: fc.Arbitrary<OfferToMatch[]> = fc.array(
  fc
    .record({
      number: fc.nat(8),
      details: fc.record({
        form: fc.constantFrom(...offerForms),
        forWhom: anyForWhom,
        cost: fc.constantFrom({ cents: 0, per: 'course' as const }, { cents: 2500, per: 'course' as const }),
        funding: fc.array(
          fc.record({
            payer: fc.constantFrom(...payerCodes),
            validFrom: day,
            validUntil: maybe(day),
            deductible: fc.boolean(),
          }),
          { maxLength: 2 },
        ),
        certificate: maybe(fc.constant({ name: 'Otago' })),
        waitWeeks: maybe(fc.nat(30)),
      }),
      areas: fc.array(area, { maxLength: 3 }),
      municipality: fc.constantFrom('GM0362', 'GM0384'),
      validFrom: day,
      validUntil: maybe(day),
      certificateUntil: maybe(day),
      lastCheckedOn: maybe(day),
      location: maybe(fc.constantFrom(at('1181BB'), at('1111AA', 'GM0384'))),
      runs: anyRuns,
    })
    .map(({ number, ...offer }) => anOffer({ ...offer, offerId: `offer-${number}`, nextCheckOn: null })),
  { maxLength: 12 },
)
