create table rule_set (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  name text not null check (length(name) between 2 and 100),
  -- Whom it appraises: the ranking sequences whose members are its subjects; empty = the sequences of the bureau.
  sequence_codes text[] not null default '{}',
  created_at timestamptz not null default now(),
  unique (bureau_id, code)
);
-- A published version never changes (§16); its content is the rule set as data, its hash is over the canonical form.
create table rule_set_version (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_id uuid not null references rule_set,
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published')),
  content jsonb not null,
  content_hash bytea,
  effective_on date,
  sign_offs jsonb not null default '[]',
  import_batch_id uuid,
  created_by uuid references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_by uuid references account,
  published_at timestamptz,
  unique (rule_set_id, version),
  check ((state = 'published') = (published_at is not null and content_hash is not null and effective_on is not null))
);
create unique index rule_set_one_draft on rule_set_version (rule_set_id) where state = 'draft';
create function refuse_published_change() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception '已发布的指标办法版本不可修改，请新建版本' using errcode = 'MJ003';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
create trigger rule_set_version_frozen before update or delete on rule_set_version
  for each row execute function refuse_published_change();

create table period (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_version_id uuid not null references rule_set_version,
  kind text not null check (kind in ('week', 'month', 'quarter', 'half', 'year', 'special')),
  label text not null,
  from_on date not null,
  to_on date not null,
  submit_by timestamptz not null,
  review_by timestamptz not null,
  report_by timestamptz,
  notice_days smallint not null default 5,
  appeal_days smallint not null default 5,
  state text not null default 'draft' check (state in ('draft', 'open', 'submissionClosed', 'reviewing', 'inNotice', 'sealed')),
  published_at timestamptz,
  sealed_at timestamptz,
  created_by uuid references account,
  created_at timestamptz not null default now(),
  check (to_on >= from_on),
  check ((state = 'sealed') = (sealed_at is not null))
);
create index period_window on period (bureau_id, from_on desc);
create unique index period_label on period (rule_set_version_id, label);
create function refuse_sealed_period_change() returns trigger language plpgsql as $$
begin
  if old.state = 'sealed' then
    raise exception '周期「%」已封存，不可修改', old.label using errcode = 'MJ004';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
create trigger period_sealed before update or delete on period
  for each row execute function refuse_sealed_period_change();

-- Rows that belong to a period may not come, change or go once it is sealed. The share lock makes sealing wait
-- for writers and writers see the seal. Once a statement, over the rows it touched, named changed_rows.
create function refuse_in_sealed_period() returns trigger language plpgsql as $$
declare
  sealed_label text;
begin
  perform 1 from period where id in (select distinct period_id from changed_rows) order by id for share;
  select label into sealed_label from period
  where id in (select distinct period_id from changed_rows) and state = 'sealed' limit 1;
  if sealed_label is not null then
    raise exception '周期「%」已封存，不可写入 %', sealed_label, tg_table_name using errcode = 'MJ004';
  end if;
  return null;
end
$$;
create procedure guard_sealed_period(guarded regclass) language plpgsql as $$
begin
  execute format('create trigger sealed_insert after insert on %s referencing new table as changed_rows
    for each statement execute function refuse_in_sealed_period()', guarded);
  execute format('create trigger sealed_update_from after update on %s referencing old table as changed_rows
    for each statement execute function refuse_in_sealed_period()', guarded);
  execute format('create trigger sealed_update_to after update on %s referencing new table as changed_rows
    for each statement execute function refuse_in_sealed_period()', guarded);
  execute format('create trigger sealed_delete after delete on %s referencing old table as changed_rows
    for each statement execute function refuse_in_sealed_period()', guarded);
end
$$;

-- A quantity issued to a holder (P5, §14). Withdrawing or changing makes a new row that supersedes the old one.
create table target (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_version_id uuid not null references rule_set_version,
  indicator_code text not null,
  year smallint not null,
  parent_id uuid references target,
  unit_id uuid not null references unit,
  officer_id uuid references officer,
  quantity numeric not null check (quantity >= 0),
  kept numeric not null default 0 check (kept >= 0),
  over_split_reason text,
  -- Grows with every decomposition: two people who split the same target at once are told (P5).
  split_no integer not null default 0,
  revision integer not null default 1,
  supersedes uuid references target,
  state text not null default 'issued' check (state in ('issued', 'withdrawn', 'superseded')),
  import_batch_id uuid,
  issued_by uuid references account,
  issued_at timestamptz not null default now(),
  opened_at timestamptz
);
create unique index target_unit_current on target (bureau_id, rule_set_version_id, indicator_code, year, unit_id)
  where officer_id is null and state = 'issued';
create unique index target_officer_current on target (bureau_id, rule_set_version_id, indicator_code, year, officer_id)
  where officer_id is not null and state = 'issued';
create index target_parent on target (parent_id) where state = 'issued';
