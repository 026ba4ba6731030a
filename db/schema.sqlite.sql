CREATE TABLE "absence" (
  "id" text not null,
  "account_id" text not null references "account" ("id"),
  "kind" text not null check ("kind" in ('absence', 'departure')),
  "from_on" text not null,
  "until_on" text,
  "replacement_id" text not null references "account" ("id"),
  "note" blob not null,
  "state" text not null check ("state" in ('planned', 'cancelled')),
  "acknowledged_at" text,
  "created_at" text not null,
  "version" integer not null,
  constraint "absence_key" primary key ("id")
) strict;

CREATE INDEX "absence_by_account_id_from_on" on "absence" ("account_id", "from_on");

CREATE INDEX "absence_by_replacement_id_from_on" on "absence" ("replacement_id", "from_on");

CREATE TABLE "access_log" (
  "id" text not null,
  "at" text not null,
  "actor_id" text not null,
  "actor_role" text not null,
  "person_id" text,
  "case_id" text,
  "action" text not null,
  "outcome" text not null,
  "request_id" text not null,
  constraint "access_log_key" primary key ("id")
) strict;

CREATE TRIGGER access_log_no_delete before delete on "access_log" begin select raise(abort, 'access_log is append only'); end;

CREATE TRIGGER access_log_no_update before update on "access_log" begin select raise(abort, 'access_log is append only'); end;

CREATE INDEX "access_log_by_person_id_at_id" on "access_log" ("person_id", "at", "id");

CREATE TABLE "account" (
  "id" text not null,
  "organisation_id" text not null references "organisation" ("id"),
  "role" text not null,
  "details" blob not null,
  "active" integer not null check ("active" in (0, 1)),
  "login" integer default 1 not null check ("login" in (0, 1)),
  "left_on" text,
  "last_seen_on" text,
  "version" integer default 1 not null,
  constraint "account_key" primary key ("id")
) strict;

CREATE INDEX "account_by_organisation_id_id" on "account" ("organisation_id", "id");

CREATE TABLE "assignment" (
  "id" text not null,
  "case_id" text not null references "care_case" ("id"),
  "kind" text not null check ("kind" in ('primary', 'followUp')),
  "code" text not null,
  "provider_id" text,
  "state" text not null,
  "version" integer not null,
  "details" blob not null,
  "changed_at" text not null,
  "person_id" text,
  "practice_id" text,
  "municipality" text,
  "referrer_id" text,
  "offer_id" text,
  "run_id" text,
  "holder_id" text,
  "tab" text,
  "sent_on" text,
  "next_due_at" text,
  constraint "assignment_key" primary key ("id")
) strict;

CREATE INDEX "assignment_by_case_id_id" on "assignment" ("case_id", "id");

CREATE INDEX "assignment_by_holder_id_tab_next_due_at_id" on "assignment" ("holder_id", "tab", "next_due_at", "id");

CREATE INDEX "assignment_by_offer_id_tab" on "assignment" ("offer_id", "tab");

CREATE INDEX "assignment_by_practice_id_tab_next_due_at_id" on "assignment" ("practice_id", "tab", "next_due_at", "id");

CREATE INDEX "assignment_by_provider_id_state_id" on "assignment" ("provider_id", "state", "id");

CREATE INDEX "assignment_by_provider_id_tab_holder_id_next_due_at_id" on "assignment" ("provider_id", "tab", "holder_id", "next_due_at", "id");

CREATE INDEX "assignment_by_provider_id_tab_next_due_at_id" on "assignment" ("provider_id", "tab", "next_due_at", "id");

CREATE INDEX "assignment_by_run_id_id" on "assignment" ("run_id", "id");

CREATE INDEX "assignment_by_tab_code_municipality" on "assignment" ("tab", "code", "municipality");

CREATE TABLE "care_case" (
  "id" text not null,
  "person_id" text not null references "person" ("id"),
  "pathway" text not null,
  "reopened_from" text references "care_case" ("id"),
  "seq" integer not null,
  "head_hash" blob not null,
  "state" blob not null,
  "stage" text not null,
  "opened_on" text not null,
  "changed_at" text not null,
  constraint "care_case_key" primary key ("id")
) strict;

CREATE INDEX "care_case_by_person_id_id" on "care_case" ("person_id", "id");

CREATE TABLE "case_event" (
  "case_id" text not null references "care_case" ("id"),
  "seq" integer not null,
  "type" text not null,
  "subject" text not null,
  "occurred_on" text not null,
  "recorded_at" text not null,
  "actor_id" text not null,
  "actor_role" text not null,
  "command_id" text not null,
  "payload" blob not null,
  "previous_hash" blob not null,
  "hash" blob not null,
  constraint "case_event_key" primary key ("case_id", "seq")
) strict;

CREATE TRIGGER case_event_no_delete before delete on "case_event" begin select raise(abort, 'case_event is append only'); end;

CREATE TRIGGER case_event_no_update before update on "case_event" begin select raise(abort, 'case_event is append only'); end;

CREATE TABLE "command" (
  "actor_id" text not null,
  "idempotency_key" text not null,
  "request_hash" text not null,
  "status" integer not null,
  "answer" blob not null,
  "created_at" text not null,
  constraint "command_key" primary key ("actor_id", "idempotency_key")
) strict;

CREATE TABLE "course_meeting" (
  "id" text not null,
  "run_id" text not null references "course_run" ("id"),
  "number" integer not null,
  "held_on" text not null,
  "details" blob not null,
  constraint "course_meeting_key" primary key ("id"),
  constraint "course_meeting_run_id_number_once" unique ("run_id", "number")
) strict;

CREATE TABLE "course_run" (
  "id" text not null,
  "offer_id" text not null references "offer" ("id"),
  "starts_on" text not null,
  "ends_on" text not null,
  "places" integer not null,
  "taken" integer not null,
  "waiting" integer not null,
  "open" integer not null check ("open" in (0, 1)),
  "details" blob not null,
  "version" integer not null,
  constraint "course_run_key" primary key ("id")
) strict;

CREATE INDEX "course_run_by_offer_id_starts_on_id" on "course_run" ("offer_id", "starts_on", "id");

CREATE TABLE "deadline" (
  "id" text not null,
  "case_id" text not null references "care_case" ("id"),
  "subject" text not null,
  "rule" text not null,
  "about" text,
  "started_seq" integer not null,
  "started_on" text not null,
  "due_on" text not null,
  "due_at" text not null,
  "opens_on" text,
  "paused_days" integer,
  "owner" text not null,
  "told" text not null,
  "state" text not null check ("state" in ('pending', 'fired', 'stopped')),
  "rule_text" text not null,
  constraint "deadline_key" primary key ("id")
) strict;

CREATE INDEX "deadline_by_case_id_state" on "deadline" ("case_id", "state");

CREATE INDEX "deadline_by_state_due_at_id" on "deadline" ("state", "due_at", "id");

CREATE TABLE "delivery" (
  "id" text not null,
  "message_id" text references "outbox" ("id"),
  "case_id" text references "care_case" ("id"),
  "kind" text not null,
  "channel" text not null check ("channel" in ('mail', 'webhook')),
  "target_id" text not null,
  "payload" blob not null,
  "state" text not null check ("state" in ('waiting', 'sent', 'dead', 'stopped')),
  "attempt" integer not null,
  "next_try_at" text not null,
  "batch" text,
  "last_fault" text,
  "created_at" text not null,
  "sent_at" text,
  "dedupe_key" text not null,
  constraint "delivery_key" primary key ("id"),
  constraint "delivery_dedupe_key_once" unique ("dedupe_key")
) strict;

CREATE INDEX "delivery_by_case_id_state" on "delivery" ("case_id", "state");

CREATE INDEX "delivery_by_state_next_try_at_id" on "delivery" ("state", "next_try_at", "id");

CREATE INDEX "delivery_by_target_id_state_id" on "delivery" ("target_id", "state", "id");

CREATE TABLE "draft_answer" (
  "case_id" text not null references "care_case" ("id"),
  "item" text not null,
  "actor_id" text not null,
  "revision" integer not null,
  "value" blob not null,
  "source" text not null,
  "provenance" text not null,
  "operation_id" text not null,
  "at" text not null,
  constraint "draft_answer_key" primary key ("case_id", "item", "actor_id"),
  constraint "draft_answer_case_id_operation_id_once" unique ("case_id", "operation_id")
) strict;

CREATE TABLE "draft_note" (
  "case_id" text not null references "care_case" ("id"),
  "item" text not null,
  "actor_id" text not null,
  "revision" integer not null,
  "value" blob not null,
  "operation_id" text not null,
  "at" text not null,
  constraint "draft_note_key" primary key ("case_id", "item", "actor_id"),
  constraint "draft_note_case_id_operation_id_once" unique ("case_id", "operation_id")
) strict;

CREATE TABLE "feedback" (
  "id" text not null,
  "case_id" text not null references "care_case" ("id"),
  "assignment_id" text not null,
  "practice_id" text not null,
  "moment" text not null check ("moment" in ('accepted', 'started', 'stoppedEarly', 'finished', 'declined', 'notReached', 'waitlisted', 'missed', 'cannotCome', 'cannotComePhone')),
  "occurred_on" text not null,
  "at" text not null,
  "read_by" text,
  "read_at" text,
  constraint "feedback_key" primary key ("id")
) strict;

CREATE INDEX "feedback_by_practice_id_read_at_at_id" on "feedback" ("practice_id", "read_at", "at", "id");

CREATE TABLE "gap_look" (
  "code" text not null,
  "municipality" text not null,
  "up_to" text not null,
  "actor_id" text not null,
  "at" text not null,
  constraint "gap_look_key" primary key ("code", "municipality", "up_to")
) strict;

CREATE TRIGGER gap_look_no_delete before delete on "gap_look" begin select raise(abort, 'gap_look is append only'); end;

CREATE TRIGGER gap_look_no_update before update on "gap_look" begin select raise(abort, 'gap_look is append only'); end;

CREATE TABLE "link" (
  "id" text not null,
  "token_hash" text not null,
  "purpose" text not null check ("purpose" in ('answer', 'attendance', 'offerCheck')),
  "subject_id" text not null,
  "case_id" text,
  "account_id" text not null references "account" ("id"),
  "created_at" text not null,
  "expires_at" text not null,
  "used_at" text,
  constraint "link_key" primary key ("id"),
  constraint "link_token_hash_once" unique ("token_hash")
) strict;

CREATE INDEX "link_by_subject_id_purpose" on "link" ("subject_id", "purpose");

CREATE TABLE "location" (
  "id" text not null,
  "organisation_id" text not null references "organisation" ("id"),
  "municipality" text not null,
  "postcode" text not null,
  "details" blob not null,
  "version" integer not null,
  constraint "location_key" primary key ("id")
) strict;

CREATE INDEX "location_by_organisation_id_id" on "location" ("organisation_id", "id");

CREATE TABLE "offer" (
  "id" text not null,
  "organisation_id" text not null references "organisation" ("id"),
  "code" text not null,
  "municipality" text not null,
  "domain" text not null,
  "details" blob not null,
  "version" integer not null,
  "valid_from" text not null,
  "valid_until" text,
  "location_id" text references "location" ("id"),
  "contact_id" text references "account" ("id"),
  "deputy_id" text references "account" ("id"),
  "owner_id" text references "account" ("id"),
  "certificate_until" text,
  "last_checked_on" text,
  "next_check_on" text,
  constraint "offer_key" primary key ("id")
) strict;

CREATE INDEX "offer_by_code_id" on "offer" ("code", "id");

CREATE INDEX "offer_by_municipality_code_id" on "offer" ("municipality", "code", "id");

CREATE INDEX "offer_by_next_check_on_id" on "offer" ("next_check_on", "id");

CREATE INDEX "offer_by_organisation_id_id" on "offer" ("organisation_id", "id");

CREATE TABLE "offer_area" (
  "offer_id" text not null references "offer" ("id"),
  "area" text not null,
  constraint "offer_area_key" primary key ("offer_id", "area")
) strict;

CREATE INDEX "offer_area_by_area_offer_id" on "offer_area" ("area", "offer_id");

CREATE TABLE "organisation" (
  "id" text not null,
  "kind" text not null check ("kind" in ('practice', 'provider', 'coalition')),
  "municipality" text not null,
  "details" blob not null,
  "version" integer not null,
  "coordinator_id" text references "account" ("id"),
  constraint "organisation_key" primary key ("id")
) strict;

CREATE TABLE "outbox" (
  "id" text not null,
  "case_id" text not null references "care_case" ("id"),
  "seq" integer not null,
  "effect_no" integer not null,
  "kind" text not null,
  "recipient" text not null,
  "payload" blob not null,
  "state" text not null check ("state" in ('waiting', 'sent', 'dead')),
  "attempt" integer not null,
  "next_try_at" text not null,
  "sent_at" text,
  "dedupe_key" text not null,
  constraint "outbox_key" primary key ("id"),
  constraint "outbox_dedupe_key_once" unique ("dedupe_key")
) strict;

CREATE INDEX "outbox_by_case_id_seq" on "outbox" ("case_id", "seq");

CREATE INDEX "outbox_by_state_next_try_at_id" on "outbox" ("state", "next_try_at", "id");

CREATE TABLE "person" (
  "id" text not null,
  "practice_id" text not null references "organisation" ("id"),
  "municipality" text not null,
  "details" blob not null,
  "version" integer not null,
  "created_at" text not null,
  constraint "person_key" primary key ("id")
) strict;

CREATE INDEX "person_by_practice_id_id" on "person" ("practice_id", "id");

CREATE TABLE "plan_code" (
  "id" text not null,
  "case_id" text not null references "care_case" ("id"),
  "code_hash" text not null,
  "created_at" text not null,
  "expires_at" text not null,
  "ended_at" text,
  "tries" integer not null,
  constraint "plan_code_key" primary key ("id"),
  constraint "plan_code_code_hash_once" unique ("code_hash")
) strict;

CREATE INDEX "plan_code_by_case_id_created_at" on "plan_code" ("case_id", "created_at");

CREATE TABLE "plan_message" (
  "id" text not null,
  "case_id" text not null references "care_case" ("id"),
  "assignment_id" text not null,
  "starts_on" text not null,
  "at" text not null,
  constraint "plan_message_key" primary key ("id")
) strict;

CREATE INDEX "plan_message_by_case_id_at" on "plan_message" ("case_id", "at");

CREATE TABLE "schema_migration" ("name" text not null primary key, "applied_at" text not null);

CREATE TABLE "shared_view" (
  "assignment_id" text not null,
  "number" integer not null,
  "case_id" text not null references "care_case" ("id"),
  "at" text not null,
  "view" blob not null,
  constraint "shared_view_key" primary key ("assignment_id", "number")
) strict;

CREATE TABLE "supply_event" (
  "id" text not null,
  "at" text not null,
  "actor_id" text not null,
  "actor_role" text not null,
  "noun" text not null,
  "noun_id" text not null,
  "action" text not null,
  "version" integer not null,
  "payload" blob not null,
  "request_id" text not null,
  constraint "supply_event_key" primary key ("id")
) strict;

CREATE TRIGGER supply_event_no_delete before delete on "supply_event" begin select raise(abort, 'supply_event is append only'); end;

CREATE TRIGGER supply_event_no_update before update on "supply_event" begin select raise(abort, 'supply_event is append only'); end;

CREATE INDEX "supply_event_by_noun_noun_id_at" on "supply_event" ("noun", "noun_id", "at");

CREATE TABLE "unmet_need" (
  "id" text not null,
  "at" text not null,
  "municipality" text not null,
  "code" text not null,
  "reason" text not null,
  "weeks" integer,
  "case_id" text,
  "actor_id" text not null,
  constraint "unmet_need_key" primary key ("id")
) strict;

CREATE TRIGGER unmet_need_no_delete before delete on "unmet_need" begin select raise(abort, 'unmet_need is append only'); end;

CREATE TRIGGER unmet_need_no_update before update on "unmet_need" begin select raise(abort, 'unmet_need is append only'); end;

CREATE INDEX "unmet_need_by_municipality_code_at" on "unmet_need" ("municipality", "code", "at");

CREATE TABLE "webhook" (
  "id" text not null,
  "organisation_id" text not null references "organisation" ("id"),
  "url" text not null,
  "secret" blob not null,
  "active" integer not null check ("active" in (0, 1)),
  "created_at" text not null,
  "version" integer not null,
  constraint "webhook_key" primary key ("id")
) strict;

CREATE INDEX "webhook_by_organisation_id_id" on "webhook" ("organisation_id", "id");

CREATE TABLE "worklist" (
  "case_id" text not null references "care_case" ("id"),
  "person_id" text not null,
  "practice_id" text not null,
  "municipality" text not null,
  "stage" text not null,
  "owner" text not null,
  "level" text,
  "next_due_at" text,
  "next_rule" text,
  "held" integer not null check ("held" in (0, 1)),
  "changed_at" text not null,
  constraint "worklist_key" primary key ("case_id")
) strict;

CREATE INDEX "worklist_by_owner_next_due_at_case_id" on "worklist" ("owner", "next_due_at", "case_id");

CREATE INDEX "worklist_by_practice_id_next_due_at_case_id" on "worklist" ("practice_id", "next_due_at", "case_id");
