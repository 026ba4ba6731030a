// The pending deadlines of one machine as rows, kept up to date from the effects that its steps name.
import type { Effect } from './advance.ts'
import type { IsoDate } from './calendar.ts'
import { type DeadlineRule, type Due, dueOn, remainingOn, resumedDue, type TermOverrides } from './deadline.ts'

export type PendingDeadline = {
  readonly deadline: string
  /** Which recipient or other subject, where a rule keeps several; else null. */
  readonly about: string | null
  readonly startedOn: IsoDate
  readonly due: Due
  /** Working days left while the clock stands still; null while it runs. */
  readonly paused: number | null
}

export type DeadlineKnowledge = { readonly rules: readonly DeadlineRule[]; readonly overrides?: TermOverrides }

type Occasion = {
  readonly context: { readonly [key: string]: unknown }
  readonly event: { readonly occurredOn: IsoDate; readonly [field: string]: unknown }
}

/** The book after `effects`, in their order. Effects that have nothing to do with deadlines are passed over. */
export function keepDeadlines(
  book: readonly PendingDeadline[],
  effects: readonly Effect[],
  occasion: Occasion,
  knowledge: DeadlineKnowledge,
): PendingDeadline[] {
  return effects.reduce<PendingDeadline[]>((rows, effect) => keepOne(rows, effect, occasion, knowledge), [...book])
}

function keepOne(rows: PendingDeadline[], effect: Effect, occasion: Occasion, knowledge: DeadlineKnowledge): PendingDeadline[] {
  const { occurredOn } = occasion.event
  switch (effect.type) {
    case 'startDeadline': {
      const fresh = started(ruleOf(knowledge.rules, effect), occasion, knowledge.overrides)
      return [...rows.filter((row) => !isSame(row, fresh)), fresh]
    }
    case 'stopDeadline': {
      const rule = ruleOf(knowledge.rules, effect)
      return rows.filter((row) => !isSame(row, { deadline: rule.id, about: aboutOf(rule, occasion) }))
    }
    case 'stopAllDeadlines':
      return []
    case 'pauseDeadlines':
      return rows.map((row) => {
        const runs = row.paused === null && ruleById(knowledge.rules, row.deadline).pausable === true
        return runs ? { ...row, paused: remainingOn(row.due, occurredOn) } : row
      })
    case 'resumeDeadlines':
      return rows.map((row) => (row.paused === null ? row : { ...row, due: resumedDue(row.paused, occurredOn), paused: null }))
    default:
      return rows
  }
}

/** A clock that starts while exercise is on hold stands still from its first day. */
function started(rule: DeadlineRule, occasion: Occasion, overrides: TermOverrides = {}): PendingDeadline {
  const { occurredOn } = occasion.event
  const due = dueOn(rule, occurredOn, occasion.context, overrides)
  const standsStill = rule.pausable === true && occasion.context.held === true
  return {
    deadline: rule.id,
    about: aboutOf(rule, occasion),
    startedOn: occurredOn,
    due,
    paused: standsStill ? remainingOn(due, occurredOn) : null,
  }
}

const isSame = (a: { deadline: string; about: string | null }, b: { deadline: string; about: string | null }): boolean =>
  a.deadline === b.deadline && a.about === b.about

function aboutOf(rule: DeadlineRule, { event }: Occasion): string | null {
  const value = rule.about === undefined ? null : event[rule.about]
  return typeof value === 'string' ? value : null
}

function ruleOf(rules: readonly DeadlineRule[], effect: Effect): DeadlineRule {
  return ruleById(rules, String(effect.params?.deadline))
}

export function ruleById(rules: readonly DeadlineRule[], id: string): DeadlineRule {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) throw new Error(`No deadline rule ${id}`)
  return rule
}

/** What the machine hears when `row` passes: on its due day, or on the day it was started when that came later. */
export function passingOf(
  row: PendingDeadline,
  rules: readonly DeadlineRule[],
): { type: string; occurredOn: IsoDate; by: 'system' } {
  const rule = ruleById(rules, row.deadline)
  const about = rule.about === undefined ? {} : { [rule.about]: row.about }
  const occurredOn = row.due.on < row.startedOn ? row.startedOn : row.due.on
  return { type: rule.event, ...about, occurredOn, by: 'system' }
}

/** The due rows that passed by the end of `day`, earliest first; rows that stand still wait. */
export function passedBy(book: readonly PendingDeadline[], day: IsoDate): PendingDeadline[] {
  const passed = book.filter((row) => row.paused === null && row.due.on <= day)
  return passed.sort((a, b) => (a.due.at === b.due.at ? (a.deadline < b.deadline ? -1 : 1) : a.due.at < b.due.at ? -1 : 1))
}
