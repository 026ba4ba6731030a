// Reading a case: its row, its state and the pathway it was begun with; only for who may see it, and never without a line in the log.
import { type Sight, whyNotSee } from '../access/reading.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { decide } from '../domain/decide.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Refusal } from '../domain/result.ts'
import type { Asked } from '../readmodels/allowed-commands.ts'
import { casesOfPerson, loadCase } from '../store/cases.ts'
import type { CaseRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { gatherFor } from './gather.ts'
import { type Looker, logLooks } from './look.ts'

export type FoundCase = { readonly is: 'found'; readonly row: CaseRow; readonly state: CaseState; readonly pathway: Pathway }
export type ReadCase = FoundCase | { readonly is: 'unknown' } | { readonly is: 'forbidden'; readonly refusal: Refusal }

export async function readCase(
  engine: Engine,
  looker: Looker,
  caseId: string,
  action: string,
  sight: Sight = 'caseFile',
): Promise<ReadCase> {
  const row = await loadCase(engine.store, caseId)
  const refusal = whyNotSee(sight, looker.actor.role)
  const looks = row === null ? [] : [{ action, personId: row.person_id, caseId }]
  await logLooks(engine, looker, looks, refusal === null ? 'seen' : 'refused')
  if (refusal !== null) return { is: 'forbidden', refusal }
  return row === null ? { is: 'unknown' } : found(engine, row)
}

/** For an act, or for who has logged the look already. */
export async function readState(engine: Engine, caseId: string): Promise<FoundCase | null> {
  const row = await loadCase(engine.store, caseId)
  return row === null ? null : found(engine, row)
}

function found(engine: Engine, row: CaseRow): FoundCase {
  const state = parsedFrom<CaseState>(row.state)
  return { is: 'found', row, state, pathway: pathwayOf(engine, state.pathway) }
}

/** What a list of allowed commands has to know beside the case. */
export async function askedBy(engine: Engine, { actor }: Looker, { state, pathway }: FoundCase): Promise<Asked> {
  const today = dayOf(engine.clock())
  const asked: Asked = { role: actor.role, today, besides: {} }
  if (!isInAnalysis(state)) return asked
  const command = { type: 'completeAnalysis', payload: {} } as const
  const gathered = await gatherFor(engine, state, command)
  const decided = gathered.ok
    ? decide(pathway, state, command, { occurredOn: today, today, by: actor.role }, gathered.value.facts)
    : gathered
  return decided.ok ? asked : { ...asked, besides: { completeAnalysis: decided.refusal } }
}

/** The other episodes of the person of a case that may be seen: what was paid in them counts here too. */
export async function otherEpisodes({ store }: Engine, { row }: FoundCase): Promise<CaseState[]> {
  const rows = await casesOfPerson(store, row.person_id)
  return rows.filter(({ id }) => id !== row.id).map(({ state }) => parsedFrom<CaseState>(state))
}

/** While an analysis runs, what is possible also depends on its draft answers, which are not in the log. */
export const isInAnalysis = ({ position }: CaseState): boolean => (position.value as { progress: string }).progress === 'analysis'
