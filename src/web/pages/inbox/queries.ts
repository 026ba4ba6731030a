// What the pages of a provider ask the server, each under one key.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getInbox, getInboxAssignment } from '../../../contract/inbox.ts'
import type { Language } from '../../../domain/words.ts'
import { call } from '../../api/call.ts'
import type { InboxSearch } from './search.ts'

export const inboxQuery = ({ tab, mine, filter }: InboxSearch, accountId: string, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['inbox', tab ?? '', mine ?? '', filter ?? '', accountId, language],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(getInbox, {
          query: {
            limit: 25,
            ...(tab === undefined ? {} : { tab: tab as 'new' }),
            ...(mine === undefined ? {} : { mine }),
            ...(filter === undefined ? {} : { filter }),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
          signal,
        })
      ).body,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const assignmentQuery = (assignmentId: string, language: Language) =>
  queryOptions({
    queryKey: ['inbox-assignment', assignmentId, language],
    queryFn: async ({ signal }) => (await call(getInboxAssignment, { params: { assignmentId }, signal })).body,
  })
