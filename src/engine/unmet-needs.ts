// Unmet needs, noticed: in a decision that had to look elsewhere, and in an assignment that came to nothing; each counted once.
import type { IsoInstant } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import type { Decided } from '../domain/decide.ts'
import type { Pathway } from '../domain/pathway.ts'
import { type UnmetNeed, unmetNeedId } from '../domain/unmet-need.ts'
import { unlessThere } from '../store/row-statements.ts'
import type { Statement } from '../store/store.ts'
import type { PersonRow } from '../store/tables.ts'
import { noteUnmetNeed } from '../store/unmet-needs.ts'
import type { Engine } from './engine.ts'
import { notify } from './notify.ts'
import { lookForCase } from './offers-for-case.ts'
import { peopleToday, toldOf } from './who.ts'

/** Something else is decided than was proposed first: what the supply lacked of that; null when it was there, and simply not chosen. */
export async function unmetByDecision(
  engine: Pick<Engine, 'store' | 'clock'>,
  pathway: Pathway,
  state: CaseState,
  person: PersonRow,
  command: Command,
): Promise<UnmetNeed | null> {
  if (command.type !== 'recordDecision' || command.payload.way === 'own') return null
  const proposed = state.assessment?.primary[0]
  if (proposed === undefined || proposed === command.payload.intervention) return null
  return (await lookForCase(engine, pathway, state, person, [proposed])).get(proposed)?.unmet ?? null
}

/** Assignments that this change brought to nothing for want of a place, or of an answer. */
export function unmetByEnding(
  before: CaseState | undefined,
  { state, entries }: Pick<Decided, 'state' | 'entries'>,
): UnmetNeed[] {
  return Object.entries(state.assignments).flatMap(([id, { code, position }]): UnmetNeed[] => {
    if (before?.assignments[id]?.position.value === position.value) return []
    if (position.value === 'expired') return [{ code, reason: 'noAnswer', weeks: null }]
    const declined = entries.find(({ type, subject }) => type === 'assignmentDeclined' && subject === id)
    return declined?.record['reason'] === 'full' ? [{ code, reason: 'full', weeks: null }] : []
  })
}

export type AboutNeed = {
  readonly caseId: string
  readonly place: { readonly practiceId: string; readonly municipality: string }
  readonly actorId: string
  readonly at: IsoInstant
}

/** Each counted once for its case, with a word to the coordinator who can be reached. */
export async function unmetNeedStatements(engine: Engine, needs: readonly UnmetNeed[], about: AboutNeed): Promise<Statement[]> {
  if (needs.length === 0) return []
  const { build } = engine.store
  const { practiceId, municipality } = about.place
  const nobody = { practiceId, providerId: null, offerId: null, holderId: null, referrerId: null }
  const { accountId } = toldOf(await peopleToday(engine), 'coordinator', nobody)
  return needs.flatMap((need) => {
    const id = unmetNeedId(about.caseId, need)
    const { code, reason, weeks } = need
    const row = { id, at: about.at, municipality, code, reason, weeks, case_id: about.caseId, actor_id: about.actorId }
    const notice =
      accountId === null ? [] : [notify(build, { kind: 'unmetNeed', accountId, dedupeKey: `unmetNeed:${id}`, at: about.at })]
    return [noteUnmetNeed(build, row), ...notice.map(unlessThere)]
  })
}
