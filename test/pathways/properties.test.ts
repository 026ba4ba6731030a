// What must hold for anybody: properties of the rules, each a sentence that a nurse could object to.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules as rulesFor } from '../../pathways/amstelland/v1/rules.ts'
import { defaultSettings } from '../../pathways/amstelland/v1/settings.ts'
import { type Assessment, assessor } from '../../src/domain/assess.ts'
import { isKnown } from '../../src/domain/condition.ts'
import { route } from '../../src/domain/routing.ts'
import { anyInput, askedFacts, contradicts, ofAFall } from '../support/any-input.ts'
import { assumable } from '../support/plain-reading.ts'

const rules = rulesFor(defaultSettings)
const { assess, complete } = assessor(rules)

type Facts = Readonly<Record<string, unknown>>
const person = anyInput as fc.Arbitrary<Facts>

/** For everybody for whom the property says anything; the search for a counterexample is `numRuns` long. */
const always = <Given extends [unknown, ...unknown[]]>(
  ...[given, holds, numRuns = 2000]: [{ [at in keyof Given]: fc.Arbitrary<Given[at]> }, (...given: Given) => void, number?]
) => fc.assert(fc.property(...given, holds), { numRuns })

const rank = (level: string | null) => (level === null ? -1 : ['low', 'moderate', 'high'].indexOf(level))

function expectNotLower(before: Facts, after: Facts): void {
  const [was, is] = [assess(before), assess(after)]
  expect(rank(is.lowest)).toBeGreaterThanOrEqual(rank(was.lowest))
  expect(rank(is.highest)).toBeGreaterThanOrEqual(rank(was.highest))
}

type Range = Pick<Assessment, 'risk' | 'lowest' | 'highest' | 'missing'>
const rangeOf = ({ risk, lowest, highest, missing }: Range): Range => ({ risk, lowest, highest, missing })

const isOpen = (facts: Facts, fact: string) => !isKnown(facts[fact])
const filled = (facts: Facts, fact: string, value: unknown): Facts => ({ ...facts, [fact]: value })

/** A value for each of the eight facts of the risk test; a property fills in the unknown ones with them. */
const anyAnswers = fc.record(askedFacts) as fc.Arbitrary<Facts>
const asked = fc.constantFrom(...Object.keys(askedFacts))

const walk = fc
  .oneof(fc.constantFrom(399, 400, 401, 499, 500), fc.integer({ min: 100, max: 12_000 }))
  .map((hundredths) => hundredths / 100)

describe('what is worse is never called better', () => {
  test('one more fall never lowers the level', () => {
    always([person, fc.nat({ max: 4 })], (facts, falls12m) => {
      const before = filled(facts, 'falls12m', falls12m)
      fc.pre(!contradicts(before))
      expectNotLower(before, filled(facts, 'falls12m', falls12m + 1))
    })
  })

  test('a slower walk, or one that needs the help of a person, never lowers the level', () => {
    always([person, walk, fc.oneof(walk, fc.constant('unable'))], (facts, one, other) => {
      const [fast, slow] = typeof other === 'number' && other < one ? [other, one] : [one, other]
      expectNotLower(filled(facts, 'walk4m', fast), filled(facts, 'walk4m', slow))
    })
  })

  test('one more finding never lowers the level', () => {
    const finding = fc.constantFrom('concern', 'mobilityDifficulty', ...ofAFall, 'frail')
    always([person, finding], (facts, fact) => {
      const after = filled(facts, fact, 'yes')
      fc.pre(!contradicts(after))
      expectNotLower(filled(facts, fact, 'no'), after)
    })
  })

  test('no answer to the risk test makes somebody fit the chain who did not, or the other way round', () => {
    always([person, asked, anyAnswers], (facts, fact, answers) => {
      const after = filled(facts, fact, answers[fact])
      fc.pre(!contradicts(after))
      expect(assess(after).risk === 'outOfScope').toBe(assess(facts).risk === 'outOfScope')
    })
  })
})

describe('an open question is announced, and only an open question that matters', () => {
  test('filling in what is unknown never leaves the range that was announced', () => {
    always([person, fc.subarray(Object.keys(askedFacts), { minLength: 1 }), anyAnswers], (facts, some, answers) => {
      const open = some.filter((fact) => isOpen(facts, fact))
      const after = { ...facts, ...Object.fromEntries(open.map((fact) => [fact, answers[fact]])) }
      fc.pre(!contradicts(after))
      const [was, is] = [assess(facts), assess(after)]
      expect(rank(is.lowest)).toBeGreaterThanOrEqual(rank(was.lowest))
      expect(rank(is.highest)).toBeLessThanOrEqual(rank(was.highest))
    })
  })

  test('when nothing is missing, the level stays the same however the unknown is filled in', () => {
    always([person, anyAnswers], (facts, answers) => {
      const open = Object.keys(askedFacts).filter((fact) => isOpen(facts, fact))
      const after = { ...facts, ...Object.fromEntries(open.map((fact) => [fact, answers[fact]])) }
      const was = assess(facts)
      fc.pre(was.missing.length === 0 && open.length > 0 && !contradicts(after))
      expect(assess(after)).toMatchObject({ risk: was.risk, lowest: was.lowest, highest: was.highest, missing: [] })
    })
  })

  test('a question is missing exactly when the level is not settled, and only when it is open', () => {
    always([person], (facts) => {
      const { risk, missing, lowest, highest } = assess(facts)
      expect(missing.length > 0).toBe(risk === 'undetermined')
      expect(lowest !== highest).toBe(risk === 'undetermined')
      expect(missing.filter((fact) => !isOpen(facts, fact))).toEqual([])
    })
  })

  /**
   * Not for a yes to something that comes with a fall while the number of falls is unknown: such an answer also says that there was
   * a fall, and that can settle the level although the answer itself changes it in no completion. The next test is about that case.
   */
  test('an answer that was not asked for changes neither the level nor its range nor what is missing', () => {
    always([person, asked, anyAnswers], (facts, fact, answers) => {
      const was = assess(facts)
      const after = filled(facts, fact, answers[fact])
      fc.pre(isOpen(facts, fact) && !was.missing.includes(fact) && !contradicts(after))
      fc.pre(!(impliesAFall(fact, answers[fact]) && isOpen(facts, 'falls12m') && was.risk === 'undetermined'))
      expect(rangeOf(assess(after))).toEqual(rangeOf(was))
    })
  })

  const impliesAFall = (fact: string, value: unknown) => value === 'yes' && (ofAFall as readonly string[]).includes(fact)

  test('an injury that was not asked for can settle the level, because it says that there was a fall', () => {
    const frailFalls = { age: 80, sex: 'F', concern: 'no', mobilityDifficulty: 'no', frail: 'yes' }
    expect(rangeOf(assess(frailFalls))).toEqual({ risk: 'undetermined', lowest: 'low', highest: 'high', missing: ['falls12m'] })
    expect(assess({ ...frailFalls, injury: 'yes' })).toMatchObject({ risk: 'high', reasons: ['injury', 'frail'] })
    expect(rangeOf(assess({ ...frailFalls, injury: 'no' }))).toEqual(rangeOf(assess(frailFalls)))
  })

  test('leaving a question out and answering "unknown" are the same', () => {
    always([person], (facts) => {
      const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== 'unknown'))
      expect(assess(known)).toEqual(assess(facts))
    })
  })

  test('a number of falls of 0 answers the questions about the falls', () => {
    always([person, fc.subarray([...ofAFall])], (facts, some) => {
      const without = { ...facts, falls12m: 0, ...Object.fromEntries(ofAFall.map((fact) => [fact, 'no'])) }
      const left = { ...without, ...Object.fromEntries(some.map((fact) => [fact, 'unknown'])) }
      expect(assess(left)).toEqual(assess(without))
    })
  })
})

describe('nobody is sent where they cannot go', () => {
  const groups = ['inBalans', 'inBalansWithCarer', 'vallenVerledenTijd', 'otagoGroup', 'zichtOpEvenwichtGroup']
  const offersOf = ({ primary, alternatives }: Assessment) => [...primary, ...alternatives]

  test('nobody for whom a group is not feasible is sent to a group', () => {
    always([person], (facts) => {
      const offers = offersOf(assess(filled(facts, 'groupFeasible', 'no')))
      expect(offers.filter((code) => groups.includes(code))).toEqual([])
    })
  })

  test('nobody who cannot walk is sent to a group', () => {
    const cannotWalk = fc.constantFrom({ walks10m: 'no' }, { walk4m: 'unable' }, { walks10m: 'no', walk4m: 'unable' })
    always([person, cannotWalk], (facts, walking) => {
      const offers = offersOf(assess({ ...facts, ...walking }))
      expect(offers.filter((code) => groups.includes(code))).toEqual([])
    })
  })

  test('nobody without a carer is offered what needs one', () => {
    always([person], (facts) => {
      const offers = offersOf(assess(filled(facts, 'carer', 'no')))
      expect(offers.filter((code) => code.endsWith('WithCarer'))).toEqual([])
    })
  })

  test('nothing is offered twice, and something is proposed exactly when there is something to decide', () => {
    always([person], (facts) => {
      const answer = assess(facts)
      expect(new Set(offersOf(answer)).size).toBe(offersOf(answer).length)
      expect(answer.primary.length > 0).toBe(answer.next === 'decide')
      expect(answer.payer !== null).toBe(answer.next === 'decide')
    })
  })
})

describe('nothing is assumed in silence', () => {
  /** What the page says, word for word; the other unknown facts and the level stay as they are. */
  const thatMatter = (facts: Facts): string[] => {
    const { rule, primary } = assess(facts)
    const matters = ([fact, values]: [string, readonly string[]]) =>
      isOpen(facts, fact) &&
      !(fact === 'walks10m' && typeof facts['walk4m'] === 'number') &&
      values.some((value) => {
        const then = assess(filled(facts, fact, value))
        return then.rule !== rule || !isDeepStrictEqual(then.primary, primary)
      })
    return Object.entries(assumable)
      .filter(matters)
      .map(([fact]) => fact)
  }

  test('an assumption is listed exactly when another answer would change the row or the proposal', () => {
    always([person], (facts) => {
      const { next, assumed } = assess(facts)
      expect(assumed).toEqual(next === 'decide' ? thatMatter(facts) : [])
    })
  })

  test('none of the facts that routing can assume changes a level that is settled', () => {
    const oneOfThem = fc.constantFrom(
      ...Object.entries(assumable).flatMap(([fact, values]) => values.map((value) => ({ fact, value }))),
    )
    always([person, oneOfThem], (facts, { fact, value }) => {
      const { risk } = assess(facts)
      fc.pre(isOpen(facts, fact) && risk !== 'undetermined')
      expect(assess(filled(facts, fact, value)).risk).toBe(risk)
    })
  })
})

describe('a red flag comes first', () => {
  const stopping = fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `RF${String(index + 1).padStart(2, '0')}`))
  const raisedIn = (facts: Facts) => (facts['redFlags'] as string[] | undefined) ?? []
  const raise = (facts: Facts, flag: string) => filled(facts, 'redFlags', [...raisedIn(facts), flag])

  test('with a flag of RF01 to RF12 the doctor comes first and no intervention is proposed', () => {
    always([person, stopping], (facts, flag) => {
      const answer = assess(raise(facts, flag))
      expect(answer).toMatchObject({ rule: 'R1', next: 'medicalHold', primary: [], alternatives: [], payer: null, assumed: [] })
      expect(answer.redFlags).toContain(flag)
    })
  })

  test('a hold is never there without a flag of RF01 to RF12 in the answer', () => {
    always([person], (facts) => {
      const { next, redFlags } = assess(facts)
      expect(redFlags.some((flag) => flag <= 'RF12')).toBe(next === 'medicalHold')
    })
  })

  test('while exercise waits for the doctor (RF13), no exercise is proposed', () => {
    always([person], (facts) => {
      const { primary, alternatives } = assess(raise(facts, 'RF13'))
      expect(primary).toEqual([])
      expect(alternatives.filter((code) => code !== 'zichtOpEvenwichtHome')).toEqual([])
    })
  })

  test('a flag changes neither the level nor what an analysis found; RF14 and RF15 change nothing but the list', () => {
    always([person, fc.oneof(stopping, fc.constantFrom('RF13', 'RF14', 'RF15'))], (facts, flag) => {
      const [was, is] = [assess(facts), assess(raise(facts, flag))]
      expect({ ...rangeOf(is), followUps: is.followUps, notes: is.notes }).toEqual({
        ...rangeOf(was),
        followUps: was.followUps,
        notes: was.notes,
      })
      if (flag > 'RF13') expect({ ...is, redFlags: [] }).toEqual({ ...was, redFlags: [] })
    })
  })
})

describe('the answer itself', () => {
  test('holds no number at all, so nothing that looks like a probability', () => {
    const parts = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(parts) : [value])
    const digitsOf = (value: unknown) => parts(value).filter((part) => !(part === null || typeof part === 'string'))
    always([person], (facts) => {
      const answer = assess(facts)
      expect(Object.values(answer).flatMap(digitsOf)).toEqual([])
      const { rule: _row, redFlags: _flags, ...words } = answer
      // The names of two facts hold a distance in metres.
      expect(JSON.stringify(words).replaceAll(/walk4m|walks10m|falls12m/g, '')).not.toMatch(/[0-9%]/)
    })
  })

  test('is the same when it is remembered as when it is worked out afresh', () => {
    always([person], (facts) => {
      const { rule, primary, domain, payer, alternatives, assumed, next } = assess(facts)
      const afresh = route(rules.routing, complete(facts))
      expect({ rule, primary, domain, payer, alternatives, assumed, next }).toEqual(afresh)
    })
  })

  test('does not depend on who was assessed before', () => {
    always(
      [fc.array(person, { minLength: 1, maxLength: 3 })],
      (people) => {
        const { assess: withoutMemory } = assessor(rules)
        expect(people.toReversed().map(withoutMemory)).toEqual(people.toReversed().map(assess))
      },
      300,
    )
  })

  test('does not depend on the order in which the facts were written, and leaves them as they were', () => {
    always([person], (facts) => {
      const reversed = Object.freeze(Object.fromEntries(Object.entries(facts).toReversed()))
      expect(assess(reversed)).toEqual(assess(facts))
    })
  })
})
