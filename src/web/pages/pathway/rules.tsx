// The rules as tables: every row with its source, and whether somebody looked it up there.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { getTable, type PathwayOverview } from '../../../contract/pathways.ts'
import { call } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Field } from '../../ui/field.tsx'
import { Shown } from '../../ui/states.tsx'
import { words } from './words.ts'

export function Rules({ overview, table }: { readonly overview: PathwayOverview; readonly table: string }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const chosen = overview.tables.find(({ name }) => name === table) ?? overview.tables[0]!
  return (
    <>
      <Field label={t.choose}>
        {({ id }) => (
          <select
            className="select"
            id={id}
            value={chosen.name}
            onChange={({ target }) => void navigate({ to: '/pathway', search: { view: 'rules', table: target.value } })}
          >
            {overview.tables
              .filter(({ name }) => name !== 'settings')
              .map(({ name, title }) => (
                <option value={name} key={name}>
                  {title.charAt(0).toUpperCase() + title.slice(1)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <p className="mute">{t.rows(chosen.rows, chosen.unverified)}</p>
      <RuleTable version={overview.version} name={chosen.name} />
    </>
  )
}

export function RuleTable({ version, name }: { readonly version: string; readonly name: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['pathway-table', version, name, language],
    queryFn: async ({ signal }) => (await call(getTable, { params: { version, name }, query: { language }, signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
  })
  /** What can be set is known by what it does, not by its code. */
  const isSettings = name === 'settings'
  const statusWords = (status: string): string => t.statuses[status as keyof typeof t.statuses] ?? status
  return (
    <Shown asked={asked} lines={10}>
      {({ title, columns, rows }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard
        <section className="scroll" tabIndex={0} aria-label={title}>
          <table className={`table rule-table${isSettings ? ' settings' : columns.length > 4 ? ' wide' : ''}`}>
            <caption className="hide">{title}</caption>
            <thead>
              <tr>
                {[...(isSettings ? [] : [t.id]), ...columns, t.sourceStatus].map((column) => (
                  <th scope="col" key={column}>
                    {column.charAt(0).toUpperCase() + column.slice(1)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, cells, source, status }) => (
                <tr key={id}>
                  <th scope="row">
                    {isSettings ? cells[0] : id}
                    {isSettings ? <small className="code">{id}</small> : null}
                  </th>
                  {cells.slice(isSettings ? 1 : 0).map((cell, index) => (
                    <td key={columns[isSettings ? index + 1 : index]}>{cell}</td>
                  ))}
                  <td>
                    {source}
                    <small className="code">{statusWords(status)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Shown>
  )
}
