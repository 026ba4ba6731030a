// The page behind a link to answer an assignment: what may be seen before deciding, and the two answers.
import type { AnswerQuestion } from '../contract/links.ts'
import { dayWords } from '../domain/day-words.ts'
import {
  describedBy,
  errorAt,
  errorSummary,
  type FormState,
  hiddenKey,
  isWrong,
  lineList,
  phoneLink,
  radio,
  titleOf,
} from './form-parts.ts'
import { html } from './markup.ts'
import type { Page } from './page.ts'

export function answerPage({ asker, answerBy, view, reasons }: AnswerQuestion, state: FormState): Page {
  const { language } = state
  const say = words[language]
  return {
    title: titleOf(state, say.title),
    language,
    body: html`${errorSummary(state)}
<h1>${say.title}</h1>
<p class="lead">${say.lead(asker.organisation)}</p>
<p><strong>${say.answerBy(dayWords(answerBy, language))}</strong></p>
${lineList(view.shown)}
<details><summary>${say.notShown}</summary>${lineList(view.notShown)}</details>
<p class="note">${say.question(asker.name, asker.organisation)} ${asker.phone !== null && phoneLink(asker.phone)}</p>
<section class="part" aria-labelledby="yes"><h2 id="yes">${say.yes}</h2>
<p>${say.yesMeans}</p>
<form method="post">${hiddenKey(state)}<button class="btn main" name="act" value="accept">${say.accept}</button></form></section>
<section class="part" aria-labelledby="no"><h2 id="no">${say.no}</h2>
<form method="post">${hiddenKey(state)}
<fieldset${isWrong(state, 'reason') && html` class="wrong"`}${describedBy(state, 'reason')}><legend>${say.why}</legend>${errorAt(state, 'reason')}
<div class="choices">${reasons.map(({ code, words: text, noteNeeded }, index) =>
      radio(state, {
        name: 'reason',
        value: code,
        says: noteNeeded ? `${text} (${say.noteNeeded})` : text,
        ...(index === 0 ? { id: 'reason' } : {}),
      }),
    )}</div></fieldset>
<p${isWrong(state, 'note') && html` class="wrong"`}><label class="label" for="note">${say.note}</label><br><span class="hint" id="note-hint">${say.noteHint}</span></p>${errorAt(state, 'note')}
<textarea id="note" name="note" maxlength="4000"${describedBy(state, 'note') || html` aria-describedby="note-hint"`}>${state.filled.get('note') ?? ''}</textarea>
<p><button class="btn" name="act" value="decline">${say.decline}</button></p></form></section>`,
  }
}

const words = {
  nl: {
    title: 'Een nieuwe opdracht voor u',
    lead: (organisation: string) => `${organisation} vraagt u iemand te helpen die steviger wil staan.`,
    answerBy: (day: string) => `Antwoord uiterlijk op ${day}.`,
    notShown: 'Wat u nu nog niet ziet, en waarom',
    question: (name: string, organisation: string) => `Eerst iets vragen? Bel ${name}, ${organisation}.`,
    yes: 'U neemt de opdracht aan',
    yesMeans: 'U zegt daarmee dat er plaats is. Daarna ziet u de naam en het telefoonnummer.',
    accept: 'Neem opdracht aan',
    no: 'Het kan niet',
    why: 'Waarom kan het niet?',
    noteNeeded: 'met toelichting',
    note: 'Toelichting (niet verplicht, behalve waar het erbij staat)',
    noteHint: 'Alleen de praktijk leest dit. Schrijf niets over gezondheid op.',
    decline: 'Geef door dat het niet kan',
  },
  en: {
    title: 'A new assignment for you',
    lead: (organisation: string) => `${organisation} asks you to help somebody who wants to stand more firmly.`,
    answerBy: (day: string) => `Answer by ${day}.`,
    notShown: 'What you do not see yet, and why',
    question: (name: string, organisation: string) => `A question first? Phone ${name}, ${organisation}.`,
    yes: 'You accept the assignment',
    yesMeans: 'With that you say that there is a place. After it you see the name and the telephone number.',
    accept: 'Accept assignment',
    no: 'It is not possible',
    why: 'Why is it not possible?',
    noteNeeded: 'with a note',
    note: 'Note (optional, except where it says so)',
    noteHint: 'Only the practice reads this. Write nothing about health.',
    decline: 'Pass on that it is not possible',
  },
} as const
