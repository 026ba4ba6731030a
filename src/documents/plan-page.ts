// The pages behind a code: the birth year first, then the plan, a calendar file for each appointment, and "I cannot come".
import type { Block, PaperDocument } from '../contract/documents.ts'
import type { Language, Words } from '../domain/words.ts'
import { documentBody } from './as-html.ts'
import { describedBy, errorAt, errorSummary, type FormState, isWrong, phoneLink, titleOf } from './form-parts.ts'
import { longDay } from './long-day.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { type Appointment, appointmentsOf, type PlanFacts, planDocument } from './plan.ts'

type Asked = Pick<FormState, 'language' | 'faults' | 'filled'>

/** The same for every code, whether it exists or not. */
export function planDoor(asked: Asked): Page {
  const state: FormState = { ...asked, key: '' }
  const say = planPageWords[asked.language]
  return {
    title: titleOf(state, say.door),
    language: asked.language,
    person: true,
    body: html`${errorSummary(state)}
<h1>${say.door}</h1>
<p class="lead">${say.why}</p>
<form method="post"><p${isWrong(state, 'year') && html` class="wrong"`}><label class="label" for="year">${say.year}</label><br><span class="hint" id="year-hint">${say.hint}</span></p>${errorAt(state, 'year')}
<input class="input" id="year" name="year" inputmode="numeric" autocomplete="bday-year" maxlength="4"${describedBy(state, 'year') || html` aria-describedby="year-hint"`} value="${asked.filled.get('year') ?? ''}">
<p><button class="btn main" name="act" value="open">${say.open}</button></p></form>`,
  }
}

/** For which day of which assignment she said before that she cannot come. */
type Cancelled = { readonly assignmentId: string; readonly on: string }

/** `proof`: goes along so that the year need not be given again. */
export function planPage(facts: PlanFacts, proof: string, cancelled: readonly Cancelled[] = []): Page {
  const say = planPageWords[facts.language]
  const appointments = appointmentsOf(facts)
  const document = onScreen(planDocument({ ...facts, code: null }))
  return {
    title: document.title,
    language: facts.language,
    again: { proof, act: 'open' },
    person: true,
    upright: true,
    body: html`${documentBody(document)}
${
  appointments.length > 0 &&
  html`<section class="part no-print" aria-labelledby="change"><h2 id="change">${say.appointments}</h2>
<ul class="people">${appointments.map((one) => appointmentIn(one, facts, proof, cancelled))}</ul></section>`
}
<p class="no-print mute">${say.close}</p>`,
  }
}

/** Without what is for paper alone: the code that was used to get here, and lines to write on. */
const onScreen = (document: PaperDocument): PaperDocument => ({
  ...document,
  parts: document.parts.flatMap((part) => {
    if (part.blocks.some(({ is }) => is === 'room')) return []
    const blocks = part.blocks.flatMap((block): Block[] => {
      if (block.is !== 'table') return [block]
      return block.rows.length === 0 ? [] : [{ ...block, blank: 0 }]
    })
    return blocks.length === 0 ? [] : [{ ...part, blocks }]
  }),
})

function appointmentIn(one: Appointment, { language, today }: PlanFacts, proof: string, cancelled: readonly Cancelled[]): Markup {
  const say = planPageWords[language]
  const day = longDay(one.startsOn, language, today)
  const said = cancelled.some(({ assignmentId, on }) => assignmentId === one.assignmentId && on === one.startsOn)
  if (said) return html`<li><p><strong>${day}</strong>, ${one.what}</p><p class="note">${say.saidSo}</p></li>`
  const hidden = html`<input type="hidden" name="proof" value="${proof}"><input type="hidden" name="assignment" value="${one.assignmentId}">`
  return html`<li><p><strong>${day}${one.time !== null && `, ${one.time}`}</strong>, ${one.what}</p>
<form method="post">${hidden}<p><button class="btn" name="act" value="calendar" aria-label="${say.calendar}: ${day}">${say.calendar}</button> <button class="btn" name="act" value="cannotCome" aria-label="${say.cannot}: ${day}">${say.cannot}</button></p></form></li>`
}

/** After saying that she cannot come. */
export function cannotComePage(
  one: Appointment,
  { language, today, practice }: PlanFacts,
  proof: string,
  provider: boolean,
): Page {
  const say = planPageWords[language]
  const day = longDay(one.startsOn, language, today)
  return {
    title: say.passedOn,
    language,
    again: { proof, act: 'cannotCome', assignment: one.assignmentId },
    person: true,
    body: html`<h1>${say.passedOn}</h1>
<div class="done"><p>${provider && one.who !== null ? say.toBoth(one.who.organisation ?? one.who.name, practice.name, day) : say.toPractice(practice.name, day)}</p><p>${say.newDay}</p></div>
${one.who?.phone != null && html`<p>${say.yourself(one.who.name)} ${phoneLink(one.who.phone)}</p>`}
<form method="post"><input type="hidden" name="proof" value="${proof}"><p><button class="btn" name="act" value="open">${say.back}</button></p></form>`,
  }
}

/** When the year was tried too often. */
export const planPhonePage = (practice: PlanFacts['practice'], language: Language): Page => {
  const say = planPageWords[language]
  const phone = practice.nursePhone ?? practice.phone
  return {
    title: say.tooOften,
    language,
    person: true,
    body: html`<h1>${say.tooOften}</h1>
<p class="lead">${say.call(practice.name)} ${phone !== null && phoneLink(phone)}</p>`,
  }
}

export const planPageWords = {
  nl: {
    door: 'Mijn plan',
    why: 'In welk jaar bent u geboren? Dan laten wij uw plan zien.',
    year: 'Uw geboortejaar',
    hint: 'Bijvoorbeeld 1941. U kunt het 5 keer proberen.',
    open: 'Open mijn plan',
    wrong: 'Dit klopt niet. Kijk naar de code op uw papier en vul uw geboortejaar in.',
    fourDigits: 'Vul vier cijfers in, bijvoorbeeld 1941.',
    appointments: 'Mijn afspraken bewaren of afzeggen',
    calendar: 'Zet in mijn agenda',
    cannot: 'Ik kan niet komen',
    close: 'Bent u klaar? Sluit dan deze pagina.',
    passedOn: 'Wij geven het door',
    toPractice: (practice: string, day: string) => `${practice} hoort dat u niet kunt komen op ${day}.`,
    toBoth: (provider: string, practice: string, day: string) =>
      `${provider} en ${practice} horen dat u niet kunt komen op ${day}.`,
    saidSo: 'U hebt gezegd dat u niet kunt komen. U hoort van ons een andere dag.',
    newDay: 'U hoort van ons een andere dag.',
    yourself: (who: string) => `Wilt u zelf bellen? ${who}:`,
    back: 'Terug naar mijn plan',
    gone: 'Deze afspraak is er niet meer. Kijk in uw plan.',
    tooOften: 'Bel ons even',
    call: (practice: string) => `Het geboortejaar klopte 5 keer niet. Bel ${practice}. Wij helpen u graag.`,
  },
  en: {
    door: 'My plan',
    why: 'In which year were you born? Then we show your plan.',
    year: 'Your year of birth',
    hint: 'For example 1941. You can try 5 times.',
    open: 'Open my plan',
    wrong: 'This is not right. Look at the code on your paper and fill in your year of birth.',
    fourDigits: 'Fill in four digits, for example 1941.',
    appointments: 'Keep or cancel my appointments',
    calendar: 'Put in my calendar',
    cannot: 'I cannot come',
    close: 'Are you done? Then close this page.',
    passedOn: 'We pass it on',
    toPractice: (practice: string, day: string) => `${practice} hears that you cannot come on ${day}.`,
    toBoth: (provider: string, practice: string, day: string) =>
      `${provider} and ${practice} hear that you cannot come on ${day}.`,
    saidSo: 'You said that you cannot come. You will hear another day from us.',
    newDay: 'You will hear another day from us.',
    yourself: (who: string) => `Do you want to call yourself? ${who}:`,
    back: 'Back to my plan',
    gone: 'This appointment is no longer there. Look in your plan.',
    tooOften: 'Please call us',
    call: (practice: string) => `The year of birth was wrong 5 times. Call ${practice}. We are glad to help you.`,
  },
} as const

/** When a plan cannot be shown. */
export const planTrouble = {
  sorry: { nl: 'Dit ging niet', en: 'This did not work' },
  unreadable: { nl: 'Er is niets bewaard. Open uw plan opnieuw.', en: 'Nothing was stored. Open your plan again.' },
  noSuchCode: {
    nl: 'Deze code is niet goed. Kijk naar de code op uw papier.',
    en: 'This code is not right. Look at the code on your paper.',
  },
} as const satisfies { readonly [trouble: string]: Words }
