// Passed work: open assignments and cases whose own person cannot be reached, who has them instead, and whether anybody does.
import { openTabs } from '../domain/inbox-tab.ts'
import type { Owner } from '../domain/machine-definition.ts'
import { type Reached, replacementOf } from '../domain/responsibility.ts'
import { type People, type Work, whoHas } from '../domain/whose-work.ts'
import type { Reader } from '../store/store.ts'
import type { AssignmentRow, WorklistRow } from '../store/tables.ts'

export type PassedLine = {
  readonly kind: 'assignment' | 'case'
  readonly id: string
  readonly caseId: string
  readonly personId: string
  /** The state of the assignment, or the stage of the case. */
  readonly state: string
  readonly part: Owner
  readonly nextDueAt: string | null
  readonly reached: Reached
}

export type PassedWork = {
  readonly openAssignments: number
  readonly openCases: number
  /** Assignments first, by id, then cases. */
  readonly lines: readonly PassedLine[]
}

/** As many rows as are read at once. */
const batch = 500

/** Looks through everything that is open. */
export async function passedWork(reader: Reader, people: People): Promise<PassedWork> {
  const lines: PassedLine[] = []
  let [openAssignments, openCases] = [0, 0]
  const reachable = new Set([...people.contacts.keys()].filter((id) => replacementOf(people, id, people.today) === id))
  for await (const row of inBatches((after) => openAssignmentsAfter(reader, after))) {
    openAssignments += 1
    const line = assignmentLine(people, row, reachable)
    if (line !== null) lines.push(line)
  }
  const known = new Map<string, Reached>()
  for await (const row of inBatches((after) => openCasesAfter(reader, after))) {
    openCases += 1
    const line = caseLine(people, row, known)
    if (line !== null) lines.push(line)
  }
  return { openAssignments, openCases, lines }
}

async function* inBatches<Row extends { readonly id: string }>(read: (after: string) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let after = ''; ; ) {
    const rows = await read(after)
    yield* rows
    if (rows.length < batch) return
    after = rows.at(-1)!.id
  }
}

const openAssignmentsAfter = (reader: Reader, after: string) =>
  reader.read(
    reader.build
      .selectFrom('assignment')
      .select(['id', 'case_id', 'person_id', 'state', 'tab', 'next_due_at'])
      .select(['provider_id', 'offer_id', 'holder_id', 'practice_id', 'referrer_id'])
      .where('tab', 'in', openTabs)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .compile(),
  )

const openCasesAfter = (reader: Reader, after: string) =>
  reader.read(
    reader.build
      .selectFrom('worklist')
      .select(['case_id as id', 'person_id', 'practice_id', 'stage', 'owner', 'next_due_at'])
      .where('stage', '!=', 'closed')
      .where('case_id', '>', after)
      .orderBy('case_id')
      .limit(batch)
      .compile(),
  )

function assignmentLine(
  people: People,
  row: Omit<AssignmentRow, 'details' | 'version' | 'kind' | 'code' | 'changed_at' | 'municipality' | 'run_id' | 'sent_on'>,
  reachable: ReadonlySet<string>,
): PassedLine | null {
  // What is not sent yet is still the referrer's.
  const part = row.tab === 'prepared' ? 'referrer' : 'provider'
  const own = part === 'referrer' ? row.referrer_id : row.holder_id
  if (own !== null && reachable.has(own)) return null
  const work: Work = {
    practiceId: row.practice_id ?? '',
    providerId: row.provider_id,
    offerId: row.offer_id,
    holderId: row.holder_id,
    referrerId: row.referrer_id,
  }
  const reached = whoHas(people, part, work)
  if (!isPassed(reached)) return null
  const { id, case_id: caseId, state, next_due_at: nextDueAt } = row
  return { kind: 'assignment', id, caseId, personId: row.person_id ?? '', state, part, nextDueAt, reached }
}

function caseLine(
  people: People,
  row: Pick<WorklistRow, 'person_id' | 'practice_id' | 'stage' | 'owner' | 'next_due_at'> & { readonly id: string },
  known: Map<string, Reached>,
): PassedLine | null {
  // What a provider has to do stands with the assignment.
  if (row.owner === 'provider') return null
  const part = row.owner as Owner // Written by us, from the one vocabulary.
  const place = `${row.practice_id} ${part}`
  const work: Work = { practiceId: row.practice_id, providerId: null, offerId: null, holderId: null, referrerId: null }
  const reached = known.get(place) ?? whoHas(people, part, work)
  known.set(place, reached)
  if (!isPassed(reached)) return null
  const { id, stage: state, next_due_at: nextDueAt } = row
  return { kind: 'case', id, caseId: id, personId: row.person_id, state, part, nextDueAt, reached }
}

/** Somebody was passed over, or nobody has it. Work for which nobody was named is the coordinator's own. */
const isPassed = ({ accountId, passed }: Reached): boolean => accountId === null || passed.length > 0
