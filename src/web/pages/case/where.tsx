// Where it stands, since when, and who has the next step with the number to phone.
import type { CaseWay } from '../../../contract/case-history.ts'
import type { CaseFile } from '../../../contract/cases.ts'
import { dayMonth, daysFrom, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { words } from './words.ts'

export function Where({
  file,
  way,
  today,
}: {
  readonly file: CaseFile
  /** Undefined while it is on its way. */
  readonly way: CaseWay | undefined
  readonly today: string
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [first = '', ...rest] = file.situation
  const [next] = file.deadlines.filter(({ standsStillWith }) => standsStillWith === null)
  const since = way?.visits.at(-1)?.from
  return (
    <section className="panel where" aria-labelledby="where">
      <div className="halves">
        <div>
          <p className="small mute">
            {t.where}
            {since === undefined ? '' : `, ${t.since(dayMonth(since, today, language, true), daysFrom(since, today))}`}
          </p>
          <h2 id="where">{first}</h2>
          {rest.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <div>
          <p className="small mute">{t.next}</p>
          {next === undefined ? (
            <p>{t.nobody}</p>
          ) : (
            <>
              <p className="lead-name">
                <strong>{next.owner.name === '' ? next.owner.words : next.owner.name}</strong>
                {next.owner.name === '' || next.owner.because !== null ? '' : `, ${next.owner.words}`}
              </p>
              <p>
                {capital(next.awaited)}, {t.by} <strong className="nowrap">{shortDate(next.dueOn, language)}</strong>.{' '}
                {next.owner.phone === null ? null : (
                  <a className="nowrap" href={`tel:${next.owner.phone.replaceAll(' ', '')}`}>
                    {next.owner.phone}
                  </a>
                )}
              </p>
              {next.owner.because === null ? null : <p className="small mute">{capital(next.owner.because)}.</p>}
            </>
          )}
        </div>
      </div>
    </section>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
