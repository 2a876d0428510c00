-- The job queue protects its tables by row security; the application adds and runs jobs as mingji_app.
grant usage on schema graphile_worker to mingji_app;
grant select, insert, update, delete on all tables in schema graphile_worker to mingji_app;
grant usage, select on all sequences in schema graphile_worker to mingji_app;
grant execute on all functions in schema graphile_worker to mingji_app;
do $$
declare
  queue_table name;
begin
  for queue_table in
    select relname from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
  loop
    execute format('drop policy if exists mingji_app_all on graphile_worker.%I', queue_table);
    execute format('create policy mingji_app_all on graphile_worker.%I to mingji_app using (true) with check (true)', queue_table);
  end loop;
end
$$;
