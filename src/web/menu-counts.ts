// The numbers beside the menu, asked anew once a minute and after what changed them.
import { useQuery } from '@tanstack/react-query'
import { getMenuCounts, type MenuCounts } from '../contract/worklists.ts'
import { call } from './api/call.ts'
import { useSession } from './session.ts'

export type Counted = Pick<MenuCounts['places'][number], 'count' | 'more'>

/** By the address of the place; empty until they are known, and when they cannot be had: a menu works without. */
export function useMenuCounts(): ReadonlyMap<string, Counted> {
  const session = useSession()
  const counts = useQuery({
    queryKey: ['counts', session?.accountId],
    queryFn: async ({ signal }) => (await call(getMenuCounts, { signal })).body.places,
    enabled: session !== null,
    refetchInterval: 60_000,
  })
  return new Map((counts.data ?? []).map(({ place, ...counted }) => [`/${place}`, counted]))
}
