// The pathway as it is: drawn from the machines, with how many people are where; the same as a list; its rules and its settings.
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import '../../theme/pathway.css'
import { getMachine, getPathway, listPathways, type PathwayOverview } from '../../../contract/pathways.ts'
import { getStageCounts, type StageCounts } from '../../../contract/worklists.ts'
import type { Diagram } from '../../../domain/diagram.ts'
import { call } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { Drawing } from './drawing.tsx'
import { type Step, stepsOf } from './machine.ts'
import { Rules, RuleTable } from './rules.tsx'
import type { PathwaySearch } from './search.ts'
import { words } from './words.ts'

const views = [undefined, 'list', 'rules', 'settings'] as const
const machines = ['case', 'assignment'] as const

export function Pathway() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { view, table = 'screening' } = useSearch({ strict: false }) as PathwaySearch
  const asked = useQuery({
    queryKey: ['pathway', language],
    queryFn: async ({ signal }) => {
      const { items } = (await call(listPathways, { signal })).body
      const newest = items.find((one) => one.newest) ?? items[0]!
      return (await call(getPathway, { params: { version: newest.version }, query: { language }, signal })).body
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data } = asked
  return (
    <Page title={t.title} lead={data === undefined ? undefined : t.lead(data.version, t[data.status])}>
      <nav className="tabs" aria-label={t.views}>
        {views.map((one) => (
          <Link
            key={one ?? 'drawing'}
            to="/pathway"
            search={one === undefined ? {} : { view: one }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={view === one ? 'page' : undefined}
          >
            {t[one ?? 'drawing']}
          </Link>
        ))}
      </nav>
      <Shown asked={asked} lines={12}>
        {(overview) => <View view={view} table={table} overview={overview} />}
      </Shown>
    </Page>
  )
}

function View({ view, table, overview }: PathwaySearch & { readonly table: string; readonly overview: PathwayOverview }) {
  const t = useTexts(words)
  if (view === 'rules') return <Rules overview={overview} table={table} />
  if (view === 'settings')
    return (
      <>
        <p className="text">{t.settingsLead}</p>
        <RuleTable version={overview.version} name="settings" />
      </>
    )
  return <Machines overview={overview} asList={view === 'list'} />
}

function Machines({ overview, asList }: { readonly overview: PathwayOverview; readonly asList: boolean }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const counts = useQuery({
    queryKey: ['stage-counts', language],
    queryFn: async ({ signal }) => (await call(getStageCounts, { signal })).body,
  })
  const drawn = useQuery({
    queryKey: ['machines', overview.version, language],
    queryFn: async ({ signal }) => {
      const asked = machines.map((name) =>
        call(getMachine, { params: { version: overview.version, name }, query: { language }, signal }),
      )
      // What a drawing looks like is the domain's; the contract passes it on as it is.
      return (await Promise.all(asked)).map(({ body }) => body as unknown as Diagram)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Shown asked={drawn} lines={10}>
      {(diagrams) => (
        <Shown asked={counts} lines={10}>
          {(now) => (
            <>
              <p className="mute now-counts">
                {now.whose === 'region' ? t.ofRegion : t.ofPractice} {heldIn(now) === 0 ? null : t.held(heldIn(now))}
              </p>
              {machines.map((name, index) => {
                const steps = stepsOf(diagrams[index]!, now)
                return (
                  <Part id={name} title={t[name]} key={name}>
                    {asList ? <List title={t[name]} steps={steps} /> : <Drawing title={t[name]} steps={steps} />}
                  </Part>
                )
              })}
            </>
          )}
        </Shown>
      )}
    </Shown>
  )
}

const heldIn = ({ cases }: StageCounts): number => cases.find(({ code }) => code === 'medicalHold')?.count ?? 0

function List({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  const t = useTexts(words)
  const labelOf = new Map(steps.map(({ id, label }) => [id, label]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard
    <section className="scroll" tabIndex={0} aria-label={title}>
      <table className="table step-table">
        <caption className="hide">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t.count}
            </th>
            <th scope="col">{t.step}</th>
            <th scope="col">{t.owner}</th>
            <th scope="col">{t.next}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ id, label, owner, count, lines, final }) => (
            <tr key={id}>
              <td className="num">{count}</td>
              <th scope="row">{label}</th>
              <td>{owner}</td>
              <td>
                {final || lines.length === 0 ? (
                  <span className="mute">{t.ends}</span>
                ) : (
                  <ul>
                    {lines.map(({ to, events }) => (
                      <li key={to}>
                        <strong>{labelOf.get(to)}</strong>: {events.join('; ')}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
