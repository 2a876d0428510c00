-- Who reviews (P9): owners by level, order of reviewers, absence, time limits; what is taken up; drawn re-checks (X10).

-- By level the department that owns an indicator may be another than the one the method names: for subjects of units
-- at `from_level` and below, the department called `owner_name` on the subject's own line. The deepest level wins, and
-- a line for one indicator wins over one for all. Without a line the method's own owner stands.
create table owner_route (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_id uuid not null references rule_set,
  indicator_code text,
  from_level smallint not null check (from_level between 2 and 6),
  owner_name text not null check (length(owner_name) between 1 and 100),
  set_by uuid not null references account,
  set_at timestamptz not null
);
create unique index owner_route_once on owner_route (rule_set_id, coalesce(indicator_code, ''), from_level);

-- The order in which the reviewers of an owner unit are asked: rank 1 is the main reviewer, the others stand in.
create table review_assignment (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  indicator_code text,
  account_id uuid not null references account,
  rank smallint not null check (rank between 1 and 20),
  set_by uuid not null references account,
  set_at timestamptz not null
);
create unique index review_assignment_rank on review_assignment (unit_id, coalesce(indicator_code, ''), rank);
create unique index review_assignment_once on review_assignment (unit_id, coalesce(indicator_code, ''), account_id);

-- How long a review may take and how long taking up holds, where a unit has its own rule.
create table review_time_limit (
  unit_id uuid primary key references unit,
  bureau_id uuid not null references bureau,
  working_days smallint not null check (working_days between 1 and 60),
  taking_hours smallint not null check (taking_hours between 1 and 240),
  set_by uuid not null references account,
  set_at timestamptz not null
);

-- Absence (请假交接): from the first to the last day the deputy gets what would go to the absent one.
create table review_handover (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  account_id uuid not null references account,
  deputy_account_id uuid not null references account,
  from_on date not null,
  to_on date not null,
  reason text not null check (length(reason) between 1 and 500),
  state text not null default 'planned' check (state in ('planned', 'running', 'ended', 'cancelled')),
  made_by uuid not null references account,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (to_on >= from_on),
  check (account_id <> deputy_account_id)
);
create index review_handover_account on review_handover (account_id, state);
create index review_handover_deputy on review_handover (deputy_account_id, state);
create index review_handover_open on review_handover (bureau_id, from_on) where state in ('planned', 'running');

-- Whom a submission waits for (nobody: any reviewer of the owner), for whom he stands in, until when, and who has it.
alter table submission
  add column assignee_account_id uuid references account,
  add column assigned_for_account_id uuid references account,
  add column assigned_at timestamptz,
  add column review_due_at timestamptz,
  add column passed_on_at timestamptz,
  add column taken_by uuid references account,
  add column taken_at timestamptz,
  add column taken_until timestamptz,
  add check (num_nonnulls(taken_by, taken_at, taken_until) in (0, 3));
create index submission_assignee on submission (assignee_account_id, review_due_at) where state = 'submitted';
create index submission_overdue on submission (bureau_id, review_due_at)
  where state = 'submitted' and passed_on_at is null;
create index submission_decided on submission (bureau_id, decided_at) where decided_at is not null;
-- Decisions of a time and of a reviewer: load and re-checks.
create index work_event_decisions on work_event (bureau_id, at)
  where work_kind = 'submission' and action in ('accept', 'return');

-- A draw of accepted work for a second look (抽查复核): what was drawn from, how many, with which seed.
create table recheck_draw (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  -- The office's unit: its subtree is what was drawn from.
  unit_id uuid not null references unit,
  title text not null check (length(title) between 1 and 100),
  period_id uuid references period,
  from_on date not null,
  to_on date not null,
  owner_unit_id uuid references unit,
  subject_unit_id uuid references unit,
  indicator_code text,
  reviewer_account_id uuid references account,
  wanted_kind text not null check (wanted_kind in ('count', 'percent')),
  wanted smallint not null check (wanted between 1 and 500),
  seed text not null check (length(seed) between 1 and 100),
  -- The submissions drawn from, in order: with the seed they make the draw again.
  population uuid[] not null,
  drawn smallint not null check (drawn between 1 and 500),
  drawn_by uuid not null references account,
  drawn_at timestamptz not null,
  check (to_on >= from_on)
);
create index recheck_draw_recent on recheck_draw (bureau_id, drawn_at desc);
create trigger recheck_draw_append_only before update or delete on recheck_draw
  for each row execute function refuse_change();

create table recheck_case (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  draw_id uuid not null references recheck_draw,
  position smallint not null check (position > 0),
  submission_id uuid not null references submission,
  reviewer_account_id uuid not null references account,
  assignee_account_id uuid not null references account,
  state text not null default 'assigned' check (state in ('assigned', 'upheld', 'corrected', 'noted')),
  reason text,
  decided_by uuid references account,
  decided_at timestamptz,
  reversal_entry_id uuid references ledger_entry,
  replacement_entry_id uuid references ledger_entry,
  unique (draw_id, submission_id),
  check (assignee_account_id <> reviewer_account_id),
  check (decided_by is null or decided_by <> reviewer_account_id),
  check ((state = 'assigned') = (decided_by is null)),
  check (state not in ('corrected', 'noted') or length(reason) between 1 and 500)
);
create index recheck_case_assignee on recheck_case (assignee_account_id, state);
create index recheck_case_reviewer on recheck_case (reviewer_account_id);
create index recheck_case_submission on recheck_case (submission_id);
