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

export function signIn(session: Session): void {
  sessionStorage.setItem(place, JSON.stringify(session))
  known = session
  for (const tell of listeners) tell()
}

export function signOut(): void {
  sessionStorage.removeItem(place)
  known = null
  for (const tell of listeners) tell()
}

export const session = (): Session | null => known

export const useSession = (): Session | null =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, session)

/** What a request carries to say who asks. */
export const credentials = (): { readonly [header: string]: string } =>
  known === null ? {} : { 'valpad-actor': known.accountId }
