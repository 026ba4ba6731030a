// Random people in the vignette format, crowded around every limit of the rules; each field sometimes absent, sometimes unknown.
import fc from 'fast-check'
import type { PlainInput } from './plain-reading.ts'

const yesNo = fc.constantFrom('yes', 'no')
const oneOf = (...values: readonly unknown[]) => fc.constantFrom(...values)

/** Mostly a value on one side or the other of a limit, sometimes any value of the range. */
const near = (limits: readonly unknown[], anywhere: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: oneOf(...limits), weight: 4 }, { arbitrary: anywhere, weight: 1 })

/** Seconds with two decimals. */
const seconds = (from: number, to: number) => fc.integer({ min: from * 100, max: to * 100 }).map((hundredths) => hundredths / 100)

const bloodPressures = fc.oneof(
  fc
    .record({
      standing: oneOf(89, 90, 90, 110, 110, 110, 110),
      systolicDrop: oneOf(-5, 0, 19, 20, 29, 30),
      standingLow: oneOf(60, 70),
      diastolicDrop: oneOf(-3, 0, 9, 10),
    })
    .map((each) => {
      const { standing, systolicDrop, standingLow, diastolicDrop } = each as { [name: string]: number }
      return [
        [standing! + systolicDrop!, standingLow! + diastolicDrop!],
        [standing!, standingLow!],
      ]
    }),
  fc.array(fc.tuple(fc.integer({ min: 60, max: 260 }), fc.integer({ min: 30, max: 160 })), { minLength: 2, maxLength: 2 }),
)

const stopping = Array.from({ length: 12 }, (_, index) => `RF${String(index + 1).padStart(2, '0')}`)
const raisedFlags = fc.oneof(
  { arbitrary: oneOf([]), weight: 20 },
  { arbitrary: fc.shuffledSubarray(['RF13', 'RF14', 'RF15']), weight: 4 },
  { arbitrary: fc.shuffledSubarray([...stopping, 'RF13', 'RF14', 'RF15'], { minLength: 1, maxLength: 3 }), weight: 1 },
)

/** The eight facts that the level is made of. */
export const askedFacts = {
  falls12m: near([0, 1, 1, 1, 2], fc.integer({ min: 0, max: 99 })),
  concern: yesNo,
  mobilityDifficulty: yesNo,
  injury: oneOf('yes', 'no', 'no', 'no'),
  couldNotGetUp: oneOf('yes', 'no', 'no', 'no'),
  lossOfConsciousness: oneOf('yes', 'no', 'no', 'no', 'no', 'no'),
  frail: oneOf('yes', 'no', 'no'),
  walk4m: near([3.99, 4, 4.01, 4.99, 5, 'unable'], seconds(1, 120)),
} as const

const otherFacts = {
  livesAtHome: oneOf('yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  lossOfConsciousnessExplained: yesNo,
  tug: near([11.99, 11.9, 12, 3], seconds(3, 300)),
  tandem: near([9.99, 10, 10, 10], seconds(0, 10)),
  chair30: near([3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 30], fc.integer({ min: 0, max: 60 })),
  fesI16: near([16, 19, 20, 27, 28, 64], fc.integer({ min: 16, max: 64 })),
  shortFesI: near([7, 8, 9, 13, 14, 28], fc.integer({ min: 7, max: 28 })),
  avoidance: yesNo,
  groupFeasible: oneOf('yes', 'yes', 'no'),
  preference: oneOf('group', 'home'),
  walks10m: oneOf('yes', 'yes', 'yes', 'yes', 'no'),
  carer: yesNo,
  underlying: yesNo,
  cognition: oneOf('ok', 'ok', 'ok', 'impaired'),
  medicines: near([0, 4, 5, 6], fc.integer({ min: 0, max: 40 })),
  fridClasses: oneOf(0, 0, 1, 2, 14),
  bpSupineStanding: bloodPressures,
  snaq65: oneOf('green', 'orange', 'red'),
  vision: yesNo,
  homeSimple: yesNo,
  homeComplex: yesNo,
  fractureRisk: yesNo,
  floorRise: yesNo,
  continence: yesNo,
  wmoNeed: yesNo,
  aidNeed: yesNo,
  lonely: yesNo,
  mood: yesNo,
} as const

type Values = { readonly [field: string]: fc.Arbitrary<unknown> }

/** Of every ten fields about `tenths` are not known, half of them by being left out. */
const personWith = (tenths: number) => {
  const perhaps = (value: fc.Arbitrary<unknown>) =>
    fc.oneof({ arbitrary: value, weight: 20 - 2 * tenths }, { arbitrary: oneOf(undefined, 'unknown'), weight: 2 * tenths })
  const each = (values: Values) => Object.fromEntries(Object.entries(values).map(([field, value]) => [field, perhaps(value)]))
  return fc.record({
    age: near(
      [...Array(38).keys()].map((index) => 59 + index),
      fc.integer({ min: 18, max: 115 }),
    ),
    sex: oneOf('F', 'F', 'F', 'M', 'M', 'M', 'X'),
    ...each(askedFacts),
    ...each(otherFacts),
    redFlags: fc.option(raisedFlags, { nil: undefined }),
    analysis: oneOf('none', 'started', 'complete', 'complete', 'complete', 'complete', undefined),
  }) as fc.Arbitrary<Record<string, unknown>>
}

/** Without a fall there was no injury, long lie or loss of consciousness: the one contradiction that an input can hold. */
export const ofAFall = ['injury', 'couldNotGetUp', 'lossOfConsciousness'] as const

export function contradicts(facts: Readonly<Record<string, unknown>>): boolean {
  return facts['falls12m'] === 0 && ofAFall.some((fact) => facts[fact] === 'yes')
}

function valid(facts: Readonly<Record<string, unknown>>): PlainInput {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  const without = facts['falls12m'] === 0 ? known.map(([field, value]) => [field, ofNoFall(field, value)]) : known
  return Object.fromEntries(without) as PlainInput
}

const ofNoFall = (field: unknown, value: unknown) => ((ofAFall as readonly unknown[]).includes(field) ? notYes(value) : value)

const notYes = (value: unknown) => (value === 'yes' ? 'no' : value)

/** In the chain, no flag in sight, one fall at most and nothing that makes it high: the rows at low and moderate are rare otherwise. */
const fitter = (facts: Record<string, unknown>): Record<string, unknown> => ({
  ...facts,
  age: Math.max(65, Number(facts['age'])),
  livesAtHome: 'yes',
  falls12m: Math.min(1, Number(facts['falls12m']) || 0),
  injury: notYes(facts['injury']),
  couldNotGetUp: notYes(facts['couldNotGetUp']),
  lossOfConsciousness: notYes(facts['lossOfConsciousness']),
  frail: facts['concern'] === 'no' ? facts['frail'] : notYes(facts['frail']),
  redFlags: [],
  bpSupineStanding: undefined,
})

/** Anybody: nearly everything known, about a third unknown, most of it unknown, or somebody fitter than the average. */
export const anyInput: fc.Arbitrary<PlainInput> = fc
  .oneof(personWith(1), personWith(3), personWith(6), personWith(1).map(fitter), personWith(3).map(fitter))
  .map(valid)
