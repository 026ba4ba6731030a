// The page behind a link to fill in the attendance of one meeting: one choice for each person, none made beforehand.
import type { AttendanceQuestion } from '../contract/links.ts'
import { dayWords } from '../domain/day-words.ts'
import { describedBy, errorAt, errorSummary, type FormState, hiddenKey, isWrong, radio, titleOf } from './form-parts.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

/** The name of the field of one person. */
export const fieldOf = (assignmentId: string): string => `who-${assignmentId}`

export function attendancePage({ name, number, heldOn, people, others }: AttendanceQuestion, state: FormState): Page {
  const { language } = state
  const say = words[language]
  return {
    title: titleOf(state, say.title),
    language,
    body: html`${errorSummary(state)}
<h1>${say.title}</h1>
<p class="lead">${name}, ${say.meeting(number, dayWords(heldOn, language))}</p>
<form method="post">${hiddenKey(state)}<input type="hidden" name="people" value="${people.map(({ assignmentId }) => assignmentId).join(' ')}">
<p id="everybody">${errorAt(state, 'everybody')}<button class="btn" name="act" value="everybody">${say.everybody}</button></p>
<h2>${say.choose(people.length)}</h2>
<ul class="people">${people.map((one) => personIn(one, state))}</ul>
<p><button class="btn main" name="act" value="attendance">${say.save}</button></p></form>
${others.length > 0 && html`<section class="part" aria-labelledby="others"><h2 id="others">${say.others}</h2><ul class="plain">${others.map((one) => html`<li>${one.name}: ${one.why}</li>`)}</ul></section>`}`,
  }
}

function personIn({ assignmentId, name, first, missedInARow }: AttendanceQuestion['people'][number], state: FormState): Markup {
  const say = words[state.language]
  const field = fieldOf(assignmentId)
  return html`<li><fieldset${isWrong(state, field) && html` class="wrong"`}${describedBy(state, field)}>
<legend>${name}${first && html` <span class="hint">(${say.first})</span>`}</legend>${errorAt(state, field)}
${missedInARow > 0 && html`<p class="missed">${say.missed(missedInARow)}</p>`}
<div class="choices side">${radio(state, { name: field, value: 'present', says: say.present, id: field })}${radio(state, { name: field, value: 'absent', says: say.absent })}</div>
</fieldset></li>`
}

const words = {
  nl: {
    title: 'Wie was er?',
    meeting: (number: number, day: string) => `bijeenkomst ${number} van ${day}`,
    everybody: 'Iedereen was er',
    choose: (count: number) => (count === 1 ? 'Kies voor 1 persoon' : `Of kies voor elk van de ${count} mensen`),
    first: 'komt voor het eerst',
    present: 'Was er',
    absent: 'Was er niet',
    save: 'Bewaar aanwezigheid',
    others: 'Over hen vragen wij niets',
    missed: (count: number) =>
      count === 1
        ? 'Was er de vorige keer niet. Nu weer niet? Bel dan vandaag.'
        : `Was er al ${count} keer op rij niet. Bel vandaag.`,
  },
  en: {
    title: 'Who was there?',
    meeting: (number: number, day: string) => `meeting ${number} of ${day}`,
    everybody: 'Everybody was there',
    choose: (count: number) => (count === 1 ? 'Choose for 1 person' : `Or choose for each of the ${count} people`),
    first: 'comes for the first time',
    present: 'Was there',
    absent: 'Was not there',
    save: 'Save attendance',
    others: 'Of them we ask nothing',
    missed: (count: number) =>
      count === 1
        ? 'Was not there the last time. Not this time either? Then phone today.'
        : `Was not there ${count} times in a row. Phone today.`,
  },
} as const
