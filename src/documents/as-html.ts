// A document as HTML: the same parts as on paper, for the page and for the printer.
import type { Block, Line, PaperDocument, Run, Step } from '../contract/documents.ts'
import { pictures } from '../domain/pictures.ts'
import { lineList, phoneLink } from './form-parts.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'

/** As a page of its own, ready to print. */
export const documentPage = (document: PaperDocument): Page => ({
  title: document.title,
  language: document.language,
  once: true,
  ...(document.wide ? { sheet: true } : { upright: true }),
  body: documentBody(document),
})

export function documentBody({ title, above, beside, parts, reader }: PaperDocument): Markup {
  return html`<article class="paper ${reader}"><header><div><p>${above}</p><h1>${title}</h1></div><p class="nowrap">${beside}</p></header>
${parts.map(
  (part, index) => html`<section class="part" aria-labelledby="part-${index}"><h2 id="part-${index}">${part.title}</h2>
${part.blocks.map(blockIn)}</section>
`,
)}</article>`
}

function blockIn(block: Block): Markup {
  switch (block.is) {
    case 'lines':
      return html`${block.lines.map((line) => html`<p>${lineIn(line)}</p>`)}`
    case 'own':
      return html`<p class="say">“${block.text}”</p>`
    case 'room':
      return html`${Array.from({ length: block.lines }, () => html`<p class="room" aria-hidden="true"></p>`)}`
    case 'steps':
      return html`<ol class="steps${block.large ? ' large' : ''}">${block.steps.map(stepIn)}</ol>`
    case 'list':
      return html`<ul class="plain">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    case 'pairs':
      return lineList(block.pairs)
    case 'table':
      return html`<div class="scroll" role="region" aria-label="${block.caption}" tabindex="0"><table><caption>${block.caption}</caption>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}${Array.from({ length: block.blank }, () => html`<tr class="blank">${block.head.map(() => html`<td></td>`)}</tr>`)}</tbody></table></div>`
    case 'code':
      return html`<div class="code"><svg role="img" aria-label="${block.about}" viewBox="0 0 ${block.qr.size} ${block.qr.size}" shape-rendering="crispEdges"><path d="${block.qr.path}"/></svg>
<div><p>${block.words}</p><p class="mark">${block.code}</p><p>${block.how}</p></div></div>`
  }
}

const stepIn = ({ picture, title, lines }: Step): Markup =>
  html`<li>${picture !== null && html`<svg class="pict" viewBox="0 0 48 48" aria-hidden="true"><path d="${pictures[picture]}"/></svg>`}<div><h3>${title}</h3>${lines.map((line) => html`<p>${lineIn(line)}</p>`)}</div></li>`

const lineIn = (line: Line): Markup => html`${line.map(runIn)}`

function runIn(run: Run): Markup {
  if (typeof run === 'string') return html`${run}`
  return 'strong' in run ? html`<strong>${run.strong}</strong>` : html`<strong>${phoneLink(run.phone)}</strong>`
}
