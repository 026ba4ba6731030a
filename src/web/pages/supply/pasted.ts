// A block pasted into the list, on its way to the import: for as long as the tab is open, until the import is left.
import type { ListFile } from '../../api/files.ts'

let waiting: ListFile | null = null

/** A block of a spreadsheet has rows or columns; one word is none. */
export const isBlock = (text: string): boolean => text.includes('\t') || text.trim().includes('\n')

/** The cells of a block of one column; null when it has more. */
export const columnOf = (text: string): string[] | null => (text.includes('\t') ? null : text.trimEnd().split(/\r?\n/))

export const blockOf = (text: string, name: string): ListFile => ({
  name,
  type: 'text/tab-separated-values',
  bytes: new Blob([text], { type: 'text/tab-separated-values' }),
})

export function leaveBlock(file: ListFile | null): void {
  waiting = file
}

/** Null: none was left. */
export const leftBlock = (): ListFile | null => waiting
