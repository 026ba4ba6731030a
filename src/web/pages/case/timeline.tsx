// What happened, newest first: in words, by whom and when; of one kind when the address says so. What a clock repeats is folded.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { type CaseEvent, getEvents } from '../../../contract/cases.ts'
import { type EventKind, eventKinds } from '../../../contract/event-kinds.ts'
import { capitalised } from '../../../domain/capitalised.ts'
import { call } from '../../api/call.ts'
import { clockTime, longDate, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Shown } from '../../ui/states.tsx'
import { words } from './words.ts'

type TimelineProps = {
  readonly caseId: string
  readonly kind: EventKind | undefined
  readonly nameOf: (subject: string) => string
}

export function Timeline({ caseId, kind, nameOf }: TimelineProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const events = useInfiniteQuery({
    queryKey: ['events', caseId, kind ?? 'all', language],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(getEvents, {
          params: { caseId },
          query: {
            order: 'newest',
            limit: 40,
            ...(kind === undefined ? {} : { kind }),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <section className="part" aria-labelledby="timeline">
      <div className="spread">
        <h2 id="timeline">{t.timeline}</h2>
        <KindFilter caseId={caseId} kind={kind} />
      </div>
      <Shown asked={{ ...events, data: events.data?.pages.flatMap(({ items }) => items) }} lines={6}>
        {(items) => {
          const groups = folded(items.filter(({ echo }) => !echo))
          return (
            <>
              {groups.length === 0 ? (
                <p className="mute">{t.nothingOfKind}</p>
              ) : (
                <ol className="path time">
                  {groups.map((group) =>
                    group.length === 1 ? (
                      <One key={group[0]!.seq} event={group[0]!} nameOf={nameOf} />
                    ) : (
                      <Folded key={group[0]!.seq} events={group} nameOf={nameOf} />
                    ),
                  )}
                </ol>
              )}
              {events.hasNextPage ? (
                <Button small busy={events.isFetchingNextPage && t.loading} onPress={() => void events.fetchNextPage()}>
                  {t.older}
                </Button>
              ) : null}
              <p className="hide" role="status">
                {language === 'nl' ? `${groups.length} regels` : `${groups.length} lines`}
              </p>
            </>
          )
        }}
      </Shown>
    </section>
  )
}

function KindFilter({ caseId, kind }: Pick<TimelineProps, 'caseId' | 'kind'>) {
  const t = useTexts(words)
  const id = useId()
  const navigate = useNavigate()
  const choose = (value: string): void => {
    const chosen = eventKinds.find((one) => one === value)
    void navigate({
      to: '/cases/$caseId',
      params: { caseId },
      search: chosen === undefined ? {} : { kind: chosen },
      replace: true,
      resetScroll: false,
    })
  }
  return (
    <div className="row-of small no-print">
      <label htmlFor={id}>{t.show}</label>
      <select className="select small-select kinds" id={id} value={kind ?? ''} onChange={({ target }) => choose(target.value)}>
        <option value="">{t.all}</option>
        {eventKinds.map((one) => (
          <option key={one} value={one}>
            {t.kinds[one]}
          </option>
        ))}
      </select>
    </div>
  )
}

function One({ event, nameOf }: { readonly event: CaseEvent } & Pick<TimelineProps, 'nameOf'>) {
  return (
    <li className={event.type === 'redFlagRaised' ? 'stop' : event.kind === 'deadline' ? 'later' : 'done'}>
      <When event={event} />
      <h3>{titleOf(event, nameOf)}</h3>
      {event.story.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  )
}

function When({ event: { occurredOn, recordedAt, name, role, roleWords } }: { readonly event: CaseEvent }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  // What was written down later says its own day, not the hour of writing.
  const time = shortDate(recordedAt, language) === shortDate(occurredOn, language) ? `, ${clockTime(recordedAt, language)}` : ''
  const who = role === 'system' ? t.system : name === '' ? roleWords : `${name}, ${roleWords}`
  return <p className="at">{capitalised(`${longDate(occurredOn, language)}${time}, ${who}`)}</p>
}

/** Many of the same in a row: what they were, from when to when, and each of them on request. */
function Folded({ events, nameOf }: { readonly events: readonly CaseEvent[] } & Pick<TimelineProps, 'nameOf'>) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [newest, oldest] = [events[0]!, events.at(-1)!]
  const titles = [...new Set(events.map((event) => titleOf(event, nameOf)))]
  return (
    <li className={newest.kind === 'deadline' ? 'later' : 'done'}>
      <p className="at">{t.between(shortDate(oldest.occurredOn, language), shortDate(newest.occurredOn, language))}</p>
      <h3>{titles.length === 1 ? t.times(titles[0]!, events.length) : t.clocks(events.length)}</h3>
      <details>
        <summary className="small">{t.showEach}</summary>
        <ul className="seen">
          {events.map((event) => (
            <li key={event.seq}>
              <span className="mute">{shortDate(event.occurredOn, language)}</span>{' '}
              {titles.length === 1 ? event.story.join(' ') || titles[0] : titleOf(event, nameOf)}
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

const titleOf = ({ subject, words: said }: CaseEvent, nameOf: TimelineProps['nameOf']): string =>
  subject === 'case' ? capital(said) : `${nameOf(subject)}: ${said}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** From three on: clocks that rang and nothing between them, and meetings of one assignment. */
function folded(events: readonly CaseEvent[]): CaseEvent[][] {
  const runs: CaseEvent[][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run !== undefined && foldOf(event) !== null && foldOf(run[0]!) === foldOf(event)) run.push(event)
    else runs.push([event])
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map((one) => [one]) : [run]))
}

function foldOf({ kind, type, subject }: CaseEvent): string | null {
  if (kind === 'deadline') return 'deadline'
  return type === 'sessionRecorded' ? `${type} ${subject}` : null
}
