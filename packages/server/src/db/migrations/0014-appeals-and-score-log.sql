-- Appeals with two instances (P7, §13): the second contests what the first answer did not grant, and ends the matter.
alter table appeal add column instance smallint not null default 1 check (instance in (1, 2));
alter table appeal add column first_appeal_id uuid references appeal;
-- Frozen when it is filed: the owning department, or at the second instance whom the method names.
alter table appeal add column answered_by text not null default 'department'
  check (answered_by in ('department', 'committee', 'office'));
-- Named by the office after a recusal: then nobody else answers.
alter table appeal add column assignee_account_id uuid references account;
-- When those concerned were told that the answer is overdue.
alter table appeal add column overdue_told_at timestamptz;
alter table appeal add check ((instance = 2) = (first_appeal_id is not null));
alter table appeal add check ((instance = 1) = (answered_by = 'department'));
alter table appeal drop constraint appeal_state_check;
alter table appeal add constraint appeal_state_check
  check (state in ('filed', 'upheld', 'partlyUpheld', 'dismissed', 'withdrawn'));
drop index appeal_once_per_entry;
drop index appeal_once_per_submission;
create unique index appeal_once_per_entry on appeal (ledger_entry_id, instance)
  where ledger_entry_id is not null and state <> 'withdrawn';
create unique index appeal_once_per_submission on appeal (submission_id, instance)
  where submission_id is not null and state <> 'withdrawn';
create unique index appeal_one_second on appeal (first_appeal_id) where first_appeal_id is not null and state <> 'withdrawn';
create index appeal_open on appeal (period_id, subject_id) where state = 'filed';

-- 回避: somebody withdraws himself from answering, or the appellant asks that he be withdrawn and the office decides.
create table appeal_recusal (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  appeal_id uuid not null references appeal,
  about_account_id uuid not null references account,
  by_account_id uuid not null references account,
  reason text not null check (length(reason) between 1 and 500),
  state text not null check (state in ('asked', 'granted', 'refused')),
  decided_by uuid references account,
  decision_reason text check (length(decision_reason) between 1 and 500),
  asked_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'asked') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  -- Of oneself nobody needs to be asked; about another neither he nor who asked decides.
  check (decided_by is null or by_account_id = about_account_id or decided_by not in (by_account_id, about_account_id))
);
create unique index appeal_recusal_once on appeal_recusal (appeal_id, about_account_id);
create index appeal_recusal_asked on appeal_recusal (bureau_id, state, asked_at);

-- The score log (P13): who is concerned marks an entry as seen or disagreed with. Append-only; the newest mark of a
-- person on an entry is the one that counts.
create table entry_acknowledgement (
  seq bigint generated always as identity primary key,
  bureau_id uuid not null references bureau,
  entry_id uuid not null references ledger_entry,
  account_id uuid not null references account,
  mark text not null check (mark in ('seen', 'disagreed')),
  appeal_id uuid references appeal,
  at timestamptz not null
);
create index entry_acknowledgement_entry on entry_acknowledgement (entry_id, account_id, seq desc);
create index entry_acknowledgement_appeal on entry_acknowledgement (appeal_id) where appeal_id is not null;
create trigger entry_acknowledgement_append_only before update or delete on entry_acknowledgement
  for each row execute function refuse_change();
create trigger entry_acknowledgement_no_truncate before truncate on entry_acknowledgement execute function refuse_change();
create index ledger_entry_by on ledger_entry (bureau_id, by_account_id, seq desc);
