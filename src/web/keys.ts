// Keys of one letter or mark: they can be switched off on this device (WCAG 2.1.4), and then no part of any page hears them.
import { useSyncExternalStore } from 'react'

const place = 'valpad.letters'

export const letterKeys = (): boolean => localStorage.getItem(place) !== 'off'

export function setLetterKeys(on: boolean): void {
  if (on) localStorage.removeItem(place)
  else localStorage.setItem(place, 'off')
  // As a change in another window is told.
  window.dispatchEvent(new Event('storage'))
}

/** Digits choose within the question that has focus, and a space presses what has focus: these stay. */
export const isLetter = (key: string): boolean => /^[^\d\s]$/u.test(key)

export const useLetterKeys = (): boolean => useSyncExternalStore(told, letterKeys)
/** Whether this key does something now. */
export const useKey = (key = ''): boolean => useLetterKeys() || !isLetter(key)

function told(tell: () => void): () => void {
  window.addEventListener('storage', tell)
  return () => window.removeEventListener('storage', tell)
}

// One gate before every handler, so that none can forget to ask. What is typed in a field is typed all the same.
window.addEventListener(
  'keydown',
  (event) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (isLetter(key) && !ctrlKey && !metaKey && !altKey && !letterKeys()) event.stopPropagation()
  },
  true,
)
