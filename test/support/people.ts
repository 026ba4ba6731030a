// People: builders of facts, so that a test names only what matters, and arbitrary people for what must always hold.
import fc from 'fast-check'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'
import { assessor } from '../../src/domain/assess.ts'
import type { FactDefinition, Facts } from '../../src/domain/facts.ts'

export const amstelland = amstellandV1()
export const { rules } = amstelland
export const { assess, complete, screen, route } = assessor(rules)

/** A woman of 75 of whom nothing else is known. */
export const someone = (known: Facts = {}): Facts => ({ age: 75, sex: 'F', ...known })

/** Fell once; every other question of the risk test was answered with no; the walk was not timed. */
export const fellOnce = (known: Facts = {}): Facts =>
  someone({
    falls12m: 1,
    concern: 'no',
    mobilityDifficulty: 'no',
    injury: 'no',
    couldNotGetUp: 'no',
    lossOfConsciousness: 'no',
    frail: 'no',
    ...known,
  })

export const atLow = (known: Facts = {}): Facts => fellOnce({ walk4m: 3.5, ...known })
export const atModerate = (known: Facts = {}): Facts => fellOnce({ walk4m: 4.5, ...known })
export const atHigh = (known: Facts = {}): Facts => fellOnce({ falls12m: 2, walk4m: 4.5, analysis: 'complete', ...known })

/** Values on both sides of the limits, so that a few hundred people meet them all. */
const telling: { readonly [fact: string]: readonly unknown[] } = {
  age: [64, 65, 70, 79, 94, 95],
  falls12m: [0, 0, 0, 1, 1, 2, 5],
  walk4m: [1, 3.99, 4, 4.01, 4.99, 5, 20, 'unable'],
  tug: [11.99, 12, 15, 15.01],
  tandem: [9.99, 10, 10],
  chair30: [3, 9, 10, 14],
  fesI16: [19, 20, 27, 28],
  shortFesI: [8, 9, 13, 14],
  medicines: [4, 5],
  fridClasses: [0, 1],
}

function possible(definition: FactDefinition): fc.Arbitrary<unknown> {
  switch (definition.kind) {
    case 'yesNo':
      return fc.constantFrom('yes', 'no')
    case 'choice':
      return fc.constantFrom(...definition.values)
    case 'number':
      return fc.constantFrom(...(telling[definition.id] ?? [definition.min, definition.max]))
    case 'bloodPressures':
      return fc.constantFrom(
        [
          [140, 80],
          [121, 71],
        ],
        [
          [140, 80],
          [120, 80],
        ],
        [
          [118, 70],
          [88, 64],
        ],
      )
    case 'codes':
      return fc.oneof(
        { weight: 6, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.subarray([...definition.values], { maxLength: 2 }) },
      )
  }
}

/** Anybody whose facts pass the parser; about one fact in five is unknown or absent. */
export const anyone: fc.Arbitrary<Facts> = fc
  .record(
    Object.fromEntries(
      rules.facts.map((definition) => [
        definition.id,
        definition.required
          ? possible(definition)
          : fc.oneof(
              { weight: 8, arbitrary: possible(definition) },
              { weight: 1, arbitrary: definition.neverUnknown ? fc.constant(undefined) : fc.constantFrom('unknown', undefined) },
            ),
      ]),
    ),
  )
  .map((facts) => {
    const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const withoutFall = { injury: 'no', couldNotGetUp: 'no', lossOfConsciousness: 'no' }
    return known['falls12m'] === 0 ? { ...known, ...withoutFall } : known
  })
