create table access_log (
  id text collate "C" not null,
  at text collate "C" not null,
  actor_id text collate "C" not null,
  actor_role text collate "C" not null,
  person_id text collate "C",
  case_id text collate "C",
  action text collate "C" not null,
  outcome text collate "C" not null,
  request_id text collate "C" not null,
  constraint access_log_key PRIMARY KEY (id)
);

CREATE INDEX access_log_by_person_id_at_id ON access_log USING btree (person_id, at, id);

CREATE TRIGGER access_log_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION access_log_refuses();

CREATE OR REPLACE FUNCTION access_log_refuses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'access_log is append only'; end $function$;

create table account (
  id text collate "C" not null,
  organisation_id text collate "C" not null,
  role text collate "C" not null,
  details bytea not null,
  active integer not null,
  constraint account_active_check CHECK ((active = ANY (ARRAY[0, 1]))),
  constraint account_key PRIMARY KEY (id),
  constraint account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);

create table assignment (
  id text collate "C" not null,
  case_id text collate "C" not null,
  kind text collate "C" not null,
  code text collate "C" not null,
  provider_id text collate "C",
  state text collate "C" not null,
  version integer not null,
  details bytea not null,
  changed_at text collate "C" not null,
  constraint assignment_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint assignment_key PRIMARY KEY (id),
  constraint assignment_kind_check CHECK ((kind = ANY (ARRAY['primary'::text, 'followUp'::text])))
);

CREATE INDEX assignment_by_case_id_id ON assignment USING btree (case_id, id);

CREATE INDEX assignment_by_provider_id_state_id ON assignment USING btree (provider_id, state, id);

create table care_case (
  id text collate "C" not null,
  person_id text collate "C" not null,
  pathway text collate "C" not null,
  reopened_from text collate "C",
  seq integer not null,
  head_hash bytea not null,
  state bytea not null,
  stage text collate "C" not null,
  opened_on text collate "C" not null,
  changed_at text collate "C" not null,
  constraint care_case_key PRIMARY KEY (id),
  constraint care_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint care_case_reopened_from_fkey FOREIGN KEY (reopened_from) REFERENCES care_case(id)
);

CREATE INDEX care_case_by_person_id_id ON care_case USING btree (person_id, id);

create table case_event (
  case_id text collate "C" not null,
  seq integer not null,
  type text collate "C" not null,
  subject text collate "C" not null,
  occurred_on text collate "C" not null,
  recorded_at text collate "C" not null,
  actor_id text collate "C" not null,
  actor_role text collate "C" not null,
  command_id text collate "C" not null,
  payload bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint case_event_key PRIMARY KEY (case_id, seq)
);

CREATE TRIGGER case_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON case_event FOR EACH STATEMENT EXECUTE FUNCTION case_event_refuses();

CREATE OR REPLACE FUNCTION case_event_refuses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'case_event is append only'; end $function$;

create table command (
  actor_id text collate "C" not null,
  idempotency_key text collate "C" not null,
  request_hash text collate "C" not null,
  status integer not null,
  answer bytea not null,
  created_at text collate "C" not null,
  constraint command_key PRIMARY KEY (actor_id, idempotency_key)
);

create table deadline (
  id text collate "C" not null,
  case_id text collate "C" not null,
  subject text collate "C" not null,
  rule text collate "C" not null,
  about text collate "C",
  started_seq integer not null,
  started_on text collate "C" not null,
  due_on text collate "C" not null,
  due_at text collate "C" not null,
  opens_on text collate "C",
  paused_days integer,
  owner text collate "C" not null,
  told text collate "C" not null,
  state text collate "C" not null,
  rule_text text collate "C" not null,
  constraint deadline_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint deadline_key PRIMARY KEY (id),
  constraint deadline_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'fired'::text, 'stopped'::text])))
);

CREATE INDEX deadline_by_case_id_state ON deadline USING btree (case_id, state);

CREATE INDEX deadline_by_state_due_at_id ON deadline USING btree (state, due_at, id);

create table draft_answer (
  case_id text collate "C" not null,
  item text collate "C" not null,
  actor_id text collate "C" not null,
  revision integer not null,
  value bytea not null,
  source text collate "C" not null,
  provenance text collate "C" not null,
  operation_id text collate "C" not null,
  at text collate "C" not null,
  constraint draft_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint draft_answer_case_id_operation_id_once UNIQUE (case_id, operation_id),
  constraint draft_answer_key PRIMARY KEY (case_id, item, actor_id)
);

create table offer (
  id text collate "C" not null,
  organisation_id text collate "C" not null,
  code text collate "C" not null,
  municipality text collate "C" not null,
  domain text collate "C" not null,
  details bytea not null,
  version integer not null,
  valid_from text collate "C" not null,
  valid_until text collate "C",
  constraint offer_key PRIMARY KEY (id),
  constraint offer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);

CREATE INDEX offer_by_municipality_code_id ON offer USING btree (municipality, code, id);

create table organisation (
  id text collate "C" not null,
  kind text collate "C" not null,
  municipality text collate "C" not null,
  details bytea not null,
  version integer not null,
  constraint organisation_key PRIMARY KEY (id),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['practice'::text, 'provider'::text, 'coalition'::text])))
);

create table outbox (
  id text collate "C" not null,
  case_id text collate "C" not null,
  seq integer not null,
  effect_no integer not null,
  kind text collate "C" not null,
  recipient text collate "C" not null,
  payload bytea not null,
  state text collate "C" not null,
  attempt integer not null,
  next_try_at text collate "C" not null,
  sent_at text collate "C",
  dedupe_key text collate "C" not null,
  constraint outbox_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint outbox_dedupe_key_once UNIQUE (dedupe_key),
  constraint outbox_key PRIMARY KEY (id),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dead'::text])))
);

CREATE INDEX outbox_by_case_id_seq ON outbox USING btree (case_id, seq);

CREATE INDEX outbox_by_state_next_try_at_id ON outbox USING btree (state, next_try_at, id);

create table person (
  id text collate "C" not null,
  practice_id text collate "C" not null,
  municipality text collate "C" not null,
  details bytea not null,
  version integer not null,
  created_at text collate "C" not null,
  constraint person_key PRIMARY KEY (id),
  constraint person_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES organisation(id)
);

CREATE INDEX person_by_practice_id_id ON person USING btree (practice_id, id);

create table schema_migration (
  name text not null,
  applied_at text not null,
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table worklist (
  case_id text collate "C" not null,
  person_id text collate "C" not null,
  practice_id text collate "C" not null,
  municipality text collate "C" not null,
  stage text collate "C" not null,
  owner text collate "C" not null,
  level text collate "C",
  next_due_at text collate "C",
  next_rule text collate "C",
  held integer not null,
  changed_at text collate "C" not null,
  constraint worklist_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint worklist_held_check CHECK ((held = ANY (ARRAY[0, 1]))),
  constraint worklist_key PRIMARY KEY (case_id)
);

CREATE INDEX worklist_by_owner_next_due_at_case_id ON worklist USING btree (owner, next_due_at, case_id);

CREATE INDEX worklist_by_practice_id_next_due_at_case_id ON worklist USING btree (practice_id, next_due_at, case_id);
