-- Supervision (P10). What is late is found, never stored; what somebody did about it is: a press with its answer.
create table press (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  -- Which late matter, by what it is about: the same key while the matter stands ('unreviewed/<period>/<unit>').
  matter_kind text not null check (matter_kind ~ '^[a-zA-Z]{3,40}$'),
  matter_key text not null check (length(matter_key) between 5 and 200),
  -- The matter as it was told then, and the page where it is dealt with.
  title text not null check (length(title) between 1 and 200),
  address text not null check (address ~ '^/'),
  rule_set_id uuid not null references rule_set,
  -- Who is late: a unit, or an officer and the unit he serves in.
  late_unit_id uuid not null references unit,
  late_officer_id uuid references officer,
  -- Who is pressed: the same, or with an escalation the level that is to see to it.
  kind text not null check (kind in ('press', 'escalation')),
  level text check (level in ('unitHead', 'supervisingLeader', 'upperOffice', 'cityOffice')),
  to_unit_id uuid not null references unit,
  to_officer_id uuid references officer,
  text text not null check (length(text) between 1 and 500),
  -- Null when the clock pressed, by rule.
  by_account_id uuid references account,
  by_name text not null,
  at timestamptz not null,
  reply_by timestamptz,
  state text not null default 'open' check (state in ('open', 'replied')),
  reply text check (length(reply) between 1 and 2000),
  replied_by uuid references account,
  replied_by_name text,
  replied_at timestamptz,
  check ((kind = 'escalation') = (level is not null)),
  check ((state = 'replied') = (reply is not null and replied_at is not null))
);
create index press_matter on press (bureau_id, matter_key, at desc);
create index press_at on press (bureau_id, at desc);
create index press_to_unit on press (to_unit_id, state);
create index press_to_officer on press (to_officer_id, state) where to_officer_id is not null;
-- Once a matter and level, however often the job runs.
create unique index press_escalated_once on press (bureau_id, matter_key, level) where kind = 'escalation';

-- The days a bureau gives, in working days; without a row the usual ones count.
create table supervision_setting (
  bureau_id uuid primary key references bureau,
  open_days smallint not null check (open_days between 0 and 60),
  split_days smallint not null check (split_days between 0 and 60),
  correct_days smallint not null check (correct_days between 0 and 60),
  review_days smallint not null check (review_days between 0 and 60),
  warning_days smallint not null check (warning_days between 0 and 30),
  press_again_hours smallint not null check (press_again_hours between 0 and 720),
  reply_days smallint not null check (reply_days between 1 and 30),
  changed_by uuid not null references account,
  changed_at timestamptz not null
);
-- When a late matter goes to the next level. Rows of a method take the place of the bureau's for that method.
create table escalation_rule (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_id uuid references rule_set,
  matter_kind text not null check (matter_kind ~ '^[a-zA-Z]{3,40}$'),
  after text not null check (after in ('deadline', 'press')),
  working_days smallint not null check (working_days between 0 and 60),
  to_level text not null check (to_level in ('unitHead', 'supervisingLeader', 'upperOffice', 'cityOffice')),
  sort_order smallint not null
);
create index escalation_rule_scope on escalation_rule (bureau_id, rule_set_id, sort_order);

-- What supervision looks through every time.
create index target_unopened on target (bureau_id, year) where state = 'issued' and opened_at is null;
create index submission_unsettled on submission (bureau_id, state, period_id) where state in ('submitted', 'returned');
create index ledger_entry_unit on ledger_entry (bureau_id, period_id, subject_unit_id);
