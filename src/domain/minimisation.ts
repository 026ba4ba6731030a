// Minimisation: which kind of receiver sees which of a person's data, from when, and what of it bears on what is asked.
import type { Answers } from './answers.ts'
import type { IsoDate } from './calendar.ts'
import type { CaseState } from './case-state.ts'
import type { Condition } from './condition.ts'
import type { PersonDetails } from './person.ts'
import type { Row } from './provenance.ts'
import type { Words } from './words.ts'

/** From the most that may be seen to the least. */
export const receiverKinds = ['careProvider', 'socialExercise', 'socialWelfare'] as const
export type ReceiverKind = (typeof receiverKinds)[number]

/** In the order in which a receiver reads them. */
export const dataCategories = [
  'request',
  'safety',
  'wishes',
  'age',
  'area',
  'name',
  'phone',
  'address',
  'birthYear',
  'goal',
  'level',
  'findings',
  'measurements',
  'medication',
  'cognition',
  'mood',
  'alcohol',
  'attendance',
  'citizenNumber',
] as const
export type DataCategory = (typeof dataCategories)[number]

/** Before acceptance: enough to answer, nothing that says who it is. */
export const viewStages = ['before', 'after'] as const
export type ViewStage = (typeof viewStages)[number]

/** One cell of the matrix: from when this kind of receiver sees this category. */
export type Share = Row & {
  readonly category: DataCategory
  readonly receiver: ReceiverKind
  readonly from: 'never' | 'beforeAcceptance' | 'afterAcceptance'
  /** `relevant`: where it bears on what is asked (the lines say where); `own`: no more than what this receiver records. */
  readonly only?: 'relevant' | 'own'
  /** Not unless this setting of the coalition is on. */
  readonly setting?: string
}

/** Conditions look at facts, and at answers of the analysis by item id; what does not hold is not said, what is unknown is. */
type Says =
  | { readonly when: Condition; readonly words: Words; readonly unknown: Words }
  /** The value of a fact, whatever it is. */
  | { readonly fact: string }
  /** What was answered to an item of the analysis. */
  | { readonly item: string }

/** One thing that bears on what is asked: for these interventions and follow-ups, in this category. */
export type SharedLine = Row & { readonly category: DataCategory; readonly codes: readonly string[]; readonly says: Says }

/** Who receives an intervention or follow-up (`id`), delivered in care or in the social domain; null: not delivered there. */
export type ReceiverRow = Row & {
  readonly care: ReceiverKind | null
  readonly social: ReceiverKind | null
  /** Somebody comes to the home. */
  readonly atHome: boolean
}

type Named<Id extends string> = Row & { readonly id: Id; readonly words: Words }

export type Minimisation = {
  readonly kinds: readonly Named<ReceiverKind>[]
  readonly categories: readonly Named<DataCategory>[]
  readonly shares: readonly Share[]
  readonly lines: readonly SharedLine[]
  readonly receivers: readonly ReceiverRow[]
}

export type ReceiverView = {
  readonly receiver: ReceiverKind
  readonly stage: ViewStage
  /** All of it in one sentence. */
  readonly summary: Words
  readonly shown: readonly { readonly category: DataCategory; readonly label: Words; readonly lines: readonly Words[] }[]
  readonly notShown: readonly { readonly category: DataCategory; readonly label: Words; readonly why: Words }[]
}

/** What is known of one person, and what is asked. */
export type ToShare = {
  readonly state: Pick<CaseState, 'facts' | 'assessment' | 'decision'>
  /** The answers of the last analysis. */
  readonly answers: Answers
  readonly person: { readonly details: PersonDetails; readonly municipality: string }
  /** The intervention or the follow-up. */
  readonly code: string
  readonly receiver: ReceiverKind
  readonly stage: ViewStage
  readonly today: IsoDate
}
