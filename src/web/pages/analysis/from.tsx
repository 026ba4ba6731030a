// Under a question: what its answer means, where it comes from, and what was measured before.
import type { Leaf } from '../../../domain/condition.ts'
import type { Computed } from '../../../domain/findings.ts'
import type { Item } from '../../../domain/instrument.ts'
import type { Language } from '../../../domain/words.ts'
import { plainNumber, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { answerWords, shortUnit } from './answer-words.ts'
import type { QuestionProps } from './question.tsx'
import { words } from './words.ts'

type Say = ReturnType<typeof useTexts<typeof words.nl>>

export function From({
  item,
  state: { answer },
  carried,
  finding,
  computed,
  before,
}: Pick<QuestionProps, 'item' | 'state' | 'carried' | 'finding' | 'computed' | 'before'>) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const given = answer?.is === 'given' ? answer : null
  const parts = [
    ...(computed === undefined ? [] : [computedWords(computed, t)]),
    ...(finding === undefined || computed !== undefined ? [] : [limitWords(item, finding.leaf, t, language)]),
    given?.source === 'shortcut' ? t.shortcutMark : '',
    given?.source === 'record' ? t.confirmed : '',
    answer !== null && given === null ? answerWords(item, answer, language) : '',
    answer === null && carried !== undefined
      ? `${t.fromScreening}: ${answerWords(item, { is: 'given', value: carried }, language)}`
      : '',
    before === undefined
      ? ''
      : t.before(answerWords(item, { is: 'given', value: before.value }, language), shortDate(before.on, language)),
  ].filter((part) => part !== '')
  if (finding === undefined && parts.length === 0) return null
  return (
    <span className="from">
      {finding === undefined ? null : <span className="found">{t.finding}</span>}
      {finding !== undefined && parts.length > 0 ? ', ' : ''}
      {parts.join(', ')}
    </span>
  )
}

function computedWords(computed: Computed, t: Say): string {
  if (computed.is === 'drop') return t.drop(computed.drop, computed.limits, computed.tooFar)
  return computed.is === 'sppb' ? t.sppb(computed.points) : t.sum(computed.points)
}

/** The limit that was passed, where there is a number; what a yes means says itself. */
function limitWords(item: Item, leaf: Leaf, t: Say, language: Language): string {
  if (item.kind !== 'number') return ''
  const limit = (value: number) => `${plainNumber(value, language)} ${shortUnit(item, language)}`
  if ('atLeast' in leaf) return t.limit(limit(leaf.atLeast))
  if ('over' in leaf) return t.limit(limit(leaf.over))
  return 'below' in leaf ? t.usually(limit(leaf.below)) : ''
}
