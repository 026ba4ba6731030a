// What happens to an account besides being edited: looked at by a rule, seen at work, left, closed.
import type { IsoDate } from '../domain/calendar.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { AccountRow } from './tables.ts'

/** Two acts that rest on the same account cannot both go through: the version rises, refused unless it is still `version`. */
export const touchAccount = (build: Builder, id: string, version: number): Statement =>
  statement(
    build
      .updateTable('account')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version),
    1,
  )

/** A sign of life, of a day later than the one before. */
export const sawAccount = (build: Builder, id: string, on: IsoDate): Statement =>
  statement(
    build
      .updateTable('account')
      .set({ last_seen_on: on })
      .where('id', '=', id)
      .where((where) => where.or([where('last_seen_on', 'is', null), where('last_seen_on', '<', on)])),
  )

/** Who has left by `day` and whose account is still open. */
export const leaversBy = (reader: Reader, day: IsoDate): Promise<AccountRow[]> =>
  reader.read(
    reader.build.selectFrom('account').selectAll().where('left_on', '<=', day).where('active', '=', 1).orderBy('id').compile(),
  )
