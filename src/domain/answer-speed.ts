// How a provider answered what was sent to it in a week, in one sentence.
import { daysBetween, type IsoDate } from './calendar.ts'
import type { Words } from './words.ts'

/** `answeredOn`: null as long as nobody did. */
export type Answered = { readonly sentOn: IsoDate; readonly answeredOn: IsoDate | null }

/** Null when nothing was sent. */
export function answersInWords(week: readonly Answered[]): Words | null {
  if (week.length === 0) return null
  const days = week.flatMap(({ sentOn, answeredOn }) => (answeredOn === null ? [] : [daysBetween(sentOn, answeredOn)]))
  if (days.length < week.length)
    return {
      nl: `Vorige week: ${week.length}, waarvan ${days.length} beantwoord.`,
      en: `Last week: ${week.length}, of which ${days.length} answered.`,
    }
  const slowest = Math.max(...days)
  const [nl, en] =
    slowest === 0
      ? ['op dezelfde dag', 'on the same day']
      : slowest === 1
        ? ['binnen 1 dag', 'within 1 day']
        : [`binnen ${slowest} dagen`, `within ${slowest} days`]
  const all = week.length === 1 ? { nl: '', en: '' } : { nl: 'allemaal ', en: 'all ' }
  return {
    nl: `Vorige week: ${week.length}, ${all.nl}${nl} beantwoord.`,
    en: `Last week: ${week.length}, ${all.en}answered ${en}.`,
  }
}
