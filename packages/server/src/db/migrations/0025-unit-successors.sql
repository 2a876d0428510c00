-- Into which unit an abolished one went: its years before count for its successor's streaks.
alter table unit add column succeeded_by uuid references unit (id);
alter table unit add constraint unit_succeeded_when_abolished
  check (succeeded_by is null or (abolished_on is not null and succeeded_by <> id));
