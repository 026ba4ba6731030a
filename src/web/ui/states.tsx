// What a part of a page shows when it has nothing yet, nothing at all, or something that went wrong.
import { type ReactNode, useEffect, useState } from 'react'
import { isRefusal } from '../api/call.ts'
import { texts, useTexts } from '../text/language.tsx'
import { Button } from './button.tsx'
import { Note } from './note.tsx'
import { Page } from './page.tsx'

const words = texts(
  {
    slow: 'Dit duurt langer dan normaal.',
    again: 'Probeer opnieuw',
    unreachable: 'Geen verbinding met de server. Wat u invulde is er nog.',
    unreachableHow: 'Controleer uw verbinding en probeer het opnieuw.',
    forbidden: 'U mag dit niet zien.',
    gone: 'Dit is er niet, of niet voor u.',
    loading: 'Bezig met laden',
  },
  {
    slow: 'This takes longer than usual.',
    again: 'Try again',
    unreachable: 'No connection to the server. What you filled in is still there.',
    unreachableHow: 'Check your connection and try again.',
    forbidden: 'You may not see this.',
    gone: 'This does not exist, or not for you.',
    loading: 'Loading',
  },
)

/** Nothing for 300 ms, then grey lines in the shape of what comes; after five seconds a sentence. */
export function Loading({ lines = 5, again }: { readonly lines?: number; readonly again?: () => void }) {
  const t = useTexts(words)
  const [stage, setStage] = useState<'early' | 'bones' | 'slow'>('early')
  useEffect(() => {
    const timers = [setTimeout(() => setStage('bones'), 300), setTimeout(() => setStage('slow'), 5000)]
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  if (stage === 'early') return <div aria-busy="true" />
  return (
    <div aria-busy="true" className="stack">
      <p className="hide" role="status">
        {t.loading}
      </p>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no names
        <span className="bone" key={line} />
      ))}
      {stage === 'slow' ? (
        <p role="status">
          {t.slow}{' '}
          {again === undefined ? null : (
            <Button small onPress={again}>
              {t.again}
            </Button>
          )}
        </p>
      ) : null}
    </div>
  )
}

/** Why there is nothing, and what next. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <strong>{title}</strong>
    {children}
  </div>
)

/** What went wrong, what is safe, what to do. */
export function WentWrong({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const t = useTexts(words)
  const said = isRefusal(error)
    ? {
        title: error.problem.status === 403 ? t.forbidden : error.problem.status === 404 ? t.gone : error.problem.title,
        detail: error.problem.detail,
      }
    : { title: t.unreachable, detail: t.unreachableHow }
  return (
    <Note look="bad" alert>
      <p>
        <strong>{said.title}</strong>
      </p>
      <p>{said.detail}</p>
      {again === undefined ? null : (
        <Button small onPress={again}>
          {t.again}
        </Button>
      )}
    </Note>
  )
}

type Asked<Data> = { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown }

/** One query on the page: loading, wrong, or what it gave. */
export function Shown<Data>({
  asked,
  lines,
  page,
  children,
}: {
  readonly asked: Asked<Data>
  readonly lines?: number
  /** What the page is called while there is nothing on it that says so. */
  readonly page?: string
  readonly children: (data: Data) => ReactNode
}) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  const again = () => void asked.refetch()
  const wrong = asked.error !== null && asked.error !== undefined
  const instead = wrong ? (
    <WentWrong error={asked.error} again={again} />
  ) : (
    <Loading again={again} {...(lines === undefined ? {} : { lines })} />
  )
  return page === undefined ? (
    instead
  ) : (
    <Page title={page} keepFocus>
      {instead}
    </Page>
  )
}
