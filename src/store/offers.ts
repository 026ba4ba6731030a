// Offers: what a provider can do for somebody in a municipality, and from when until when.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { OfferRow } from './tables.ts'

/** Those that stand on `day` (ISO date). */
export const offersIn = (reader: Reader, municipality: string, day: string): Promise<OfferRow[]> =>
  reader.read(
    reader.build
      .selectFrom('offer')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('valid_from', '<=', day)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)]))
      .orderBy('code')
      .orderBy('id')
      .compile(),
  )

export const insertOffer = (build: Builder, row: OfferRow): Statement => insertRow(build, 'offer', row)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeOffer = (build: Builder, { id, ...row }: OfferRow): Statement =>
  statement(
    build
      .updateTable('offer')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )
