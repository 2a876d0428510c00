-- The ledger (§15): append-only facts. Results are computed from the facts by the engine; booked_points is what the
-- person saw when the entry was made.
create table ledger_entry (
  seq bigint generated always as identity unique,
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null references period,
  rule_set_version_id uuid not null references rule_set_version,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  -- Where the subject served and who owned the indicator when it was booked: decides who sees it (P1, P9).
  subject_unit_id uuid not null references unit,
  owner_unit_id uuid references unit,
  indicator_code text not null,
  -- The engine's entry kinds; see packages/engine/src/rules/facts.ts for what each field means.
  kind text not null check (kind in ('event', 'measure', 'score', 'vote', 'adjustment', 'exemption', 'reversal')),
  event_code text,
  quantity numeric,
  of_quantity numeric,
  -- The reviewer's choice in a band, the share of a split matter, or the points of an adjustment.
  chosen_points numeric,
  -- What the rule gave for this entry when it was booked, before same-matter and caps; null for measures.
  booked_points numeric,
  multipliers text[] not null default '{}',
  role_code text,
  vote_group text,
  due_on date,
  done_on date,
  matter_key text,
  occurred_on date not null,
  clause text not null,
  reason text not null,
  evidence_file_ids uuid[] not null default '{}',
  source_kind text not null check (source_kind in ('submission', 'posting', 'appeal', 'import')),
  source_id uuid,
  reverses uuid references ledger_entry,
  by_account_id uuid not null references account,
  by_name text not null,
  at timestamptz not null default now(),
  request_id uuid not null,
  canonical_version smallint not null default 1,
  entry_hash bytea not null check (length(entry_hash) = 32),
  check ((kind = 'reversal') = (reverses is not null))
);
create index ledger_entry_period on ledger_entry (bureau_id, period_id, subject_id);
create index ledger_entry_subject on ledger_entry (bureau_id, subject_id, at desc);
create index ledger_entry_source on ledger_entry (source_kind, source_id);
create index ledger_entry_matter on ledger_entry (bureau_id, subject_id, matter_key) where matter_key is not null;
create unique index ledger_entry_reversed_once on ledger_entry (reverses) where reverses is not null;
create unique index ledger_entry_request on ledger_entry (bureau_id, request_id, id);
create index ledger_entry_evidence on ledger_entry using gin (evidence_file_ids) where evidence_file_ids <> '{}';
create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry execute function refuse_change();
call guard_sealed_period('ledger_entry');
