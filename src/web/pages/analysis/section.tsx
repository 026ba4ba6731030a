// One section: its questions under a line that stays in sight, and the key that says there is nothing particular here.
import { memo, useCallback, useMemo } from 'react'
import type { Answer, Answers, GivenValue } from '../../../domain/answers.ts'
import { computedIn, findingsIn } from '../../../domain/findings.ts'
import type { Section as Definition } from '../../../domain/instrument.ts'
import { passedOver } from '../../../domain/question-order.ts'
import { applyShortcut, filledByShortcut } from '../../../domain/section-shortcut.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { type ItemState, isAnswered, openItem } from './answer-store.ts'
import type { Previous } from './previous.ts'
import { Question } from './question.tsx'
import { words } from './words.ts'

export type SectionProps = {
  readonly section: Definition
  readonly items: { readonly [itemId: string]: ItemState }
  readonly answers: Answers
  readonly carried: ReadonlyMap<string, GivenValue>
  readonly previous: Previous
  readonly handled: boolean
  readonly closed: boolean
  readonly me: string
  readonly give: (itemId: string, answer: Answer) => void
  readonly note: (itemId: string, text: string) => void
  readonly choose: (itemId: string, chosen: string) => void
  readonly shortcut: (sectionId: string) => void
  readonly undo: (sectionId: string) => void
  readonly confirm: (sectionId: string) => void
}

export const Section = memo(function Section(props: SectionProps) {
  const { section, items, answers, carried, previous, handled, closed, me, give, note, choose, shortcut, undo, confirm } = props
  const t = useTexts(words)
  const { language } = useLanguage()
  const findings = useMemo(() => new Map(findingsIn(section, answers).map((one) => [one.itemId, one])), [section, answers])
  const computed = useMemo(() => new Map(computedIn(section, answers).map((one) => [one.itemId, one])), [section, answers])
  const passed = useMemo(() => passedOver(section, answers, closed), [section, answers, closed])
  const onSection = useCallback(
    (key: 'g' | 'k'): void => (key === 'g' ? shortcut(section.id) : confirm(section.id)),
    [section, shortcut, confirm],
  )
  const waiting = section.items.filter(({ id }) => carried.has(id)).length
  const answered = section.items.filter(({ id }) => isAnswered(items[id])).length
  const fillable = applyShortcut(section, answers).filled.length > 0
  const filled = filledByShortcut(section, answers).length
  const state = answered === section.items.length ? t.done : t.countOf(answered, section.items.length, handled)
  return (
    <section className="block" id={`s-${section.id}`} aria-labelledby={`h-${section.id}`}>
      <div className="spread">
        <h2 id={`h-${section.id}`}>
          {section.words[language]} <span className="small mute count">{state}</span>
        </h2>
        <span className="btns">
          {waiting === 0 ? null : (
            <Button small onPress={() => confirm(section.id)} shortcut="K">
              {t.confirm}
              <span className="hide">{`: ${t.confirmHow(waiting)}`}</span>
            </Button>
          )}
          {fillable ? (
            <Button small onPress={() => shortcut(section.id)} shortcut="G">
              {t.noFindings}
            </Button>
          ) : null}
        </span>
      </div>
      {filled === 0 ? null : (
        <p className="filled" role="status">
          {t.filled(filled)}{' '}
          <Button look="quiet" small onPress={() => undo(section.id)} label={`${t.undo}: ${section.words[language]}`}>
            {t.undo}
          </Button>
        </p>
      )}
      {section.items.map((item) => (
        <Question
          key={item.id}
          item={item}
          state={items[item.id] ?? openItem}
          carried={carried.get(item.id)}
          finding={findings.get(item.id)}
          computed={computed.get(item.id)}
          before={previous[item.id]}
          passed={passed.has(item.id)}
          give={give}
          note={note}
          choose={choose}
          me={me}
          onSection={onSection}
        />
      ))}
    </section>
  )
}, sameForSection)

/** Of everything about the questions only what concerns this section. */
function sameForSection(before: SectionProps, after: SectionProps): boolean {
  const same = (Object.keys(after) as (keyof SectionProps)[]).every(
    (name) => name === 'items' || name === 'answers' || name === 'carried' || before[name] === after[name],
  )
  return (
    same &&
    after.section.items.every(
      ({ id }) =>
        before.items[id] === after.items[id] &&
        before.answers[id] === after.answers[id] &&
        before.carried.get(id) === after.carried.get(id),
    )
  )
}
