-- A file brought by an office (P18): judged, repaired, then confirmed as one batch that can be undone.
create table import_batch (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  -- The unit it is imported into: whose office may see it, and where its units are looked up (P1).
  unit_id uuid not null references unit,
  -- Given at the confirm: 导入〔2026〕3号. Files that were only looked at use up no number.
  number text,
  year smallint,
  sequence_no integer,
  kind text not null check (kind in ('units', 'roster', 'targetBook')),
  file_id uuid not null references file,
  state text not null check (state in ('judged', 'confirmed', 'undone', 'abandoned')),
  sheet_name text,
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  summary jsonb not null default '{}',
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  undone_by uuid references account,
  undone_at timestamptz,
  unique (bureau_id, number),
  unique (bureau_id, year, sequence_no),
  check ((state in ('confirmed', 'undone')) = (number is not null))
);
create index import_batch_recent on import_batch (bureau_id, created_at desc);
-- What people decided about a row. The judgement itself is a pure function of file, organization and these
-- decisions, so it is computed, not stored. Edits may hold ID numbers and are therefore encrypted (SM4).
create table import_row (
  batch_id uuid not null references import_batch on delete cascade,
  sheet_name text not null,
  row_no integer not null,
  edits_cipher bytea,
  accepted_repairs text[] not null default '{}',
  skipped boolean not null default false,
  primary key (batch_id, sheet_name, row_no)
);
