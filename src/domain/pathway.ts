// A pathway: the plug that care knowledge fits. One version, for one coalition's settings.
import type { AnyStateMachine } from 'xstate'
import type { Bands, Reference } from './bands.ts'
import type { DeclineReason } from './decline-reason.ts'
import type { FactFromAnswers } from './facts-from-answers.ts'
import type { Instrument } from './instrument.ts'
import type { Minimisation } from './minimisation.ts'
import type { Rules } from './rules.ts'
import type { SettingRow } from './settings-table.ts'
import type { Situations } from './situation.ts'
import type { StateMap } from './state-map.ts'
import type { Words } from './words.ts'

export type Pathway = {
  readonly id: string
  readonly version: string
  /** A draft may still change; a released version never does. */
  readonly status: 'draft' | 'released'
  readonly title: Words
  /** What this coalition chose, and what may be chosen. */
  readonly settings: { readonly [name: string]: unknown }
  readonly settingRows: readonly SettingRow[]
  readonly rules: Rules
  readonly instrument: Instrument
  readonly factsFromAnswers: readonly FactFromAnswers[]
  readonly bands: readonly Bands[]
  readonly references: readonly Reference[]
  /** What each kind of receiver sees of a person. */
  readonly minimisation: Minimisation
  /** Why an assignment does not go ahead, and what that leads to. */
  readonly declineReasons: readonly DeclineReason[]
  /** Where a case stands, in sentences for whoever works with it. */
  readonly situations: Situations
  /** Of one person's episode, and of one assignment to a provider. */
  readonly machines: { readonly case: AnyStateMachine; readonly assignment: AnyStateMachine }
  /** Where cases that run on the version before go on; null for the first version. */
  readonly succeeds: StateMap | null
}
