// My work: what blocks an older adult comes first, with one action a row.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type FeedbackLine, listFeedback, readFeedback } from '../../../contract/feedback.ts'
import { getOutgoing, type OutgoingLine } from '../../../contract/outgoing.ts'
import { getWorklist, type WorklistLine } from '../../../contract/worklists.ts'
import { call, newKey } from '../../api/call.ts'
import { useSession } from '../../session.ts'
import { daysFrom, longDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { words } from './words.ts'

export function Work() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { list = 'mine' } = useSearch({ strict: false }) as { list?: 'mine' | 'all' }
  const today = useToday()
  const add = (
    <Link className={buttonClass('main')} to="/people">
      {t.start} <kbd>/</kbd>
    </Link>
  )
  return (
    <Page title={t.title} lead={t.lead(longDate(today, language))} action={add}>
      <nav className="tabs" aria-label={t.lists}>
        <Link to="/work" search={{}} aria-current={list === 'mine' ? 'page' : undefined}>
          {t.mine}
        </Link>
        <Link to="/work" search={{ list: 'all' }} aria-current={list === 'all' ? 'page' : undefined}>
          {t.everything}
        </Link>
      </nav>
      <ToDo list={list} today={today} />
      <Feedback today={today} />
      <Stuck today={today} />
    </Page>
  )
}

/** The demo's clock may stand elsewhere than the computer's: what the list was drawn on is what counts. */
const useToday = (): string => new Date().toISOString()

function ToDo({ list, today }: { readonly list: 'mine' | 'all'; readonly today: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const session = useSession()
  const lines = useInfiniteQuery({
    queryKey: ['worklist', list, language, session?.accountId],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(getWorklist, {
          query: {
            limit: 20,
            ...(list === 'mine' && session !== null ? { owner: session.role } : {}),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const open = lines.data?.pages.flatMap(({ items }) => items).filter(({ stage }) => stage !== 'closed')
  return (
    <Part id="todo" title={t.today} count={open?.length} aside={t.todayHow}>
      <Shown asked={{ ...lines, data: open }}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t.nothing}>
              <p>{t.nothingHow}</p>
            </Empty>
          ) : (
            <>
              <ul className="rows">
                {items.map((line) => (
                  <ToDoRow key={line.caseId} line={line} today={today} />
                ))}
              </ul>
              {lines.hasNextPage ? (
                <Button small onPress={() => void lines.fetchNextPage()}>
                  {t.more}
                </Button>
              ) : null}
            </>
          )
        }
      </Shown>
    </Part>
  )
}

const places: {
  readonly [stage: string]: {
    readonly to: '/cases/$caseId/screening' | '/cases/$caseId/analysis' | '/cases/$caseId/proposal'
    readonly act: 'screening' | 'analysis' | 'decision'
  }
} = {
  signalled: { to: '/cases/$caseId/screening', act: 'screening' },
  screening: { to: '/cases/$caseId/screening', act: 'screening' },
  screeningIncomplete: { to: '/cases/$caseId/screening', act: 'screening' },
  analysis: { to: '/cases/$caseId/analysis', act: 'analysis' },
  decision: { to: '/cases/$caseId/proposal', act: 'decision' },
}

function ToDoRow({ line, today }: { readonly line: WorklistLine; readonly today: string }) {
  const t = useTexts(words)
  const place = line.held ? undefined : places[line.stage]
  return (
    <li>
      <When line={line} today={today} />
      <p>
        <Link className="name" to="/cases/$caseId" params={{ caseId: line.caseId }}>
          {line.personName ?? line.caseId}
        </Link>{' '}
        {line.age === null ? null : <span className="mute nowrap">{`${line.age} ${t.years}`}</span>}
      </p>
      <p className="need">
        {line.awaited ?? line.stageWords}
        <small>{line.awaited === null ? line.ownerWords : `${line.stageWords}, ${line.ownerWords}`}</small>
      </p>
      <Link className={buttonClass('plain', true)} to={place?.to ?? '/cases/$caseId'} params={{ caseId: line.caseId }}>
        {t.acts[place?.act ?? 'other']}
      </Link>
    </li>
  )
}

function When({ line, today }: { readonly line: WorklistLine; readonly today: string }) {
  const t = useTexts(words)
  if (line.held)
    return (
      <p className="when late">
        {t.now}
        <small>{t.nowSmall}</small>
      </p>
    )
  if (line.nextDueAt === null) return <p className="when mute">{t.noTerm}</p>
  const days = daysFrom(today, line.nextDueAt)
  if (days === 0) return <p className="when">{t.todaySmall}</p>
  return days < 0 ? (
    <p className="when late">
      {t.late(-days)}
      <small>{t.lateSmall}</small>
    </p>
  ) : (
    <p className="when">
      {t.inDays(days)}
      <small>{t.inSmall}</small>
    </p>
  )
}

function Feedback({ today }: { readonly today: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const lines = useQuery({
    queryKey: ['feedback', language],
    queryFn: async ({ signal }) => (await call(listFeedback, { query: { unread: 'yes', limit: 20 }, signal })).body.items,
  })
  return (
    <Part id="feedback" title={t.feedback} count={lines.data?.length} aside={t.feedbackHow}>
      <Shown asked={lines} lines={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t.noFeedback} />
          ) : (
            <ul className="rows">
              {items.map((line) => (
                <FeedbackRow key={line.feedbackId} line={line} today={today} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Part>
  )
}

function FeedbackRow({ line, today }: { readonly line: FeedbackLine; readonly today: string }) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: (key: string) => call(readFeedback, { params: { feedbackId: line.feedbackId }, body: {}, key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feedback'] }),
  })
  return (
    <li>
      <p className="when">
        {t.inDays(Math.max(0, daysFrom(line.occurredOn, today)))}
        <small>{t.ago}</small>
      </p>
      <p>
        <Link className="name" to="/cases/$caseId" params={{ caseId: line.caseId }}>
          {line.personName}
        </Link>
      </p>
      <p className="need">
        {line.words}
        {line.because === null ? null : <small>{line.because}</small>}
      </p>
      <Button small onPress={() => read.mutate(newKey())} busy={read.isPending ? t.busy : false}>
        {t.seen}
      </Button>
    </li>
  )
}

function Stuck({ today }: { readonly today: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const lines = useQuery({
    queryKey: ['stuck', language],
    queryFn: async ({ signal }) =>
      (await call(getOutgoing, { query: { limit: 50 }, signal })).body.items.filter(({ stuck }) => stuck !== null),
  })
  return (
    <Part id="stuck" title={t.stuck} count={lines.data?.length} aside={t.stuckHow}>
      <Shown asked={lines} lines={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t.noStuck} />
          ) : (
            <ul className="rows">
              {items.map((line) => (
                <StuckRow key={line.assignmentId} line={line} today={today} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Part>
  )
}

function StuckRow({ line }: { readonly line: OutgoingLine; readonly today: string }) {
  const t = useTexts(words)
  return (
    <li>
      <p className="when">
        {t.inDays(line.days)}
        <small>{t.still}</small>
      </p>
      <p>
        <Link className="name" to="/cases/$caseId" params={{ caseId: line.caseId }}>
          {line.personName}
        </Link>
      </p>
      <p className="need">
        {`${line.asked}: ${line.stuck?.words ?? ''}`}
        <small>{[line.provider.name, line.holder.name].filter(Boolean).join(', ')}</small>
      </p>
      <Link className={buttonClass('plain', true)} to="/cases/$caseId" params={{ caseId: line.caseId }}>
        {t.acts.other}
      </Link>
    </li>
  )
}
