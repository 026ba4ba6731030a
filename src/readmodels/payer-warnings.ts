// Warnings about payment: at most one programme from the basic insurance in twelve months, over all episodes of a person.
import type { CaseFile } from '../contract/cases.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { zvwWarning } from '../domain/payer-conditions.ts'
import type { Language } from '../domain/words.ts'

/** Said while the proposal would be paid by the basic insurance and nothing of it has started. */
export function payerWarnings(
  state: CaseState,
  earlier: readonly CaseState[],
  today: IsoDate,
  language: Language,
): CaseFile['warnings'] {
  if (state.assessment?.payer !== 'zvw') return []
  const programmes = [state, ...earlier]
    .flatMap(({ assignments }) => Object.values(assignments))
    .filter(({ payer }) => payer === 'zvw')
  const begun = programmes.flatMap(({ startedOn, position }) =>
    startedOn === null || position.value === 'started' ? [] : [startedOn],
  )
  const warning = zvwWarning(begun.sort().at(-1) ?? null, today)
  if (warning === null) return []
  const { code, words, possibleFrom, alternatives } = warning
  return [
    {
      code,
      words: words[language],
      possibleFrom,
      alternatives: alternatives.map((one) => ({ code: one.code, words: one.words[language] })),
    },
  ]
}
