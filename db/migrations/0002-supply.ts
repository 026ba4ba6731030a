// Supply and the loop: the local offer and its courses, who stands in for whom, what was shown to whom, and what is delivered.
import type { Kysely } from 'kysely'
import { addColumns, type Columns, createIndex, createTable, type Keys } from '../create-table.ts'
import { type Dialect, makeAppendOnly } from '../dialect.ts'

export async function supply(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const create = (name: string, columns: Columns, keys: Keys) => createTable(db, dialect, name, columns, keys)
  const add = (name: string, columns: Columns) => addColumns(db, dialect, name, columns)
  const index = (table: string, ...columns: string[]) => createIndex(db, table, columns)

  // A contact without a login answers by link; who left keeps the row, and names a successor as an absence without end.
  await add('account', { login: 'flag := 1', left_on: 'text?', last_seen_on: 'text?', version: 'int := 1' })
  await index('account', 'organisation_id', 'id')
  await add('organisation', { coordinator_id: 'text? -> account' })

  await create(
    'location',
    {
      id: 'text',
      organisation_id: 'text -> organisation',
      municipality: 'text',
      postcode: 'text',
      details: 'bytes',
      version: 'int',
    },
    { primary: ['id'] },
  )
  await index('location', 'organisation_id', 'id')

  await add('offer', {
    location_id: 'text? -> location',
    contact_id: 'text? -> account',
    deputy_id: 'text? -> account',
    owner_id: 'text? -> account',
    certificate_until: 'text?',
    last_checked_on: 'text?',
    next_check_on: 'text?',
  })
  await index('offer', 'organisation_id', 'id')
  await index('offer', 'code', 'id')
  await index('offer', 'next_check_on', 'id')

  // `GM0362`, `WK036201`, `BU03620101`, or a postcode of four digits or of four digits and two letters.
  await create('offer_area', { offer_id: 'text -> offer', area: 'text' }, { primary: ['offer_id', 'area'] })
  await index('offer_area', 'area', 'offer_id')

  await create(
    'course_run',
    {
      id: 'text',
      offer_id: 'text -> offer',
      starts_on: 'text',
      ends_on: 'text',
      places: 'int',
      // Drawn from the cases: how many hold a place, and how many wait for one.
      taken: 'int',
      waiting: 'int',
      open: 'flag',
      details: 'bytes',
      version: 'int',
    },
    { primary: ['id'] },
  )
  await index('course_run', 'offer_id', 'starts_on', 'id')
  await create(
    'course_meeting',
    { id: 'text', run_id: 'text -> course_run', number: 'int', held_on: 'text', details: 'bytes' },
    { primary: ['id'], unique: [['run_id', 'number']] },
  )

  await create(
    'absence',
    {
      id: 'text',
      account_id: 'text -> account',
      kind: 'text = absence | departure',
      from_on: 'text',
      until_on: 'text?',
      replacement_id: 'text -> account',
      note: 'bytes',
      state: 'text = planned | cancelled',
      acknowledged_at: 'text?',
      created_at: 'text',
      version: 'int',
    },
    { primary: ['id'] },
  )
  await index('absence', 'account_id', 'from_on')
  await index('absence', 'replacement_id', 'from_on')

  await create(
    'unmet_need',
    {
      id: 'text',
      at: 'text',
      municipality: 'text',
      code: 'text',
      reason: 'text',
      // Weeks until the first place there would have been; empty when there was none.
      weeks: 'int?',
      case_id: 'text?',
      actor_id: 'text',
    },
    { primary: ['id'] },
  )
  await makeAppendOnly(db, dialect, 'unmet_need')
  await index('unmet_need', 'municipality', 'code', 'at')

  await create(
    'supply_event',
    {
      id: 'text',
      at: 'text',
      actor_id: 'text',
      actor_role: 'text',
      noun: 'text',
      noun_id: 'text',
      action: 'text',
      version: 'int',
      payload: 'bytes',
      request_id: 'text',
    },
    { primary: ['id'] },
  )
  await makeAppendOnly(db, dialect, 'supply_event')
  await index('supply_event', 'noun', 'noun_id', 'at')

  await create(
    'link',
    {
      id: 'text',
      token_hash: 'text',
      purpose: 'text = answer | attendance | offerCheck',
      subject_id: 'text',
      case_id: 'text?',
      account_id: 'text -> account',
      created_at: 'text',
      expires_at: 'text',
      used_at: 'text?',
    },
    { primary: ['id'], unique: [['token_hash']] },
  )
  await index('link', 'subject_id', 'purpose')

  await create(
    'shared_view',
    { assignment_id: 'text', number: 'int', case_id: 'text -> care_case', at: 'text', view: 'bytes' },
    { primary: ['assignment_id', 'number'] },
  )

  await create(
    'delivery',
    {
      id: 'text',
      // The message of the outbox it carries; empty for what no case gave rise to.
      message_id: 'text? -> outbox',
      case_id: 'text? -> care_case',
      kind: 'text',
      channel: 'text = mail | webhook',
      // An account for mail, a webhook for the rest.
      target_id: 'text',
      payload: 'bytes',
      state: 'text = waiting | sent | dead | stopped',
      attempt: 'int',
      next_try_at: 'text',
      // Deliveries that go out as one mail.
      batch: 'text?',
      last_fault: 'text?',
      created_at: 'text',
      sent_at: 'text?',
      dedupe_key: 'text',
    },
    { primary: ['id'], unique: [['dedupe_key']] },
  )
  await index('delivery', 'state', 'next_try_at', 'id')
  await index('delivery', 'target_id', 'state', 'id')
  await index('delivery', 'case_id', 'state')

  await create(
    'webhook',
    {
      id: 'text',
      organisation_id: 'text -> organisation',
      url: 'text',
      secret: 'bytes',
      active: 'flag',
      created_at: 'text',
      version: 'int',
    },
    { primary: ['id'] },
  )
  await index('webhook', 'organisation_id', 'id')

  await create(
    'feedback',
    {
      id: 'text',
      case_id: 'text -> care_case',
      assignment_id: 'text',
      practice_id: 'text',
      moment: 'text = accepted | started | stoppedEarly | finished | declined | notReached | waitlisted | missed',
      occurred_on: 'text',
      at: 'text',
      read_by: 'text?',
      read_at: 'text?',
    },
    { primary: ['id'] },
  )
  await index('feedback', 'practice_id', 'read_at', 'at', 'id')

  // Empty in rows from before: `valpad rebuild` draws them again.
  await add('assignment', {
    person_id: 'text?',
    practice_id: 'text?',
    municipality: 'text?',
    referrer_id: 'text?',
    offer_id: 'text?',
    run_id: 'text?',
    // The one person at the provider whose work it is; empty: the contact of the offer, or of the organisation.
    holder_id: 'text?',
    tab: 'text?',
    sent_on: 'text?',
    next_due_at: 'text?',
  })
  await index('assignment', 'provider_id', 'tab', 'next_due_at', 'id')
  await index('assignment', 'holder_id', 'tab', 'next_due_at', 'id')
  // What nobody holds, of one provider.
  await index('assignment', 'provider_id', 'tab', 'holder_id', 'next_due_at', 'id')
  await index('assignment', 'practice_id', 'tab', 'next_due_at', 'id')
  await index('assignment', 'run_id', 'id')
  await index('assignment', 'offer_id', 'tab')
  // How many are open of everything everywhere.
  await index('assignment', 'tab', 'code', 'municipality')
}
