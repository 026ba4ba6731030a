// The path as a line with stations and the day each began, the current one marked; and the same as a list, for who does not see the drawing.
import type { CaseWay } from '../../../contract/case-history.ts'
import { stageWords } from '../../../domain/stage.ts'
import { dayMonth } from '../../text/dates.ts'
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
const at: { readonly [stage: string]: Station | undefined } = {
  ...Object.fromEntries(stations.map((station) => [station, station])),
  screeningIncomplete: 'screening',
  advised: 'screening',
  analysisPlanned: 'analysis',
  paused: 'active',
}

type Visit = CaseWay['visits'][number]
type Placed = {
  readonly station: Station
  readonly x: number
  readonly name: string
  readonly is: boolean
  readonly from: string | null
}

const step = 104

export function Way({ way: { visits, today } }: { readonly way: CaseWay }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const here = visits.findLast(({ stage }) => at[stage.code] !== undefined)
  const closed = visits.at(-1)?.stage.code === 'closed'
  const placed = stations.map((station, number): Placed => {
    const own = visits.filter(({ stage }) => at[stage.code] === station)
    const is = !closed && here !== undefined && at[here.stage.code] === station
    return {
      station,
      x: 50 + number * step,
      name: stageWords[station][language],
      is,
      from: (is ? own.at(-1) : own[0])?.from ?? null,
    }
  })
  const end = placed.findLast(({ from }) => from !== null)?.x ?? 50
  const day = (on: string): string => dayMonth(on, today, language)
  const stops = stopsIn(visits)
  const label = placed.find(({ is }) => is)?.name ?? visits.at(-1)?.stage.words ?? ''
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t.path}>
        <svg
          className="way"
          viewBox={stops.length > 0 ? '0 2 1036 136' : '0 44 1036 94'}
          role="img"
          aria-label={`${t.path}: ${label}`}
        >
          {stops.slice(-3).map(({ visit, station }) => (
            <Stop key={`${visit.from}${visit.stage.code}`} x={50 + stations.indexOf(station) * step}>
              {`${visit.stage.words}, ${day(visit.from)}`}
            </Stop>
          ))}
          <path className="line" d={`M50 62H${50 + step * (stations.length - 1)}`} />
          <path className="line went" d={`M50 62H${end}`} />
          {placed.map(({ station, x, is, from, name }) => (
            <g key={station}>
              <circle className={is ? 'dot is' : from === null ? 'dot' : 'dot was'} cx={x} cy="62" r={is ? 11 : 7.5} />
              <Lines x={x} text={name} date={from === null ? null : day(from)} className={is ? 't-now' : undefined} />
            </g>
          ))}
        </svg>
      </section>
      <details className="twin">
        <summary>{t.pathList}</summary>
        <ol className="plain-list">
          {visits.map(({ stage, from, until }) => (
            <li key={`${stage.code}${from}${until}`}>
              {until === null ? <strong>{stage.words}</strong> : stage.words}:{' '}
              {until === null ? t.from(day(from)) : from === until ? day(from) : t.fromTo(day(from), day(until))}
            </li>
          ))}
          {closed
            ? null
            : placed
                .slice(placed.findIndex(({ is }) => is) + 1)
                .filter(({ from }) => from === null)
                .map(({ station, name }) => (
                  <li className="mute" key={station}>
                    {name}: {t.later}
                  </li>
                ))}
        </ol>
      </details>
    </>
  )
}

/** Where it stood still, at the station it was at. */
function stopsIn(visits: readonly Visit[]): { readonly visit: Visit; readonly station: Station }[] {
  return visits.flatMap((visit, index) => {
    if (visit.stage.code !== 'medicalHold' && visit.stage.code !== 'paused') return []
    const before = visits.slice(0, index).findLast(({ stage }) => at[stage.code] !== undefined)
    return [{ visit, station: at[before?.stage.code ?? ''] ?? 'signalled' }]
  })
}

function Stop({ x, children }: { readonly x: number; readonly children: string }) {
  const at = Math.min(Math.max(x, 90), 946)
  return (
    <>
      <path className="side-line" d={`M${x - 22} 62C${x - 22} 30 ${x - 14} 26 ${x} 26S${x + 22} 30 ${x + 22} 62`} />
      <text x={at} y="16" textAnchor="middle" fontSize="13">
        {children}
      </text>
    </>
  )
}

/** Long words on two lines, the day under them. */
function Lines({
  x,
  text,
  date,
  className,
}: {
  readonly x: number
  readonly text: string
  readonly date: string | null
  readonly className: string | undefined
}) {
  const [first = '', second] = text.length > 14 && text.includes(' ') ? splitInTwo(text) : [text]
  return (
    <text x={x} y="92" textAnchor="middle" fontSize="13">
      <tspan x={x} className={className}>
        {first}
      </tspan>
      {second === undefined ? null : (
        <tspan x={x} dy="15" className={className}>
          {second}
        </tspan>
      )}
      {date === null ? null : (
        <tspan x={x} dy="18">
          {date}
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
