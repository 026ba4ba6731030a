// One page: the frame around what it says, and what a browser may do with it. No script, no image from elsewhere, no trace at search engines.
import { hash } from 'node:crypto'
import type { Language } from '../domain/words.ts'
import { html, type Markup, textOf } from './markup.ts'
import { pageStyle } from './page-style.ts'

export type Page = {
  readonly title: string
  readonly language: Language
  readonly body: Markup
  /** Cannot be asked for again in the other language. */
  readonly once?: true
  /** The form by which the same is asked for in the other language, where an address alone does not do it. */
  readonly again?: { readonly [field: string]: string }
  /** For the older adult: in the letters of the plan. */
  readonly person?: true
  /** On paper the whole width is used. */
  readonly sheet?: true
  /** On paper it stands upright. */
  readonly upright?: true
}

export const pageHeaders: { readonly [header: string]: string } = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', pageStyle, 'base64')}'`,
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-robots-tag': 'noindex, nofollow, noarchive',
}

export const pageMediaType = 'text/html; charset=utf-8'

export function pageText({ title, language, body, once, again, sheet, upright, person }: Page): string {
  const other = language === 'nl' ? 'en' : 'nl'
  const words = frameWords[language]
  const look = [sheet && 'sheet', upright && 'upright', person && 'person'].filter(Boolean).join(' ')
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${title} – Valpad</title>`
  const frame = html`<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top"><span class="logo">${logo}Valpad</span>${switchTo(other, words.other, once === true, again)}</header>
<main id="main"${look !== '' && html` class="${look}"`}>
${body}
</main>
<footer class="foot"><p>${words.foot}</p></footer>
</body>`
  // The style is ours and the same in every page; as a text in a template it would be escaped.
  return `<!doctype html>
<html lang="${language}">
<head>
${textOf(head)}
<style>${pageStyle}</style>
</head>
${textOf(frame)}
</html>
`
}

/** A plain link, or a button where what is shown was the answer to a form. */
function switchTo(other: Language, word: string, once: boolean, again: Page['again']): Markup | false {
  if (again !== undefined)
    return html`<form method="post" action="?lang=${other}">${Object.entries(again).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="btn bare" lang="${other}">${word}</button></form>`
  return !once && html`<a href="?lang=${other}" hreflang="${other}" lang="${other}">${word}</a>`
}

const logo = html`<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M4 26c8 0 4-10 12-10s4-9 9-9"/><circle class="end" cx="26" cy="7" r="4"/></svg>`

const frameWords = {
  nl: {
    skip: 'Direct naar inhoud',
    other: 'English',
    foot: 'Valpad, valpreventie van signaal tot evaluatie. Deze pagina bewaart niets op uw apparaat.',
  },
  en: {
    skip: 'Straight to the content',
    other: 'Nederlands',
    foot: 'Valpad, fall prevention from signal to evaluation. This page stores nothing on your device.',
  },
} as const
