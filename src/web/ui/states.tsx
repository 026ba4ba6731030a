// What a part of a page shows when it has nothing yet, nothing at all, or something that went wrong.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Problem } from '../../contract/problem.ts'
import { isRefusal } from '../api/call.ts'
import { regionQuery } from '../api/queries.ts'
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
    mayNot: 'U mag dit niet.',
    ask: (name: string) => `Vraag het aan ${name}`,
    changed: 'Iemand anders was eerder.',
    changedHow: 'Dit is er intussen gebeurd. Kijk of uw keuze nog klopt.',
    look: 'Haal opnieuw op',
    ours: 'Dit lukte niet. Wat u invulde is er nog.',
    code: (code: string) => `Code ${code}`,
    gone: 'Dit is er niet, of niet voor u.',
    loading: 'Bezig met laden',
  },
  {
    slow: 'This takes longer than usual.',
    again: 'Try again',
    unreachable: 'No connection to the server. What you filled in is still there.',
    unreachableHow: 'Check your connection and try again.',
    forbidden: 'You may not see this.',
    mayNot: 'You may not do this.',
    ask: (name: string) => `Ask ${name}`,
    changed: 'Somebody else was first.',
    changedHow: 'This happened in the meantime. See whether your choice still holds.',
    look: 'Fetch again',
    ours: 'This did not work. What you filled in is still there.',
    code: (code: string) => `Code ${code}`,
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

/** What went wrong, what is safe, what to do. `doing`: something was sent, and not only looked at. */
export function WentWrong({
  error,
  again,
  doing = false,
}: {
  readonly error: unknown
  readonly again?: () => void
  readonly doing?: boolean
}) {
  const t = useTexts(words)
  const problem = isRefusal(error) ? error.problem : null
  const status = problem?.status ?? 0
  return (
    <Note look="bad" alert>
      <p>
        <strong>{titleOf(t, problem, doing)}</strong>
      </p>
      {status === 412 ? <Changed since={problem?.since ?? []} /> : <p>{problem?.detail ?? t.unreachableHow}</p>}
      {status === 403 ? <WhoMay /> : null}
      {problem?.reference === undefined ? null : <p className="small">{t.code(problem.reference)}</p>}
      {again === undefined || status === 403 ? null : (
        <Button small onPress={again}>
          {status === 412 ? t.look : t.again}
        </Button>
      )}
    </Note>
  )
}

type Said = (typeof words)['nl']

function titleOf(t: Said, problem: Problem | null, doing: boolean): string {
  if (problem === null) return t.unreachable
  if (problem.status === 403) return doing ? t.mayNot : t.forbidden
  if (problem.status === 404) return t.gone
  if (problem.status === 412) return t.changed
  return problem.status >= 500 ? t.ours : problem.title
}

/** When, who and what: in the words of the server. */
function Changed({ since }: { readonly since: readonly string[] }) {
  const t = useTexts(words)
  return (
    <>
      <p>{t.changedHow}</p>
      <ul>
        {since.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  )
}

/** Whom to ask: who coordinates, with a number to call. */
function WhoMay() {
  const t = useTexts(words)
  const region = useQuery(regionQuery)
  const coordinator = region.data?.coordinator ?? null
  if (coordinator === null) return null
  const { name, phone } = coordinator
  return (
    <p>
      {t.ask(name)}
      {phone === null ? null : (
        <>
          {', '}
          <a className="nowrap" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        </>
      )}
      .
    </p>
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
