create table account (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  username text not null check (username ~ '^[A-Za-z0-9_.-]{3,32}$'),
  display_name text not null check (length(display_name) between 1 and 40),
  officer_id uuid references officer,
  unit_id uuid references unit,
  state text not null default 'pending' check (state in ('pending', 'active', 'disabled')),
  password_hash text,
  must_change_password boolean not null default true,
  password_changed_at timestamptz,
  created_by uuid references account,
  approved_by uuid references account,
  created_at timestamptz not null default now(),
  unique (bureau_id, username)
);
create unique index account_username on account (lower(username));
create unique index account_officer on account (officer_id) where officer_id is not null and state <> 'disabled';

-- Failures to sign in by the SM3 of the lower-case user name, whether such an account exists or not: the answer must
-- not tell. A row older than the lock's length counts nothing.
create table sign_in_failure (
  name_hash bytea primary key check (length(name_hash) = 32),
  failures smallint not null check (failures > 0),
  last_at timestamptz not null
);
create index sign_in_failure_at on sign_in_failure (last_at);

-- The last five password hashes may not come back (GB/T 22239 identity control a).
create table password_history (
  account_id uuid not null references account,
  password_hash text not null,
  set_at timestamptz not null default now()
);
create index password_history_account on password_history (account_id, set_at desc);

-- A role counts inside the subtree of unit_id. The three administrator roles are exclusive: see the trigger.
create table account_role (
  account_id uuid not null references account,
  role text not null check (role in (
    'systemAdmin', 'securityAdmin', 'auditAdmin', 'office', 'reviewer', 'unitHead', 'unitClerk',
    'supervisingLeader', 'bureauLeader', 'discipline', 'committee', 'officer')),
  unit_id uuid not null references unit,
  granted_by uuid references account,
  granted_at timestamptz not null default now(),
  primary key (account_id, role, unit_id)
);
create function refuse_mixed_administrator() returns trigger language plpgsql as $$
begin
  perform 1 from account where id = new.account_id for update;
  if exists (
    select from account_role r
    where r.account_id = new.account_id
      and r.role <> new.role
      and (r.role in ('systemAdmin', 'securityAdmin', 'auditAdmin')
           or new.role in ('systemAdmin', 'securityAdmin', 'auditAdmin'))
  ) then
    raise exception '三员角色互斥，且不得兼任业务角色' using errcode = 'MJ002';
  end if;
  return new;
end
$$;
create trigger account_role_exclusive before insert or update on account_role
  for each row execute function refuse_mixed_administrator();

-- token_hash is the SM3 of the cookie's value; the value itself is stored nowhere.
create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  address text,
  agent text
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

-- Every state change leaves one event, written in the same transaction. Numbers of points never go in here.
create table audit_event (
  seq bigint generated always as identity primary key,
  bureau_id uuid not null references bureau,
  at timestamptz not null default now(),
  account_id uuid references account,
  account_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text,
  outcome text not null check (outcome in ('done', 'refused')),
  summary text not null,
  detail jsonb not null default '{}',
  address text,
  request_id text
);
create index audit_event_at on audit_event (bureau_id, at desc);
create index audit_event_account on audit_event (account_id, at desc);
create index audit_event_subject on audit_event (bureau_id, subject_kind, subject_id);
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event execute function refuse_change();

-- One row per client-made request id (§15): same id and content → the same answer; other content → refused.
create table request_record (
  bureau_id uuid not null references bureau,
  request_id uuid not null,
  account_id uuid not null references account,
  command text not null,
  content_hash bytea not null,
  response jsonb,
  at timestamptz not null default now(),
  primary key (bureau_id, request_id)
);

create table file (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  sm3 bytea not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null default now()
);
create index file_content on file (bureau_id, sm3);
