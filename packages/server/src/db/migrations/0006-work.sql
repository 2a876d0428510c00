-- Work reported against an indicator (P6). What was handed in is kept as versions that nobody overwrites.
create table submission (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null references period,
  indicator_code text not null,
  target_id uuid references target,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  subject_unit_id uuid not null references unit,
  owner_unit_id uuid not null references unit,
  author_account_id uuid not null references account,
  state text not null check (state in ('submitted', 'returned', 'accepted', 'withdrawn')),
  latest_version integer not null default 1,
  late boolean not null default false,
  decided_by uuid references account,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index submission_queue on submission (bureau_id, owner_unit_id, state, created_at);
create index submission_subject on submission (bureau_id, subject_id, period_id);
create index submission_period on submission (bureau_id, period_id, state);
call guard_sealed_period('submission');

create table submission_version (
  submission_id uuid not null references submission,
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 100),
  description text not null check (length(description) <= 4000),
  event_code text,
  quantity numeric,
  of_quantity numeric,
  occurred_on date not null,
  matter_key text,
  file_ids uuid[] not null default '{}',
  by_account_id uuid not null references account,
  at timestamptz not null default now(),
  primary key (submission_id, version)
);
-- Which hand-ins carry a file: for permission to download it, and for content handed in twice (X10).
create index submission_version_files on submission_version using gin (file_ids) where file_ids <> '{}';
create trigger submission_version_append_only before update or delete on submission_version
  for each row execute function refuse_change();

-- The timeline of a submission or appeal: who did what, when, and why.
create table work_event (
  seq bigint generated always as identity primary key,
  bureau_id uuid not null references bureau,
  work_kind text not null check (work_kind in ('submission', 'appeal', 'period', 'target')),
  work_id uuid not null,
  action text not null,
  account_id uuid references account,
  account_name text not null,
  reason text,
  version integer,
  at timestamptz not null default now()
);
create index work_event_work on work_event (work_kind, work_id, seq);
create trigger work_event_append_only before update or delete on work_event
  for each row execute function refuse_change();

-- An appeal against a score, a rejection or a deduction (P7): exactly one of the two is its object.
create table appeal (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null references period,
  ledger_entry_id uuid references ledger_entry,
  submission_id uuid references submission,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  subject_unit_id uuid not null references unit,
  owner_unit_id uuid not null references unit,
  author_account_id uuid not null references account,
  scored_by_account_id uuid not null references account,
  grounds text not null check (length(grounds) between 1 and 4000),
  file_ids uuid[] not null default '{}',
  state text not null default 'filed' check (state in ('filed', 'upheld', 'dismissed', 'withdrawn')),
  answer text,
  answer_file_ids uuid[] not null default '{}',
  decided_by uuid references account,
  decided_at timestamptz,
  answer_due_on date not null,
  resulting_entry_id uuid references ledger_entry,
  filed_at timestamptz not null default now(),
  check (num_nonnulls(ledger_entry_id, submission_id) = 1),
  check (decided_by is null or (decided_by <> scored_by_account_id and decided_by <> author_account_id))
);
create unique index appeal_once_per_entry on appeal (ledger_entry_id) where ledger_entry_id is not null and state <> 'withdrawn';
create unique index appeal_once_per_submission on appeal (submission_id) where submission_id is not null and state <> 'withdrawn';
create index appeal_queue on appeal (bureau_id, owner_unit_id, state);
create index appeal_subject on appeal (bureau_id, subject_id);
