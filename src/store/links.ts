// Links for one act each. Of the token only its hash is known here.
import { linkUsed } from '../domain/links.ts'
import { toSecond } from './instants.ts'
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { LinkRow } from './tables.ts'

export const insertLink = (build: Builder, row: LinkRow): Statement => insertRow(build, 'link', row)

export async function findLink(reader: Reader, tokenHash: string): Promise<LinkRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('link').selectAll().where('token_hash', '=', tokenHash).compile())
  return row ?? null
}

/** All that were made for these, the latest first. */
export const linksAbout = (reader: Reader, purpose: LinkRow['purpose'], subjectIds: readonly string[]): Promise<LinkRow[]> =>
  subjectIds.length === 0
    ? Promise.resolve([])
    : reader.read(
        reader.build
          .selectFrom('link')
          .selectAll()
          .where('subject_id', 'in', [...subjectIds])
          .where('purpose', '=', purpose)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .compile(),
      )

/** Of one, the latest first. */
export const linksOf = (reader: Reader, purpose: LinkRow['purpose'], subjectId: string): Promise<LinkRow[]> =>
  linksAbout(reader, purpose, [subjectId])

/** Refused when it was used before, or expired: of many at once, one. */
export const markLinkUsed = (build: Builder, tokenHash: string, at: string): Statement => ({
  ...statement(
    build
      .updateTable('link')
      .set({ used_at: toSecond(at) })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', toSecond(at)),
    1,
  ),
  otherwise: linkUsed,
})
