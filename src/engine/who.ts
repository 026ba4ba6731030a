// Who: the person whose work something is today, by name. Asked anew each time, so that absence and departure count from their first day.
import { dayOf } from '../domain/calendar.ts'
import type { Owner } from '../domain/machine-definition.ts'
import type { Passed } from '../domain/responsibility.ts'
import { type Covered, coveredBy, type Work, whoHas } from '../domain/whose-work.ts'
import type { Callable } from '../readmodels/work-act.ts'
import { loadDirectory, type WhoIsWho } from '../store/directory.ts'
import type { AssignmentRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

export type About = Work & { readonly personId: string }

export type Told = {
  /** Null only when even the last resort is empty. */
  readonly accountId: string | null
  readonly name: string
  readonly organisationId: string | null
  /** False: answers by link. */
  readonly login: boolean
  readonly passed: readonly Passed[]
  readonly lastResort: boolean
  /** Whom it is really for: somebody without an account, whom this person phones. */
  readonly onBehalfOf: 'person' | 'informalCarer' | null
}

/** Load it once for everything that one request or one round asks. */
export const peopleToday = ({ store, clock }: Pick<Engine, 'store' | 'clock'>): Promise<WhoIsWho> =>
  loadDirectory(store, dayOf(clock()))

export const whoIsTold = async (engine: Pick<Engine, 'store' | 'clock'>, owner: Owner, about: About): Promise<Told> =>
  toldOf(await peopleToday(engine), owner, about)

export function toldOf(people: WhoIsWho, owner: Owner, work: Work): Told {
  const reached = whoHas(people, owner, work)
  const contact = reached.accountId === null ? undefined : people.contacts.get(reached.accountId)
  return {
    ...reached,
    name: nameOf(people, reached.accountId),
    organisationId: contact?.organisationId ?? null,
    login: contact?.login ?? false,
    onBehalfOf: owner === 'person' || owner === 'informalCarer' ? owner : null,
  }
}

/** The person at the provider who has this assignment today. */
export const holderToday = (people: WhoIsWho, row: WorkColumns): Told => toldOf(people, 'provider', workOf(row))

/** The person at the practice who has this assignment today. */
export const referrerToday = (people: WhoIsWho, row: WorkColumns): Told => toldOf(people, 'referrer', workOf(row))

/** With the phone number this person can be reached at. */
export const callable = ({ accounts }: WhoIsWho, { accountId, name }: Pick<Told, 'accountId' | 'name'>): Callable => {
  const row = accountId === null ? undefined : accounts.get(accountId)
  return { name, phone: row === undefined ? null : (parsedFrom<{ phone?: string }>(row.details).phone ?? null) }
}

type WorkColumns = Pick<AssignmentRow, 'practice_id' | 'provider_id' | 'offer_id' | 'holder_id' | 'referrer_id'>

const workOf = (row: WorkColumns): Work => ({
  practiceId: row.practice_id ?? '',
  providerId: row.provider_id,
  offerId: row.offer_id,
  holderId: row.holder_id,
  referrerId: row.referrer_id,
})

/** Which rows of the inbox are this account's today: for a filter over many rows. */
export const covers = (people: WhoIsWho, accountId: string): Covered => coveredBy(people, accountId)

/** What somebody is called; the id where there is no name, a dash for nobody. */
export function nameOf({ accounts }: WhoIsWho, accountId: string | null): string {
  if (accountId === null) return '–'
  const row = accounts.get(accountId)
  return row === undefined ? accountId : (parsedFrom<{ name?: string }>(row.details).name ?? accountId)
}
