// The machine as a drawing: steps in rows, how many people are at each, lines to what can come next.
import { useEffect, useRef } from 'react'
import { layered } from '../../../charts/layered.ts'
import { capitalised } from '../../../domain/capitalised.ts'
import { useTexts } from '../../text/language.tsx'
import { drawnLines, type Step } from './machine.ts'
import { words } from './words.ts'

const sizes = { width: 196, height: 68, across: 14, down: 52 }

export function Drawing({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  const t = useTexts(words)
  const { width, height, steps: placed, lines } = layered(steps, drawnLines(steps), sizes)
  const stepOf = new Map(steps.map((step) => [step.id, step]))
  const box = useRef<HTMLElement>(null)
  const first = placed[0]?.x ?? 0
  // Where the drawing is wider than the window it opens on its first step, not on the empty paper beside it.
  useEffect(() => {
    if (box.current !== null) box.current.scrollLeft = first - box.current.clientWidth / 2
  }, [first])
  const arrow = `arrow-${steps[0]?.id.split('.')[0] ?? ''}`
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard */}
      <section className="scroll" tabIndex={0} aria-label={title} ref={box}>
        <svg
          className="machine"
          viewBox={`0 0 ${Math.ceil(width)} ${height}`}
          width={Math.ceil(width)}
          height={height}
          role="img"
          aria-label={t.drawingOf(title)}
        >
          <defs>
            <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path className="tip" d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {lines.map(({ from, to, path, back }) => (
            <path className={back ? 'move back' : 'move'} d={path} markerEnd={`url(#${arrow})`} key={`${from} ${to}`} />
          ))}
          {placed.map(({ id, x, y }) => (
            <Box step={stepOf.get(id)!} x={x - sizes.width / 2} y={y} key={id} />
          ))}
        </svg>
      </section>
      <p className="small mute">
        {t.endMark} {t.back} <span className="narrow">{t.sideways}</span>
      </p>
    </>
  )
}

function Box({ step, x, y }: { readonly step: Step; readonly x: number; readonly y: number }) {
  const lines = wrapped(capitalised(step.label), 20).slice(0, 3)
  const middle = y + sizes.height / 2 + 4.5 - ((lines.length - 1) * 16) / 2
  return (
    <g className={step.count > 0 ? 'step some' : 'step'}>
      <rect x={x} y={y} width={sizes.width} height={sizes.height} rx="4" />
      <text className="number" x={x + 30} y={y + sizes.height / 2 + 8} textAnchor="middle">
        {step.count}
      </text>
      <text x={x + 58}>
        {lines.map((line, index) => (
          <tspan x={x + 58} y={middle + index * 16} key={line}>
            {line}
          </tspan>
        ))}
      </text>
      {step.mayEnd ? <rect className="end-mark" x={x + sizes.width - 12} y={y + sizes.height - 12} width="7" height="7" /> : null}
    </g>
  )
}

/** In lines of about this many letters, never within a word. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
