// What came of an edit in the list: saved, not what the cell takes, or somebody else was first.
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import type { Edits } from './use-edits.ts'
import { words } from './words.ts'

export function ToldLine({ edits, row }: { readonly edits: Edits; readonly row: (offerId: string) => number }) {
  const t = useTexts(words)
  const { told } = edits
  if (told === null) return <p className="told" role="status" />
  switch (told.is) {
    case 'done':
      return (
        <p className="told" role="status">
          {told.words}
        </p>
      )
    case 'fault':
      return (
        <p className="error" id="grid-fault" role="alert">
          <Icon name="warn" />
          {t.row(row(told.offerId), t.columns[told.column].toLowerCase())} {told.words}
        </p>
      )
    case 'failed':
      return <WentWrong error={told.error} />
    case 'conflict':
      return (
        <Note look="warn" alert>
          <p>
            <strong>{t.conflict(told.offer.offer.name, t.columns[told.column])}</strong> {told.since.join(' ')}
          </p>
          <dl className="facts">
            <dt>{t.theirs}</dt>
            <dd>{told.theirs === '' ? t.nothing : told.theirs}</dd>
            <dt>{t.mine}</dt>
            <dd>{told.typed === '' ? t.nothing : told.typed}</dd>
          </dl>
          <p className="btns">
            <Button small onPress={() => void edits.save(told.offer, told.column, told.typed)}>
              {t.keepMine}
            </Button>
            <Button small onPress={() => edits.tell(null)}>
              {t.takeTheirs}
            </Button>
          </p>
        </Note>
      )
  }
}
