// What was measured over time: the last value beside the one before, a small line, and every value in a table.
import { useQuery } from '@tanstack/react-query'
import { sparkline } from '../../../charts/sparkline.ts'
import type { Measure } from '../../../contract/case-history.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { measuresQuery } from './queries.ts'
import { words } from './words.ts'

export function Measures({ caseId }: { readonly caseId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery(measuresQuery(caseId, language))
  return (
    <Part id="measures" title={t.measures}>
      <Shown asked={asked} lines={3}>
        {(items) => (items.length === 0 ? <p className="mute">{t.noMeasures}</p> : <Both items={items} caseId={caseId} />)}
      </Shown>
    </Part>
  )
}

function Both({ items, caseId }: { readonly items: readonly Measure[]; readonly caseId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  return (
    <>
      <table className="table measures">
        <caption className="hide">{t.measuresLast}</caption>
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col" className="num">
              {t.before}
            </th>
            <th scope="col" className="num">
              {t.last}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <OneMeasure key={one.measure} measure={one} />
          ))}
        </tbody>
      </table>
      <details className="twin">
        <summary>{t.allValues}</summary>
        <table className="table">
          <caption className="hide">{t.allValues}</caption>
          <thead>
            <tr>
              <th scope="col">{t.measure}</th>
              <th scope="col">{t.day}</th>
              <th scope="col" className="num">
                {t.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.flatMap(({ measure, words: name, unit, values }) =>
              values.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same value can be measured twice on one day
                <tr key={`${measure}${one.on}${index}`}>
                  <th scope="row">{name}</th>
                  <td>
                    {shortDate(one.on, language)}
                    <small className="mute below">
                      {one.from}
                      {one.caseId === caseId ? '' : `, ${t.earlierCase}`}
                    </small>
                  </td>
                  <td className="num">
                    {one.words}
                    {one.value === null ? null : <small className="mute below">{unit}</small>}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </>
  )
}

function OneMeasure({ measure: { words: name, unit, values, change } }: { readonly measure: Measure }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const last = values.at(-1)
  const before = values.at(-2)
  if (last === undefined) return null
  return (
    <tr>
      <th scope="row">
        {name}
        <small className="mute below">{unit}</small>
        {change === null ? null : (
          <small className="below">
            {change.words}: {change.better ? t.better : t.worse}
          </small>
        )}
        <Spark values={values} />
      </th>
      <td className="num mute">{before === undefined ? t.none : <Value {...before} day={shortDate(before.on, language)} />}</td>
      <td className="num">
        <Value {...last} day={shortDate(last.on, language)} strong />
      </td>
    </tr>
  )
}

const Value = ({
  words: said,
  day,
  strong = false,
}: {
  readonly words: string
  readonly day: string
  readonly strong?: boolean
}) => (
  <>
    {strong ? <strong>{said}</strong> : said}
    <small className="mute below">{day}</small>
  </>
)

const [width, height, edge] = [112, 26, 4]

/** Nothing that the table does not say. */
function Spark({ values }: { readonly values: Measure['values'] }) {
  const points = values.flatMap(({ on, value }) => (value === null ? [] : [{ at: Date.parse(on), value }]))
  if (points.length < 2) return null
  const { path, dots } = sparkline(points, width, height, edge)
  const end = dots.at(-1)!
  return (
    <svg className="spark tiny" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="series" d={path} />
      <circle className="point" cx={end.x} cy={end.y} r="3" />
    </svg>
  )
}
