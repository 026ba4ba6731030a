// Instruments: sections with items, each with its kind, unit, ranges, words and provenance. The items themselves live in pathways.
import type { Condition } from './condition.ts'
import type { Derivation } from './derivation.ts'
import type { Provenance, Row } from './provenance.ts'
import type { PlainWords, Words } from './words.ts'

/** Both ends belong to the range. */
export type Range = { readonly from: number; readonly to: number }

/** Outside `possible` is a mistake and refused; outside `plausible` is rare and asks for a confirmation. */
export type Ranges = { readonly possible: Range; readonly plausible: Range; readonly rangesFrom: Provenance }

/** One answer to choose; `code` is what is stored. */
export type Option = { readonly code: string; readonly words: PlainWords }

type Base = Row & {
  readonly words: PlainWords
  /** How to measure or whom to ask, for the professional. */
  readonly hint?: Words
  /** The red flag that a yes raises. No shortcut ever fills such an item. */
  readonly redFlag?: string
  /** Unless this is answered with yes or no, the analysis is not complete. */
  readonly mustBeKnown?: true
}

export type YesNoItem = Base & { readonly kind: 'yesNo'; readonly shortcut?: 'yes' | 'no' }
export type ChoiceItem = Base & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly shortcut?: string }
/** An empty list is an answer: none of these. */
export type MultipleChoiceItem = Base & {
  readonly kind: 'multipleChoice'
  readonly options: readonly Option[]
  readonly shortcut?: 'none'
}
/** A measurement or count, or one of `instead`: a word such as `unable`. */
export type NumberItem = Base & {
  readonly kind: 'number'
  readonly unit: Words
  readonly decimals: number
  readonly instead?: readonly Option[]
} & Ranges
/** Systolic and diastolic pressure in mmHg, whole numbers. */
export type BloodPressureItem = Base & { readonly kind: 'bloodPressure'; readonly systolic: Ranges; readonly diastolic: Ranges }
/** The scores of a numbered questionnaire whose texts are not ours to copy: `count` scores, null where one is missing. */
export type ItemScoresItem = Base & { readonly kind: 'itemScores'; readonly count: number; readonly score: Range }
export type TextItem = Base & { readonly kind: 'text'; readonly maxLength: number }
/** A calendar day, ISO 8601; whether it lies in the future is for whoever knows today. */
export type DateItem = Base & { readonly kind: 'date' }

/** Only yes or no, a choice and a multiple choice can have a `shortcut`: what "no findings" fills in. A measurement cannot. */
export type Item =
  | YesNoItem
  | ChoiceItem
  | MultipleChoiceItem
  | NumberItem
  | BloodPressureItem
  | ItemScoresItem
  | TextItem
  | DateItem

export type Section = Row & {
  readonly words: PlainWords
  /** Handled when of each group at least one item is answered or declined. */
  readonly core: readonly (readonly string[])[]
  /** When the answers amount to a problem; over item ids and `derived`. Absent: this section describes, it finds no problems. */
  readonly problem?: Condition
  /** Scores and differences that `problem` looks at. */
  readonly derived?: readonly { readonly id: string; readonly from: Derivation }[]
  /** Cannot be skipped, whatever the extent of the analysis. */
  readonly mandatory?: true
  readonly items: readonly Item[]
}

/** A domain of the guideline; handled when all its sections are. */
export type Domain = Row & { readonly words: Words; readonly sections: readonly string[] }

export type Instrument = {
  readonly id: string
  readonly words: PlainWords
  readonly sections: readonly Section[]
  /** `minimum`: without these the analysis is not complete. `preferred`: these too make it extended. */
  readonly domains: { readonly minimum: readonly Domain[]; readonly preferred: readonly Domain[] }
}

export const itemsOf = (instrument: Instrument): Item[] => instrument.sections.flatMap((section) => section.items)
