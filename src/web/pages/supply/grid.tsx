// The supply as a grid: arrows go from cell to cell, Enter edits what can be edited in place, one key confirms a row.
import { Link, useNavigate } from '@tanstack/react-router'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Offer } from '../../../contract/offers.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { shownCell } from './cell-words.tsx'
import { isEditable, typedOf } from './cells.ts'
import { blockOf, isBlock, leaveBlock } from './pasted.ts'
import { type Sortable, type SupplySearch, sortable } from './search.ts'
import type { Edits } from './use-edits.ts'
import { words } from './words.ts'

export type Place = { readonly row: number; readonly column: number }
type Draft = { readonly offerId: string; readonly column: Sortable; readonly typed: string }

const numeric: readonly Sortable[] = ['free', 'cost', 'wait']

export function SupplyGrid({
  offers,
  filters,
  sort,
  onSort,
  edits,
  mayEdit,
  place,
  onPlace,
  caption,
}: {
  readonly offers: readonly Offer[]
  readonly filters: { readonly [column in Sortable]?: ReactNode }
  readonly sort: NonNullable<SupplySearch['sort']>
  readonly onSort: (column: Sortable) => void
  readonly edits: Edits
  readonly mayEdit: (offer: Offer) => boolean
  readonly place: Place
  readonly onPlace: (place: Place) => void
  readonly caption: string
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const focusCell = ({ row, column }: Place): void =>
    table.current?.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`)?.focus()
  const go = (row: number, column: number): void => {
    const to = {
      row: Math.min(Math.max(row, 0), offers.length - 1),
      column: Math.min(Math.max(column, 0), sortable.length - 1),
    }
    onPlace(to)
    focusCell(to)
  }
  const begin = ({ row, column }: Place): void => {
    const offer = offers[row]
    const name = sortable[column]
    if (offer === undefined || name === undefined || !mayEdit(offer)) return
    if (!isEditable(name)) {
      edits.tell({ is: 'done', words: t.noEdit })
      return
    }
    edits.tell(null)
    setDraft({ offerId: offer.offerId, column: name, typed: typedOf(offer, name, language === 'nl') })
  }
  const leave = (at: Place): void => {
    setDraft(null)
    // The cell takes the place of its field.
    requestAnimationFrame(() => focusCell(at))
  }
  const finish = async (offer: Offer, at: Place): Promise<void> => {
    if (draft === null || !isEditable(draft.column)) return
    if (await edits.save(offer, draft.column, draft.typed)) leave(at)
  }
  const press = (event: KeyboardEvent, at: Place): void => {
    const { key, ctrlKey, metaKey, altKey } = event
    const offer = offers[at.row]
    if (offer === undefined || altKey) return
    const controlled = ctrlKey || metaKey
    if (controlled && key.toLowerCase() === 'z') {
      event.preventDefault()
      void edits.undo()
      return
    }
    const moves: { readonly [key: string]: readonly [number, number] } = {
      ArrowUp: [at.row - 1, at.column],
      ArrowDown: [at.row + 1, at.column],
      ArrowLeft: [at.row, at.column - 1],
      ArrowRight: [at.row, at.column + 1],
      PageUp: [at.row - 10, at.column],
      PageDown: [at.row + 10, at.column],
      Home: [controlled ? 0 : at.row, 0],
      End: [controlled ? offers.length - 1 : at.row, sortable.length - 1],
    }
    const move = moves[key]
    if (move !== undefined) {
      event.preventDefault()
      go(...move)
      return
    }
    if (controlled) return
    if (key === 'Enter' || key === 'F2') {
      event.preventDefault()
      begin(at)
    } else if (key === 'c' && mayEdit(offer)) {
      event.preventDefault()
      void edits.confirm(offer)
    } else if (key === 'o') {
      event.preventDefault()
      void navigate({ to: '/supply/$offerId', params: { offerId: offer.offerId } })
    }
  }
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (draft !== null || !isBlock(text)) return
    event.preventDefault()
    leaveBlock(blockOf(text, 'pasted'))
    void navigate({ to: '/supply/import' })
  }

  return (
    // The region is scrolled with the keyboard where the grid is wider than the screen.
    <section className="scroll" aria-label={t.table}>
      <table className="table grid supply-grid" role="grid" ref={table} onPaste={paste} aria-rowcount={offers.length + 2}>
        <caption className="hide">{caption}</caption>
        <colgroup>
          {sortable.map((column) => (
            <col key={column} className={`col-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {sortable.map((column) => {
              const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined
              return (
                <th key={column} scope="col" className={numeric.includes(column) ? 'num' : undefined} aria-sort={order}>
                  <button type="button" className="sort" onClick={() => onSort(column)}>
                    {t.columns[column]}
                    {order === undefined ? null : <span aria-hidden="true">{order === 'ascending' ? ' ↑' : ' ↓'}</span>}
                  </button>
                </th>
              )
            })}
          </tr>
          <tr className="filters">
            {sortable.map((column) => (
              <td key={column}>{filters[column]}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {offers.map((offer, row) => (
            <tr key={offer.offerId} className={row === place.row ? 'picked' : undefined}>
              {sortable.map((name, column) => {
                const at = { row, column }
                const editing = draft?.offerId === offer.offerId && draft.column === name ? draft : null
                const wrong = edits.told?.is === 'fault' && edits.told.offerId === offer.offerId && edits.told.column === name
                const className = [
                  numeric.includes(name) ? 'num' : '',
                  editing === null ? '' : 'cell-now',
                  wrong && editing === null ? 'wrong' : '',
                ]
                const shared = {
                  className: className.filter(Boolean).join(' ') || undefined,
                  'data-place': `${row}-${column}`,
                  'aria-readonly': !(isEditable(name) && mayEdit(offer)),
                  tabIndex: editing === null && place.row === row && place.column === column ? 0 : -1,
                  onFocus: () => (place.row === row && place.column === column ? undefined : onPlace(at)),
                  onDoubleClick: () => begin(at),
                  onKeyDown: (event: KeyboardEvent) => (editing === null ? press(event, at) : undefined),
                } as const
                const inside =
                  editing === null ? (
                    shownCell(offer, name, t, language)
                  ) : (
                    <input
                      // biome-ignore lint/a11y/noAutofocus: the cell that had focus becomes its field
                      autoFocus
                      className={numeric.includes(name) ? 'num' : ''}
                      aria-label={`${t.columns[name]}, ${offer.offer.name}`}
                      aria-invalid={wrong || undefined}
                      aria-describedby={wrong ? 'grid-fault' : undefined}
                      inputMode={name === 'name' ? 'text' : name === 'wait' ? 'numeric' : 'decimal'}
                      value={editing.typed}
                      onFocus={({ target }) => target.select()}
                      onChange={({ target }) => setDraft({ ...editing, typed: target.value })}
                      onBlur={() => void finish(offer, at)}
                      onKeyDown={(event) => {
                        event.stopPropagation()
                        if (event.key === 'Escape') {
                          edits.tell(null)
                          leave(at)
                        } else if (event.key === 'Enter') {
                          event.preventDefault()
                          void finish(offer, at)
                        }
                      }}
                    />
                  )
                return name === 'name' ? (
                  <th key={name} scope="row" role="rowheader" {...shared}>
                    {editing === null ? (
                      <Link to="/supply/$offerId" params={{ offerId: offer.offerId }} tabIndex={-1} className="quiet-link">
                        {inside}
                      </Link>
                    ) : (
                      inside
                    )}
                  </th>
                ) : (
                  // biome-ignore lint/a11y/useSemanticElements: a cell of a grid that is a table
                  <td key={name} role="gridcell" {...shared}>
                    {inside}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
