// What a mail says: how many messages wait, of which kinds, and where to read them. Nobody can tell from it who it is about.
import { type NoticeKind, notices } from '../domain/notices.ts'
import type { Words } from '../domain/words.ts'
import { html, type Markup, textOf } from './markup.ts'

export type MailText = { readonly subject: string; readonly text: string; readonly html: string }

export type ToSay = {
  /** In the order of their arrival; the same kind may stand in it more than once. */
  readonly kinds: readonly NoticeKind[]
  /** Where to answer without logging in. */
  readonly link: string | null
  /** Where to log in. */
  readonly home: string
  /** An appointment goes with it, or is taken back. */
  readonly agenda: 'REQUEST' | 'CANCEL' | null
}

export function mailText(say: ToSay): MailText {
  const lines = countedLines(say.kinds)
  const parts = (['nl', 'en'] as const).map((language) => ({
    hello: greeting(say.kinds.length)[language],
    lines: lines.map(({ count, words }) => (count === 1 ? words[language] : `${count} × ${words[language]}`)),
    agenda: say.agenda === null ? null : agendaWords[say.agenda][language],
    read: (say.link === null ? readWords : answerWords)[language],
    address: say.link ?? say.home,
    last: lastWords[language],
  }))
  return {
    subject: subjectOf(say),
    text: `${parts.map(asText).join('\n\n– – –\n\n')}\n`,
    html: textOf(page(parts.map(asMarkup))),
  }
}

type Part = {
  readonly hello: string
  readonly lines: readonly string[]
  readonly agenda: string | null
  readonly read: string
  readonly address: string
  readonly last: string
}

const asText = ({ hello, lines, agenda, read, address, last }: Part): string =>
  [
    hello,
    '',
    ...lines.map((line) => `- ${line}`),
    ...(agenda === null ? [] : ['', agenda]),
    '',
    `${read}:`,
    address,
    '',
    last,
  ].join('\n')

const asMarkup = ({ hello, lines, agenda, read, address, last }: Part): Markup =>
  html`<p>${hello}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>${agenda === null ? '' : html`<p>${agenda}</p>`}<p><a href="${address}">${read}</a></p><p>${last}</p>`

/** No picture, no style from elsewhere, nothing that tells who opened it. */
const page = ([dutch, english]: readonly Markup[]): Markup =>
  html`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Valpad</title></head><body>${dutch!}<hr><div lang="en">${english!}</div></body></html>`

/** The most urgent first, each kind once. */
function countedLines(kinds: readonly NoticeKind[]): { readonly count: number; readonly words: Words }[] {
  const counted = [...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => ({ count: all.length, ...notices[kind] }))
  return counted.sort((a, b) => Number(b.urgent) - Number(a.urgent))
}

function subjectOf({ kinds, agenda }: ToSay): string {
  if (agenda !== null) return agenda === 'REQUEST' ? 'Valpad: afspraak' : 'Valpad: afspraak vervalt'
  if (kinds.some((kind) => notices[kind].urgent)) return 'Valpad: vandaag aandacht nodig'
  return kinds.length === 1 ? 'Valpad: 1 bericht' : `Valpad: ${kinds.length} berichten`
}

const greeting = (count: number): Words => ({
  nl: count === 1 ? 'Er wacht een bericht op u in Valpad.' : `Er wachten ${count} berichten op u in Valpad.`,
  en: count === 1 ? 'A message waits for you in Valpad.' : `${count} messages wait for you in Valpad.`,
})
const agendaWords: { readonly [method in 'REQUEST' | 'CANCEL']: Words } = {
  REQUEST: { nl: 'De afspraak zit als agendabestand bij deze mail.', en: 'The appointment is attached as a calendar file.' },
  CANCEL: { nl: 'De afspraak vervalt. Haal haar uit uw agenda.', en: 'The appointment is off. Take it out of your calendar.' },
}
const readWords: Words = { nl: 'Lezen in Valpad', en: 'Read in Valpad' }
const answerWords: Words = {
  nl: 'Antwoorden zonder in te loggen (de link is alleen voor u en werkt één keer)',
  en: 'Answer without logging in (the link is for you alone and works once)',
}
const lastWords: Words = {
  nl: 'In deze mail staat met opzet niet over wie het gaat. Antwoorden op deze mail worden niet gelezen.',
  en: 'On purpose this mail does not say who it is about. Replies to it are not read.',
}
