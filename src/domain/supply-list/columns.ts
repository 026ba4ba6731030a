// The columns of a supply list: what each is called in machine and Dutch lists, what others call it, and what it means.
import type { Column } from './column.ts'
import { courseColumns } from './course-columns.ts'
import { offerColumns } from './offer-columns.ts'
import { peopleColumns } from './people-columns.ts'
import type { ColumnName } from './row.ts'

/** In the order in which they are written. */
export const columns: { readonly [name in ColumnName]: Column } = { ...offerColumns, ...courseColumns, ...peopleColumns }

export const columnNames = Object.keys(columns) as ColumnName[]
