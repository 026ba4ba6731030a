// The page when a link cannot do what was asked: why, and what somebody can do. The same for every link that does not exist.
import type { Language, Words } from '../domain/words.ts'
import { html } from './markup.ts'
import type { Page } from './page.ts'

/** `back`: the question still stands, and can be looked at again. */
export const linkTroublePage = (title: Words, why: Words, language: Language, back = false): Page => ({
  title: title[language],
  language,
  body: html`<h1>${title[language]}</h1>
<p class="lead">${why[language]}</p>
${back && html`<p><a class="btn" href="?lang=${language}">${{ nl: 'Terug naar de vraag', en: 'Back to the question' }[language]}</a></p>`}`,
})
