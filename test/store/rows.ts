// Rows to test the store with: each builder names what matters, the rest is plausible.
import { genesis, sealEvents, type UnsealedEvent } from '../../src/store/chain.ts'
import { type Builder, type Change, statement } from '../../src/store/store.ts'
import type {
  AccessRow,
  CaseRow,
  DeadlineRow,
  DraftRow,
  EventRow,
  OrganisationRow,
  OutboxRow,
  PersonRow,
  WorklistRow,
} from '../../src/store/tables.ts'

export const at = '2026-11-02T09:00:00Z'
export const bytes = (text: string): Buffer => Buffer.from(text)

export const aPractice: OrganisationRow = {
  id: 'practice',
  kind: 'practice',
  municipality: 'Aalsmeer',
  details: bytes('{}'),
  version: 1,
  coordinator_id: null,
}

export const aPerson: PersonRow = {
  id: 'person',
  practice_id: aPractice.id,
  municipality: 'Aalsmeer',
  details: bytes('{}'),
  version: 1,
  created_at: at,
}

export const aCase = (row: Partial<CaseRow> = {}): CaseRow => ({
  id: 'case',
  person_id: aPerson.id,
  pathway: 'amstelland@1',
  reopened_from: null,
  seq: 0,
  head_hash: genesis,
  state: bytes('{}'),
  stage: 'signal',
  opened_on: '2026-11-02',
  changed_at: at,
  ...row,
})

export const anEvent = (row: Partial<UnsealedEvent> = {}): UnsealedEvent => ({
  case_id: 'case',
  seq: 1,
  type: 'signalReceived',
  subject: 'case',
  occurred_on: '2026-11-02',
  recorded_at: at,
  actor_id: 'nurse',
  actor_role: 'practiceNurse',
  command_id: 'key',
  payload: bytes('{}'),
  ...row,
})

/** A sealed log of `count` entries. */
export const aLog = (count: number, row: Partial<UnsealedEvent> = {}): EventRow[] =>
  sealEvents(
    genesis,
    Array.from({ length: count }, (_, index) => anEvent({ ...row, seq: index + 1, payload: bytes(`{"n":${index}}`) })),
  )

export const aDeadline = (row: Partial<DeadlineRow> = {}): DeadlineRow => ({
  id: 'deadline',
  case_id: 'case',
  subject: 'case',
  rule: 'TM1',
  about: null,
  started_seq: 1,
  started_on: '2026-11-02',
  due_on: '2026-11-09',
  due_at: '2026-11-09T17:00:00Z',
  opens_on: null,
  paused_days: null,
  owner: 'practiceNurse',
  told: '["practiceNurse"]',
  state: 'pending',
  rule_text: '{}',
  ...row,
})

export const aMessage = (row: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'message',
  case_id: 'case',
  seq: 1,
  effect_no: 0,
  kind: 'invitation',
  recipient: 'person',
  payload: bytes('{}'),
  state: 'waiting',
  attempt: 0,
  next_try_at: at,
  sent_at: null,
  dedupe_key: row.id ?? 'message',
  ...row,
})

export const anAccess = (row: Partial<AccessRow> = {}): AccessRow => ({
  id: 'access',
  at,
  actor_id: 'nurse',
  actor_role: 'practiceNurse',
  person_id: 'person',
  case_id: 'case',
  action: 'readCase',
  outcome: 'allowed',
  request_id: 'request',
  ...row,
})

export const aDraft = (row: Partial<DraftRow> = {}): DraftRow => ({
  case_id: 'case',
  item: 'falls12m',
  actor_id: 'nurse',
  revision: 1,
  value: bytes('1'),
  source: 'person',
  provenance: 'asked',
  operation_id: 'operation',
  at,
  ...row,
})

export const aLine = (row: Partial<WorklistRow> = {}): WorklistRow => ({
  case_id: 'case',
  person_id: 'person',
  practice_id: 'practice',
  municipality: 'Aalsmeer',
  stage: 'signal',
  owner: 'practiceNurse',
  level: null,
  next_due_at: null,
  next_rule: null,
  held: 0,
  changed_at: at,
  ...row,
})

/** A practice, a person and these cases. */
export const withCases = (build: Builder, ...cases: CaseRow[]): Change => [
  statement(build.insertInto('organisation').values(aPractice), 1),
  statement(build.insertInto('person').values(aPerson), 1),
  ...cases.map((row) => statement(build.insertInto('care_case').values(row), 1)),
]
