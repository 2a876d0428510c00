-- One computation of a period's results. The newest 'done' one is what the screens show.
create table evaluation (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null references period,
  state text not null check (state in ('queued', 'running', 'done', 'failed')),
  step text,
  done_steps integer not null default 0,
  total_steps integer not null default 0,
  failure text,
  entry_count integer,
  requested_by uuid references account,
  requested_at timestamptz not null default now(),
  progressed_at timestamptz not null default now(),
  finished_at timestamptz
);
create index evaluation_period on evaluation (bureau_id, period_id, requested_at desc);
create unique index evaluation_one_running on evaluation (period_id) where state in ('queued', 'running');

-- One subject's result. score is the rounded number that counts (§1); score_exact keeps 4/3 as 4/3.
-- detail holds module, item and indicator scores; traces are recomputed by the same engine on demand.
create table result (
  evaluation_id uuid not null references evaluation,
  period_id uuid not null references period,
  bureau_id uuid not null references bureau,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  subject_name text not null,
  subject_code text not null,
  unit_id uuid not null references unit,
  score_state text not null check (score_state in ('scored', 'notScored', 'exempt', 'notApplicable')),
  score numeric,
  score_exact text,
  sequence_code text,
  sequence_name text,
  group_code text,
  rank integer check (rank > 0),
  rank_of integer,
  detail jsonb not null,
  primary key (evaluation_id, subject_kind, subject_id),
  check ((score_state = 'scored') = (score is not null))
);
create index result_subject on result (bureau_id, subject_id, period_id);
create index result_ranking on result (evaluation_id, subject_kind, sequence_code, rank);
call guard_sealed_period('result');

-- A seal holds the canonical bytes of inputs and results (gzip), their SM3, the Merkle root of the period's
-- entries, the previous seal's hash (the chain), and the signature over all of it (X3, §15).
create table seal (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null unique references period,
  sequence_no integer not null check (sequence_no > 0),
  evaluation_id uuid not null references evaluation,
  content_gzip bytea not null,
  content_hash bytea not null check (length(content_hash) = 32),
  entries_root bytea not null check (length(entries_root) = 32),
  entry_count integer not null,
  previous_hash bytea,
  seal_hash bytea not null check (length(seal_hash) = 32),
  public_key text not null,
  signature bytea not null,
  sealed_by uuid not null references account,
  sealed_by_name text not null,
  early_reason text,
  sealed_at timestamptz not null,
  unique (bureau_id, sequence_no)
);
create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();
create trigger seal_no_truncate before truncate on seal execute function refuse_change();
