// Who is at the screen. A real login takes the place of this file: until then one of the demo's people, for as long as the tab is open.
import { useSyncExternalStore } from 'react'

export type Session = { readonly accountId: string; readonly role: string; readonly name: string; readonly organisation: string }

const place = 'valpad.demo-account'
let known: Session | null = read()
const listeners = new Set<() => void>()

function read(): Session | null {
  const kept = sessionStorage.getItem(place)
  return kept === null ? null : (JSON.parse(kept) as Session)
}

/** From nobody to somebody. Another one than before begins with a new page. */
export function signIn(session: Session): void {
  sessionStorage.setItem(place, JSON.stringify(session))
  if (known !== null && known.accountId !== session.accountId) return
  known = session
  for (const tell of listeners) tell()
}

/** Whoever was known here stays so until this page is gone: nothing that is still on its way goes in the name of the next. */
export function signOut(): void {
  sessionStorage.removeItem(place)
  beginAnew()
}

/** A new page has nothing in memory of what somebody else saw. */
export function beginAnew(address = '/'): void {
  document.documentElement.hidden = true
  location.assign(address)
}

/** A page that the browser kept whole comes back only to whoever left it, and never once somebody signed out on it. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && (document.documentElement.hidden || read()?.accountId !== known?.accountId)) location.reload()
})

export const session = (): Session | null => known

export const useSession = (): Session | null =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, session)

/** What a request carries to say who asks. */
export const credentials = (): { readonly [header: string]: string } =>
  known === null ? {} : { 'valpad-actor': known.accountId }
