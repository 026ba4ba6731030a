// What providers told: first who needs a choice. A line leaves when it was read, and can be found back.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type FeedbackLine, listFeedback, readFeedback } from '../../../contract/feedback.ts'
import { call, newKey } from '../../api/call.ts'
import { daysFrom } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Part } from '../../ui/page.tsx'
import { focusRow } from '../../ui/row-keys.ts'
import { Empty, Shown } from '../../ui/states.tsx'
import { Act } from './act.tsx'
import { Days, Row } from './row.tsx'
import { words } from './words.ts'

function useFeedback(unread: 'yes' | 'no', enabled: boolean) {
  const { language } = useLanguage()
  const lines = useInfiniteQuery({
    queryKey: ['feedback', unread, language],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(listFeedback, {
          query: { unread, limit: 20, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled,
  })
  return { ...lines, items: lines.data?.pages.flatMap(({ items }) => items) }
}

export function Feedback({ today }: { readonly today: string }) {
  const t = useTexts(words)
  const [withRead, setWithRead] = useState(false)
  const fresh = useFeedback('yes', true)
  const before = useFeedback('no', withRead)
  const list = useRef<HTMLDivElement>(null)
  const n = fresh.items?.length
  const count = n === undefined ? undefined : t.fresh(fresh.hasNextPage ? t.atLeast(n) : String(n))
  /** To the next row; after the last one to what comes under the list. */
  const onGone = (at: number): void => {
    const rows = [...(list.current?.querySelectorAll('.rows > li') ?? [])]
    const next = rows[at] ?? rows[at - 1]
    if (next === undefined) list.current?.querySelector<HTMLElement>('.toggle button')?.focus()
    else focusRow(next, '.btn')
  }
  return (
    <Part id="feedback" title={t.feedback} count={count} aside={t.feedbackHow}>
      <div ref={list}>
        <Shown asked={{ ...fresh, data: fresh.items }} lines={3}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t.noFeedback} />
            ) : (
              <ul className="rows">
                {items.map((line, index) => (
                  <FeedbackRow key={line.feedbackId} line={line} today={today} onGone={() => onGone(index)} />
                ))}
              </ul>
            )
          }
        </Shown>
        {withRead ? (
          <Shown asked={{ ...before, data: before.items }} lines={3}>
            {(items) => (
              <>
                <h3>{t.readBefore}</h3>
                {items.length === 0 ? <p className="mute">{t.noneRead}</p> : null}
                <ul className="rows">
                  {items.map((line) => (
                    <FeedbackRow key={line.feedbackId} line={line} today={today} />
                  ))}
                </ul>
              </>
            )}
          </Shown>
        ) : null}
        <p className="btns toggle">
          {fresh.hasNextPage ? (
            <Button small onPress={() => void fresh.fetchNextPage()}>
              {t.more}
            </Button>
          ) : null}
          <Button small look="quiet" expanded={withRead} onPress={() => setWithRead(!withRead)}>
            {withRead ? t.hideRead : t.showRead}
          </Button>
        </p>
      </div>
    </Part>
  )
}

function FeedbackRow({
  line,
  today,
  onGone,
}: {
  readonly line: FeedbackLine
  readonly today: string
  readonly onGone?: () => void
}) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: (key: string) => call(readFeedback, { params: { feedbackId: line.feedbackId }, body: {}, key }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['feedback'] })
      await queries.invalidateQueries({ queryKey: ['counts'] })
    },
  })
  const isNew = line.readAt === null
  const markSeen = (): void => read.mutate(newKey(), onGone === undefined ? {} : { onSuccess: onGone })
  return (
    <Row
      {...line}
      name={line.personName}
      isNew={isNew}
      need={line.words}
      when={<Days n={Math.max(0, daysFrom(line.at, today))} small={t.ago} />}
    >
      {line.act.code === 'seen' ? (
        <Button small onPress={markSeen} busy={read.isPending ? t.busy : false}>
          {line.act.words}
        </Button>
      ) : (
        // Whoever goes on with it has read it; a number to call stays until somebody was reached.
        <Act act={line.act} caseId={line.caseId} {...(isNew ? { onUse: () => read.mutate(newKey()) } : {})} />
      )}
    </Row>
  )
}
