// One section: its questions under a line that stays in sight, and the key that says there is nothing particular here.
import { memo } from 'react'
import type { Answer, GivenValue } from '../../../domain/answers.ts'
import type { Section as Definition } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { ItemState } from './answer-store.ts'
import { Question } from './question.tsx'
import { words } from './words.ts'

const open: ItemState = { answer: null, others: [], disputed: false, refused: null }

export type SectionProps = {
  readonly section: Definition
  readonly items: { readonly [itemId: string]: ItemState }
  readonly carried: ReadonlyMap<string, GivenValue>
  /** Items whose answer is a finding. */
  readonly findings: ReadonlySet<string>
  readonly computed: { readonly [itemId: string]: string }
  readonly filled: readonly string[] | undefined
  readonly me: string
  readonly give: (itemId: string, answer: Answer) => void
  readonly choose: (itemId: string, chosen: string) => void
  readonly shortcut: (sectionId: string) => void
  readonly undo: (sectionId: string) => void
  readonly confirm: (sectionId: string) => void
}

export const Section = memo(function Section(props: SectionProps) {
  const { section, items, carried, findings, computed, filled, me, give, choose, shortcut, undo, confirm } = props
  const t = useTexts(words)
  const { language } = useLanguage()
  const waiting = section.items.filter(({ id }) => carried.has(id)).length
  const answered = section.items.filter(({ id }) => items[id]?.answer != null).length
  const fillable = section.items.some(
    (item) => 'shortcut' in item && item.shortcut !== undefined && items[item.id]?.answer == null,
  )
  const onSection = (key: 'g' | 'k'): void => (key === 'g' ? shortcut(section.id) : confirm(section.id))
  return (
    <section className="block" id={`s-${section.id}`} aria-labelledby={`h-${section.id}`}>
      <div className="spread">
        <h2 id={`h-${section.id}`}>
          {section.words[language]}{' '}
          <span className="small mute">{answered === section.items.length ? t.done : `${answered}/${section.items.length}`}</span>
        </h2>
        <span className="btns">
          {waiting === 0 ? null : (
            <Button small onPress={() => confirm(section.id)} shortcut="K">
              {`${t.confirm}: ${t.confirmHow(waiting)}`}
            </Button>
          )}
          {fillable ? (
            <Button small onPress={() => shortcut(section.id)} shortcut="G">
              {t.noFindings}
            </Button>
          ) : null}
        </span>
      </div>
      {filled === undefined ? null : (
        <Note>
          <p role="status">
            {filled.length === 0 ? t.filledNone : t.filled(filled.length)}{' '}
            {filled.length === 0 ? null : (
              <Button look="quiet" small onPress={() => undo(section.id)}>
                {t.undo}
              </Button>
            )}
          </p>
        </Note>
      )}
      {section.items.map((item) => {
        const state = items[item.id] ?? open
        return (
          <Question
            key={item.id}
            item={item}
            state={state}
            carried={carried.get(item.id)}
            counts={findings.has(item.id)}
            give={give}
            choose={choose}
            me={me}
            onSection={onSection}
            {...(computed[item.id] === undefined ? {} : { computed: computed[item.id]! })}
          />
        )
      })}
    </section>
  )
})
