// Whether the list and one assignment fit beside each other.
import { useSyncExternalStore } from 'react'

const query = typeof matchMedia === 'undefined' ? null : matchMedia('(min-width: 68.01rem)')

export const useWide = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      query?.addEventListener('change', tell)
      return () => query?.removeEventListener('change', tell)
    },
    () => query?.matches ?? false,
  )
