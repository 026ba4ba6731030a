// Every migration, in the order in which they are applied. One that was released is never changed: the next one mends it.
import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'
import { spine } from './migrations/0001-spine.ts'
import { supply } from './migrations/0002-supply.ts'
import { plan } from './migrations/0003-plan.ts'
import { notes } from './migrations/0004-notes.ts'
import { cannotCome } from './migrations/0005-cannot-come.ts'
import { gapLooks } from './migrations/0006-gap-looks.ts'

export type Migration = { readonly name: string; readonly up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void> }

export const migrations: readonly Migration[] = [
  { name: '0001-spine', up: spine },
  { name: '0002-supply', up: supply },
  { name: '0003-plan', up: plan },
  { name: '0004-notes', up: notes },
  { name: '0005-cannot-come', up: cannotCome },
  { name: '0006-gap-looks', up: gapLooks },
]
