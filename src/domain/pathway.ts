// A pathway: the plug that care knowledge fits. One version, for one coalition's settings.
import type { Rules } from './rules.ts'
import type { Words } from './words.ts'

export type Pathway = {
  readonly id: string
  readonly version: string
  /** A draft may still change; a released version never does. */
  readonly status: 'draft' | 'released'
  readonly title: Words
  readonly rules: Rules
}
