// The page behind a link to an offer: is it still right. One click when it is; a few words when it is not.
import type { CheckQuestion } from '../contract/links.ts'
import { dayWords } from '../domain/day-words.ts'
import { describedBy, errorAt, errorSummary, type FormState, hiddenKey, isWrong, lineList, titleOf } from './form-parts.ts'
import { html } from './markup.ts'
import type { Page } from './page.ts'

export function offerCheckPage({ name, organisation, lastCheckedOn, lines }: CheckQuestion, state: FormState): Page {
  const { language } = state
  const say = words[language]
  return {
    title: titleOf(state, say.title),
    language,
    body: html`${errorSummary(state)}
<h1>${say.title}</h1>
<p class="lead">${name}, ${organisation}. ${say.checked(lastCheckedOn === null ? null : dayWords(lastCheckedOn, language))}</p>
${lineList(lines)}
<form method="post">${hiddenKey(state)}<p><button class="btn main" name="act" value="confirm">${say.confirm}</button></p></form>
<section class="part" aria-labelledby="change"><h2 id="change">${say.change}</h2>
<form method="post">${hiddenKey(state)}
<p${isWrong(state, 'text') && html` class="wrong"`}><label class="label" for="text">${say.what}</label><br><span class="hint" id="text-hint">${say.hint}</span></p>${errorAt(state, 'text')}
<textarea id="text" name="text" maxlength="4000"${describedBy(state, 'text') || html` aria-describedby="text-hint"`}>${state.filled.get('text') ?? ''}</textarea>
<p><button class="btn" name="act" value="askChange">${say.send}</button></p></form></section>`,
  }
}

const words = {
  nl: {
    title: 'Klopt uw aanbod nog?',
    checked: (day: string | null) => (day === null ? 'Nog nooit gecontroleerd.' : `Laatst gecontroleerd op ${day}.`),
    confirm: 'Klopt nog',
    change: 'Wijzigen',
    what: 'Wat moet er anders?',
    hint: 'Bijvoorbeeld: de groep is nu op dinsdag, en Jan is de nieuwe vervanger.',
    send: 'Geef wijziging door',
  },
  en: {
    title: 'Is your offer still right?',
    checked: (day: string | null) => (day === null ? 'Never checked before.' : `Last checked on ${day}.`),
    confirm: 'Still right',
    change: 'Change',
    what: 'What should be different?',
    hint: 'For example: the group meets on Tuesday now, and Jan is the new deputy.',
    send: 'Pass on change',
  },
} as const
