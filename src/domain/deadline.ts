// Deadlines: by when something is expected, whose it is, and what follows when it passes. A machine only names them.
import {
  addPeriod,
  addWorkingDays,
  closeOf,
  dayOf,
  daysBetween,
  type IsoDate,
  type IsoInstant,
  startOf,
  workingDaysBetween,
} from './calendar.ts'
import type { Owner } from './machine-definition.ts'
import type { Row } from './provenance.ts'
import type { Words } from './words.ts'

/** `immediately` has passed the moment it starts; everything else passes at 18:00 Europe/Amsterdam on its day. */
export type Term =
  | { readonly unit: 'workingDays' | 'days' | 'weeks' | 'months'; readonly amount: number }
  | { readonly unit: 'immediately' }

export type DeadlineRule = Row & {
  /** What is awaited. */
  readonly words: Words
  /** Why so long, or what goes wrong when nobody acts. */
  readonly why: Words
  readonly term: Term
  /** Before this the awaited step is early (the window of TM8). */
  readonly opens?: Term
  /** Another term by a word in the context: home or group, or which intervention. */
  readonly varies?: { readonly by: string; readonly terms: { readonly [word: string]: Term & { readonly source?: string } } }
  /** Counts from this date in the context instead of from the event that started it. */
  readonly since?: string
  /** A date in the context that is the due day; `capped`: unless the term ends sooner. */
  readonly dated?: { readonly by: string; readonly capped: boolean }
  /** The field of the event that tells apart deadlines of the same rule (one per recipient). */
  readonly about?: string
  /** Stands still while the programme is paused or exercise is on hold. */
  readonly pausable?: boolean
  /** The event that tells the machine that it passed. */
  readonly event: string
  /** How many reminders before giving up; absent: reminded until somebody acts. */
  readonly reminders?: number
  readonly owner: Owner
  /** Who hears that it passed. */
  readonly told: readonly Owner[]
  /** What a coalition may choose, in the unit of the term; absent: not to be changed. */
  readonly bounds?: { readonly least: number; readonly most: number }
}

export type Due = { readonly on: IsoDate; readonly at: IsoInstant; readonly opensOn: IsoDate | null }

/** Amounts a coalition chose instead of the default, by rule id, or by `rule.word` where the term varies (`TM9.inBalans`). */
export type TermOverrides = { readonly [id: string]: number | undefined }

/** When a deadline of `rule` that starts with an event of `occurredOn` passes. It may already have passed. */
export function dueOn(
  rule: DeadlineRule,
  occurredOn: IsoDate,
  context: { readonly [key: string]: unknown } = {},
  overrides: TermOverrides = {},
): Due {
  const from = dateIn(context, rule.since) ?? occurredOn
  const term = termFor(rule, context, overrides)
  const end = after(from, term)
  const dated = dateIn(context, rule.dated?.by)
  const on = dated === null || (rule.dated?.capped === true && end < dated) ? end : dated
  const at = term.unit === 'immediately' ? startOf(on) : closeOf(on)
  return { on, at, opensOn: rule.opens === undefined ? null : after(from, rule.opens) }
}

function termFor(rule: DeadlineRule, context: { readonly [key: string]: unknown }, overrides: TermOverrides): Term {
  const word = rule.varies === undefined ? undefined : context[rule.varies.by]
  const varied = typeof word === 'string' && rule.varies !== undefined && Object.hasOwn(rule.varies.terms, word) ? word : null
  const term = varied === null ? rule.term : rule.varies!.terms[varied]!
  const override = overrides[varied === null ? rule.id : `${rule.id}.${varied}`]
  return override === undefined || term.unit === 'immediately' ? term : { unit: term.unit, amount: override }
}

function after(from: IsoDate, term: Term): IsoDate {
  switch (term.unit) {
    case 'immediately':
      return from
    case 'workingDays':
      return addWorkingDays(from, term.amount)
    case 'days':
    case 'weeks':
    case 'months':
      return addPeriod(from, term.amount, term.unit)
  }
}

function dateIn(context: { readonly [key: string]: unknown }, key: string | undefined): IsoDate | null {
  const value = key === undefined ? null : context[key]
  return typeof value === 'string' ? value : null
}

/** Whole days that something fired at `firedAt` came after its day; zero is in time. */
export const daysLate = (due: Due, firedAt: IsoInstant): number => Math.max(0, daysBetween(due.on, dayOf(firedAt)))

/** Working days that are left when the clock stops on `day`. */
export const remainingOn = (due: Due, day: IsoDate): number => workingDaysBetween(day, due.on)

/** The due day when the clock goes on on `day` with so many working days left. */
export function resumedDue(remainingWorkingDays: number, day: IsoDate): Due {
  const on = addWorkingDays(day, remainingWorkingDays)
  return { on, at: closeOf(on), opensOn: null }
}
