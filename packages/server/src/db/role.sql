-- Run at every start, before the migrations: roles belong to the server, so a database restored elsewhere comes without.
-- The application's role owns nothing: what it may do is granted in grants.sql.
do $$
begin
  if not exists (select from pg_roles where rolname = 'mingji_app') then
    create role mingji_app nologin;
  end if;
  -- From PostgreSQL 16 on, who made a role may grant it, but not take it on.
  begin
    set local role mingji_app;
    set local role none;
  exception when insufficient_privilege then
    execute format('grant mingji_app to %I', current_user);
  end;
end
$$;
