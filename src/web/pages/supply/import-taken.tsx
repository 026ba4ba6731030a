// The last step of an import: what came of each row.
import { Link } from '@tanstack/react-router'
import type { ListTaken } from '../../../contract/supply-lists.ts'
import { useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Part } from '../../ui/page.tsx'
import { words } from './import-words.ts'

export function TakenList({ taken, again }: { readonly taken: ListTaken; readonly again: () => void }) {
  const t = useTexts(words)
  return (
    <div className="stack">
      <Note look={taken.counts.skipped === 0 ? 'ok' : 'warn'} alert>
        <p>
          <strong>{taken.words}</strong>
        </p>
      </Note>
      <p className="btns">
        <Link className={buttonClass('main')} to="/supply">
          {t.toSupply}
        </Link>
        <Button onPress={again}>{t.more}</Button>
      </p>
      <div className="after">
        <Part id="result" title={t.result} count={taken.counts.rows}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where it is wider than the screen */}
          <section className="scroll" tabIndex={0} aria-labelledby="result">
            <table className="table wide-words">
              <thead>
                <tr>
                  {[t.row, t.status, t.name, t.organisation, t.details].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {taken.rows.map((row) => (
                  <tr key={row.number}>
                    <td>{row.number}</td>
                    <td className={row.status === 'faulty' ? 'late' : undefined}>{row.statusWords}</td>
                    <th scope="row">
                      {row.offerId === null ? (
                        row.name
                      ) : (
                        <Link to="/supply/$offerId" params={{ offerId: row.offerId }}>
                          {row.name}
                        </Link>
                      )}
                    </th>
                    <td>{row.organisation}</td>
                    <td>
                      {row.faults
                        .map(({ columnWords, detail }) => (columnWords === null ? detail : `${columnWords}: ${detail}`))
                        .join(' ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Part>
      </div>
    </div>
  )
}
