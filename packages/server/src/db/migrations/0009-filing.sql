-- Filing (备案, §16, Q6): between draft and published lie submitted (the office above has it) and filed (accepted).
alter table rule_set_version drop constraint rule_set_version_state_check;
alter table rule_set_version add constraint rule_set_version_state_check
  check (state in ('draft', 'submitted', 'filed', 'published'));
-- A submitted or filed text is still the one draft of its rule set.
drop index rule_set_one_draft;
create unique index rule_set_one_draft on rule_set_version (rule_set_id) where state <> 'published';

-- One row for each time a draft was sent up: what was sent, to whom, and what the office above said.
create table rule_set_filing (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  rule_set_version_id uuid not null references rule_set_version on delete cascade,
  -- The unit one level above the rule set's own: its office decides.
  receiver_unit_id uuid not null references unit,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'returned', 'withdrawn')),
  -- SM3 of the canonical form that was sent: what is published later must be this text.
  content_hash bytea not null,
  note text not null default '',
  submitted_by uuid not null references account,
  submitted_at timestamptz not null,
  opinion text,
  decided_by uuid references account,
  decided_at timestamptz,
  check ((state = 'pending') = (decided_at is null)),
  check ((state = 'pending') = (decided_by is null)),
  check (state <> 'returned' or length(trim(opinion)) > 0)
);
create unique index rule_set_filing_open on rule_set_filing (rule_set_version_id) where state = 'pending';
create index rule_set_filing_received on rule_set_filing (bureau_id, state, submitted_at);
create index rule_set_filing_version on rule_set_filing (rule_set_version_id, submitted_at);

-- A published version never changes; a text that was sent for filing changes only after it came back.
create or replace function refuse_published_change() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception '已发布的指标办法版本不可修改，请新建版本' using errcode = 'MJ003';
  end if;
  if old.state in ('submitted', 'filed')
    and (tg_op = 'DELETE' or new.content is distinct from old.content or new.sign_offs is distinct from old.sign_offs)
  then
    raise exception '已报备案的办法草稿不可修改，请先撤回或等待退回' using errcode = 'MJ003';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;

-- What was decided on a filing stays as it is; a filing goes away only together with its draft.
create function refuse_decided_filing_change() returns trigger language plpgsql as $$
begin
  if old.state <> 'pending' then
    raise exception '备案意见已经作出，不可更改' using errcode = 'MJ003';
  end if;
  return new;
end
$$;
create trigger rule_set_filing_decided before update on rule_set_filing
  for each row execute function refuse_decided_filing_change();
