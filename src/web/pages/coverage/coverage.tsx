// The coverage of the region: what there is of everything in each municipality, and what is missing.
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type Coverage, type CoverageCell, getCoverage, listUnmetNeeds } from '../../../contract/coverage.ts'
import { call } from '../../api/call.ts'
import { regionQuery } from '../../api/queries.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { words } from './words.ts'

type Row = Coverage['rows'][number]
type View = 'list' | 'gaps' | undefined
/** The theme draws what the words say. */
const look = { within: 'good', beyond: 'full', nothing: 'none' } as const

export function CoveragePage() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { view } = useSearch({ strict: false }) as { view?: View }
  const asked = useQuery({
    queryKey: ['coverage', language],
    queryFn: async ({ signal }) => (await call(getCoverage, { signal })).body,
  })
  const cells = asked.data?.rows.flatMap((row) => row.cells) ?? []
  const counted = (state: CoverageCell['state']) => cells.filter((cell) => cell.state === state).length
  // Without any place known, or only later than a norm that is a setting: that is not the same.
  const later = cells.filter((cell) => cell.state === 'beyond' && cell.shortestWait !== null).length
  return (
    <Page
      title={t.title}
      lead={asked.data === undefined ? undefined : t.lead(counted('nothing'), counted('beyond') - later, later)}
    >
      <nav className="tabs" aria-label={t.views}>
        {([undefined, 'list', 'gaps'] as const).map((one) => (
          <Link
            key={one ?? 'matrix'}
            to="/coverage"
            search={one === undefined ? {} : { view: one }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={view === one ? 'page' : undefined}
          >
            {t[one ?? 'matrix']}
            {one === 'gaps' ? <span className="mute">{cells.reduce((sum, cell) => sum + cell.unmetNeeds, 0)}</span> : null}
          </Link>
        ))}
      </nav>
      {view === 'gaps' ? (
        <Gaps />
      ) : (
        <Shown asked={asked} lines={12}>
          {(coverage) => (view === 'list' ? <AsList coverage={coverage} /> : <Matrix coverage={coverage} />)}
        </Shown>
      )}
    </Page>
  )
}

function Matrix({ coverage }: { readonly coverage: Coverage }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const groups = [
    { title: t.interventions, rows: coverage.rows.filter(({ kind }) => kind === 'intervention') },
    { title: t.followUps, rows: coverage.rows.filter(({ kind }) => kind === 'followUp') },
  ]
  return (
    <>
      <p className="legend">
        {(['within', 'beyond', 'nothing'] as const).map((state) => (
          <span key={state}>
            <i className={`sw ${look[state]}`} />
            {t.state[state]}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where it is wider than the screen */}
      <section className="scroll" tabIndex={0} aria-label={t.table}>
        <table className="table matrix coverage">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              {coverage.municipalities.map(({ code, words: name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ title, rows }) => (
            <tbody key={title}>
              <tr>
                <th className="group-title" scope="rowgroup" colSpan={coverage.municipalities.length + 1}>
                  {title}
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.code}>
                  <th scope="row">
                    {row.words}
                    <small className="mute below">{t.norm(row.normWeeks, row.kind)}</small>
                  </th>
                  {row.cells.map((cell) => (
                    <Cell key={cell.municipality} row={row} cell={cell} where={nameOf(coverage, cell)} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <p className="source">{t.normIs}</p>
      <p className="source">{t.source(shortDate(coverage.lookedOn, language), shortDate(coverage.from, language))}</p>
    </>
  )
}

function Cell({ row, cell, where }: { readonly row: Row; readonly cell: CoverageCell; readonly where: string }) {
  const t = useTexts(words)
  return (
    <td className={look[cell.state]}>
      <Link
        to="/supply"
        search={{ code: row.code, municipality: cell.municipality }}
        aria-label={`${figure(cell, t)}. ${t.openList(row.words, where)}`}
      >
        {figure(cell, t)}
      </Link>
      <small>{waitIn(cell, t)}</small>
      {cell.unmetNeeds === 0 ? null : <small className="gap">{t.gap(cell.unmetNeeds)}</small>}
    </td>
  )
}

type Words = typeof words.nl

const figure = ({ state, offers, places, free }: CoverageCell, t: Words): string =>
  state === 'nothing' ? t.none : places === 0 ? t.offers(offers) : t.places(places, free)

const waitIn = ({ state, shortestWait, unmetNeeds, waiting }: CoverageCell, t: Words): string =>
  state === 'nothing'
    ? unmetNeeds === 0
      ? t.noGap
      : ''
    : [shortestWait === null ? t.noWait : t.wait(shortestWait), waiting === 0 ? '' : t.waiting(waiting)]
        .filter(Boolean)
        .join(', ')

const nameOf = ({ municipalities }: Coverage, { municipality }: CoverageCell): string =>
  municipalities.find(({ code }) => code === municipality)?.words ?? municipality

const worst = { nothing: 0, beyond: 1, within: 2 } as const

/** The same, one line a combination: for who cannot use a matrix, and for a telephone. */
function AsList({ coverage }: { readonly coverage: Coverage }) {
  const t = useTexts(words)
  const lines = coverage.rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .sort((a, b) => worst[a.cell.state] - worst[b.cell.state] || b.cell.unmetNeeds - a.cell.unmetNeeds)
  return (
    <>
      <p className="mute" role="status">
        {t.listShown(lines.length)}
      </p>
      <ul className="rows">
        {lines.map(({ row, cell }) => (
          <li key={`${row.code}-${cell.municipality}`}>
            <p className="when">
              {figure(cell, t)}
              <small>{t.short[cell.state]}</small>
            </p>
            <p>
              <Link className="name" to="/supply" search={{ code: row.code, municipality: cell.municipality }}>
                {row.words}
              </Link>
            </p>
            <p className="need">
              {nameOf(coverage, cell)}
              <small>{detailOf(cell, t)}</small>
            </p>
            <p className="small mute">{cell.unmetNeeds === 0 ? t.noGap : t.gap(cell.unmetNeeds)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

const detailOf = (cell: CoverageCell, t: Words): string =>
  cell.state === 'nothing'
    ? ''
    : [
        waitIn(cell, t),
        cell.oldestCheck === null ? '' : t.age(cell.oldestCheck),
        cell.neverChecked === 0 ? '' : t.never(cell.neverChecked),
      ]
        .filter(Boolean)
        .join(', ')

function Gaps() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['unmet-needs', language],
    queryFn: async ({ signal }) => (await call(listUnmetNeeds, { query: { limit: 100 }, signal })).body.items,
  })
  return (
    <Shown asked={asked}>
      {(items) =>
        items.length === 0 ? (
          <Empty title={t.noGaps}>{t.noGapsHow}</Empty>
        ) : (
          <>
            <p className="mute" role="status">
              {t.gapsShown(items.length)}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where it is wider than the screen */}
            <section className="scroll" tabIndex={0} aria-label={t.gaps}>
              <table className="table">
                <thead>
                  <tr>
                    {[t.at, t.what, t.where, t.reason, t.weeks].map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((line) => (
                    <tr key={`${line.at} ${line.code.code} ${line.municipality}`}>
                      <td className="nowrap">{shortDate(line.at, language)}</td>
                      <th scope="row">
                        <Link to="/supply" search={{ code: line.code.code }}>
                          {line.code.words}
                        </Link>
                      </th>
                      <td>
                        <Where code={line.municipality} />
                      </td>
                      <td>{line.reason.words}</td>
                      <td>{line.weeks === null ? t.noWait : t.wait(line.weeks)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )
      }
    </Shown>
  )
}

function Where({ code }: { readonly code: string }) {
  const region = useQuery(regionQuery)
  return region.data?.municipalities.find((one) => one.code === code)?.name ?? code
}
