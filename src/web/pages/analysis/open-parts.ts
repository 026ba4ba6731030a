// What an analysis needs before it can be finished, and what of that is still open: each with the question that leads there.
import { type Instrument, itemsOf, type Section } from '../../../domain/instrument.ts'
import type { Language } from '../../../domain/words.ts'
import type { ItemState } from './answer-store.ts'
import type { Live } from './live.ts'

export type Part = { readonly id: string; readonly at: string; readonly name: string }

/** The first red flags, the sections that cannot be skipped and those of the minimum domains. */
export function neededParts(instrument: Instrument, language: Language): Part[] {
  const needed = new Set(instrument.domains.minimum.flatMap(({ sections }) => sections))
  return [
    ...itemsOf(instrument)
      .filter(({ mustBeKnown }) => mustBeKnown)
      .map(({ id, words }) => ({ id, at: id, name: words[language] })),
    ...instrument.sections.filter(({ id, mandatory }) => mandatory || needed.has(id)).map((one) => partOf(one, language)),
  ]
}

export function openParts(instrument: Instrument, live: Live, disputed: readonly string[], language: Language): Part[] {
  const items = itemsOf(instrument).filter(({ id }) => disputed.includes(id) && !live.complete.mustBeKnown.includes(id))
  return [
    ...neededParts(instrument, language).filter(
      ({ id }) => live.complete.mustBeKnown.includes(id) || live.status[id] === 'notDone',
    ),
    ...items.map(({ id, words }) => ({ id, at: id, name: words[language] })),
  ]
}

/** Sections of which nothing was asked, and that may stay so. */
export function notAskedParts(
  instrument: Instrument,
  items: { readonly [itemId: string]: ItemState },
  needed: readonly Part[],
  language: Language,
): Part[] {
  const isNeeded = (section: Section): boolean => needed.some(({ id }) => id === section.id)
  const isEmpty = (section: Section): boolean => section.items.every(({ id }) => items[id]?.answer == null)
  return instrument.sections.filter((one) => !isNeeded(one) && isEmpty(one)).map((one) => partOf(one, language))
}

const partOf = ({ id, words, core, items }: Section, language: Language): Part => ({
  id,
  at: core[0]?.[0] ?? items[0]!.id,
  name: words[language],
})
