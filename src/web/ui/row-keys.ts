// Arrows in the lists of a page: up and down from row to row, staying on the name or on the act; the first press goes to the first row.
import type { KeyboardEvent } from 'react'

const ofRow = '.rows > li'

export function moveInRows(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const from = event.target as HTMLElement
  if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (from.closest('input, textarea, select, [role="tablist"]') !== null) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ofRow)]
  const here = from.closest<HTMLElement>(ofRow)
  const next = here === null ? (by === 1 ? rows[0] : undefined) : rows[rows.indexOf(here) + by]
  if (next === undefined) return
  event.preventDefault()
  const kind = from.closest('.btn') === null ? '.name' : '.btn'
  focusRow(next, kind)
}

export function focusRow(row: Element, kind: '.name' | '.btn'): void {
  const to = row.querySelector<HTMLElement>(`a${kind}, button${kind}`) ?? row.querySelector<HTMLElement>('a, button')
  to?.focus()
}
