// Parts that the forms of public pages share: the faults at the top, what is shown in lines, and what is sent along unseen.
import type { Language } from '../domain/words.ts'
import { html, type Markup } from './markup.ts'

/** What has to be mended, and the id of the field where. */
export type FormFault = { readonly field: string; readonly says: string }

export type FormState = {
  readonly language: Language
  /** Sent along: the same form sent twice counts once. */
  readonly key: string
  readonly faults: readonly FormFault[]
  /** What was filled in, by the names of the fields. */
  readonly filled: ReadonlyMap<string, string>
}

export const titleOf = ({ faults, language }: FormState, title: string): string =>
  faults.length === 0 ? title : `${{ nl: 'Fout', en: 'Fault' }[language]}: ${title}`

export function errorSummary({ faults, language }: FormState): Markup | null {
  if (faults.length === 0) return null
  const title = { nl: 'Er klopt iets nog niet', en: 'Something is not right yet' }[language]
  return html`<div class="error-summary" role="alert" aria-labelledby="faults" tabindex="-1" autofocus>
<h2 id="faults">${title}</h2>
<ul>${faults.map(({ field, says }) => html`<li><a href="#${field}">${says}</a></li>`)}</ul>
</div>`
}

/** The line between the label of a field and the field itself. */
export function errorAt({ faults }: FormState, field: string): Markup | null {
  const fault = faults.find((one) => one.field === field)
  return fault === undefined ? null : html`<p class="error" id="${field}-error">${fault.says}</p>`
}

export const isWrong = ({ faults }: FormState, field: string): boolean => faults.some((one) => one.field === field)

export const describedBy = (state: FormState, field: string): Markup | false =>
  isWrong(state, field) && html` aria-describedby="${field}-error" aria-invalid="true"`

export const hiddenKey = ({ key }: FormState): Markup => html`<input type="hidden" name="key" value="${key}">`

type Line = { readonly label: string; readonly lines: readonly string[] }

export const lineList = (lines: readonly Line[]): Markup =>
  html`<dl>${lines.map(({ label, lines: texts }) => html`<div><dt>${label}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}</div>`)}</dl>`

type Radio = { readonly name: string; readonly value: string; readonly says: string; readonly id?: string }

export const radio = ({ filled }: FormState, { name, value, says, id }: Radio): Markup =>
  html`<label class="choice"><input type="radio" name="${name}" value="${value}"${id !== undefined && html` id="${id}"`}${filled.get(name) === value && html` checked`}><span>${says}</span></label>`

/** Only digits and a plus make a link; a telephone number that is something else stays text. */
export function phoneLink(phone: string): Markup {
  const digits = phone.replaceAll(/[\s().-]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? html`<a class="nowrap" href="tel:${digits}">${phone}</a>` : html`${phone}`
}
