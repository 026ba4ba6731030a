// The path as a line with stations, the current one marked; and the same as a list, for who does not see the drawing.
import { stageWords } from '../../../domain/stage.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { words } from './words.ts'

const stations = [
  'signalled',
  'screening',
  'analysis',
  'decision',
  'referred',
  'accepted',
  'active',
  'ended',
  'evaluation',
  'maintenance',
] as const
type Station = (typeof stations)[number]

/** Stages that are a variant of a station. */
const at: { readonly [stage: string]: Station } = {
  screeningIncomplete: 'screening',
  advised: 'screening',
  analysisPlanned: 'analysis',
  paused: 'active',
}

export function Way({ stage, passed }: { readonly stage: string; readonly passed: ReadonlySet<string> }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const here = at[stage] ?? stage
  const index = stations.indexOf(here as Station)
  const step = 104
  const placed = stations.map((station, number) => {
    const is = station === here
    const was = !is && (passed.has(station) || (index >= 0 && number < index))
    return { station, x: 40 + number * step, is, was, name: stageWords[station][language] }
  })
  const end = placed.findLast(({ is, was }) => is || was)?.x ?? 40
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t.path}>
        <svg
          className="way"
          viewBox="0 44 1016 72"
          role="img"
          aria-label={`${t.path}: ${placed.find(({ is }) => is)?.name ?? stage}`}
        >
          <path className="line" d={`M40 62H${40 + step * (stations.length - 1)}`} />
          <path className="line went" d={`M40 62H${end}`} />
          {placed.map(({ station, x, is, was, name }) => (
            <g key={station}>
              <circle className={is ? 'dot is' : was ? 'dot was' : 'dot'} cx={x} cy="62" r={is ? 11 : 7.5} />
              <Lines x={x} text={name} className={is ? 't-now' : undefined} />
            </g>
          ))}
        </svg>
      </section>
      <details className="twin">
        <summary>{t.pathList}</summary>
        <ol>
          {placed.map(({ station, is, was, name }) => (
            <li key={station}>
              {name}: {is ? t.now : was ? t.was : t.later}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

/** Long words on two lines. */
function Lines({ x, text, className }: { readonly x: number; readonly text: string; readonly className: string | undefined }) {
  const [first = '', ...rest] = text.length > 14 && text.includes(' ') ? splitInTwo(text) : [text]
  return (
    <text x={x} y="92" textAnchor="middle" className={className} fontSize="13">
      <tspan x={x}>{first}</tspan>
      {rest.length === 0 ? null : (
        <tspan x={x} dy="15">
          {rest.join(' ')}
        </tspan>
      )}
    </text>
  )
}

function splitInTwo(text: string): string[] {
  const middle = text.length / 2
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index)
  const nearest = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? text.length
  return [text.slice(0, nearest), text.slice(nearest + 1)]
}
