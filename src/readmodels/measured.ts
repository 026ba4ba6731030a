// What a provider measures of somebody: which tests, and of each the value at the start and at the end of the programme.
import type { GroupMember } from '../contract/groups.ts'
import { addPeriod, type IsoDate } from '../domain/calendar.ts'
import type { AssignmentState } from '../domain/case-state.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Language } from '../domain/words.ts'

export type Measurement = { readonly measure: string; readonly value: number; readonly measuredOn: IsoDate }

/** What a group is tested on. Source: Valpad; status: local default. */
const providersMeasures: ReadonlySet<string> = new Set(['walk4m', 'tug', 'chair30'])

export const measuresIn = ({ rules }: Pathway, language: Language) =>
  rules.facts.flatMap((fact) =>
    fact.kind === 'number' && providersMeasures.has(fact.id)
      ? [{ measure: fact.id, words: fact.name[language], unit: fact.unit[language] }]
      : [],
  )

/** What is measured until then describes the start; what is measured later, the end. Source: Valpad; status: local default. */
const daysOfStart = 14

type Measured = {
  readonly assignment: Pick<AssignmentState, 'startedOn'>
  /** In the order in which they were recorded. */
  readonly measurements: readonly Measurement[]
  readonly pathway: Pathway
}

/** Of each measure the last value of the start, and the last one after it. */
export function startAndEnd({ assignment, measurements, pathway }: Measured, language: Language): GroupMember['measurements'] {
  const { startedOn } = assignment
  const atStart = ({ measuredOn }: Measurement): boolean =>
    startedOn === null || measuredOn <= addPeriod(startedOn, daysOfStart, 'days')
  const shown = (one: Measurement | undefined) => (one === undefined ? null : { value: one.value, on: one.measuredOn })
  return [...new Set(measurements.map(({ measure }) => measure))].sort().map((measure) => {
    const inOrder = measurements
      .filter((one) => one.measure === measure)
      .sort((a, b) => (a.measuredOn < b.measuredOn ? -1 : a.measuredOn > b.measuredOn ? 1 : 0))
    return {
      measure,
      words: pathway.rules.facts.find(({ id }) => id === measure)?.name[language] ?? measure,
      start: shown(inOrder.filter(atStart).at(-1)),
      end: shown(inOrder.filter((one) => !atStart(one)).at(-1)),
    }
  })
}
