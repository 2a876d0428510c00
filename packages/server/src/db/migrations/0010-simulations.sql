-- A version of a method tried on sealed periods (X2). Nothing of it is a result: it may be thrown away at any time.
create table simulation (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_id uuid not null references rule_set,
  -- The version that is tried, and the one the periods were appraised by.
  rule_set_version_id uuid not null references rule_set_version on delete cascade,
  base_version_id uuid not null references rule_set_version,
  period_ids uuid[] not null check (cardinality(period_ids) between 1 and 24),
  state text not null check (state in ('queued', 'running', 'done', 'failed')),
  step text,
  done_steps integer not null default 0,
  total_steps integer not null default 0,
  failure text,
  -- SM3 of the canonical form that was tried: a draft may have been edited since.
  tried_hash bytea,
  -- Summary, changes, units: what the page shows at once.
  result jsonb,
  requested_by uuid not null references account,
  requested_at timestamptz not null,
  progressed_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'done') = (result is not null)),
  check (state <> 'done' or tried_hash is not null)
);
create index simulation_recent on simulation (rule_set_id, requested_at desc);
create index simulation_version on simulation (rule_set_version_id);
create unique index simulation_one_running on simulation (requested_by) where state in ('queued', 'running');

-- Who moves in one period, largest first: JSON, gzip. Read as a whole, gone with its simulation.
create table simulation_period (
  simulation_id uuid not null references simulation on delete cascade,
  period_id uuid not null references period,
  moves_gzip bytea not null,
  primary key (simulation_id, period_id)
);
