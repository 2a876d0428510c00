-- What a person is told of (P10, P13): one row a person and matter, read or not. The workbench shows what waits to be
-- done; a notification tells what happened. Nothing here is evidence: the timeline (work_event) and the ledger are.
create table notification (
  id uuid primary key,
  bureau_id uuid not null references bureau,
  account_id uuid not null references account,
  -- Closed in the contract (notifications.ts): 'press', 'returned', 'scored', …
  kind text not null check (kind ~ '^[a-zA-Z]{3,40}$'),
  title text not null check (length(title) between 1 and 100),
  detail text not null check (length(detail) <= 500),
  -- The page where it is seen, inside the application: '/submissions/…'.
  address text not null check (address ~ '^/'),
  about_kind text not null,
  about_id uuid,
  at timestamptz not null,
  read_at timestamptz
);
create index notification_account on notification (account_id, at desc);
create index notification_unread on notification (account_id) where read_at is null;

-- The timeline takes the work of this and the coming features.
alter table work_event drop constraint work_event_work_kind_check;
alter table work_event add constraint work_event_work_kind_check check (work_kind in (
  'submission', 'appeal', 'period', 'target', 'press', 'recheck', 'handover', 'bulletin', 'outcome', 'writtenReview',
  'seal', 'pilot'));
