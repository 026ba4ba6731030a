// The history of something in the supply: who changed what, drawn from the log of changes.
import type { SupplyHistoryLine } from '../contract/supply.ts'
import { dayOf } from '../domain/calendar.ts'
import { Role, roleWords } from '../domain/role.ts'
import type { ContactDetails } from '../domain/supply.ts'
import {
  changesBetween,
  type FieldChange,
  type SupplyAction,
  type SupplyNoun,
  type SupplyValue,
  supplyActionWords,
  supplyFieldWords,
} from '../domain/supply-changes.ts'
import type { Language, Words } from '../domain/words.ts'
import { accountsByIds } from '../store/organisations.ts'
import { latestSupplyEvents, supplyEventsOf } from '../store/supply-events.ts'
import type { SupplyEventRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'

/** As many as somebody who was too late wants to read. */
const mostSince = 20

/** What was changed after `version`, one line for each change, the oldest first. */
export async function sinceVersion(engine: Engine, noun: SupplyNoun, id: string, version: number): Promise<Words[]> {
  const rows = await supplyEventsOf(engine.store, noun, id, version - 1, mostSince + 1)
  const names = await namesOf(engine, rows)
  return rows.flatMap((row, index) => {
    if (row.version <= version) return []
    const changed = changesOf(row, rows[index - 1])
    const line = (language: Language): string => {
      const fields = changed.map(({ field }) => supplyFieldWords(field)[language]).join(', ')
      const what = actionWords(row.action)[language]
      return `${dayOf(row.at)}, ${names.get(row.actor_id) ?? row.actor_id}: ${what}${fields === '' ? '' : ` (${fields})`}`
    }
    return [{ nl: line('nl'), en: line('en') }]
  })
}

/** At most `limit` changes with a version below `before`, the latest first. */
export async function historyOf(
  engine: Engine,
  {
    noun,
    id,
    before,
    limit,
    language,
  }: {
    readonly noun: SupplyNoun
    readonly id: string
    readonly before: number | null
    readonly limit: number
    readonly language: Language
  },
): Promise<SupplyHistoryLine[]> {
  // One more than asked for: the change before the last line says what that one changed.
  const rows = await latestSupplyEvents(engine.store, noun, id, before, limit + 1)
  const names = await namesOf(engine, rows)
  return rows.slice(0, limit).map((row, index) => {
    const role = Role.safeParse(row.actor_role)
    return {
      version: row.version,
      at: row.at,
      action: row.action,
      actionWords: actionWords(row.action)[language],
      actorId: row.actor_id,
      actorName: names.get(row.actor_id) ?? row.actor_id,
      actorRole: row.actor_role,
      roleWords: role.success ? roleWords[role.data][language] : row.actor_role,
      changed: changesOf(row, rows[index + 1]).map((change) => ({
        ...change,
        fieldWords: supplyFieldWords(change.field)[language],
      })),
    }
  })
}

/** Against the change before; the first one changed nothing, it made it. */
const changesOf = (row: SupplyEventRow, previous: SupplyEventRow | undefined): FieldChange[] =>
  previous === undefined ? [] : changesBetween(parsedFrom<SupplyValue>(previous.payload), parsedFrom<SupplyValue>(row.payload))

const actionWords = (action: string): Words => supplyActionWords[action as SupplyAction] ?? { nl: action, en: action }

async function namesOf({ store }: Engine, rows: readonly SupplyEventRow[]): Promise<Map<string, string>> {
  const accounts = await accountsByIds(store, [...new Set(rows.map(({ actor_id }) => actor_id))])
  return new Map(accounts.map(({ id, details }) => [id, parsedFrom<Partial<ContactDetails>>(details).name ?? id]))
}
