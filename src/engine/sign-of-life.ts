// Signs of life: the day on which an account last acted, written down once a day; who stays silent for long is passed over.
import type { IsoDate } from '../domain/calendar.ts'
import { sawAccount } from '../store/account-moves.ts'
import { StoreFull, UnknownOutcome } from '../store/store.ts'
import type { AccountRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'

/** Nobody is refused because this could not be written: the next request of the day tries again. */
export async function signOfLife({ store }: Pick<Engine, 'store'>, account: AccountRow, today: IsoDate): Promise<void> {
  if (account.login !== 1 || (account.last_seen_on !== null && account.last_seen_on >= today)) return
  try {
    await store.commit([sawAccount(store.build, account.id, today)])
  } catch (error) {
    if (!(error instanceof StoreFull || error instanceof UnknownOutcome)) throw error
  }
}
