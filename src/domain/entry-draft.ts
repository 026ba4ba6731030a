// The draft of an entry, before it has a day and a role; and what lies outside the case that some entries need.
import type { Answers, Note } from './answers.ts'
import { type LogEntry, ofCase, type Subject } from './case-log.ts'
import type { Result } from './result.ts'

/** What lies outside the case and is needed for some commands. */
export type Gathered = {
  readonly answers?: Answers
  readonly notes?: readonly Note[]
  readonly age?: number
  readonly sex?: string
  /** Who gives the command. */
  readonly actorId?: string
  /** How many meetings the course run has on which it holds a place; absent: no run is kept. */
  readonly meetings?: number
  /** Of the offer that is chosen; no offer known: taken as valid. */
  readonly certificateValid?: boolean
  /** The contact of the offer that is chosen. */
  readonly holderId?: string | null
}

export type Draft = Pick<LogEntry, 'type' | 'subject' | 'fields' | 'record'>

export const draft = (
  type: string,
  fields: LogEntry['fields'] = {},
  record: LogEntry['record'] = {},
  subject: Subject = ofCase,
): Result<Draft> => ({
  ok: true,
  value: { type, subject, fields, record },
})
