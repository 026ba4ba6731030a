// Whose case it is: somebody who works for a provider acts on what was sent to that provider, or put forward by it; the rest is not there.
import type { Actor } from '../access/actor.ts'
import { worksForProvider } from '../access/policy.ts'
import { whyNotSee } from '../access/reading.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import { receiverTabs, tabOf } from '../domain/inbox-tab.ts'
import type { StateMeta } from '../domain/machine-definition.ts'
import { openedBy } from '../store/cases.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { type Engine, pathwayOf } from './engine.ts'

/** True: answered as if there were no such case. */
export async function isNotTheirs(engine: Engine, actor: Actor, { payload }: Command, state: CaseState): Promise<boolean> {
  if (!worksForProvider(actor.role)) return false
  const known = 'assignmentId' in payload ? isSentTo(actor, state, payload.assignmentId) : await isKnownTo(engine, actor, state)
  // The coalition steps in wherever nobody else does.
  return !known && (await loadOrganisation(engine.store, actor.organisationId))?.kind !== 'coalition'
}

/** Of an assignment: one that was sent, to this organisation. */
function isSentTo({ organisationId }: Actor, { assignments }: CaseState, assignmentId: string): boolean {
  const one = assignments[assignmentId]
  return one !== undefined && one.position.value !== 'proposed' && one.providerId === organisationId
}

/** Of the case itself. Who may read any case file has nothing hidden from them by an address that is not there. */
async function isKnownTo(engine: Engine, { role, organisationId }: Actor, state: CaseState): Promise<boolean> {
  if (whyNotSee('caseFile', role) === null || isWith(engine, state) === role) return true
  const theirs = Object.values(state.assignments).filter(({ providerId }) => providerId === organisationId)
  if (theirs.some(({ position }) => receiverTabs.includes(tabOf(String(position.value))))) return true
  return (await openedBy(engine.store, state.id)) === organisationId
}

/** Whose turn the pathway says it is: a talk after the programme is for a profession that had no part in it before. */
function isWith(engine: Engine, { pathway, position }: CaseState) {
  const meta = pathwayOf(engine, pathway).machines.case.states[String(position.value)]?.meta as { state?: StateMeta } | undefined
  return meta?.state?.owner
}
