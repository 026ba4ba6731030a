// What happened, newest first: in words, by whom and when.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CaseEvent, getEvents } from '../../../contract/cases.ts'
import { roleWords } from '../../../domain/role.ts'
import { call } from '../../api/call.ts'
import { longDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Shown } from '../../ui/states.tsx'
import { words } from './words.ts'

export function Timeline({ caseId, nameOf }: { readonly caseId: string; readonly nameOf: (subject: string) => string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [shown, setShown] = useState(12)
  const events = useInfiniteQuery({
    queryKey: ['events', caseId, language],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(getEvents, {
          params: { caseId },
          query: { limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <Shown asked={{ ...events, data: events.data?.pages.flatMap(({ items }) => items) }}>
      {(items) => {
        const newest = [...items].reverse().filter(isNews)
        return (
          <>
            <ol className="path time">
              {newest.slice(0, shown).map((event) => (
                <li className={isStop(event) ? 'stop' : 'done'} key={`${event.recordedAt}${event.hash}`}>
                  <p className="at">
                    {longDate(event.occurredOn, language)}, {event.role === 'system' ? t.system : roleName(event.role, language)}
                  </p>
                  <h4>
                    {event.subject === 'case' ? '' : `${nameOf(event.subject)}: `}
                    {event.words}
                  </h4>
                  <Detail event={event} />
                </li>
              ))}
            </ol>
            {newest.length > shown || events.hasNextPage ? (
              <Button
                small
                onPress={() => {
                  setShown(shown + 20)
                  if (events.hasNextPage) void events.fetchNextPage()
                }}
              >
                {t.older}
              </Button>
            ) : null}
          </>
        )
      }}
    </Shown>
  )
}

/** What one machine tells another is said once. */
const isNews = ({ record, subject }: CaseEvent): boolean => !('because' in record) || subject !== 'case'
const isStop = ({ type }: CaseEvent): boolean => type === 'redFlagRaised'

const roleName = (role: string, language: 'nl' | 'en'): string =>
  (roleWords as { readonly [role: string]: { nl: string; en: string } | undefined })[role]?.[language] ?? role

/** What somebody wrote beside it. */
function Detail({ event: { record } }: { readonly event: CaseEvent }) {
  const said = ['goal', 'summary', 'outcome', 'reason', 'note'].flatMap((field) =>
    typeof record[field] === 'string' ? [record[field]] : [],
  )
  return said.length === 0 ? null : <p>{said.join('. ')}</p>
}
