// The groups of a provider: when each meets, how many take part, and which meeting comes next.
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { GroupLine } from '../../../contract/groups.ts'
import { useSession } from '../../session.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { capital } from '../inbox/said.ts'
import { useGroups } from './queries.ts'
import type { GroupsSearch } from './search.ts'
import { ToFill } from './to-fill.tsx'
import { DeskStatus } from './use-desk.tsx'
import { words } from './words.ts'
import '../../theme/provider.css'

export function Groups() {
  const t = useTexts(words)
  const session = useSession()
  const { show = 'current' } = useSearch({ strict: false }) as GroupsSearch
  const asked = useQuery(useGroups(show))
  return (
    <Page title={t.title} lead={`${session?.organisation ?? ''}. ${t.lead}`}>
      <DeskStatus />
      <ToFill />
      <nav className="tabs" aria-label={t.which}>
        <Link to="/groups" search={{}} aria-current={show === 'current' ? 'page' : undefined}>
          {t.current}
        </Link>
        <Link to="/groups" search={{ show: 'all' }} aria-current={show === 'all' ? 'page' : undefined}>
          {t.all}
        </Link>
      </nav>
      <Shown asked={asked}>
        {(items) => {
          const [full, empty] = [items.filter(({ taken }) => taken > 0), items.filter(({ taken }) => taken === 0)]
          if (items.length === 0)
            return (
              <Empty title={t.none}>
                <p>{t.noneHow}</p>
              </Empty>
            )
          return (
            <>
              <Part id="full" title={t.withPeople} count={full.length}>
                {full.length === 0 ? <Empty title={t.noMembers}>{t.noMembersHow}</Empty> : <Lines items={full} />}
              </Part>
              {empty.length === 0 ? null : (
                <details className="twin" open={full.length === 0}>
                  <summary>{`${t.withoutPeople} (${empty.length})`}</summary>
                  <Lines items={empty} />
                </details>
              )}
            </>
          )
        }}
      </Shown>
    </Page>
  )
}

function Lines({ items }: { readonly items: readonly GroupLine[] }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const day = (on: string): string => shortDate(on, language)
  return (
    <ul className="group-lines">
      {items.map(({ runId, name, startsOn, endsOn, words: when, places, taken, waiting, last, next }) => (
        <li key={runId}>
          <div>
            <h3>
              <Link to="/groups/$runId" params={{ runId }} preload={false}>
                {name}
              </Link>
            </h3>
            <p className="mute">{[capital(when), t.from(day(startsOn), day(endsOn))].filter((one) => one !== '').join(', ')}</p>
          </div>
          <p>
            {t.people(taken, places)}
            {waiting === 0 ? null : <span className="mute">{`, ${t.waiting(waiting)}`}</span>}
          </p>
          <p className="small mute">
            {last === null ? null : <span className="line">{t.last(last.number, day(last.heldOn))}</span>}
            {next === null ? null : <span className="line">{t.next(next.number, day(next.heldOn))}</span>}
          </p>
          <Link className={buttonClass('plain', true)} to="/groups/$runId" params={{ runId }} preload={false} tabIndex={-1}>
            {t.open}
          </Link>
        </li>
      ))}
    </ul>
  )
}
