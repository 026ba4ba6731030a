// Assignments of a provider: what was sent here, the most urgent first, answered from the row.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { InboxPage } from '../../../contract/inbox.ts'
import { useSession } from '../../session.ts'
import { say } from '../../status.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { Pane } from '../assignment/pane.tsx'
import { ToFill } from '../groups/to-fill.tsx'
import { DeskStatus } from '../groups/use-desk.tsx'
import { actOn, useAct } from './act.ts'
import { ActError } from './first.tsx'
import { inboxQuery } from './queries.ts'
import { may, Row } from './row.tsx'
import type { InboxSearch, InboxTabCode } from './search.ts'
import { useWide } from './wide.ts'
import { words } from './words.ts'
import '../../theme/provider.css'

export function Inbox() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const session = useSession()
  const search = useSearch({ strict: false }) as InboxSearch
  const asked = useInfiniteQuery(inboxQuery(search, session?.accountId ?? '', language))
  const [first] = asked.data?.pages ?? []
  return (
    <Page title={t.title} lead={t.lead(session?.organisation ?? '')}>
      <DeskStatus />
      <ToFill />
      <nav className="tabs" aria-label={t.tabs}>
        {first?.tabs.map(({ code, words: said, count, more }) => (
          <Link
            key={code}
            to="/inbox"
            search={{ ...(search.mine === undefined ? {} : { mine: search.mine }), tab: code as InboxTabCode }}
            aria-current={first.tab.code === code ? 'page' : undefined}
          >
            {said} <span className="mute">{more ? `${count}+` : count}</span>
          </Link>
        ))}
      </nav>
      <Filters search={search} />
      <Shown asked={{ ...asked, data: asked.data?.pages }}>
        {(pages) => (
          <Lines
            key={`${search.tab}.${search.mine}.${search.filter}`}
            pages={pages}
            filtered={search.mine !== undefined || search.filter !== undefined}
            more={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
          />
        )}
      </Shown>
    </Page>
  )
}

function Filters({ search }: { readonly search: InboxSearch }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const set = (changed: InboxSearch) => void navigate({ to: '/inbox', search: changed, replace: true })
  const { mine: _, ...notMine } = search
  const { filter: __, ...notFiltered } = search
  return (
    // biome-ignore lint/a11y/useSemanticElements: two boxes in a line, without the look of a fieldset
    <div className="row-of narrow-down" role="group" aria-label={t.filters}>
      <label className="tick">
        <input
          type="checkbox"
          checked={search.mine === 'yes'}
          onChange={({ target }) => set(target.checked ? { ...search, mine: 'yes' } : notMine)}
        />
        <span>{t.mine}</span>
      </label>
      {search.tab === 'accepted' || search.filter !== undefined ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={search.filter !== undefined}
            onChange={({ target }) => set(target.checked ? { ...search, tab: 'accepted', filter: 'noStartDate' } : notFiltered)}
          />
          <span>{t.noStartDate}</span>
        </label>
      ) : null}
    </div>
  )
}

type LinesProps = {
  readonly pages: readonly InboxPage[]
  readonly filtered: boolean
  readonly more: (() => void) | undefined
}

function Lines({ pages, filtered, more }: LinesProps) {
  const t = useTexts(words)
  const wide = useWide()
  const list = useRef<HTMLUListElement>(null)
  const items = pages.flatMap((page) => page.items)
  const [chosen, setChosen] = useState<string | null>(null)
  const [declining, setDeclining] = useState<string | null>(null)
  /** Where focus goes when the row that was answered is gone. */
  const goes = useRef<{ readonly from: string; readonly index: number } | null>(null)
  const place = (id: string): number => items.findIndex(({ assignmentId }) => assignmentId === id)
  const answered = (id: string, said: string): void => {
    goes.current = { from: id, index: place(id) }
    setDeclining(null)
    say(said)
  }
  const accept = useAct((_, { payload }) => answered(String(payload['assignmentId']), t.accepted))
  const focusRow = (index: number): void => {
    const links = list.current?.querySelectorAll<HTMLElement>('.task h3 a') ?? []
    const to = links[Math.max(0, Math.min(index, links.length - 1))] ?? document.querySelector<HTMLElement>('h1')
    to?.focus()
  }
  useLayoutEffect(() => {
    if (goes.current === null || place(goes.current.from) >= 0) return
    focusRow(goes.current.index)
    goes.current = null
  })
  const take = (id: string): void => {
    const line = items[place(id)]
    if (line !== undefined && may(line, 'acceptAssignment') && !accept.isPending)
      accept.mutate(actOn(line, 'acceptAssignment', { placeConfirmed: true }))
  }
  const press = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    const id = target.closest<HTMLElement>('.task')?.dataset['id']
    if (id === undefined || target.closest('input, textarea, select') !== null || event.ctrlKey || event.metaKey || event.altKey)
      return
    const line = items[place(id)]!
    if (event.key === 'ArrowDown') focusRow(place(id) + 1)
    else if (event.key === 'ArrowUp') focusRow(place(id) - 1)
    else if (event.key === 'a') take(id)
    else if (event.key === 'k' && may(line, 'declineAssignment')) setDeclining(declining === id ? null : id)
    else return
    event.preventDefault()
  }
  const shown = items.find(({ assignmentId }) => assignmentId === chosen) ?? items[0]
  const failed = accept.error === null ? null : String(accept.variables?.payload['assignmentId'])
  return (
    <>
      {failed === null ? null : (
        <ActError error={accept.error} assignmentId={failed} again={() => accept.mutate(accept.variables!)} />
      )}
      {items.length === 0 ? (
        <None page={pages[0]!} filtered={filtered} />
      ) : (
        <div className={wide ? 'duo' : undefined}>
          <div className="part tasks">
            <ul aria-label={t.list} ref={list} onKeyDown={press}>
              {items.map((line) => (
                <Row
                  key={line.assignmentId}
                  line={line}
                  today={pages[0]!.today}
                  chosen={wide && line === shown}
                  declining={declining === line.assignmentId}
                  busy={accept.isPending && accept.variables.payload['assignmentId'] === line.assignmentId}
                  onChoose={() => setChosen(line.assignmentId)}
                  onAccept={() => take(line.assignmentId)}
                  onDecline={(open) => setDeclining(open ? line.assignmentId : null)}
                  onDeclined={() => answered(line.assignmentId, t.declined)}
                />
              ))}
            </ul>
            {items.some((line) => may(line, 'acceptAssignment')) ? <p className="small mute below">{t.acceptNote}</p> : null}
            {more === undefined ? null : (
              <Button small onPress={more}>
                {t.more}
              </Button>
            )}
            <p className="small mute below keys-of">{t.keys}</p>
          </div>
          {wide && shown !== undefined ? <Pane assignmentId={shown.assignmentId} /> : null}
        </div>
      )}
    </>
  )
}

/** Why there is nothing, with what there is elsewhere. */
function None({ page, filtered }: { readonly page: InboxPage; readonly filtered: boolean }) {
  const t = useTexts(words)
  const of = (code: InboxTabCode) => page.tabs.find((tab) => tab.code === code) ?? { count: 0, more: false }
  if (filtered)
    return (
      <Empty title={t.emptyFilter}>
        <p>{t.emptyFilterHow}</p>
      </Empty>
    )
  const [running, toReport] = [of('running'), of('toReport')]
  return (
    <Empty title={t.empty[page.tab.code as InboxTabCode]}>
      {page.lastWeek === null ? null : <p>{page.lastWeek}</p>}
      <p>
        {running.count + toReport.count === 0
          ? t.mail
          : t.fact(t.count(running.count, running.more), t.factReport(toReport.count))}
      </p>
    </Empty>
  )
}
