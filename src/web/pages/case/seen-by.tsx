// Who saw this file: the last three who looked, and every line with what they looked at; also who was refused.
import { useInfiniteQuery } from '@tanstack/react-query'
import { type AccessLine, getAccessLog } from '../../../contract/people.ts'
import { call } from '../../api/call.ts'
import { clockTime, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Part } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { words } from './words.ts'

export function SeenBy({ personId }: { readonly personId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useInfiniteQuery({
    queryKey: ['access-log', personId, language],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(getAccessLog, {
          params: { personId },
          query: { limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
    // Asking again would be one more look in the list.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  const when = ({ at }: AccessLine): string => `${shortDate(at, language)} ${clockTime(at, language)}`
  return (
    <Part id="seen" title={t.looked}>
      <Shown asked={{ ...asked, data: asked.data?.pages }} lines={3}>
        {(pages) => {
          const lines = pages.flatMap(({ items }) => items)
          const total = pages[0]?.total ?? 0
          return (
            <>
              <ul className="seen">
                {looksIn(lines.filter(({ role }) => role !== 'system'))
                  .slice(0, 3)
                  .map((one) => (
                    <li key={one.requestId}>
                      <span className="spread">
                        <span>
                          {nameIn(one)}
                          <small className="mute below">{one.roleWords}</small>
                          {one.outcome === 'refused' ? <small className="late below">{t.refused}</small> : null}
                        </span>
                        <span className="mute small nowrap">{when(one)}</span>
                      </span>
                    </li>
                  ))}
              </ul>
              <details className="twin">
                <summary>{t.allLooks(total)}</summary>
                <ul className="seen">
                  {lines.map((one) => (
                    <li key={`${one.requestId}${one.action}${one.caseId}`}>
                      <span className="spread">
                        <span>
                          {nameIn(one)}
                          <small className="mute below">{one.words}</small>
                          {one.outcome === 'refused' ? <small className="late below">{t.refused}</small> : null}
                        </span>
                        <span className="mute small nowrap">{when(one)}</span>
                      </span>
                    </li>
                  ))}
                </ul>
                {asked.hasNextPage ? (
                  <Button small busy={asked.isFetchingNextPage && t.loading} onPress={() => void asked.fetchNextPage()}>
                    {t.olderLooks}
                  </Button>
                ) : null}
              </details>
            </>
          )
        }}
      </Shown>
    </Part>
  )
}

/** A clock has no name of its own. */
const nameIn = ({ name, role, roleWords }: AccessLine): string => (role === 'system' ? roleWords : name)

const oneVisit = 15 * 60_000

/** One visit of somebody leaves several lines; the last of each stands here. What was refused stands by itself. */
function looksIn(lines: readonly AccessLine[]): AccessLine[] {
  const seen: AccessLine[] = []
  for (const line of lines) {
    const same = seen.some(
      ({ actorId, outcome, at }) =>
        actorId === line.actorId &&
        (outcome === 'refused') === (line.outcome === 'refused') &&
        Date.parse(at) - Date.parse(line.at) < oneVisit,
    )
    if (!same) seen.push(line)
  }
  return seen
}
