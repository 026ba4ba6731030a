// One cell of the supply: what it shows, or the field it becomes while it is edited.
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Offer } from '../../../contract/offers.ts'
import { letterKeys } from '../../keys.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { shownCell } from './cell-words.tsx'
import type { Sortable } from './search.ts'
import { words } from './words.ts'

export const numeric: readonly Sortable[] = ['free', 'cost', 'wait']

export type CellProps = {
  readonly offer: Offer
  readonly name: Sortable
  /** `row-column`. */
  readonly place: string
  /** The one cell that the tab key reaches. */
  readonly here: boolean
  readonly fixed: boolean
  readonly wrong: boolean
  /** What was typed so far; null: it is not edited. */
  readonly typed: string | null
  /** Begun with what was typed, in the place of what stood there. */
  readonly fresh: boolean
  readonly onType: (typed: string) => void
  /** Saves; then focus goes so many cells down and to the right. */
  readonly onFinish: (down: number, right: number) => void
  readonly onStop: () => void
  readonly onHere: () => void
  readonly onEdit: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

export function GridCell(props: CellProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { offer, name, typed, wrong, fixed, here, place } = props
  const tabIndex = here && typed === null ? 0 : -1
  const shared = {
    className: classOf(props),
    'data-place': place,
    'aria-readonly': fixed,
    onFocus: here ? undefined : props.onHere,
    onDoubleClick: props.onEdit,
    onKeyDown: typed === null ? props.onKey : undefined,
  }
  const inside: ReactNode =
    typed !== null ? (
      <CellField {...props} typed={typed} describedBy={wrong ? 'grid-fault' : undefined} />
    ) : name === 'name' ? (
      <Link
        to="/supply/$offerId"
        params={{ offerId: offer.offerId }}
        tabIndex={here && !letterKeys() ? 0 : -1}
        className="quiet-link"
      >
        {shownCell(offer, name, t, language)}
      </Link>
    ) : (
      shownCell(offer, name, t, language)
    )
  return name === 'name' ? (
    <th scope="row" {...shared} tabIndex={tabIndex}>
      {inside}
    </th>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cells of a grid take focus
    <td role="gridcell" {...shared} tabIndex={tabIndex}>
      {inside}
    </td>
  )
}

const classOf = ({ name, typed, wrong }: CellProps): string | undefined =>
  [numeric.includes(name) ? 'num' : '', typed === null ? '' : 'cell-now', wrong && typed === null ? 'wrong' : '']
    .filter(Boolean)
    .join(' ') || undefined

const keyboardOf = (name: Sortable) => (name === 'name' ? 'text' : name === 'wait' ? 'numeric' : 'decimal')

function CellField({
  offer,
  name,
  typed,
  fresh,
  wrong,
  describedBy,
  onType,
  onFinish,
  onStop,
}: CellProps & { readonly typed: string; readonly describedBy: string | undefined }) {
  const t = useTexts(words)
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the cell that had focus becomes its field
      autoFocus
      className={numeric.includes(name) ? 'num' : ''}
      aria-label={`${t.columns[name]}, ${offer.offer.name}`}
      aria-invalid={wrong || undefined}
      aria-describedby={describedBy}
      inputMode={keyboardOf(name)}
      value={typed}
      onFocus={({ target }) => (fresh ? target.setSelectionRange(target.value.length, target.value.length) : target.select())}
      onChange={({ target }) => onType(target.value)}
      onBlur={() => onFinish(0, 0)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onStop()
        else if (event.key === 'Enter') {
          event.preventDefault()
          onFinish(event.shiftKey ? -1 : 1, 0)
        } else if (event.key === 'Tab') {
          event.preventDefault()
          onFinish(0, event.shiftKey ? -1 : 1)
        }
      }}
    />
  )
}
