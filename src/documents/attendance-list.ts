// The attendance list on paper: names down, meetings across, a box for each; what was filled in already is in it.
import type { PaperDocument } from '../contract/documents.ts'
import type { Group } from '../contract/groups.ts'
import { dayWords } from '../domain/day-words.ts'
import type { Language } from '../domain/words.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

export function attendanceList({ name, startsOn, endsOn, meetings, members }: Group, language: Language): Page {
  const say = words[language]
  const present = members.filter(({ state }) => takesPart.has(state.code))
  return {
    title: say.title(name),
    language,
    once: true,
    sheet: true,
    body: html`<h1>${say.title(name)}</h1>
<p>${say.from(dayWords(startsOn, language), dayWords(endsOn, language))}</p>
<div class="scroll" role="region" aria-label="${say.region}" tabindex="0"><table><caption>${say.legend}</caption>
<thead><tr><th scope="col">${say.name}</th>${meetings.map(({ number, heldOn }) => html`<th scope="col">${number}<br><span class="nowrap">${shortDay(heldOn)}</span></th>`)}</tr></thead>
<tbody>${present.map(
      (one) =>
        html`<tr><th scope="row">${one.name}</th>${one.attendance.map((was) => html`<td class="box">${markOf(was, say)}</td>`)}</tr>`,
    )}</tbody></table></div>`,
  }
}

/** The same to print as a PDF. */
export function attendanceSheet({ name, startsOn, endsOn, meetings, members }: Group, language: Language): PaperDocument {
  const say = words[language]
  const mark = (was: boolean | null): string => (was === null ? '' : was ? '✓' : '–')
  const rows = members.filter(({ state }) => takesPart.has(state.code)).map((one) => [one.name, ...one.attendance.map(mark)])
  return {
    title: say.title(name),
    language,
    reader: 'professional',
    wide: true,
    above: say.from(dayWords(startsOn, language), dayWords(endsOn, language)),
    beside: '',
    parts: [
      {
        title: say.who,
        apart: false,
        blocks: [
          { is: 'lines', lines: [[say.legend]] },
          {
            is: 'table',
            caption: say.region,
            head: [say.name, ...meetings.map(({ number, heldOn }) => `${number}\n${shortDay(heldOn)}`)],
            rows,
            blank: 2,
          },
        ],
      },
    ],
  }
}

const takesPart: ReadonlySet<string> = new Set(['accepted', 'planned', 'started', 'paused'])

const markOf = (was: boolean | null, { was: yes, wasNot }: (typeof words)[Language]): Markup | null =>
  was === null ? null : was ? html`<span aria-label="${yes}">✓</span>` : html`<span aria-label="${wasNot}">–</span>`

const shortDay = (day: string): string => `${Number(day.slice(8))}-${Number(day.slice(5, 7))}`

const words = {
  nl: {
    title: (name: string) => `Presentielijst ${name}`,
    from: (start: string, end: string) => `Van ${start} tot en met ${end}.`,
    region: 'Presentielijst',
    who: 'Wie was er',
    legend: '✓ was er, – was er niet',
    name: 'Naam',
    was: 'was er',
    wasNot: 'was er niet',
  },
  en: {
    title: (name: string) => `Attendance list ${name}`,
    from: (start: string, end: string) => `From ${start} to ${end}.`,
    region: 'Attendance list',
    who: 'Who was there',
    legend: '✓ was there, – was not there',
    name: 'Name',
    was: 'was there',
    wasNot: 'was not there',
  },
} as const
