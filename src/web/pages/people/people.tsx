// Find a person: one field, the kind of what was typed is recognised; nobody found, then what was typed goes along to adding.
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { findPeople } from '../../../contract/people.ts'
import { soughtBy } from '../../../domain/person-search.ts'
import { call } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass, KeyCap } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { PersonRow } from './person-row.tsx'
import { soughtIn, soughtState } from './sought.ts'
import { words } from './words.ts'

export function People() {
  const t = useTexts(words)
  const { language } = useLanguage()
  // A name, a birth date or a postcode stands in no address: it is kept with this step of the history.
  const q = useLocation({ select: ({ state }) => soughtIn(state) })
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    const timer = setTimeout(() => {
      // Who chose somebody meanwhile is on the way to that case, and is not called back.
      const stays = window.location.pathname === '/people'
      if (stays && typed !== q) void navigate({ to: '/people', state: soughtState(typed), replace: true })
    }, 200)
    return () => clearTimeout(timer)
  }, [typed, q, navigate])
  const asked = q.trim()
  const found = useQuery({
    queryKey: ['people', asked],
    queryFn: async ({ signal }) => (await call(findPeople, { body: { q: asked, limit: 20 }, signal })).body.items,
    enabled: asked.length >= 2,
  })
  const add = (
    <Link className={buttonClass('main')} to="/people/new" aria-keyshortcuts="Alt+N" state={soughtState(asked)}>
      {t.add} <KeyCap keys="Alt+N" />
    </Link>
  )
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyN') return
      event.preventDefault()
      void navigate({ to: '/people/new', state: soughtState(asked) })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, asked])
  return (
    <Page title={t.title} lead={t.lead} action={add} keepFocus>
      <div className="field">
        <label htmlFor="who">{t.field}</label>
        <p className="hint" id="who-hint">
          {t.hint}
        </p>
        <input
          className="input"
          id="who"
          ref={field}
          value={typed}
          autoComplete="off"
          aria-describedby="who-hint"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            document.querySelector<HTMLElement>('.results a, .results button')?.focus()
          }}
        />
      </div>
      {asked.length < 2 ? (
        <p className="mute">{t.start}</p>
      ) : (
        <Shown asked={found} lines={4}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t.none(asked)}>
                <p>{t.noneHow}</p>
              </Empty>
            ) : (
              <>
                <p className="mute" role="status">
                  {t.found(items.length)} {t.by[kindOf(asked)]}
                </p>
                <ul className="rows results">
                  {items.map((person) => (
                    <PersonRow
                      key={person.personId}
                      personId={person.personId}
                      born={shortDate(person.details.birthDate, language)}
                      details={person.details}
                    />
                  ))}
                </ul>
              </>
            )
          }
        </Shown>
      )}
    </Page>
  )
}

/** What the typed text was taken for, by its form. */
function kindOf(typed: string): 'name' | 'born' | 'address' | 'number' {
  const { kind } = soughtBy(typed)
  return kind === 'name' && /\d/.test(typed) ? 'number' : kind
}
