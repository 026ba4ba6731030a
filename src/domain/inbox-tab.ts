// Inbox tabs: under which heading an assignment stands at its provider and at its referrer, by its state.
import type { Words } from './words.ts'

export const inboxTabs = ['prepared', 'new', 'waiting', 'accepted', 'running', 'toReport', 'ended', 'gone'] as const
export type InboxTab = (typeof inboxTabs)[number]

const tabs: { readonly [state: string]: InboxTab } = {
  proposed: 'prepared',
  sent: 'new',
  waitlisted: 'waiting',
  accepted: 'accepted',
  planned: 'accepted',
  started: 'running',
  paused: 'running',
  completed: 'toReport',
  stoppedEarly: 'toReport',
  reported: 'ended',
  declined: 'gone',
  withdrawn: 'gone',
  expired: 'gone',
}

/** A state of the one vocabulary of assignments. */
export function tabOf(state: string): InboxTab {
  const tab = tabs[state]
  if (tab === undefined) throw new Error(`No heading for an assignment that is ${state}`)
  return tab
}

/** Somebody still has to do something. */
export const openTabs: readonly InboxTab[] = ['prepared', 'new', 'waiting', 'accepted', 'running', 'toReport']
/** What the provider can see; `prepared` is not sent yet, of `gone` nothing remains. */
export const receiverTabs: readonly InboxTab[] = ['new', 'waiting', 'accepted', 'running', 'toReport', 'ended']

export const inboxTabWords: { readonly [tab in InboxTab]: Words } = {
  prepared: { nl: 'Klaargezet', en: 'Prepared' },
  new: { nl: 'Nieuw', en: 'New' },
  waiting: { nl: 'Wachtlijst', en: 'Waiting list' },
  accepted: { nl: 'Aangenomen', en: 'Accepted' },
  running: { nl: 'Loopt', en: 'Running' },
  toReport: { nl: 'Terug te koppelen', en: 'To report' },
  ended: { nl: 'Afgerond', en: 'Ended' },
  gone: { nl: 'Niet doorgegaan', en: 'Did not go ahead' },
}
