// Builders of answers: a test names only what matters.
import fc from 'fast-check'
import type { Answer, Answers, GivenValue } from '../../src/domain/answers.ts'
import { type Instrument, type Item, itemsOf, type Range } from '../../src/domain/instrument.ts'

export const given = (value: GivenValue): Answer => ({ is: 'given', value })

/** `answered({ 'falls.count12m': 1 })`: every value as a given answer. */
export const answered = (values: { readonly [itemId: string]: GivenValue }): Answers =>
  Object.fromEntries(Object.entries(values).map(([itemId, value]) => [itemId, given(value)]))

const within = ({ from, to }: Range, decimals: number): fc.Arbitrary<number> => {
  const parts = 10 ** decimals
  return fc.integer({ min: Math.ceil(from * parts), max: Math.floor(to * parts) }).map((whole) => whole / parts)
}

/** A value that the item accepts, as somebody would type it. */
function anyValue(item: Item): fc.Arbitrary<GivenValue> {
  switch (item.kind) {
    case 'yesNo':
      return fc.constantFrom('yes', 'no')
    case 'choice':
      return fc.constantFrom(...item.options.map(({ code }) => code))
    case 'multipleChoice':
      return fc.subarray(item.options.map(({ code }) => code))
    case 'number':
      return fc.oneof(within(item.plausible, item.decimals), ...(item.instead ?? []).map(({ code }) => fc.constant(code)))
    case 'bloodPressure':
      return fc
        .record({ systolic: within(item.systolic.plausible, 0), diastolic: within(item.diastolic.plausible, 0) })
        .filter(({ systolic, diastolic }) => diastolic < systolic)
    case 'itemScores': {
      const score = fc.option(within(item.score, 0), { nil: null, freq: 8 })
      return fc.array(score, { minLength: item.count, maxLength: item.count })
    }
    case 'text':
      return fc.constant('een tekst')
    case 'date':
      return fc.constant('2026-03-12')
  }
}

const notGiven: readonly Answer[] = [{ is: 'notAsked' }, { is: 'unknown' }, { is: 'declined' }]

/** Any answer to any selection of the items; the others are open. */
export function anyAnswers(instrument: Instrument): fc.Arbitrary<Answers> {
  const answers = itemsOf(instrument).map((item) => {
    const answer = fc.oneof({ weight: 3, arbitrary: anyValue(item).map(given) }, fc.constantFrom(...notGiven))
    return [item.id, fc.option(answer, { nil: undefined, freq: 2 })] as const
  })
  return fc
    .record(Object.fromEntries(answers))
    .map((all) => Object.fromEntries(Object.entries(all).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]]))))
}

/** Names a condition may use: item ids, and the counts of lists. */
export const namesIn = (instrument: Instrument): Set<string> =>
  new Set(
    itemsOf(instrument).flatMap(({ id, kind }) =>
      kind === 'multipleChoice' || kind === 'itemScores' ? [id, `${id}.count`] : [id],
    ),
  )
