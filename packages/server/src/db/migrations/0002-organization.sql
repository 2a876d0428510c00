-- The bureau's tree in five levels (P1). path is the codes from the root, '/'-ended: a subtree is a prefix.
create table unit (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  parent_id uuid references unit,
  code text not null check (code ~ '^[0-9A-Z]{12}$'),
  name text not null check (length(name) between 2 and 60),
  kind text not null check (kind in ('bureau', 'office', 'county', 'detachment', 'department', 'brigade', 'station', 'custody', 'squad')),
  level smallint not null check (level between 1 and 5),
  path text not null,
  sort_order integer not null default 0,
  leader_account_id uuid,
  abolished_on date,
  import_batch_id uuid,
  created_at timestamptz not null default now(),
  unique (bureau_id, code),
  unique (bureau_id, path)
);
create index unit_path on unit (bureau_id, path text_pattern_ops);
create unique index unit_sibling_name on unit (bureau_id, parent_id, name) where abolished_on is null;

-- Twelve counties each have a 城关所: an alias is looked up inside a subtree, and is unique among siblings only.
create table unit_alias (
  bureau_id uuid not null references bureau,
  alias text not null check (length(alias) between 1 and 60),
  unit_id uuid not null references unit,
  primary key (bureau_id, alias, unit_id)
);

create table officer (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  police_no text not null check (length(police_no) between 4 and 12),
  name text not null check (length(name) between 1 and 40),
  sex text check (sex in ('male', 'female')),
  -- The ID number leaves only masked: encrypted for print, keyed hash to find duplicates (GB/T 39786).
  id_no_cipher bytea,
  id_no_hash bytea,
  birth text check (birth ~ '^\d{4}-\d{2}(-\d{2})?$'),
  joined text check (joined ~ '^\d{4}-\d{2}(-\d{2})?$'),
  category text not null check (category in ('officer', 'auxiliary', 'worker')),
  politics text,
  job_rank text,
  insignia text,
  left_on date,
  import_batch_id uuid,
  created_at timestamptz not null default now(),
  unique (bureau_id, police_no)
);
create unique index officer_id_no on officer (bureau_id, id_no_hash) where id_no_hash is not null;

-- Effective-dated: where somebody serves, in which position and post. to_on is the last day, null = still.
create table membership (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  officer_id uuid not null references officer,
  unit_id uuid not null references unit,
  position text not null default '民警',
  post text,
  status text not null default 'normal' check (status in (
    'normal', 'probation', 'study', 'specialDuty', 'aid', 'attached', 'serviceWindow', 'lent', 'sickLeave',
    'maternityLeave', 'underInvestigation', 'other')),
  status_note text,
  from_on date not null,
  to_on date,
  import_batch_id uuid,
  check (to_on is null or to_on >= from_on)
);
create index membership_officer on membership (bureau_id, officer_id, from_on desc);
create index membership_unit on membership (bureau_id, unit_id) where to_on is null;
create unique index membership_current on membership (officer_id) where to_on is null;

-- Ranking sequences are per year (Q2, §7). subject_kind 'officer' sequences take the officers of their units.
create table ranking_sequence (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  year smallint not null check (year between 2000 and 2100),
  code text not null,
  name text not null,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  sort_order integer not null default 0,
  unique (bureau_id, year, code)
);
create table ranking_sequence_member (
  sequence_id uuid not null references ranking_sequence on delete cascade,
  unit_id uuid not null references unit,
  group_code text not null default '',
  exempt boolean not null default false,
  primary key (sequence_id, unit_id)
);

-- Public holidays and make-up working days by year (§13). Without a row for the year nothing is computed.
create table calendar_year (
  bureau_id uuid not null references bureau,
  year smallint not null check (year between 2000 and 2100),
  days_off date[] not null,
  working_days date[] not null,
  source text not null,
  primary key (bureau_id, year)
);
