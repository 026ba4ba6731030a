// Whose turn is yours: who is held by a red flag first, then by the day it must be done.
import { useInfiniteQuery } from '@tanstack/react-query'
import { getWorklist, type WorklistLine } from '../../../contract/worklists.ts'
import { call } from '../../api/call.ts'
import { useSession } from '../../session.ts'
import { daysFrom } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { Act } from './act.tsx'
import { Days, Row } from './row.tsx'
import { words } from './words.ts'

export function ToDo({ list, today }: { readonly list: 'mine' | 'all'; readonly today: string }) {
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
            ...(list === 'mine' && session !== null ? { owner: session.role, held: 'also' as const } : {}),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const open = lines.data?.pages.flatMap(({ items }) => items).filter(({ stage }) => stage !== 'closed')
  const count = open === undefined ? undefined : lines.hasNextPage ? t.atLeast(open.length) : open.length
  return (
    <Part id="todo" title={t.today} count={count} aside={t.todayHow}>
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
                  <Row
                    key={line.caseId}
                    {...line}
                    name={line.personName ?? line.caseId}
                    when={<When line={line} today={today} />}
                  >
                    <Act act={line.act} caseId={line.caseId} />
                  </Row>
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
  return days < 0 ? <Days n={-days} small={t.lateSmall} late /> : <Days n={days} small={t.inSmall} />
}
