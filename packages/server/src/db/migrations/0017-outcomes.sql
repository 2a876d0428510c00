-- A written review that is due below the red line (P16): once a subject and period, made when results are published.
-- It changes no points. What was handed in is kept as versions that nobody overwrites.
create table written_review (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null references period,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  subject_name text not null,
  subject_code text not null,
  subject_unit_id uuid not null references unit,
  task text not null,
  -- The published score and the line, as printed.
  score text not null,
  below text not null,
  clause text,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'handedIn', 'returned', 'accepted', 'cancelled')),
  latest_version integer not null default 0,
  late boolean not null default false,
  handed_at timestamptz,
  handed_by uuid references account,
  decided_by uuid references account,
  decided_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  created_at timestamptz not null,
  unique (period_id, subject_kind, subject_id),
  check (state <> 'handedIn' or latest_version > 0),
  check (state <> 'accepted' or decided_by is not null)
);
create index written_review_state on written_review (bureau_id, state, due_on);
create index written_review_subject on written_review (bureau_id, subject_id);
create table written_review_version (
  review_id uuid not null references written_review,
  version integer not null check (version > 0),
  text text not null check (length(text) between 1 and 4000),
  file_ids uuid[] not null default '{}',
  late boolean not null,
  by_account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  primary key (review_id, version)
);
create index written_review_version_files on written_review_version using gin (file_ids) where file_ids <> '{}';
create trigger written_review_version_append_only before update or delete on written_review_version
  for each row execute function refuse_change();

-- The zero list of a sealed month, as it stood at the seal (P16). Before the seal it is computed anew each time.
create table zero_list (
  period_id uuid primary key references period,
  bureau_id uuid not null references bureau,
  least_days smallint not null,
  clause text,
  content jsonb not null,
  frozen_at timestamptz not null
);
create trigger zero_list_append_only before update or delete on zero_list
  for each row execute function refuse_change();

-- A use of results (P17, N10): proposed with its evidence, decided by the committee; nothing happens by itself.
create table outcome_proposal (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  kind text not null check (kind in (
    'commendation', 'promotion', 'rank', 'talk', 'leadership', 'training', 'exchange', 'sanction')),
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  subject_name text not null,
  subject_code text not null,
  subject_unit_id uuid not null references unit,
  reason text not null check (length(reason) between 1 and 4000),
  basis text not null check (length(basis) between 1 and 500),
  evidence jsonb not null default '[]',
  state text not null default 'draft' check (state in ('draft', 'submitted', 'agreed', 'notAgreed', 'withdrawn')),
  override_reason text,
  override_by uuid references account,
  override_by_name text,
  override_at timestamptz,
  created_by uuid not null references account,
  created_by_name text not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  resolution_no text,
  decided_on date,
  decision_note text,
  decided_by uuid references account,
  decided_by_name text,
  decided_at timestamptz,
  check ((state in ('agreed', 'notAgreed')) = (resolution_no is not null and decided_on is not null and decided_by is not null)),
  check (num_nonnulls(override_reason, override_by, override_by_name, override_at) in (0, 4)),
  check (decided_by is null or decided_by <> created_by),
  check (override_by is null or override_by <> created_by)
);
create index outcome_proposal_state on outcome_proposal (bureau_id, state, created_at desc);
create index outcome_proposal_subject on outcome_proposal (bureau_id, subject_id);

-- What a commendation check found (P17): who checked, when, on which data. A record, never changed.
create table commendation_check (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  title text not null check (length(title) between 1 and 100),
  -- The top of what the checker may see: whoever stands over it may read the record.
  unit_id uuid not null references unit,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  nominees jsonb not null,
  clear_count integer not null,
  look_count integer not null,
  forbidden_count integer not null,
  unresolved_count integer not null,
  by_account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null
);
create index commendation_check_at on commendation_check (bureau_id, at desc);
create trigger commendation_check_append_only before update or delete on commendation_check
  for each row execute function refuse_change();
