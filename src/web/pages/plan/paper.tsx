// A document on the screen as it comes out of the printer: the same parts, drawn with the theme.
import type { ReactNode } from 'react'
import type { Block, Line, PaperDocument, Run, Step } from '../../../contract/documents.ts'
import { pictures } from '../../../domain/pictures.ts'

type Part = PaperDocument['parts'][number]

/** One sheet for each side: a part that begins a page of its own begins a sheet. */
export function Paper({ document }: { readonly document: PaperDocument }) {
  const at = document.parts.findIndex(({ apart }) => apart)
  const sides = at === -1 ? [document.parts] : [document.parts.slice(0, at), document.parts.slice(at)]
  return sides.map((parts, side) => (
    <article className={document.wide ? 'sheet wide' : 'sheet'} lang={document.language} key={parts[0]?.title ?? side}>
      {side > 0 ? null : (
        <div className="sheet-head">
          <div>
            <p>{document.above}</p>
            <h1>{document.title}</h1>
          </div>
          <p className="sheet-date">{document.beside}</p>
        </div>
      )}
      {parts.map((part, index) => (
        <SheetPart part={part} first={index === 0} last={index === parts.length - 1} key={part.title} />
      ))}
    </article>
  ))
}

const SheetPart = ({ part, first, last }: { readonly part: Part; readonly first: boolean; readonly last: boolean }) => (
  <section className={[first ? '' : 'block', last ? 'last' : ''].filter(Boolean).join(' ')}>
    <h2>{part.title}</h2>
    <div className={part.blocks.some(({ is }) => is === 'code') ? 'sheet-pair' : undefined}>
      {part.blocks.map((block) => (
        <SheetBlock block={block} key={block.is} />
      ))}
    </div>
  </section>
)

function SheetBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.is) {
    case 'lines':
      return (
        <div>
          {block.lines.map((line) => (
            <SheetLine line={line} key={JSON.stringify(line)} />
          ))}
        </div>
      )
    case 'own':
      return <p className={block.text.length > 140 ? 'sheet-own long' : 'sheet-own'}>{`“${block.text}”`}</p>
    case 'room':
      return <Rows count={block.lines} />
    case 'steps':
      return (
        <ol className={block.large ? 'four' : undefined}>
          {block.steps.map((step) => (
            <SheetStep step={step} key={step.title} />
          ))}
        </ol>
      )
    case 'list':
      return (
        <ul className="sheet-list">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'pairs':
      return (
        <dl>
          {block.pairs.map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <SheetTable block={block} />
    case 'code':
      return (
        <div className="sheet-code">
          <svg role="img" aria-label={block.about} viewBox={`0 0 ${block.qr.size} ${block.qr.size}`} shapeRendering="crispEdges">
            <path d={block.qr.path} />
          </svg>
          <div>
            <p>{block.words}</p>
            <p className="phone">{block.code}</p>
            <p className="sheet-date">{block.how}</p>
          </div>
        </div>
      )
  }
}

const Rows = ({ count }: { readonly count: number }) =>
  Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines to write on have no names
    <p className="sheet-room" aria-hidden="true" key={row} />
  ))

const SheetTable = ({ block }: { readonly block: Extract<Block, { is: 'table' }> }) => (
  <table className="write">
    <caption className="hide">{block.caption}</caption>
    <thead>
      <tr>
        {block.head.map((cell) => (
          <th scope="col" key={cell}>
            {cell}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {block.rows.map((row) => (
        <tr key={row.join()}>
          {row.map((cell, column) => (
            <td key={block.head[column]}>{cell}</td>
          ))}
        </tr>
      ))}
      {Array.from({ length: block.blank }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty rows have no names
        <tr key={row}>
          {block.head.map((cell) => (
            <td key={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const SheetStep = ({ step }: { readonly step: Step }) => (
  <li className="do">
    {step.picture === null ? null : (
      <svg className="pict" viewBox="0 0 48 48" aria-hidden="true">
        <path d={pictures[step.picture]} />
      </svg>
    )}
    <div>
      <h3>{step.title}</h3>
      {step.lines.map((line) => (
        <SheetLine line={line} key={JSON.stringify(line)} />
      ))}
    </div>
  </li>
)

const SheetLine = ({ line }: { readonly line: Line }) => (
  <p>
    {line.map((run) => (
      <SheetRun run={run} key={JSON.stringify(run)} />
    ))}
  </p>
)

function SheetRun({ run }: { readonly run: Run }) {
  if (typeof run === 'string') return run
  if ('strong' in run) return <strong>{run.strong}</strong>
  return <span className="phone">{run.phone}</span>
}
