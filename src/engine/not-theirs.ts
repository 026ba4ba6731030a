// Whose case it is: somebody who works for a provider acts on what was sent to that provider, or put forward by it; the rest is not there.
import type { Actor } from '../access/actor.ts'
import { worksForProvider } from '../access/policy.ts'
import { whyNotSee } from '../access/reading.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import { receiverTabs, tabOf } from '../domain/inbox-tab.ts'
import type { StateMeta } from '../domain/machine-definition.ts'
import { openerOf } from '../store/cases.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { type Engine, pathwayOf } from './engine.ts'

/** True: answered as if there were no such case. */
export async function isNotTheirs(engine: Engine, actor: Actor, command: Command, state: CaseState): Promise<boolean> {
  if (!worksForProvider(actor.role)) return false
  const { payload } = command
  const known =
    'assignmentId' in payload
      ? isSentTo(actor, state, payload.assignmentId)
      : isTheirTalk(engine, actor, command, state) || (await isKnownTo(engine, actor, state))
  // The coalition steps in wherever nobody else does.
  return !known && (await loadOrganisation(engine.store, actor.organisationId))?.kind !== 'coalition'
}

/** Of an assignment: one that was sent, to this organisation. */
function isSentTo({ organisationId }: Actor, { assignments }: CaseState, assignmentId: string): boolean {
  const one = assignments[assignmentId]
  return one !== undefined && one.position.value !== 'proposed' && one.providerId === organisationId
}

/** A talk after the programme is for a profession that may have had no part in it before: it is theirs while the pathway waits for it. */
function isTheirTalk(engine: Engine, { role }: Actor, { type }: Command, { pathway, position }: CaseState): boolean {
  if (type !== 'recordFollowUpTalk') return false
  const { progress } = position.value as { progress: string } // the shape of every case machine
  const meta = pathwayOf(engine, pathway).machines.case.states['progress']?.states[progress]?.meta
  return (meta as { state?: StateMeta } | undefined)?.state?.owner === role
}

/** Of the case itself. Who may read any case file has nothing hidden from them by an address that is not there. */
async function isKnownTo({ store }: Engine, { role, organisationId }: Actor, { id, assignments }: CaseState): Promise<boolean> {
  if (whyNotSee('caseFile', role) === null) return true
  const theirs = Object.values(assignments).filter(({ providerId }) => providerId === organisationId)
  if (theirs.some(({ position }) => receiverTabs.includes(tabOf(String(position.value))))) return true
  return (await openerOf(store, id))?.organisationId === organisationId
}
