// What a machine of a pathway says about itself in XState's `meta`: owners, words, and the deadlines it names.
import type { AnyStateMachine } from 'xstate'
import type { DeadlineRule } from './deadline.ts'
import { type Role, roleWords } from './role.ts'
import type { PlainWords, Words } from './words.ts'

/** Whose move it is: a role, or whoever has that part in this case. */
export type Owner = Role | 'screener' | 'referrer' | 'provider'

/** Any machine of a pathway, for rooms that do not know XState. */
export type Machine = AnyStateMachine

export type StateMeta = {
  readonly owner: Owner
  /** Where the person stands. */
  readonly words: PlainWords
  /** For a state without a deadline of its own: what keeps it from being forgotten. */
  readonly coveredBy?: Words
}

export type MachineMeta = {
  readonly words: Words
  readonly events: { readonly [type: string]: Words }
  readonly guards: { readonly [name: string]: Words }
  readonly effects: { readonly [type: string]: Words }
  readonly deadlines: readonly DeadlineRule[]
  /** The region whose steps may not be dated before the previous one; absent: the whole machine. */
  readonly orderedRegion?: string
}

/** `state` on every state a case can be in, `machine` on the root, nothing on a region. */
export type Meta = { readonly state?: StateMeta; readonly machine?: MachineMeta }

export const machineMetaOf = (machine: Machine): MachineMeta => {
  const meta = (machine.root.meta as Meta | undefined)?.machine
  if (meta === undefined) throw new Error(`Machine ${machine.id} has no words`)
  return meta
}

export const ownerWords = (owner: Owner): Words => {
  switch (owner) {
    case 'screener':
      return { nl: 'wie de valrisicotest afneemt', en: 'whoever does the screening' }
    case 'referrer':
      return { nl: 'de verwijzer', en: 'the referrer' }
    case 'provider':
      return { nl: 'de aanbieder', en: 'the provider' }
    default:
      return roleWords[owner]
  }
}
