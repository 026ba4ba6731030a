// A letter within a page: its own headings stay below those of the page.
import type { PaperDocument } from '../../../contract/documents.ts'

type Block = PaperDocument['parts'][number]['blocks'][number]

export const LetterText = ({ letter: { title, above, beside, language, parts } }: { readonly letter: PaperDocument }) => (
  <article className="letter stack" lang={language}>
    <p className="spread">
      <span>{above}</span>
      <span className="mute nowrap">{beside}</span>
    </p>
    <h3>{title}</h3>
    {parts.map((part) => (
      <section className="stack-tight" key={part.title}>
        <h4>{part.title}</h4>
        {part.blocks.map((block) => (
          <LetterBlock block={block} key={block.is} />
        ))}
      </section>
    ))}
  </article>
)

/** A letter has lines and pairs; what else a document may hold does not stand in it. */
function LetterBlock({ block }: { readonly block: Block }) {
  if (block.is === 'lines')
    return block.lines.map((line) => (
      <p key={JSON.stringify(line)}>
        {line.map((run) =>
          typeof run === 'string' ? run : <strong key={JSON.stringify(run)}>{'strong' in run ? run.strong : run.phone}</strong>,
        )}
      </p>
    ))
  if (block.is !== 'pairs') return null
  return (
    <dl className="facts">
      {block.pairs.map(({ label, lines }) => (
        <div className="pair" key={label}>
          <dt>{label}</dt>
          <dd>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
