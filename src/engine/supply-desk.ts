// The desk where a change of the supply is prepared: what every kind of change needs, and what it comes to.
import type { Actor } from '../access/actor.ts'
import { mayHoldWork } from '../access/policy.ts'
import { whyNotEditSupply } from '../access/supply-policy.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Fault } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import { isColleague, roleWords } from '../domain/role.ts'
import type { SupplyAction, SupplyNoun, SupplyValue } from '../domain/supply-changes.ts'
import type { Words } from '../domain/words.ts'
import { loadAccount, loadOrganisation } from '../store/organisations.ts'
import type { Change } from '../store/store.ts'
import type { AccountRow, OrganisationRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'

export type Desk = { readonly engine: Engine; readonly actor: Actor; readonly today: IsoDate }

export type Prepared =
  | {
      readonly is: 'ready'
      readonly noun: SupplyNoun
      readonly id: string
      readonly version: number
      readonly action: SupplyAction
      /** The whole of it after the change, for the log. */
      readonly value: SupplyValue
      /** The guarded statement first. */
      readonly change: Change
    }
  | { readonly is: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly is: 'forbidden'; readonly refusal: Refusal }
  | { readonly is: 'notThere' }
  /** Somebody else was first: `current` is the version there is now. */
  | { readonly is: 'moved'; readonly current: number }

export const faultAt = (at: string, code: string, nl: string, en: string): Fault => ({ at, code, words: { nl, en } })

export const faultIf = (wrong: boolean, at: string, code: string, nl: string, en: string): Fault[] =>
  wrong ? [faultAt(at, code, nl, en)] : []

/** The organisation that something belongs to, when this actor may edit it; else why not. */
export async function organisationToEdit(
  { engine, actor }: Desk,
  organisationId: string,
): Promise<OrganisationRow | Extract<Prepared, { is: 'faulty' | 'forbidden' }>> {
  const organisation = await loadOrganisation(engine.store, organisationId)
  if (organisation === null) return { is: 'faulty', faults: [noSuchOrganisation] }
  const refusal = whyNotEditSupply(actor, organisation)
  return refusal === null ? organisation : { is: 'forbidden', refusal }
}

/** Active on that day, and not left. */
export const isHere = (account: AccountRow, today: IsoDate): boolean =>
  account.active === 1 && (account.left_on === null || account.left_on > today)

/** What is wrong with naming this account as `what`: it must be there, and of that organisation (or of the coalition, where that is said). */
export async function faultsOfNamed(
  { engine, today }: Desk,
  named: {
    readonly at: string
    readonly accountId: string
    readonly organisationId: string
    readonly orCoalition: boolean
    readonly what: Words
    /** Assignments land here: who cannot read an inbox nor hand on what is in one would leave them lying. */
    readonly answers: boolean
  },
): Promise<Fault[]> {
  const { at, accountId, organisationId, orCoalition, what, answers } = named
  const account = await loadAccount(engine.store, accountId)
  if (account === null || !isColleague(account.role))
    return [faultAt(at, 'noSuchAccount', `Deze ${what.nl} is niet bekend.`, `This ${what.en} is not known.`)]
  const ours =
    account.organisation_id === organisationId ||
    (orCoalition && (await loadOrganisation(engine.store, account.organisation_id))?.kind === 'coalition')
  return [
    ...faultIf(
      !isHere(account, today),
      at,
      'notHere',
      `Deze ${what.nl} is vertrokken of kan niet meer inloggen. Kies iemand die er is.`,
      `This ${what.en} has left or can no longer log in. Choose somebody who is there.`,
    ),
    ...faultIf(
      !ours,
      at,
      'ofAnotherOrganisation',
      `Deze ${what.nl} is van een andere organisatie${orCoalition ? ' en niet van de coalitie' : ''}.`,
      `This ${what.en} is of another organisation${orCoalition ? ' and not of the coalition' : ''}.`,
    ),
    ...faultIf(
      answers && ours && !mayHoldWork(account.role),
      at,
      'cannotAnswer',
      `Deze ${what.nl} kan als ${roleWords[account.role].nl} geen opdrachten beantwoorden. Kies iemand die dat kan.`,
      `This ${what.en} cannot answer assignments as ${roleWords[account.role].en}. Choose somebody who can.`,
    ),
  ]
}

/** A municipality that the coalition does not have is a slip of the pen. */
export function faultsOfMunicipality({ engine }: Desk, at: string, code: string): Fault[] {
  const { municipalities } = engine.newest.settings as {
    readonly municipalities?: readonly { readonly code: string; readonly name: string }[]
  }
  if (municipalities === undefined || municipalities.some((one) => one.code === code)) return []
  const list = municipalities.map((one) => `${one.code} (${one.name})`).join(', ')
  return [
    faultAt(
      at,
      'outsideRegion',
      `${code} is geen gemeente van deze coalitie. Wel: ${list}.`,
      `${code} is not a municipality of this coalition. These are: ${list}.`,
    ),
  ]
}

/** What belongs to one organisation stays there: work and agreements hang on it. */
export const faultsOfMoving = (at: string, before: string | undefined, after: string): Fault[] =>
  faultIf(
    before !== undefined && before !== after,
    at,
    'cannotMove',
    'Dit kan niet naar een ander worden verplaatst. Maak het daar nieuw aan.',
    'This cannot be moved to another one. Add it anew there.',
  )

const noSuchOrganisation = faultAt(
  '/organisationId',
  'noSuchOrganisation',
  'Deze organisatie is niet bekend.',
  'This organisation is not known.',
)
