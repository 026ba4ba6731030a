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
  constraint "account_key" primary key ("id")
) strict;

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
  constraint "assignment_key" primary key ("id")
) strict;

CREATE INDEX "assignment_by_case_id_id" on "assignment" ("case_id", "id");

CREATE INDEX "assignment_by_provider_id_state_id" on "assignment" ("provider_id", "state", "id");

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
  constraint "offer_key" primary key ("id")
) strict;

CREATE INDEX "offer_by_municipality_code_id" on "offer" ("municipality", "code", "id");

CREATE TABLE "organisation" (
  "id" text not null,
  "kind" text not null check ("kind" in ('practice', 'provider', 'coalition')),
  "municipality" text not null,
  "details" blob not null,
  "version" integer not null,
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

CREATE TABLE "schema_migration" ("name" text not null primary key, "applied_at" text not null);

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
