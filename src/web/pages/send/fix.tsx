// What still has to be answered before anything is sent, and what is safe when the connection was lost.
import { useTexts } from '../../text/language.tsx'
import { FaultInTitle, focusOnce } from '../../ui/error-summary.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

export type Missing = 'consent' | 'how' | 'flags' | 'some'

const at: { readonly [what in Missing]: string } = { consent: '#agrees-yes', how: '#how-0', flags: '#flags', some: '#agrees-yes' }

export function Fix({ missing }: { readonly missing: readonly Missing[] }) {
  const t = useTexts(words)
  const said = { consent: t.needConsent, how: t.needHow, flags: t.needFlags, some: t.needSome }
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={focusOnce}>
      <FaultInTitle />
      <h2>{t.fix}</h2>
      <ul>
        {missing.map((what) => (
          <li key={what}>
            <a href={at[what]}>{said[what]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Broken({ error, sending }: { readonly error: unknown; readonly sending: boolean }) {
  const t = useTexts(words)
  if (!sending) return <WentWrong error={error} doing />
  return (
    <Note look="bad" alert>
      <p>
        <strong>{t.broken}</strong> {t.brokenHow}
      </p>
    </Note>
  )
}
