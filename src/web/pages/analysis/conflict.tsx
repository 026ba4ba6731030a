// Two people, two answers to one question: both are shown with who gave them, and one key keeps one, for both.
import type { Item } from '../../../domain/instrument.ts'
import { clockTime } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { ItemState } from './answer-store.ts'
import { answerWords } from './answer-words.ts'
import { words } from './words.ts'

/** Whose answer each digit keeps: one's own first, where there is one. */
export const sidesOf = ({ own, others }: ItemState, me: string): readonly string[] => [
  ...(own ? [me] : []),
  ...others.map(({ actorId }) => actorId),
]

export function Conflict({
  item,
  state,
  me,
  choose,
}: {
  readonly item: Item
  readonly state: ItemState
  readonly me: string
  readonly choose: (itemId: string, chosen: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (!state.disputed || state.others.length === 0) return null
  const said = state.others.map(({ actorName, at, answer }) =>
    t.theirs(actorName, clockTime(at, language), answerWords(item, answer, language)),
  )
  const own = state.own && state.answer !== null ? t.yours(answerWords(item, state.answer, language)) : ''
  return (
    <div className="q-under">
      <Note look="warn" alert>
        <p>{[...said, own].join(' ')}</p>
        <div className="btns">
          {sidesOf(state, me).map((side, index) => (
            <Button small key={side} shortcut={String(index + 1)} onPress={() => choose(item.id, side)}>
              {side === me ? t.keepMine : t.takeTheirs(state.others.find(({ actorId }) => actorId === side)?.actorName ?? side)}
            </Button>
          ))}
        </div>
      </Note>
    </div>
  )
}
