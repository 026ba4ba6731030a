// The page after acting by a link: what was done, what happens next, and once the data that are needed to begin.
import type { LinkDone } from '../contract/links.ts'
import type { Language } from '../domain/words.ts'
import { lineList } from './form-parts.ts'
import { html } from './markup.ts'
import type { Page } from './page.ts'

export function linkDonePage({ said, next, view }: LinkDone, language: Language): Page {
  const say = words[language]
  return {
    title: said,
    language,
    once: true,
    body: html`<h1>${said}</h1>
<div class="done"><h2>${say.next}</h2><ul class="plain">${next.map((line) => html`<li>${line}</li>`)}</ul></div>
${view !== null && html`<section class="part" aria-labelledby="data"><h2 id="data">${say.data}</h2>${lineList(view.shown)}</section>`}`,
  }
}

const words = {
  nl: { next: 'Wat gebeurt er nu', data: 'Wie het is' },
  en: { next: 'What happens now', data: 'Who it is' },
} as const
