-- Bulletins (通报, P15): drawn up from templates with live figures, approved, numbered, published, read.

-- A unit's own copy of a template; without one the nearest unit above lends its copy, else the product's own is used.
create table bulletin_template (
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  kind text not null check (kind in (
    'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'operation', 'correction')),
  content jsonb not null,
  revision integer not null default 1 check (revision > 0),
  updated_by uuid not null references account,
  updated_at timestamptz not null,
  primary key (unit_id, kind)
);

-- 机关代字 of a unit, and to whom its bulletins are addressed unless said otherwise.
create table bulletin_issuer (
  unit_id uuid primary key references unit,
  bureau_id uuid not null references bureau,
  mark text not null check (length(mark) between 1 and 20),
  addressee text not null default '' check (length(addressee) <= 200),
  updated_by uuid not null references account,
  updated_at timestamptz not null
);

-- The last number given, by unit, 机关代字 and year: taken in the transaction of the approval, so without gaps.
create table bulletin_series (
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  mark text not null,
  year smallint not null check (year between 2000 and 2100),
  last_serial integer not null check (last_serial > 0),
  primary key (unit_id, mark, year)
);

create table bulletin (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  kind text not null check (kind in (
    'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'operation', 'correction')),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'published', 'discarded')),
  mark text not null check (length(mark) between 1 and 20),
  -- The title with its figures filled in, for lists; the content keeps what was typed.
  title text not null,
  period_label text not null,
  -- What is edited: title, addressee and blocks. The revision grows with every save: of two editors one is told.
  content jsonb not null,
  revision integer not null default 1 check (revision > 0),
  -- Where the figures come from: periods of one method, in their order.
  period_ids uuid[] not null check (cardinality(period_ids) between 1 and 12),
  year smallint not null check (year between 2000 and 2100),
  corrects uuid references bulletin,
  -- Why officers are named in a list of the last, when they are (§17).
  naming_reason text check (length(naming_reason) between 1 and 500),
  created_by uuid not null references account,
  created_at timestamptz not null,
  updated_by uuid not null references account,
  updated_at timestamptz not null,
  submitted_by uuid references account,
  submitted_at timestamptz,
  latest_version integer,
  approved_by uuid references account,
  approved_at timestamptz,
  -- The number: 代字, the year of the approval and the serial in it.
  number_year smallint,
  serial integer check (serial > 0),
  dated_on date,
  -- The finished document and its SM3, from the approval on.
  document jsonb,
  document_hash bytea check (length(document_hash) = 32),
  published_by uuid references account,
  published_at timestamptz,
  scope_unit_ids uuid[] not null default '{}',
  check ((kind = 'correction') = (corrects is not null)),
  check (num_nonnulls(number_year, serial, dated_on, document, document_hash, approved_by, approved_at) in (0, 7)),
  check ((serial is not null) = (state in ('approved', 'published'))),
  check ((state = 'published') = (published_at is not null and published_by is not null)),
  -- Who drew it up or sent it does not approve it.
  check (approved_by is null or (approved_by <> created_by and approved_by <> submitted_by))
);
create unique index bulletin_number on bulletin (unit_id, mark, number_year, serial) where serial is not null;
create index bulletin_list on bulletin (bureau_id, unit_id, state, year);
create index bulletin_corrects on bulletin (corrects) where corrects is not null;

-- The figures a bulletin is written from, gathered as a whole at one moment; replaced when they are gathered anew.
create table bulletin_figures (
  bulletin_id uuid primary key references bulletin,
  bureau_id uuid not null references bureau,
  figures jsonb not null,
  gathered_at timestamptz not null
);

-- What was handed in for approval, with the numbers as they were then: never changed (P15).
create table bulletin_version (
  bulletin_id uuid not null references bulletin,
  version integer not null check (version > 0),
  bureau_id uuid not null references bureau,
  document jsonb not null,
  document_hash bytea not null check (length(document_hash) = 32),
  sources jsonb not null,
  naming_reason text,
  by_account_id uuid not null references account,
  at timestamptz not null,
  primary key (bulletin_id, version)
);
create trigger bulletin_version_append_only before update or delete on bulletin_version
  for each row execute function refuse_change();
create trigger bulletin_version_no_truncate before truncate on bulletin_version execute function refuse_change();

-- Approved, only the publication is added; published, nothing changes any more.
create function refuse_numbered_bulletin_change() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception '通报已发布，不可修改或删除；如有错误请另发更正' using errcode = 'MJ016';
  end if;
  if tg_op = 'DELETE' then
    if old.state = 'approved' then
      raise exception '通报已编号，不可删除' using errcode = 'MJ016';
    end if;
    return old;
  end if;
  if old.state = 'approved' and
     (to_jsonb(new) - array['state', 'published_by', 'published_at', 'scope_unit_ids'])
     is distinct from (to_jsonb(old) - array['state', 'published_by', 'published_at', 'scope_unit_ids']) then
    raise exception '通报已审批编号，不可修改' using errcode = 'MJ016';
  end if;
  return new;
end
$$;
create trigger bulletin_frozen before update or delete on bulletin
  for each row execute function refuse_numbered_bulletin_change();
create trigger bulletin_no_truncate before truncate on bulletin execute function refuse_change();

-- To whom it went, by the day of publication, and when each has read it.
create table bulletin_recipient (
  bulletin_id uuid not null references bulletin,
  account_id uuid not null references account,
  bureau_id uuid not null references bureau,
  unit_id uuid not null references unit,
  read_at timestamptz,
  primary key (bulletin_id, account_id)
);
create index bulletin_unread on bulletin_recipient (account_id) where read_at is null;
