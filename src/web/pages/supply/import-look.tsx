// The second step of an import: which column is which, and what each row would do, with its faults.
import { useState } from 'react'
import type { ListPreview } from '../../../contract/supply-lists.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Part } from '../../ui/page.tsx'
import { words } from './import-words.ts'

/** More is not read by anybody; the faulty ones can be shown alone. */
const mostShown = 200

export function LookAtList({
  preview,
  name,
  headers,
  busy,
  taking,
  onMapping,
  onHeaders,
  onTake,
  again,
}: {
  readonly preview: ListPreview
  readonly name: string
  readonly headers: boolean
  readonly busy: boolean
  readonly taking: boolean
  readonly onMapping: (mapping: string) => void
  readonly onHeaders: (headers: boolean) => void
  readonly onTake: () => void
  readonly again: () => void
}) {
  const t = useTexts(words)
  const { counts } = preview
  return (
    <div className="stack">
      <Note look={counts.skipped === 0 ? 'ok' : 'warn'}>
        <p role="status">
          <strong>{preview.words}</strong>
        </p>
        <p>
          {t.chosen(name)}.{' '}
          <Button look="quiet" small onPress={again}>
            {t.other}
          </Button>
        </p>
      </Note>
      {counts.taken === 0 ? (
        <p>{t.nothingToTake}</p>
      ) : (
        <p className="btns">
          <Button look="main" onPress={onTake} busy={taking ? t.taking : busy ? t.looking : false}>
            {counts.skipped === 0 ? t.take(counts.taken) : t.takeSkip(counts.taken, counts.skipped)}
          </Button>
        </p>
      )}
      <div className="after">
        <Part id="rows" title={t.rows} count={counts.rows}>
          <Rows rows={preview.rows} />
        </Part>
        <Part id="columns" title={t.columns} count={preview.columns.length} aside={t.columnsHow}>
          <label className="tick">
            <input type="checkbox" checked={headers} onChange={({ target }) => onHeaders(target.checked)} />
            <span>{t.headers}</span>
          </label>
          <Columns preview={preview} onMapping={onMapping} />
        </Part>
      </div>
    </div>
  )
}

function Columns({ preview, onMapping }: { readonly preview: ListPreview; readonly onMapping: (mapping: string) => void }) {
  const t = useTexts(words)
  const chosen = preview.columns.map(({ column }) => column ?? '-')
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t.theirs}</th>
          <th scope="col">{t.ours}</th>
          <th scope="col">{t.how}</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map(({ header, column, confidence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column of a list is its place
          <tr key={index}>
            <th scope="row">{header}</th>
            <td>
              <select
                className="select small-select"
                aria-label={t.columnOf(header)}
                value={column ?? '-'}
                onChange={({ target }) =>
                  // One of ours stands for one of theirs: choosing it again takes it away from the other.
                  onMapping(chosen.map((one, at) => (at === index ? target.value : one === target.value ? '-' : one)).join(','))
                }
              >
                <option value="-">{t.skip}</option>
                {preview.ourColumns.map((one) => (
                  <option key={one.column} value={one.column}>
                    {one.words}
                  </option>
                ))}
              </select>
            </td>
            <td className={confidence === 'alike' || confidence === 'unknown' ? 'aged' : 'mute'}>{t.confidence[confidence]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rows({ rows }: { readonly rows: ListPreview['rows'] }) {
  const t = useTexts(words)
  const faulty = rows.filter(({ status }) => status === 'faulty')
  const [only, setOnly] = useState(false)
  const listed = only ? faulty : [...faulty, ...rows.filter(({ status }) => status !== 'faulty')]
  const shown = listed.slice(0, mostShown)
  return (
    <>
      {faulty.length === 0 ? null : (
        <label className="tick">
          <input type="checkbox" checked={only} onChange={({ target }) => setOnly(target.checked)} />
          <span>
            {t.faulty} ({faulty.length})
          </span>
        </label>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where it is wider than the screen */}
      <section className="scroll" tabIndex={0} aria-labelledby="rows">
        <table className="table wide-words preview">
          <thead>
            <tr>
              {[t.row, t.status, t.name, t.organisation, t.municipality, t.details].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td className={row.status === 'faulty' ? 'late' : undefined}>{row.statusWords}</td>
                <th scope="row">{row.name}</th>
                <td>{row.organisation}</td>
                <td>{row.municipality}</td>
                <td>
                  <ul>
                    {row.faults.map((fault) => (
                      <li key={`${fault.column} ${fault.code}`} className="late">
                        {fault.columnWords === null ? '' : `${fault.columnWords}: `}
                        {fault.detail}
                      </li>
                    ))}
                    {row.changes.map((change) => (
                      <li key={change.column}>{t.was(change.columnWords, change.before, change.after)}</li>
                    ))}
                    {row.notices.map((notice) => (
                      <li key={notice} className="mute">
                        {notice}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === listed.length ? null : <p className="mute">{t.shown(shown.length, listed.length)}</p>}
    </>
  )
}
