// The supply as a grid: arrows go from cell to cell, Enter edits what can be edited in place, one key confirms a row.
import { useNavigate } from '@tanstack/react-router'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Offer } from '../../../contract/offers.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { bodyWith, isEditable, typedOf } from './cells.ts'
import { GridCell, numeric } from './grid-cell.tsx'
import { blockOf, columnOf, isBlock, leaveBlock } from './pasted.ts'
import { type Sortable, type SupplySearch, sortable } from './search.ts'
import type { Edits } from './use-edits.ts'
import { words } from './words.ts'

export type Place = { readonly row: number; readonly column: number }
type Draft = { readonly offerId: string; readonly column: Sortable; readonly typed: string; readonly fresh: boolean }

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
  const go = ({ row, column }: Place): void => {
    const to = { row: within(row, offers.length), column: within(column, sortable.length) }
    onPlace(to)
    focusCell(to)
  }
  /** `typed`: instead of what stands there. */
  const begin = ({ row, column }: Place, typed?: string): void => {
    const [offer, name] = [offers[row], sortable[column]]
    if (offer === undefined || name === undefined || !mayEdit(offer)) return
    if (!isEditable(name)) {
      edits.tell({ is: 'done', words: t.noEdit })
      return
    }
    edits.tell(null)
    setDraft({
      offerId: offer.offerId,
      column: name,
      typed: typed ?? typedOf(offer, name, language === 'nl'),
      fresh: typed !== undefined,
    })
  }
  const leave = (at: Place, focus: boolean): void => {
    setDraft(null)
    // The cell takes the place of its field.
    if (focus) requestAnimationFrame(() => focusCell(at))
  }
  const finish = async (offer: Offer, at: Place, down: number, right: number): Promise<void> => {
    if (draft === null || !isEditable(draft.column) || edits.busy) return
    const inCell = table.current?.contains(document.activeElement) === true
    if (!(await edits.save(offer, draft.column, draft.typed))) return
    const next = { row: within(at.row + down, offers.length), column: within(at.column + right, sortable.length) }
    if (inCell) onPlace(next)
    leave(next, inCell)
  }
  const acts: { readonly [key: string]: (offer: Offer, at: Place) => void } = {
    Enter: (_, at) => begin(at),
    F2: (_, at) => begin(at),
    c: (offer) => (mayEdit(offer) ? void edits.confirm(offer) : undefined),
    o: ({ offerId }) => void navigate({ to: '/supply/$offerId', params: { offerId } }),
  }
  const actFor = (key: string, controlled: boolean, at: Place): ((offer: Offer, at: Place) => void) | undefined => {
    if (controlled) return key === 'z' ? () => void edits.undo() : undefined
    return acts[key] ?? (beginsWith(key, at) ? () => begin(at, key) : undefined)
  }
  const press = (event: KeyboardEvent, offer: Offer, at: Place): void => {
    const { key, altKey } = event
    // Without the letter that opens it the link is reached by itself.
    if (key === 'Enter' && event.target instanceof HTMLAnchorElement) return
    const controlled = event.ctrlKey || event.metaKey
    const move = altKey ? null : moved(key, controlled, at, offers.length)
    const act = altKey ? undefined : actFor(key, controlled, at)
    if (move === null && act === undefined) return
    event.preventDefault()
    if (move !== null) go(move)
    else act?.(offer, at)
  }
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (draft !== null || !isBlock(text)) return
    event.preventDefault()
    const column = columnOf(text)
    const name = sortable[place.column]
    const first = offers[place.row]
    // One column, over cells that take it: filled down from here. Anything else is a list to be taken over.
    if (
      column !== null &&
      name !== undefined &&
      isEditable(name) &&
      first !== undefined &&
      bodyWith(first, name, column[0]!) !== null
    ) {
      void edits.fill(offers.slice(place.row, place.row + column.length).filter(mayEdit), name, column)
      return
    }
    leaveBlock(blockOf(text, 'pasted'))
    void navigate({ to: '/supply/import' })
  }
  const isWrong = (offerId: string, name: Sortable): boolean =>
    edits.told?.is === 'fault' && edits.told.offerId === offerId && edits.told.column === name

  return (
    <section className="scroll" aria-label={t.table}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked and edited is a grid */}
      <table className="table grid supply-grid" role="grid" ref={table} onPaste={paste}>
        <caption className="hide">{caption}</caption>
        <colgroup>
          {sortable.map((column) => (
            <col key={column} className={`col-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {sortable.map((column) => (
              <Heading key={column} column={column} sort={sort} onSort={onSort} />
            ))}
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
              {sortable.map((name, column) => (
                <GridCell
                  key={name}
                  offer={offer}
                  name={name}
                  place={`${row}-${column}`}
                  here={place.row === row && place.column === column}
                  fixed={!(isEditable(name) && mayEdit(offer))}
                  wrong={isWrong(offer.offerId, name)}
                  typed={draft?.offerId === offer.offerId && draft.column === name ? draft.typed : null}
                  onType={(typed) => setDraft({ offerId: offer.offerId, column: name, typed, fresh: draft?.fresh === true })}
                  onFinish={(down, right) => void finish(offer, { row, column }, down, right)}
                  fresh={draft?.fresh === true}
                  onStop={() => {
                    edits.tell(null)
                    leave({ row, column }, true)
                  }}
                  onHere={() => onPlace({ row, column })}
                  onEdit={() => begin({ row, column })}
                  onKey={(event) => press(event, offer, { row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const within = (at: number, length: number): number => Math.min(Math.max(at, 0), length - 1)

/** As in a spreadsheet: a figure on a cell begins its new content. */
const beginsWith = (key: string, { column }: Place): boolean => {
  const name = sortable[column]
  return /^\d$/.test(key) && name !== undefined && isEditable(name)
}

/** Where a key leads; null: it does not move. */
function moved(key: string, controlled: boolean, { row, column }: Place, rows: number): Place | null {
  const moves: { readonly [key: string]: Place } = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - 10, column },
    PageDown: { row: row + 10, column },
    Home: { row: controlled ? 0 : row, column: 0 },
    End: { row: controlled ? rows - 1 : row, column: sortable.length - 1 },
  }
  return moves[key] ?? null
}

function Heading({
  column,
  sort,
  onSort,
}: {
  readonly column: Sortable
  readonly sort: NonNullable<SupplySearch['sort']>
  readonly onSort: (column: Sortable) => void
}) {
  const t = useTexts(words)
  const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined
  return (
    <th scope="col" className={numeric.includes(column) ? 'num' : undefined} aria-sort={order}>
      <button type="button" className="sort" onClick={() => onSort(column)}>
        {t.columns[column]}
        {order === undefined ? null : <span aria-hidden="true">{order === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </button>
    </th>
  )
}
