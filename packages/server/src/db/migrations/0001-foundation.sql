-- Append-only tables refuse UPDATE, DELETE and TRUNCATE for everybody, besides the missing grants (§15).
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'MJ001';
end
$$;

create table bureau (
  id uuid primary key,
  name text not null check (length(name) between 2 and 60),
  code text not null unique check (code ~ '^[0-9A-Z]{12}$'),
  time_zone text not null default 'Asia/Shanghai',
  is_demo boolean not null default false,
  -- A demo city whose making was cut off is made again at the next start.
  demo_completed_at timestamptz,
  created_at timestamptz not null default now()
);
