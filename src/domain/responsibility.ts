// Responsibility: whose work it is today. A chain of people is walked until somebody can be reached; it never ends without one.
import { addWorkingDays, type IsoDate } from './calendar.ts'
import type { Words } from './words.ts'

export type Contact = {
  readonly id: string
  readonly organisationId: string
  readonly active: boolean
  /** The day this person left; null while here. */
  readonly leftOn: IsoDate | null
  /** The last sign of life, or the day the account was made. Null: an answer by link, nothing is expected. */
  readonly lastSeenOn: IsoDate | null
}

/** Away from `fromOn` up to and including `untilOn`; null: for good. */
export type Absence = {
  readonly accountId: string
  readonly kind: 'absence' | 'departure'
  readonly fromOn: IsoDate
  readonly untilOn: IsoDate | null
  readonly replacementId: string
}

/** Everything that decides who can be reached on one day. */
export type Directory = {
  readonly contacts: ReadonlyMap<string, Contact>
  /** Those of that day, by who is away. */
  readonly absences: ReadonlyMap<string, Absence>
  /** Coordinators of the coalition, in order: somebody of them is always there. */
  readonly lastResort: readonly string[]
}

export type Passed = { readonly accountId: string; readonly why: 'unknown' | 'departed' | 'disabled' | 'absent' | 'silent' }

/** Who left is followed to the successor, also when a holiday was planned for those days. */
export function awayOn<Some extends Absence>(absences: readonly Some[], day: IsoDate): Map<string, Some> {
  const byAccount = new Map<string, Some>()
  for (const absence of absences)
    if (covers(absence, day) && byAccount.get(absence.accountId)?.kind !== 'departure') byAccount.set(absence.accountId, absence)
  return byAccount
}

const covers = ({ fromOn, untilOn }: Absence, day: IsoDate): boolean => fromOn <= day && (untilOn === null || day <= untilOn)

/** Who has it, and who was passed over on the way there. Null only when the last resort itself is empty or away. */
export type Reached = { readonly accountId: string | null; readonly passed: readonly Passed[]; readonly lastResort: boolean }

export const passedWords: { readonly [why in Passed['why']]: Words } = {
  unknown: { nl: 'is niet bekend', en: 'is not known' },
  departed: { nl: 'is vertrokken', en: 'has left' },
  disabled: { nl: 'kan niet meer inloggen', en: 'can no longer log in' },
  absent: { nl: 'is afwezig', en: 'is away' },
  silent: { nl: 'reageert al lang niet', en: 'has been silent for long' },
}

/** Working days without a sign of life after which work goes to the next in the chain; our default. */
export const silentAfterWorkingDays = 15

/**
 * Walks `chain` (account ids, in order) and then the last resort until somebody can be reached on `today`. Who is away or has left is
 * followed to the replacement first, and so on; nobody is asked twice, so no circle keeps it going. Of the last resort somebody who has
 * been silent for long is better than nobody.
 */
export function reach(directory: Directory, chain: readonly string[], today: IsoDate): Reached {
  const passed: Passed[] = []
  const asked = new Set<string>()
  const first = walk(directory, chain, today, { passed, asked })
  if (first !== null) return { accountId: first, passed, lastResort: false }
  const last = walk(directory, directory.lastResort, today, { passed, asked })
  if (last !== null) return { accountId: last, passed, lastResort: true }
  const known = new Set(directory.lastResort)
  const silent = passed.find(({ accountId, why }) => why === 'silent' && known.has(accountId))?.accountId ?? null
  return { accountId: silent, passed: passed.filter(({ accountId }) => accountId !== silent), lastResort: true }
}

/** Who has the work of one person today, by replacement alone; null when that leads to nobody. */
export const replacementOf = (directory: Directory, accountId: string, today: IsoDate): string | null =>
  walk(directory, [accountId], today, { passed: [], asked: new Set() })

/** Where the replacements of one person end, when that is with somebody who is not there any more: whose work is to be handed over. */
export function goneAtTheEnd(directory: Directory, accountId: string, today: IsoDate): string | null {
  const passed: Passed[] = []
  if (walk(directory, [accountId], today, { passed, asked: new Set() }) !== null) return null
  const last = passed.at(-1)
  return last !== undefined && isGone(last) ? last.accountId : null
}

/** Not for some days, but until somebody else has the work. */
export const isGone = ({ why }: Passed): boolean => why === 'departed' || why === 'disabled'

type SoFar = { readonly passed: Passed[]; readonly asked: Set<string> }

function walk(directory: Directory, chain: readonly string[], today: IsoDate, { passed, asked }: SoFar): string | null {
  for (const begin of chain) {
    for (let next: string | undefined = begin; next !== undefined && !asked.has(next); ) {
      asked.add(next)
      const why = whyNot(directory, next, today)
      if (why === null) return next
      passed.push({ accountId: next, why })
      next = directory.absences.get(next)?.replacementId
    }
  }
  return null
}

/** Null when this person can be reached. */
function whyNot({ contacts, absences }: Directory, accountId: string, today: IsoDate): Passed['why'] | null {
  const contact = contacts.get(accountId)
  if (contact === undefined) return 'unknown'
  const away = absences.get(accountId)
  if (away?.kind === 'departure' || hasLeft(contact, today)) return 'departed'
  if (!contact.active) return 'disabled'
  if (away !== undefined) return 'absent'
  return isSilent(contact, today) ? 'silent' : null
}

const hasLeft = ({ leftOn }: Contact, today: IsoDate): boolean => leftOn !== null && leftOn <= today

const isSilent = ({ lastSeenOn }: Contact, today: IsoDate): boolean =>
  lastSeenOn !== null && addWorkingDays(lastSeenOn, silentAfterWorkingDays) <= today
