// Under the grid, always in sight: how many rows, what may be done with the chosen one, and what came of the last act.
import type { Offer } from '../../../contract/offers.ts'
import { isLetter, useLetterKeys } from '../../keys.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ToldLine } from './told.tsx'
import type { Edits } from './use-edits.ts'
import { words } from './words.ts'

export function Bar({
  edits,
  picked,
  said,
  row,
  clear,
}: {
  readonly edits: Edits
  /** Null: none that may be edited. */
  readonly picked: Offer | null
  readonly said: string
  readonly row: (offerId: string) => number
  /** Null: nothing is filtered. */
  readonly clear: (() => void) | null
}) {
  const t = useTexts(words)
  return (
    <div className="grid-bar">
      <div className="spread">
        <p className="small mute" role="status">
          {said}{' '}
          {clear === null ? null : (
            <Button look="quiet" small onPress={clear}>
              {t.clear}
            </Button>
          )}
        </p>
        {picked === null ? null : (
          <div className="btns">
            <span className="small picked-name">{picked.offer.name}</span>
            <Button small onPress={() => void edits.confirm(picked)} busy={edits.busy ? t.saving : false} shortcut="C">
              {t.confirm}
            </Button>
            {edits.canUndo ? (
              <Button small onPress={() => void edits.undo()}>
                {t.undo} <kbd aria-hidden="true">Ctrl Z</kbd>
              </Button>
            ) : null}
          </div>
        )}
      </div>
      <ToldLine edits={edits} row={row} />
    </div>
  )
}

export function Keys() {
  const t = useTexts(words)
  const letters = useLetterKeys()
  const { move, edit, back, confirm, open, paste, undo } = t.keys
  const keys = [
    ['←↑→↓', move],
    ['Enter', edit],
    ['Esc', back],
    ['c', confirm],
    ['o', open],
    ['Ctrl V', paste],
    ['Ctrl Z', undo],
  ] as const
  return (
    <p className="keys">
      {keys
        .filter(([key]) => letters || !isLetter(key))
        .map(([key, said]) => (
          <span key={key}>
            <kbd>{key}</kbd>
            {said}
          </span>
        ))}
    </p>
  )
}
