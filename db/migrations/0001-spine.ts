// The spine: people, cases with their log, what a command leaves behind, and what is drawn from it.
import type { Kysely } from 'kysely'
import { type Columns, createIndex, createTable, type Keys } from '../create-table.ts'
import { type Dialect, makeAppendOnly } from '../dialect.ts'

export async function spine(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const create = (name: string, columns: Columns, keys: Keys) => createTable(db, dialect, name, columns, keys)
  const index = (table: string, ...columns: string[]) => createIndex(db, table, columns)

  await create(
    'organisation',
    { id: 'text', kind: 'text = practice | provider | coalition', municipality: 'text', details: 'bytes', version: 'int' },
    { primary: ['id'] },
  )
  await create(
    'account',
    { id: 'text', organisation_id: 'text -> organisation', role: 'text', details: 'bytes', active: 'flag' },
    { primary: ['id'] },
  )
  await create(
    'person',
    {
      id: 'text',
      practice_id: 'text -> organisation',
      municipality: 'text',
      details: 'bytes',
      version: 'int',
      created_at: 'text',
    },
    { primary: ['id'] },
  )
  await index('person', 'practice_id', 'id')

  await create(
    'care_case',
    {
      id: 'text',
      person_id: 'text -> person',
      pathway: 'text',
      reopened_from: 'text? -> care_case',
      seq: 'int',
      head_hash: 'bytes',
      state: 'bytes',
      stage: 'text',
      opened_on: 'text',
      changed_at: 'text',
    },
    { primary: ['id'] },
  )
  await index('care_case', 'person_id', 'id')

  await create(
    'case_event',
    {
      case_id: 'text -> care_case',
      seq: 'int',
      type: 'text',
      subject: 'text',
      occurred_on: 'text',
      recorded_at: 'text',
      actor_id: 'text',
      actor_role: 'text',
      command_id: 'text',
      payload: 'bytes',
      previous_hash: 'bytes',
      hash: 'bytes',
    },
    { primary: ['case_id', 'seq'] },
  )
  await makeAppendOnly(db, dialect, 'case_event')

  await create(
    'command',
    {
      actor_id: 'text',
      idempotency_key: 'text',
      request_hash: 'text',
      status: 'int',
      answer: 'bytes',
      created_at: 'text',
    },
    { primary: ['actor_id', 'idempotency_key'] },
  )

  await create(
    'deadline',
    {
      id: 'text',
      case_id: 'text -> care_case',
      subject: 'text',
      rule: 'text',
      about: 'text?',
      started_seq: 'int',
      started_on: 'text',
      due_on: 'text',
      due_at: 'text',
      opens_on: 'text?',
      paused_days: 'int?',
      owner: 'text',
      told: 'text',
      state: 'text = pending | fired | stopped',
      rule_text: 'text',
    },
    { primary: ['id'] },
  )
  await index('deadline', 'state', 'due_at', 'id')
  await index('deadline', 'case_id', 'state')

  await create(
    'outbox',
    {
      id: 'text',
      case_id: 'text -> care_case',
      seq: 'int',
      effect_no: 'int',
      kind: 'text',
      recipient: 'text',
      payload: 'bytes',
      state: 'text = waiting | sent | dead',
      attempt: 'int',
      next_try_at: 'text',
      sent_at: 'text?',
      dedupe_key: 'text',
    },
    { primary: ['id'], unique: [['dedupe_key']] },
  )
  await index('outbox', 'state', 'next_try_at', 'id')
  await index('outbox', 'case_id', 'seq')

  await create(
    'access_log',
    {
      id: 'text',
      at: 'text',
      actor_id: 'text',
      actor_role: 'text',
      // No reference: the line stays when the person is gone.
      person_id: 'text?',
      case_id: 'text?',
      action: 'text',
      outcome: 'text',
      request_id: 'text',
    },
    { primary: ['id'] },
  )
  await makeAppendOnly(db, dialect, 'access_log')
  await index('access_log', 'person_id', 'at', 'id')

  await create(
    'assignment',
    {
      id: 'text',
      case_id: 'text -> care_case',
      kind: 'text = primary | followUp',
      code: 'text',
      provider_id: 'text?',
      state: 'text',
      version: 'int',
      details: 'bytes',
      changed_at: 'text',
    },
    { primary: ['id'] },
  )
  await index('assignment', 'case_id', 'id')
  await index('assignment', 'provider_id', 'state', 'id')

  await create(
    'draft_answer',
    {
      case_id: 'text -> care_case',
      item: 'text',
      actor_id: 'text',
      revision: 'int',
      value: 'bytes',
      source: 'text',
      provenance: 'text',
      operation_id: 'text',
      at: 'text',
    },
    { primary: ['case_id', 'item', 'actor_id'], unique: [['case_id', 'operation_id']] },
  )

  await create(
    'worklist',
    {
      case_id: 'text -> care_case',
      person_id: 'text',
      practice_id: 'text',
      municipality: 'text',
      stage: 'text',
      owner: 'text',
      level: 'text?',
      next_due_at: 'text?',
      next_rule: 'text?',
      held: 'flag',
      changed_at: 'text',
    },
    { primary: ['case_id'] },
  )
  await index('worklist', 'owner', 'next_due_at', 'case_id')
  await index('worklist', 'practice_id', 'next_due_at', 'case_id')

  await create(
    'offer',
    {
      id: 'text',
      organisation_id: 'text -> organisation',
      code: 'text',
      municipality: 'text',
      domain: 'text',
      details: 'bytes',
      version: 'int',
      valid_from: 'text',
      valid_until: 'text?',
    },
    { primary: ['id'] },
  )
  await index('offer', 'municipality', 'code', 'id')
}
