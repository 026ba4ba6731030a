// Offers: what a provider can do for somebody, from when until when, and the areas it serves.
import { insertRow, insertRows } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { OfferAreaRow, OfferRow } from './tables.ts'

/** The last offer of the page before. */
export type OfferCursor = Pick<OfferRow, 'code' | 'id'>

export type OfferFilter = {
  readonly organisationId?: string | undefined
  readonly code?: string | undefined
  /** Served whole or in part, or where the offer is given. */
  readonly municipality?: string | undefined
  /** Serves at least one of these: the areas a person lives in (`areasOf`), or any list. */
  readonly areas?: readonly string[] | undefined
  /** Stands on this day. */
  readonly on?: string | undefined
  /** Not ended before this day: stands then, or later. */
  readonly endingFrom?: string | undefined
  readonly endedBefore?: string | undefined
  /** Never checked, or to be checked again by this day. */
  readonly toCheckBy?: string | undefined
}

export async function loadOffer(reader: Reader, id: string): Promise<OfferRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('offer').selectAll().where('id', '=', id).compile())
  return row ?? null
}

/** At most `limit`, by code and then by id; a short page is the last one. */
export function offersPage(reader: Reader, filter: OfferFilter, after: OfferCursor | null, limit: number): Promise<OfferRow[]> {
  let query = reader.build.selectFrom('offer').selectAll().orderBy('code').orderBy('id').limit(limit)
  const { organisationId, code, municipality, areas, on, endingFrom, endedBefore, toCheckBy } = filter
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  if (code !== undefined) query = query.where('code', '=', code)
  if (on !== undefined)
    query = query
      .where('valid_from', '<=', on)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', on)]))
  if (endingFrom !== undefined)
    query = query.where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', endingFrom)]))
  if (endedBefore !== undefined) query = query.where('valid_until', '<', endedBefore)
  if (toCheckBy !== undefined)
    query = query.where((where) => where.or([where('last_checked_on', 'is', null), where('next_check_on', '<=', toCheckBy)]))
  if (areas !== undefined)
    query = query.where('id', 'in', (from) =>
      from
        .selectFrom('offer_area')
        .select('offer_id')
        .where('area', 'in', [...areas, '']),
    )
  if (municipality !== undefined)
    query = query.where((where) =>
      where.or([
        where('municipality', '=', municipality),
        where('id', 'in', (from) =>
          from
            .selectFrom('offer_area')
            .select('offer_id')
            .where((area) =>
              area.or([
                area('area', '=', municipality),
                area('area', 'like', `WK${municipality.slice(2)}%`),
                area('area', 'like', `BU${municipality.slice(2)}%`),
              ]),
            ),
        ),
      ]),
    )
  if (after !== null)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('code', 'id'), '>', tuple(after.code, after.id)))
  return reader.read(query.compile())
}

/** Which areas each of these offers serves. */
export async function areasOfOffers(reader: Reader, offerIds: readonly string[]): Promise<Map<string, string[]>> {
  if (offerIds.length === 0) return new Map()
  const rows = await reader.read(
    reader.build
      .selectFrom('offer_area')
      .selectAll()
      .where('offer_id', 'in', offerIds)
      .orderBy('offer_id')
      .orderBy('area')
      .compile(),
  )
  const byOffer = new Map<string, string[]>()
  for (const { offer_id, area } of rows) byOffer.set(offer_id, [...(byOffer.get(offer_id) ?? []), area])
  return byOffer
}

/** In which somebody is contact, deputy or owner, and that have not ended by `day`. */
export const offersNaming = (reader: Reader, accountId: string, day: string): Promise<OfferRow[]> =>
  reader.read(
    reader.build
      .selectFrom('offer')
      .selectAll()
      .where(({ eb, or }) =>
        or([eb('contact_id', '=', accountId), eb('deputy_id', '=', accountId), eb('owner_id', '=', accountId)]),
      )
      .where(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
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

/** In the same change as the offer itself. */
export function replaceOfferAreas(build: Builder, offerId: string, areas: readonly string[]): Statement[] {
  const rows: OfferAreaRow[] = [...new Set(areas)].sort().map((area) => ({ offer_id: offerId, area }))
  const clear = statement(build.deleteFrom('offer_area').where('offer_id', '=', offerId))
  return rows.length === 0 ? [clear] : [clear, insertRows(build, 'offer_area', rows)]
}
