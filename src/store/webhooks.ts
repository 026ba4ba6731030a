// Webhooks: addresses of organisations that are told of changes by machine, each with the secret that signs what it gets.
import { insertRow } from './row-statements.ts'
import { type Builder, type Reader, type Statement, statement } from './store.ts'
import type { WebhookRow } from './tables.ts'

export async function loadWebhook(reader: Reader, id: string): Promise<WebhookRow | null> {
  const [row] = await reader.read(reader.build.selectFrom('webhook').selectAll().where('id', '=', id).compile())
  return row ?? null
}

export const activeWebhooksOf = (reader: Reader, organisationId: string): Promise<WebhookRow[]> =>
  reader.read(
    reader.build
      .selectFrom('webhook')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('active', '=', 1)
      .orderBy('id')
      .compile(),
  )

/** Of one organisation, or of all; `after` is the id of the last row of the page before. */
export function webhooksPage(
  reader: Reader,
  organisationId: string | null,
  after: string | null,
  limit: number,
): Promise<WebhookRow[]> {
  let query = reader.build.selectFrom('webhook').selectAll().orderBy('id').limit(limit)
  if (organisationId !== null) query = query.where('organisation_id', '=', organisationId)
  return reader.read((after === null ? query : query.where('id', '>', after)).compile())
}

export const insertWebhook = (build: Builder, row: WebhookRow): Statement => insertRow(build, 'webhook', row)

/** `row.version` is the new one; refused unless the stored one is the version before it. */
export const changeWebhook = (build: Builder, { id, ...row }: WebhookRow): Statement =>
  statement(
    build
      .updateTable('webhook')
      .set(row)
      .where('id', '=', id)
      .where('version', '=', row.version - 1),
    1,
  )
