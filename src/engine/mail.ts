// Mail: what waits for one account as one message of bytes, the same each time, handed to a mail server or put in a folder.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { calendarFile } from '../documents/calendar.ts'
import { mailText } from '../documents/mail-text.ts'
import type { NoticeKind } from '../domain/notices.ts'
import { loadAccount, loadOrganisation } from '../store/organisations.ts'
import type { DeliveryRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Carrier, type Parcel, Undeliverable } from './deliver.ts'
import { type MailContents, opaque } from './delivery-contents.ts'
import type { Engine } from './engine.ts'
import { addressOf } from './links.ts'

export type ReadyMail = {
  /** By which a receiver knows a repeat. */
  readonly key: string
  readonly from: string
  readonly to: string
  readonly bytes: Buffer
}

/** Resolves when the mail was taken; throws when it may not have been. */
export type MailTransport = (mail: ReadyMail) => Promise<void>

/** `from`: `Valpad <valpad@example.org>`, or the address alone. */
export const mailCarrier =
  (engine: Engine, from: string, hand: MailTransport): Carrier =>
  async (parcel) =>
    hand(await mailOf(engine, from, parcel))

async function mailOf(engine: Engine, from: string, { name, rows }: Parcel): Promise<ReadyMail> {
  const to = await mailAddressOf(engine, rows[0]!.target_id)
  const key = opaque('mail', name)
  const sender = /<(.+)>$/.exec(from)?.[1] ?? from
  // What goes out with others has neither.
  const { linkId, appointment } = contentsOf(rows[0]!)
  const { subject, text, html } = mailText({
    kinds: rows.map(({ kind }) => kind as NoticeKind), // written by us
    link: linkId === undefined ? null : addressOf(engine, linkId),
    home: `${engine.publicUrl}/`,
    agenda: appointment?.method ?? null,
  })
  const agenda =
    appointment === undefined
      ? {}
      : { icalEvent: { method: appointment.method, filename: 'afspraak.ics', content: agendaOf(rows[0]!, { sender, to }) } }
  const { message } = await composer.sendMail({
    from,
    to,
    subject,
    text,
    html,
    ...agenda,
    messageId: `<${key}@${sender.slice(sender.lastIndexOf('@') + 1)}>`,
    // The instant at which these messages became one mail stands in front of its name.
    date: new Date(name.slice(0, name.indexOf('/'))),
    baseBoundary: key,
    xMailer: false,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Valpad-Dedupe': key },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { key, from: sender, to, bytes: message as Buffer } // `buffer: true`
}

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

const contentsOf = ({ payload }: DeliveryRow): MailContents => parsedFrom<MailContents>(payload)

function agendaOf(row: DeliveryRow, { sender, to }: { readonly sender: string; readonly to: string }): string {
  const { method, uid, sequence, on, time } = contentsOf(row).appointment!
  return calendarFile({
    method,
    title: 'appointment',
    stampedAt: row.created_at,
    events: [{ uid, sequence, on, time }],
    between: { organiser: sender, attendee: to },
  })
}

/** Of the account, or else of its organisation. */
async function mailAddressOf({ store }: Engine, accountId: string): Promise<string> {
  const account = await loadAccount(store, accountId)
  if (account === null) throw new Undeliverable(`noAccount: ${accountId} is not known`)
  const organisation = await loadOrganisation(store, account.organisation_id)
  const emailIn = (row: { readonly details: Uint8Array } | null) =>
    row === null ? undefined : parsedFrom<{ email?: string }>(row.details).email
  const email = emailIn(account) ?? emailIn(organisation)
  if (email === undefined)
    throw new Undeliverable(`noAddress: neither ${accountId} nor ${account.organisation_id} has an e-mail address`)
  return email
}

/** In ms. Shorter than the wait before the next attempt: nobody sends it a second time while the first still hangs. */
const patience = 25_000

/** `url`: smtp:// or smtps://, with name and password where the server asks for them. `within` (ms) is for tests. */
export function smtpTransport(url: string, within = patience): MailTransport {
  const server = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    dnsTimeout: 10_000,
  })
  return async ({ from, to, bytes }) => {
    const waited = Promise.withResolvers<never>()
    const timer = setTimeout(() => waited.reject(new Error('The mail server did not finish in time')), within)
    try {
      await Promise.race([server.sendMail({ envelope: { from, to: [to] }, raw: bytes }), waited.promise])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** For demonstration and tests: a file for each mail, which a repeat overwrites with the same bytes. */
export function folderTransport(folder: string): MailTransport {
  return async ({ key, bytes }) => {
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${key}.eml`)
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
  }
}
