// The status line: whether what was typed has been saved. One sentence for the whole page, told to who cannot see it too.
import { useSyncExternalStore } from 'react'

export type Status = { readonly words: string }

let current: Status = { words: '' }
const listeners = new Set<() => void>()

export function say(words: string): void {
  if (words === current.words) return
  current = { words }
  for (const tell of listeners) tell()
}

export const useStatus = (): Status =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => current,
  )
