// A document as the source of a typesetter. Every text goes in as a string literal, so nothing that somebody wrote is ever read as an instruction.
import type { Block, Line, PaperDocument, Run, Step } from '../contract/documents.ts'
import { pictures } from '../domain/pictures.ts'

/** Control characters cannot be printed; an apostrophe stays as it was written. */
export const literal = (text: string): string =>
  `"${text
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')}"`

/** `tight`: for what would otherwise need a page more; the letters stay as large. */
export function typstOf({ title, language, reader, wide, above, beside, parts }: PaperDocument, tight = false): string {
  const large = reader === 'person'
  return `#set document(title: ${literal(title)}, author: "Valpad", date: none)
#set page(paper: "a4", flipped: ${wide}, margin: (x: ${tight ? 15 : 18}mm, top: ${tight ? 12 : 16}mm, bottom: ${tight ? 15 : 18}mm), footer: context align(right, text(size: 11pt, fill: rgb("#4d585e"), ${literal(title)} + ", " + str(counter(page).get().first()) + " ${{ nl: 'van', en: 'of' }[language]} " + str(counter(page).final().first()))))
#set text(lang: "${language}", size: ${large ? 14 : 11}pt, hyphenate: false, fill: rgb("#1d2327"), font: ${large ? '((name: "Source Sans 3", covers: regex("[0-9]")), "Atkinson Hyperlegible Next")' : '"Source Sans 3"'})
#set par(leading: ${tight ? 0.45 : 0.6}em, spacing: ${tight ? 0.5 : 0.7}em, justify: false)
#show heading: set block(above: 0pt, below: ${tight ? 0.45 : 0.6}em)
#show heading.where(level: 1): set text(size: ${large ? 25 : 18}pt)
#show heading.where(level: 2): set text(size: ${large ? 16 : 13}pt)
#show heading.where(level: 3): set text(size: 1em)
#let rule = pdf.artifact(block(above: ${tight ? 0.7 : 1.1}em, below: ${tight ? 0.45 : 0.6}em, line(length: 100%, stroke: 1.2pt + rgb("#1d2327"))))
#let hair = pdf.artifact(block(above: ${tight ? 0.45 : 0.7}em, below: ${tight ? 0.45 : 0.7}em, line(length: 100%, stroke: 0.5pt + rgb("#76838a"))))
#let picture(drawing, size) = pdf.artifact(image(bytes(drawing), format: "svg", width: size, height: size))
#grid(columns: (1fr, auto), gutter: 6mm,
[#par(text(${literal(above)}))
#heading(level: 1, ${literal(title)})], align(right, text(size: 0.85em, ${literal(beside)})))
${parts.map((part, index) => partIn(part, index, tight)).join('\n')}
`
}

/** A part that begins a page of its own does so only from the first page: a long first part never makes a third one. */
function partIn({ title, apart, blocks }: PaperDocument['parts'][number], index: number, tight: boolean): string {
  const heading = `#heading(level: 2, ${literal(title)})`
  const [first, ...rest] = blocks.map((block) => blockIn(block, tight))
  const space = index === 0 ? '#v(0.4em)' : '#rule'
  const begin = apart ? '#context if here().page() == 1 { pagebreak() } else { rule }' : space
  // A heading stays with what follows it.
  return `${begin}\n#block(breakable: ${isLong(blocks[0])}, width: 100%)[${heading}\n${first ?? ''}]\n${rest.join('\n')}`
}

const isLong = (block: Block | undefined): boolean =>
  block !== undefined && (block.is === 'pairs' || block.is === 'table' || block.is === 'steps' || block.is === 'own')

function blockIn(block: Block, tight: boolean): string {
  switch (block.is) {
    case 'lines':
      return block.lines.map((line) => `#par[${lineIn(line)}]`).join('\n')
    case 'own':
      return `#block(inset: (left: 5mm), stroke: (left: 2mm + rgb("#ffd84d")), outset: (y: 1mm), width: 100%, text(size: ${tight ? 14 : ownSize(block.text)}pt, ${literal(`“${block.text}”`)}))`
    case 'room':
      return `#pdf.artifact[${Array.from({ length: block.lines }, () => '#block(height: 10mm, width: 100%, stroke: (bottom: 0.5pt + rgb("#76838a")))').join('')}]`
    case 'steps':
      return `#enum(numbering: (..) => none, body-indent: 0pt, spacing: 0.4em, ${block.steps.map((step, index) => `[${index === 0 ? '' : '#hair'}${stepIn(step, tight ? 12 : block.large ? 20 : 13, block.large)}]`).join(', ')})`
    case 'list':
      return `#list(${block.items.map((item) => `text(${literal(item)})`).join(', ')})`
    case 'pairs':
      return block.pairs
        .map(
          ({ label, lines }) =>
            `#block(breakable: false, width: 100%, grid(columns: (42mm, 1fr), gutter: 4mm, strong(${literal(label)}), [${lines.map((line) => `#par(text(${literal(line)}))`).join('\n')}]))`,
        )
        .join('\n')
    case 'table':
      return tableIn(tight ? { ...block, blank: Math.min(block.blank, 1) } : block)
    case 'code':
      return `#block(breakable: false, grid(columns: (30mm, auto), gutter: 5mm, align: horizon, image(bytes(${literal(qrDrawing(block.qr))}), format: "svg", width: 30mm, alt: ${literal(block.about)}), [#par(text(${literal(block.words)}))
#par(text(size: 18pt, weight: "bold", tracking: 0.06em, ${literal(block.code)}))
#par(text(size: 0.85em, ${literal(block.how)}))]))`
  }
}

/** What somebody said in one sentence is large; a whole story is not. */
const ownSize = (text: string): number => (text.length <= 140 ? 20 : text.length <= 400 ? 16 : 14)

function tableIn({ head, rows, blank }: Extract<Block, { is: 'table' }>): string {
  const cells = [...rows, ...Array.from({ length: blank }, () => head.map(() => ''))]
  const wide = head.length > 6
  const columns = wide
    ? `(1fr, ${head
        .slice(1)
        .map(() => '9mm')
        .join(', ')})`
    : `(${head.map(() => '1fr').join(', ')})`
  const texts = (row: readonly string[]) => row.map((cell) => `text(${literal(cell)})`).join(', ')
  const stroke = wide ? '0.5pt + rgb("#76838a")' : '(bottom: 0.5pt + rgb("#76838a"))'
  return `#table(columns: ${columns}, stroke: ${stroke}, inset: (x: ${wide ? '1.5mm' : '0mm'}, y: 2.4mm), ${wide ? '' : 'rows: 11mm, '}align: left + horizon, table.header(${texts(head)}), ${cells.map(texts).join(', ')})`
}

function stepIn({ picture, title, lines }: Step, size: number, large: boolean): string {
  const words = `[#heading(level: 3, ${literal(title)})
${lines.map((line) => `#par[${lineIn(line)}]`).join('\n')}]`
  const shown =
    picture === null
      ? words
      : `grid(columns: (${size}mm, 1fr), gutter: 5mm, align: ${large ? 'horizon' : 'top'}, picture(${literal(drawing(pictures[picture]))}, ${size}mm), ${words})`
  return `#block(breakable: false, width: 100%, ${shown})`
}

const lineIn = (line: Line): string => line.map(runIn).join('')

function runIn(run: Run): string {
  if (typeof run === 'string') return `#text(${literal(run)})`
  if ('strong' in run) return `#strong(${literal(run.strong)})`
  return `#box(strong(${literal(run.phone)}))`
}

const drawing = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#083f4b" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`

const qrDrawing = ({ size, path }: { readonly size: number; readonly path: string }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
