// Lists sent to the HTTP edge as files, and lists made for a test.
import type { Role } from '../../src/domain/role.ts'
import type { TestApp } from './test-app.ts'

export type SentList = {
  readonly type?: string
  readonly role?: Role
  readonly key?: string
  readonly query?: string
  readonly language?: 'nl' | 'en'
}

let sent = 0

export async function sendList(
  { app }: Pick<TestApp, 'app'>,
  act: '_preview' | '_import',
  list: string | Uint8Array,
  { type = 'text/csv', role = 'coordinator', key = `list-${++sent}`, query = '', language = 'nl' }: SentList = {},
) {
  const answer = await app.inject({
    method: 'POST',
    url: `/v1/supply-lists/${act}${query}`,
    headers: {
      'valpad-actor': `some-${role}`,
      'content-type': type,
      'accept-language': language,
      ...(act === '_import' ? { 'idempotency-key': key } : {}),
    },
    payload: Buffer.from(list),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test looks wherever it wants
  return { status: answer.statusCode, text: answer.body, headers: answer.headers, json: JSON.parse(answer.body) as any }
}

export type Cells = { readonly [header: string]: string }

const usual: Cells = {
  Aanbieder: 'Beweegclub De Sprong (verzonnen)',
  'Naam aanbod': 'In Balans',
  Soort: 'In Balans',
  Domein: 'sociaal',
  Gemeente: 'Amstelveen',
  Startdatum: '',
  Einddatum: '',
  Plaatsen: '',
  Prijs: '12,50',
  'Prijs per': 'les',
  'Wie betaalt': 'gemeente 01-01-2026 t/m 31-12-2026',
  Contactpersoon: 'Pip Sprong',
  'E-mail': 'pip@desprong.example',
  Telefoon: '06-0000 0001',
  Vervanger: 'Dop Sprong',
  'E-mail vervanger': 'dop@desprong.example',
  'Gecontroleerd op': '02-01-2026',
}

/** A list as a coordinator gets one by mail; each row says what differs from the usual one. */
export function dutchList(rows: readonly Cells[]): string {
  const headers = [...new Set([...Object.keys(usual), ...rows.flatMap(Object.keys)])]
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')
  return `\uFEFF${[headers, ...rows.map((row) => headers.map((header) => row[header] ?? usual[header] ?? ''))].map(line).join('\r\n')}\r\n`
}
