-- P3: the monthly attendance result of an officer, as the office's file gave it. An undone batch takes its rows away.
create table attendance_month (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  officer_id uuid not null references officer,
  -- Where the officer served at the end of the month: whose office sees it (P1).
  unit_id uuid not null references unit,
  year smallint not null,
  month smallint not null check (month between 1 and 12),
  -- The first day of the month.
  month_from date not null check (month_from = make_date(year::int, month::int, 1)),
  due_days numeric not null check (due_days between 0 and 31),
  present_days numeric not null check (present_days between 0 and 31),
  late_times numeric not null default 0 check (late_times >= 0),
  early_times numeric not null default 0 check (early_times >= 0),
  absent_days numeric not null default 0 check (absent_days between 0 and 31),
  -- Days of leave by kind: {"sick": "1.5", "annual": "2"}; exact decimals as text.
  leave_days jsonb not null default '{}',
  import_batch_id uuid not null references import_batch,
  created_at timestamptz not null,
  unique (officer_id, month_from)
);
create index attendance_month_list on attendance_month (bureau_id, month_from, unit_id);
create index attendance_month_batch on attendance_month (import_batch_id);

alter table import_batch drop constraint import_batch_kind_check;
alter table import_batch add constraint import_batch_kind_check
  check (kind in ('units', 'roster', 'targetBook', 'attendance'));

-- P8: a special operation is a period of its own with chosen subjects; who is not among them cannot report to it.
create table operation (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null unique references period,
  name text not null check (length(name) between 2 and 40),
  purpose text not null default '' check (length(purpose) <= 2000),
  unit_id uuid not null references unit,
  created_by uuid not null references account,
  created_at timestamptz not null
);
create index operation_bureau on operation (bureau_id, created_at desc);
create table operation_subject (
  operation_id uuid not null references operation,
  period_id uuid not null references period,
  subject_kind text not null check (subject_kind in ('unit', 'officer')),
  subject_id uuid not null,
  added_by uuid not null references account,
  added_at timestamptz not null,
  primary key (operation_id, subject_kind, subject_id)
);
create index operation_subject_period on operation_subject (period_id, subject_id);
call guard_sealed_period('operation_subject');

-- P2: whom the author named beside himself, with the role, version by version: nothing handed in is overwritten.
create table submission_participant (
  submission_id uuid not null references submission,
  version integer not null check (version > 0),
  officer_id uuid not null references officer,
  role_code text not null,
  primary key (submission_id, version, officer_id)
);
create index submission_participant_officer on submission_participant (officer_id, submission_id);
create trigger submission_participant_append_only before update or delete on submission_participant
  for each row execute function refuse_change();
