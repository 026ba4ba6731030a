// Short ways to write the items of the fall analysis, so that the words stand out and nothing is left out.
import type {
  BloodPressureItem,
  ChoiceItem,
  ItemScoresItem,
  MultipleChoiceItem,
  NumberItem,
  Option,
  Range,
  TextItem,
  YesNoItem,
} from '../../../../../src/domain/instrument.ts'
import type { Provenance } from '../../../../../src/domain/provenance.ts'
import type { PlainWords, Words } from '../../../../../src/domain/words.ts'

export const read = (source: string): Provenance => ({ source, status: 'read' })
export const secondary = (source: string): Provenance => ({ source, status: 'secondary' })
/** General knowledge, to be checked by a clinician. */
export const memory: Provenance = { source: 'Valpad', status: 'memory' }
/** Our own choice; a coalition may choose otherwise. */
export const ours: Provenance = { source: 'Valpad', status: 'local default' }

export const range = (from: number, to: number): Range => ({ from, to })

type YesNoExtra = Partial<Pick<YesNoItem, 'hint' | 'shortcut' | 'redFlag' | 'mustBeKnown'>>

export const yesNo = (id: string, from: Provenance, words: PlainWords, extra: YesNoExtra = {}): YesNoItem => ({
  id,
  kind: 'yesNo',
  ...from,
  words,
  ...extra,
})

export const option = (code: string, nl: string, en: string, b1: string = nl): Option => ({ code, words: { nl, en, b1 } })

export const choice = (
  id: string,
  from: Provenance,
  words: PlainWords,
  options: readonly Option[],
  extra: Partial<Pick<ChoiceItem, 'hint' | 'shortcut'>> = {},
): ChoiceItem => ({ id, kind: 'choice', ...from, words, options, ...extra })

export const multipleChoice = (
  id: string,
  from: Provenance,
  words: PlainWords,
  options: readonly Option[],
  extra: Partial<Pick<MultipleChoiceItem, 'hint' | 'shortcut'>> = {},
): MultipleChoiceItem => ({ id, kind: 'multipleChoice', ...from, words, options, ...extra })

type Measure = Pick<NumberItem, 'unit' | 'possible' | 'plausible'> & Partial<Pick<NumberItem, 'decimals' | 'instead' | 'hint'>>

/** Whole numbers unless `decimals` says otherwise. All ranges are our own defaults. */
export const number = (id: string, from: Provenance, words: PlainWords, measure: Measure): NumberItem => ({
  id,
  kind: 'number',
  ...from,
  words,
  decimals: 0,
  rangesFrom: ours,
  ...measure,
})

export const pressure = (id: string, from: Provenance, words: PlainWords, hint: Words): BloodPressureItem => ({
  id,
  kind: 'bloodPressure',
  ...from,
  words,
  hint,
  systolic: { possible: range(60, 260), plausible: range(80, 220), rangesFrom: ours },
  diastolic: { possible: range(30, 160), plausible: range(40, 120), rangesFrom: ours },
})

export const itemScores = (id: string, from: Provenance, words: PlainWords, count: number, hint: Words): ItemScoresItem => ({
  id,
  kind: 'itemScores',
  ...from,
  words,
  count,
  score: range(1, 4),
  hint,
})

export const text = (id: string, from: Provenance, words: PlainWords): TextItem => ({
  id,
  kind: 'text',
  ...from,
  words,
  maxLength: 2000,
})

export const seconds: Words = { nl: 'seconden', en: 'seconds' }
export const points: Words = { nl: 'punten', en: 'points' }
export const times: Words = { nl: 'keer', en: 'times' }
