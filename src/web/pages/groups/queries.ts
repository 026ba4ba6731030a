// What the pages of groups ask the server, under one key.
import { queryOptions } from '@tanstack/react-query'
import { listGroups } from '../../../contract/groups.ts'
import { call } from '../../api/call.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/language.tsx'

export function useGroups(show: 'current' | 'all') {
  const { language } = useLanguage()
  const session = useSession()
  return queryOptions({
    queryKey: ['groups', show, session?.accountId, language],
    queryFn: async ({ signal }) => (await call(listGroups, { query: { show }, signal })).body.items,
  })
}
