// Opening a store by its address.
import { databaseFor } from './databases.ts'
import { applyMigrations, type Migration } from './migrate.ts'
import type { Reader, Store } from './store.ts'

/**
 * `url`: the address of a database server, else the path of a file, or `:memory:`. With `migrations` the tables are brought up to date
 * first. Throws `StoreInUse` when another process has the file open for writing.
 */
export async function openStore(url: string, { migrations }: { migrations?: readonly Migration[] } = {}): Promise<Store> {
  const { store, alter } = await databaseFor(url).open(url)
  try {
    if (migrations !== undefined) await applyMigrations(alter, migrations)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** To look only, also beside a process that writes. */
export const openReadOnly = (url: string): Promise<Reader> => databaseFor(url).openReadOnly(url)
