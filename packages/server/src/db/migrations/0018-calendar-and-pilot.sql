-- The calendar does by itself what `automatic` says; publishing and sealing only in the name of who switched it on (P14).
-- A trial counts nowhere and may be discarded; a past month that is entered late says why (P20).
alter table period
  add column automatic text[] not null default '{closeSubmission,startReview,evaluate}'
    check (automatic <@ array['open', 'closeSubmission', 'startReview', 'evaluate', 'startNotice', 'seal']),
  add column automatic_by uuid references account,
  add column remind_days smallint not null default 3 check (remind_days between 0 and 30),
  add column trial boolean not null default false,
  add column discarded_at timestamptz,
  add column back_entry boolean not null default false,
  add column back_entry_reason text check (length(back_entry_reason) between 1 and 500),
  add constraint period_automatic_in_name
    check (automatic_by is not null or not automatic && array['startNotice', 'seal']),
  add constraint period_discarded_trial check (discarded_at is null or (trial and state = 'draft')),
  add constraint period_back_entry_explained check (back_entry = (back_entry_reason is not null));

-- What the calendar has told already, so that a job that runs twice tells once. A moved deadline is told anew.
create table period_reminder (
  period_id uuid not null references period,
  kind text not null check (kind in ('submit', 'review', 'publishBlocked', 'sealBlocked', 'evaluationFailed')),
  due_at timestamptz not null,
  bureau_id uuid not null references bureau,
  at timestamptz not null,
  primary key (period_id, kind, due_at)
);

-- Reopening above the threshold: one asks, another one confirms (four eyes, P14).
create table period_reopening (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  period_id uuid not null references period,
  action text not null check (action in ('reopenReview', 'reopenSubmission')),
  submit_on date,
  reason text not null check (length(reason) between 1 and 500),
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused', 'withdrawn')),
  requested_by uuid not null references account,
  requested_by_name text not null,
  requested_at timestamptz not null,
  decided_by uuid references account,
  decided_by_name text,
  decided_at timestamptz,
  answer text check (length(answer) <= 500),
  check ((action = 'reopenSubmission') = (submit_on is not null)),
  check ((state = 'open') = (decided_at is null)),
  check (state not in ('confirmed', 'refused') or decided_by <> requested_by)
);
create unique index period_reopening_one_open on period_reopening (period_id) where state = 'open';
create index period_reopening_period on period_reopening (period_id, requested_at desc);

-- Every verification of a seal, by a person or by the clock, as it came out. Nothing of it is ever changed.
create table seal_verification (
  seq bigint generated always as identity primary key,
  bureau_id uuid not null references bureau,
  seal_id uuid not null references seal,
  at timestamptz not null,
  ok boolean not null,
  finding_count integer not null check (finding_count >= 0),
  -- The first of what differs: check, place and sentence.
  findings jsonb not null default '[]',
  -- Null: the nightly job.
  by_account_id uuid references account,
  by_name text not null,
  check (ok = (finding_count = 0))
);
create index seal_verification_seal on seal_verification (seal_id, seq desc);
create trigger seal_verification_append_only before update or delete on seal_verification
  for each row execute function refuse_change();
create trigger seal_verification_no_truncate before truncate on seal_verification execute function refuse_change();

-- The pilot: with rows, only the units below an active one take part; a bureau without rows is appraised as a whole.
create table unit_activation (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  from_on date not null,
  to_on date,
  reason text not null check (length(reason) between 1 and 500),
  switched_by uuid not null references account,
  switched_by_name text not null,
  switched_at timestamptz not null,
  check (to_on is null or to_on >= from_on)
);
create index unit_activation_bureau on unit_activation (bureau_id, from_on);
create unique index unit_activation_current on unit_activation (unit_id) where to_on is null;
