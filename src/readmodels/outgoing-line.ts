// A line of what a practice sent: where it stands in words, who has it, since when, and whether it is stuck.
import { assignmentTag } from '../contract/command-routes.ts'
import type { OutgoingLine } from '../contract/outgoing.ts'
import { daysBetween, type IsoDate } from '../domain/calendar.ts'
import { capitalised } from '../domain/capitalised.ts'
import { dayWords } from '../domain/day-words.ts'
import type { InboxTab } from '../domain/inbox-tab.ts'
import type { Language, Words } from '../domain/words.ts'
import { nameOfCode } from './code-names.ts'
import { clockOf, type LineParts, stateNamed, tabNamed, tabOfRow } from './inbox-line.ts'
import { act, type Callable, mayChooseOther, phoneAct, type Seen } from './work-act.ts'

/** What is most often stuck comes first; under each heading the most urgent. */
export const outgoingOrder = ['new', 'waiting', 'accepted', 'prepared', 'toReport', 'running'] as const satisfies InboxTab[]

export type OutgoingParts = Omit<LineParts, 'view' | 'cancelled'> & {
  readonly personName: string
  readonly provider: OutgoingLine['provider']
  readonly toSendAgain: boolean
  readonly age: number | null
  readonly person: Callable
  readonly contact: Callable
  /** The case it belongs to, as whoever looks sees it. */
  readonly seen: Seen
}

export function outgoingLine(parts: OutgoingParts, today: IsoDate, language: Language): OutgoingLine {
  const { pathway, row, details, due, holder, personName, provider, toSendAgain } = parts
  const since = String(details.context['steppedOn'] ?? row.sent_on ?? row.changed_at.slice(0, 10))
  const tab = tabOfRow(row)
  const stuck = stuckIn(tab, row.state, details)
  return {
    assignmentId: row.id,
    caseId: row.case_id,
    etag: assignmentTag(row.id, row.version),
    personId: row.person_id ?? '',
    personName,
    age: parts.age,
    code: row.code,
    asked: nameOfCode(pathway, row.code, language),
    provider,
    tab: tabNamed(tab, language),
    state: stateNamed(pathway, row.state, language),
    sentOn: row.sent_on,
    since,
    days: daysBetween(since, today),
    holder: { accountId: holder.accountId, name: holder.name },
    clock: due === null ? null : clockOf(pathway, due, language),
    stuck: stuck === null ? null : { code: stuck, words: stuckWords[stuck][language] },
    need: stuck === null ? null : needOf(parts, stuck, language),
    act: actOn(parts, stuck, language),
    toSendAgain,
    links: {
      case: `/v1/cases/${row.case_id}`,
      receiverView: `/v1/cases/${row.case_id}/assignments/${row.id}/receiver-view`,
      summary: `/v1/cases/${row.case_id}/assignments/${row.id}/summary`,
    },
  }
}

type Stuck = keyof typeof stuckWords

/** What is the matter, and with whom it lies. */
function needOf({ pathway, row, details, due, holder, provider }: OutgoingParts, stuck: Stuck, language: Language) {
  const asked = nameOfCode(pathway, row.code, language)
  const tries = Number(details.context['notReached'] ?? 0)
  const said: { readonly [one in Stuck]: Words } = {
    notAnswered: { nl: `Nog geen antwoord op ${asked}.`, en: `No answer yet on ${asked}.` },
    waiting: { nl: `Wacht op een plaats: ${asked}.`, en: `Waits for a place: ${asked}.` },
    notReached: {
      nl: `${tries} keer gebeld voor ${asked}, niet bereikt.`,
      en: `Called ${tries} ${tries === 1 ? 'time' : 'times'} for ${asked}, not reached.`,
    },
    overdue: { nl: `Een termijn is voorbij: ${asked}.`, en: `A term has passed: ${asked}.` },
    neverAnswered: { nl: `Nooit antwoord gekregen op ${asked}.`, en: `${asked} was never answered.` },
    declined: { nl: `${asked} is afgewezen.`, en: `${asked} was declined.` },
  }
  const who = [provider.name, holder.name].filter((name) => name !== '–').join(', ')
  const by =
    due === null
      ? ''
      : { nl: ` Uiterlijk ${dayWords(due.dueOn, language)}.`, en: ` By ${dayWords(due.dueOn, language)}.` }[language]
  return { words: capitalised(said[stuck][language]), about: `${who}.${by}` }
}

function actOn({ seen, row, person, contact }: OutgoingParts, stuck: Stuck | null, language: Language): OutgoingLine['act'] {
  const look = act('case', language)
  if (stuck === null) return look
  if (mayChooseOther(seen, row.id)) return act('otherOffer', language)
  if (stuck === 'declined' || stuck === 'neverAnswered') return look
  return phoneAct(stuck === 'notReached' ? person : contact, language) ?? look
}

function stuckIn(tab: InboxTab, state: string, { context }: OutgoingParts['details']): keyof typeof stuckWords | null {
  if (state === 'expired') return 'neverAnswered'
  if (state === 'declined') return 'declined'
  if (tab === 'gone' || tab === 'ended') return null
  if (Number(context['notReached'] ?? 0) > 0) return 'notReached'
  if (tab === 'new') return 'notAnswered'
  if (tab === 'waiting') return 'waiting'
  return Number(context['reminders'] ?? 0) > 0 ? 'overdue' : null
}

const stuckWords = {
  notAnswered: { nl: 'nog geen antwoord', en: 'no answer yet' },
  waiting: { nl: 'wacht op een plaats', en: 'waits for a place' },
  notReached: { nl: 'de oudere is nog niet bereikt', en: 'the older adult was not reached yet' },
  overdue: { nl: 'een termijn is voorbij', en: 'a term has passed' },
  neverAnswered: { nl: 'niet beantwoord: kies een ander aanbod', en: 'never answered: choose another offer' },
  declined: { nl: 'afgewezen: kies een ander aanbod', en: 'declined: choose another offer' },
} as const satisfies { readonly [reason: string]: Words }
