// The norm for the wait: the deadline for the first session (TM7) by form, as the pathway and its coalition have it.
import { daysBetween, type IsoDate } from './calendar.ts'
import { dueOn, type TermOverrides } from './deadline.ts'
import { ruleById } from './deadline-book.ts'
import { machineMetaOf } from './machine-definition.ts'
import type { WaitNorm } from './matching.ts'
import type { Pathway } from './pathway.ts'
import type { Row } from './provenance.ts'
import type { PlainWords } from './words.ts'

/** What can be looked for in the local supply: an intervention, or a follow-up. */
export type Wanted = {
  readonly code: string
  readonly name: PlainWords
  readonly form: 'group' | 'home' | 'followUp'
}

export function wantedBy({ rules }: Pathway, code: string): Wanted | null {
  const intervention = rules.routing.interventions.find(({ id }) => id === code)
  if (intervention !== undefined) return { code, name: intervention.name, form: intervention.setting }
  const followUp = rules.followUps.find(({ id }) => id === code)
  return followUp === undefined ? null : { code, name: followUp.name, form: 'followUp' }
}

/** Everything that can be looked for, in the order of the pathway. */
export const allWanted = (pathway: Pathway): Wanted[] =>
  [...pathway.rules.routing.interventions, ...pathway.rules.followUps].map(({ id }) => wantedBy(pathway, id)!)

/** Days from `today`, as if it were accepted today. */
export function waitNorm({ machines, settings }: Pathway, { form }: Wanted, today: IsoDate): WaitNorm & Row {
  const rule = ruleById(machineMetaOf(machines.assignment).deadlines, 'TM7')
  const due = dueOn(rule, today, { form }, settings['deadlines'] as TermOverrides)
  return { id: rule.id, days: daysBetween(today, due.on), source: rule.source, status: rule.status }
}
