-- A discarded trial ends the appeals that are still open in it (P7, P20): nobody took them back, nobody answered them.
alter table appeal drop constraint appeal_state_check;
alter table appeal add constraint appeal_state_check
  check (state in ('filed', 'upheld', 'partlyUpheld', 'dismissed', 'withdrawn', 'lapsed'));
