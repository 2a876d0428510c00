-- The outbound webhook: notices leave for the bureau's own SMS or message gateway (P10). One a bureau, switched by the
-- system administrator. A delivery is one notice to up to 500 people; it is sent at least once and carries its own id.
create table webhook (
  bureau_id uuid primary key references bureau,
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  -- The shared secret under SM4; shown once when made.
  secret_cipher bytea not null,
  digest text not null check (digest in ('sm3', 'sha256')),
  enabled boolean not null,
  -- Empty: every kind.
  kinds text[] not null default '{}',
  changed_by uuid not null references account,
  changed_at timestamptz not null
);

create table webhook_delivery (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  kind text not null,
  title text not null,
  detail text not null,
  address text not null,
  account_ids uuid[] not null check (cardinality(account_ids) between 1 and 500),
  at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null,
  answered_status smallint,
  failure text,
  delivered_at timestamptz,
  check ((state = 'delivered') = (delivered_at is not null))
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'waiting';
create index webhook_delivery_recent on webhook_delivery (bureau_id, at desc);
