// The tables as the query builder sees them. Instants are ISO text in UTC with a Z, days are ISO text, bytes may become ciphertext.
import type { Role } from '../domain/role.ts'

/** Nothing that may have to be encrypted or erased stands in any other kind of column. */
export type Bytes = Uint8Array

export type Tables = {
  organisation: OrganisationRow
  account: AccountRow
  person: PersonRow
  care_case: CaseRow
  case_event: EventRow
  command: CommandRow
  deadline: DeadlineRow
  outbox: OutboxRow
  access_log: AccessRow
  assignment: AssignmentRow
  draft_answer: DraftRow
  draft_note: DraftNoteRow
  worklist: WorklistRow
  offer: OfferRow
  location: LocationRow
  offer_area: OfferAreaRow
  course_run: CourseRunRow
  course_meeting: CourseMeetingRow
  absence: AbsenceRow
  unmet_need: UnmetNeedRow
  gap_look: GapLookRow
  supply_event: SupplyEventRow
  link: LinkRow
  shared_view: SharedViewRow
  delivery: DeliveryRow
  webhook: WebhookRow
  feedback: FeedbackRow
  plan_code: PlanCodeRow
  plan_message: PlanMessageRow
}

export type OrganisationRow = {
  id: string
  kind: 'practice' | 'provider' | 'coalition'
  municipality: string
  details: Bytes
  version: number
  /** Who hears of what nobody in the organisation takes up. */
  coordinator_id: string | null
}

/** People who work with the system, in development, until identity comes. */
export type AccountRow = {
  id: string
  organisation_id: string
  role: Role
  details: Bytes
  active: number
  /** 0: answers by link only. */
  login: number
  left_on: string | null
  last_seen_on: string | null
  version: number
}

/** Names, birth date and contact stand in `details` and never in the log. */
export type PersonRow = {
  id: string
  practice_id: string
  municipality: string
  details: Bytes
  version: number
  created_at: string
}

/** One episode: the head of its log and the position it led to. */
export type CaseRow = {
  id: string
  person_id: string
  pathway: string
  reopened_from: string | null
  seq: number
  head_hash: Bytes
  state: Bytes
  stage: string
  opened_on: string
  changed_at: string
}

/** What happened. The database refuses update and delete. */
export type EventRow = {
  case_id: string
  /** From 1. */
  seq: number
  type: string
  subject: string
  occurred_on: string
  recorded_at: string
  actor_id: string
  actor_role: string
  command_id: string
  payload: Bytes
  previous_hash: Bytes
  hash: Bytes
}

/** A command that was answered, with the answer as it was sent. */
export type CommandRow = {
  actor_id: string
  idempotency_key: string
  request_hash: string
  status: number
  answer: Bytes
  created_at: string
}

export type DeadlineRow = {
  id: string
  case_id: string
  subject: string
  rule: string
  about: string | null
  started_seq: number
  started_on: string
  due_on: string
  due_at: string
  opens_on: string | null
  /** Working days left while the clock stands still; null while it runs. */
  paused_days: number | null
  owner: string
  told: string
  state: 'pending' | 'fired' | 'stopped'
  /** The rule that led to the instant, to count it again when the calendar changes. */
  rule_text: string
}

export type OutboxRow = {
  id: string
  case_id: string
  seq: number
  effect_no: number
  kind: string
  recipient: string
  payload: Bytes
  state: 'waiting' | 'sent' | 'dead'
  attempt: number
  next_try_at: string
  sent_at: string | null
  dedupe_key: string
}

/** Who looked at what or changed it. The database refuses update and delete. */
export type AccessRow = {
  id: string
  at: string
  actor_id: string
  actor_role: string
  person_id: string | null
  case_id: string | null
  action: string
  outcome: string
  request_id: string
}

export type AssignmentRow = {
  id: string
  case_id: string
  kind: 'primary' | 'followUp'
  code: string
  provider_id: string | null
  state: string
  version: number
  details: Bytes
  changed_at: string
  person_id: string | null
  practice_id: string | null
  municipality: string | null
  /** Who took the decision. */
  referrer_id: string | null
  offer_id: string | null
  run_id: string | null
  holder_id: string | null
  tab: string | null
  sent_on: string | null
  next_due_at: string | null
}

/** One answer of one person to one item; two people's answers to the same item are two rows. */
export type DraftRow = {
  case_id: string
  item: string
  actor_id: string
  revision: number
  value: Bytes
  source: string
  provenance: string
  operation_id: string
  at: string
}

/** What somebody wrote beside a question. */
export type DraftNoteRow = Pick<DraftRow, 'case_id' | 'item' | 'actor_id' | 'revision' | 'value' | 'operation_id' | 'at'>

export type WorklistRow = {
  case_id: string
  person_id: string
  practice_id: string
  municipality: string
  stage: string
  owner: string
  level: string | null
  next_due_at: string | null
  next_rule: string | null
  held: number
  changed_at: string
}

export type OfferRow = {
  id: string
  organisation_id: string
  code: string
  municipality: string
  domain: string
  details: Bytes
  version: number
  valid_from: string
  valid_until: string | null
  location_id: string | null
  contact_id: string | null
  deputy_id: string | null
  /** Who keeps the data right. */
  owner_id: string | null
  certificate_until: string | null
  last_checked_on: string | null
  next_check_on: string | null
}

export type LocationRow = {
  id: string
  organisation_id: string
  municipality: string
  postcode: string
  details: Bytes
  version: number
}

export type OfferAreaRow = { offer_id: string; area: string }

export type CourseRunRow = {
  id: string
  offer_id: string
  starts_on: string
  ends_on: string
  places: number
  taken: number
  waiting: number
  open: number
  details: Bytes
  version: number
}

export type CourseMeetingRow = { id: string; run_id: string; number: number; held_on: string; details: Bytes }

/** A departure is an absence without end; its replacement is the successor. */
export type AbsenceRow = {
  id: string
  account_id: string
  kind: 'absence' | 'departure'
  from_on: string
  until_on: string | null
  replacement_id: string
  note: Bytes
  state: 'planned' | 'cancelled'
  acknowledged_at: string | null
  created_at: string
  version: number
}

/** Nothing fitted, or not in time. The database refuses update and delete. */
export type UnmetNeedRow = {
  id: string
  at: string
  municipality: string
  code: string
  reason: string
  weeks: number | null
  case_id: string | null
  actor_id: string
}

/** Gaps of one kind in one municipality that were looked at, up to the latest in sight. The database refuses update and delete. */
export type GapLookRow = {
  code: string
  municipality: string
  up_to: string
  actor_id: string
  at: string
}

/** What was changed in the supply, by whom. The database refuses update and delete. */
export type SupplyEventRow = {
  id: string
  at: string
  actor_id: string
  actor_role: string
  noun: string
  noun_id: string
  action: string
  version: number
  payload: Bytes
  request_id: string
}

/** A link for one act, without an account. The token itself is nowhere. */
export type LinkRow = {
  id: string
  token_hash: string
  purpose: 'answer' | 'attendance' | 'offerCheck'
  subject_id: string
  case_id: string | null
  account_id: string
  created_at: string
  expires_at: string
  used_at: string | null
}

export type PlanCodeRow = {
  id: string
  case_id: string
  code_hash: string
  created_at: string
  expires_at: string
  ended_at: string | null
  tries: number
}

/** Somebody said by the code of her plan that she cannot come. */
export type PlanMessageRow = { id: string; case_id: string; assignment_id: string; starts_on: string; at: string }

/** What the receiver could see, word for word, from `at` on. */
export type SharedViewRow = { assignment_id: string; number: number; case_id: string; at: string; view: Bytes }

/** One message to one address. */
export type DeliveryRow = {
  id: string
  message_id: string | null
  case_id: string | null
  kind: string
  channel: 'mail' | 'webhook'
  target_id: string
  payload: Bytes
  state: 'waiting' | 'sent' | 'dead' | 'stopped'
  attempt: number
  next_try_at: string
  batch: string | null
  last_fault: string | null
  created_at: string
  sent_at: string | null
  dedupe_key: string
}

export type WebhookRow = {
  id: string
  organisation_id: string
  url: string
  secret: Bytes
  active: number
  created_at: string
  version: number
}

/** What the referrer is told of an assignment without asking. */
export type FeedbackRow = {
  id: string
  case_id: string
  assignment_id: string
  practice_id: string
  moment:
    | 'accepted'
    | 'started'
    | 'stoppedEarly'
    | 'finished'
    | 'declined'
    | 'notReached'
    | 'waitlisted'
    | 'missed'
    | 'cannotCome'
    | 'cannotComePhone'
  occurred_on: string
  at: string
  read_by: string | null
  read_at: string | null
}
