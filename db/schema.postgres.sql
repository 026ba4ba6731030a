create table absence (
  id text collate "C" not null,
  account_id text collate "C" not null,
  kind text collate "C" not null,
  from_on text collate "C" not null,
  until_on text collate "C",
  replacement_id text collate "C" not null,
  note bytea not null,
  state text collate "C" not null,
  acknowledged_at text collate "C",
  created_at text collate "C" not null,
  version integer not null,
  constraint absence_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint absence_key PRIMARY KEY (id),
  constraint absence_kind_check CHECK ((kind = ANY (ARRAY['absence'::text, 'departure'::text]))),
  constraint absence_replacement_id_fkey FOREIGN KEY (replacement_id) REFERENCES account(id),
  constraint absence_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text])))
);

CREATE INDEX absence_by_account_id_from_on ON absence USING btree (account_id, from_on);

CREATE INDEX absence_by_replacement_id_from_on ON absence USING btree (replacement_id, from_on);

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
  login integer not null,
  left_on text collate "C",
  last_seen_on text collate "C",
  version integer not null,
  constraint account_active_check CHECK ((active = ANY (ARRAY[0, 1]))),
  constraint account_key PRIMARY KEY (id),
  constraint account_login_check CHECK ((login = ANY (ARRAY[0, 1]))),
  constraint account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);

CREATE INDEX account_by_organisation_id_id ON account USING btree (organisation_id, id);

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
  person_id text collate "C",
  practice_id text collate "C",
  municipality text collate "C",
  referrer_id text collate "C",
  offer_id text collate "C",
  run_id text collate "C",
  holder_id text collate "C",
  tab text collate "C",
  sent_on text collate "C",
  next_due_at text collate "C",
  constraint assignment_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint assignment_key PRIMARY KEY (id),
  constraint assignment_kind_check CHECK ((kind = ANY (ARRAY['primary'::text, 'followUp'::text])))
);

CREATE INDEX assignment_by_case_id_id ON assignment USING btree (case_id, id);

CREATE INDEX assignment_by_holder_id_tab_next_due_at_id ON assignment USING btree (holder_id, tab, next_due_at, id);

CREATE INDEX assignment_by_offer_id_tab ON assignment USING btree (offer_id, tab);

CREATE INDEX assignment_by_practice_id_tab_next_due_at_id ON assignment USING btree (practice_id, tab, next_due_at, id);

CREATE INDEX assignment_by_provider_id_state_id ON assignment USING btree (provider_id, state, id);

CREATE INDEX assignment_by_provider_id_tab_holder_id_next_due_at_id ON assignment USING btree (provider_id, tab, holder_id, next_due_at, id);

CREATE INDEX assignment_by_provider_id_tab_next_due_at_id ON assignment USING btree (provider_id, tab, next_due_at, id);

CREATE INDEX assignment_by_run_id_id ON assignment USING btree (run_id, id);

CREATE INDEX assignment_by_tab_code_municipality ON assignment USING btree (tab, code, municipality);

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

create table course_meeting (
  id text collate "C" not null,
  run_id text collate "C" not null,
  number integer not null,
  held_on text collate "C" not null,
  details bytea not null,
  constraint course_meeting_key PRIMARY KEY (id),
  constraint course_meeting_run_id_fkey FOREIGN KEY (run_id) REFERENCES course_run(id),
  constraint course_meeting_run_id_number_once UNIQUE (run_id, number)
);

create table course_run (
  id text collate "C" not null,
  offer_id text collate "C" not null,
  starts_on text collate "C" not null,
  ends_on text collate "C" not null,
  places integer not null,
  taken integer not null,
  waiting integer not null,
  open integer not null,
  details bytea not null,
  version integer not null,
  constraint course_run_key PRIMARY KEY (id),
  constraint course_run_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint course_run_open_check CHECK ((open = ANY (ARRAY[0, 1])))
);

CREATE INDEX course_run_by_offer_id_starts_on_id ON course_run USING btree (offer_id, starts_on, id);

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

create table delivery (
  id text collate "C" not null,
  message_id text collate "C",
  case_id text collate "C",
  kind text collate "C" not null,
  channel text collate "C" not null,
  target_id text collate "C" not null,
  payload bytea not null,
  state text collate "C" not null,
  attempt integer not null,
  next_try_at text collate "C" not null,
  batch text collate "C",
  last_fault text collate "C",
  created_at text collate "C" not null,
  sent_at text collate "C",
  dedupe_key text collate "C" not null,
  constraint delivery_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'webhook'::text]))),
  constraint delivery_dedupe_key_once UNIQUE (dedupe_key),
  constraint delivery_key PRIMARY KEY (id),
  constraint delivery_message_id_fkey FOREIGN KEY (message_id) REFERENCES outbox(id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dead'::text, 'stopped'::text])))
);

CREATE INDEX delivery_by_case_id_state ON delivery USING btree (case_id, state);

CREATE INDEX delivery_by_state_next_try_at_id ON delivery USING btree (state, next_try_at, id);

CREATE INDEX delivery_by_target_id_state_id ON delivery USING btree (target_id, state, id);

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

create table draft_note (
  case_id text collate "C" not null,
  item text collate "C" not null,
  actor_id text collate "C" not null,
  revision integer not null,
  value bytea not null,
  operation_id text collate "C" not null,
  at text collate "C" not null,
  constraint draft_note_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint draft_note_case_id_operation_id_once UNIQUE (case_id, operation_id),
  constraint draft_note_key PRIMARY KEY (case_id, item, actor_id)
);

create table feedback (
  id text collate "C" not null,
  case_id text collate "C" not null,
  assignment_id text collate "C" not null,
  practice_id text collate "C" not null,
  moment text collate "C" not null,
  occurred_on text collate "C" not null,
  at text collate "C" not null,
  read_by text collate "C",
  read_at text collate "C",
  constraint feedback_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint feedback_key PRIMARY KEY (id),
  constraint feedback_moment_check CHECK ((moment = ANY (ARRAY['accepted'::text, 'started'::text, 'stoppedEarly'::text, 'finished'::text, 'declined'::text, 'notReached'::text, 'waitlisted'::text, 'missed'::text, 'cannotCome'::text, 'cannotComePhone'::text])))
);

CREATE INDEX feedback_by_practice_id_read_at_at_id ON feedback USING btree (practice_id, read_at, at, id);

create table gap_look (
  code text collate "C" not null,
  municipality text collate "C" not null,
  up_to text collate "C" not null,
  actor_id text collate "C" not null,
  at text collate "C" not null,
  constraint gap_look_key PRIMARY KEY (code, municipality, up_to)
);

CREATE TRIGGER gap_look_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON gap_look FOR EACH STATEMENT EXECUTE FUNCTION gap_look_refuses();

CREATE OR REPLACE FUNCTION gap_look_refuses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'gap_look is append only'; end $function$;

create table link (
  id text collate "C" not null,
  token_hash text collate "C" not null,
  purpose text collate "C" not null,
  subject_id text collate "C" not null,
  case_id text collate "C",
  account_id text collate "C" not null,
  created_at text collate "C" not null,
  expires_at text collate "C" not null,
  used_at text collate "C",
  constraint link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint link_key PRIMARY KEY (id),
  constraint link_purpose_check CHECK ((purpose = ANY (ARRAY['answer'::text, 'attendance'::text, 'offerCheck'::text]))),
  constraint link_token_hash_once UNIQUE (token_hash)
);

CREATE INDEX link_by_subject_id_purpose ON link USING btree (subject_id, purpose);

create table location (
  id text collate "C" not null,
  organisation_id text collate "C" not null,
  municipality text collate "C" not null,
  postcode text collate "C" not null,
  details bytea not null,
  version integer not null,
  constraint location_key PRIMARY KEY (id),
  constraint location_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);

CREATE INDEX location_by_organisation_id_id ON location USING btree (organisation_id, id);

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
  location_id text collate "C",
  contact_id text collate "C",
  deputy_id text collate "C",
  owner_id text collate "C",
  certificate_until text collate "C",
  last_checked_on text collate "C",
  next_check_on text collate "C",
  constraint offer_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES account(id),
  constraint offer_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES account(id),
  constraint offer_key PRIMARY KEY (id),
  constraint offer_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint offer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint offer_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES account(id)
);

CREATE INDEX offer_by_code_id ON offer USING btree (code, id);

CREATE INDEX offer_by_municipality_code_id ON offer USING btree (municipality, code, id);

CREATE INDEX offer_by_next_check_on_id ON offer USING btree (next_check_on, id);

CREATE INDEX offer_by_organisation_id_id ON offer USING btree (organisation_id, id);

create table offer_area (
  offer_id text collate "C" not null,
  area text collate "C" not null,
  constraint offer_area_key PRIMARY KEY (offer_id, area),
  constraint offer_area_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id)
);

CREATE INDEX offer_area_by_area_offer_id ON offer_area USING btree (area, offer_id);

create table organisation (
  id text collate "C" not null,
  kind text collate "C" not null,
  municipality text collate "C" not null,
  details bytea not null,
  version integer not null,
  coordinator_id text collate "C",
  constraint organisation_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES account(id),
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

create table plan_code (
  id text collate "C" not null,
  case_id text collate "C" not null,
  code_hash text collate "C" not null,
  created_at text collate "C" not null,
  expires_at text collate "C" not null,
  ended_at text collate "C",
  tries integer not null,
  constraint plan_code_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint plan_code_code_hash_once UNIQUE (code_hash),
  constraint plan_code_key PRIMARY KEY (id)
);

CREATE INDEX plan_code_by_case_id_created_at ON plan_code USING btree (case_id, created_at);

create table plan_message (
  id text collate "C" not null,
  case_id text collate "C" not null,
  assignment_id text collate "C" not null,
  starts_on text collate "C" not null,
  at text collate "C" not null,
  constraint plan_message_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint plan_message_key PRIMARY KEY (id)
);

CREATE INDEX plan_message_by_case_id_at ON plan_message USING btree (case_id, at);

create table schema_migration (
  name text not null,
  applied_at text not null,
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table shared_view (
  assignment_id text collate "C" not null,
  number integer not null,
  case_id text collate "C" not null,
  at text collate "C" not null,
  view bytea not null,
  constraint shared_view_case_id_fkey FOREIGN KEY (case_id) REFERENCES care_case(id),
  constraint shared_view_key PRIMARY KEY (assignment_id, number)
);

create table supply_event (
  id text collate "C" not null,
  at text collate "C" not null,
  actor_id text collate "C" not null,
  actor_role text collate "C" not null,
  noun text collate "C" not null,
  noun_id text collate "C" not null,
  action text collate "C" not null,
  version integer not null,
  payload bytea not null,
  request_id text collate "C" not null,
  constraint supply_event_key PRIMARY KEY (id)
);

CREATE INDEX supply_event_by_noun_noun_id_at ON supply_event USING btree (noun, noun_id, at);

CREATE TRIGGER supply_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON supply_event FOR EACH STATEMENT EXECUTE FUNCTION supply_event_refuses();

CREATE OR REPLACE FUNCTION supply_event_refuses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'supply_event is append only'; end $function$;

create table unmet_need (
  id text collate "C" not null,
  at text collate "C" not null,
  municipality text collate "C" not null,
  code text collate "C" not null,
  reason text collate "C" not null,
  weeks integer,
  case_id text collate "C",
  actor_id text collate "C" not null,
  constraint unmet_need_key PRIMARY KEY (id)
);

CREATE INDEX unmet_need_by_municipality_code_at ON unmet_need USING btree (municipality, code, at);

CREATE TRIGGER unmet_need_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON unmet_need FOR EACH STATEMENT EXECUTE FUNCTION unmet_need_refuses();

CREATE OR REPLACE FUNCTION unmet_need_refuses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'unmet_need is append only'; end $function$;

create table webhook (
  id text collate "C" not null,
  organisation_id text collate "C" not null,
  url text collate "C" not null,
  secret bytea not null,
  active integer not null,
  created_at text collate "C" not null,
  version integer not null,
  constraint webhook_active_check CHECK ((active = ANY (ARRAY[0, 1]))),
  constraint webhook_key PRIMARY KEY (id),
  constraint webhook_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);

CREATE INDEX webhook_by_organisation_id_id ON webhook USING btree (organisation_id, id);

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
