// Responsibility: whose work it is today. A chain of people is walked until somebody can be reached; it never ends without one.
import type { IsoDate } from './calendar.ts'
import type { Words } from './words.ts'

export type Contact = {
  readonly id: string
  readonly organisationId: string
  readonly active: boolean
  /** The day this person left; null while here. */
  readonly leftOn: IsoDate | null
  /** The last sign of life, or the day the account was made. Null: an answer by link, nothing is expected. */
  readonly lastSeenOn: IsoDate | null
}

/** Away from `fromOn` up to and including `untilOn`; null: for good. */
export type Absence = {
  readonly accountId: string
  readonly kind: 'absence' | 'departure'
  readonly fromOn: IsoDate
  readonly untilOn: IsoDate | null
  readonly replacementId: string
}

/** Everything that decides who can be reached on one day. */
export type Directory = {
  readonly contacts: ReadonlyMap<string, Contact>
  /** Those of that day, by who is away. */
  readonly absences: ReadonlyMap<string, Absence>
  /** Coordinators of the coalition, in order: somebody of them is always there. */
  readonly lastResort: readonly string[]
}

export type Passed = { readonly accountId: string; readonly why: 'unknown' | 'departed' | 'disabled' | 'absent' | 'silent' }

/** Who has it, and who was passed over on the way there. Null only when the last resort itself is empty or away. */
export type Reached = { readonly accountId: string | null; readonly passed: readonly Passed[]; readonly lastResort: boolean }

export const passedWords: { readonly [why in Passed['why']]: Words } = {
  unknown: { nl: 'is niet bekend', en: 'is not known' },
  departed: { nl: 'is vertrokken', en: 'has left' },
  disabled: { nl: 'kan niet meer inloggen', en: 'can no longer log in' },
  absent: { nl: 'is afwezig', en: 'is away' },
  silent: { nl: 'reageert al lang niet', en: 'has been silent for long' },
}

/** Working days without a sign of life after which work goes to the next in the chain; our default. */
export const silentAfterWorkingDays = 15
