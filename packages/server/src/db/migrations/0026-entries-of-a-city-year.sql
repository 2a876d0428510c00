-- A city's year holds over a million entries. Those of a line or of a period are read newest first; lists sorted by time or
-- points end when enough is found; targets sum measures only.
create index ledger_entry_line on ledger_entry (bureau_id, subject_unit_id, seq desc);
create index ledger_entry_newest on ledger_entry (bureau_id, period_id, seq desc);
create index ledger_entry_at on ledger_entry (bureau_id, at desc, seq desc);
create index ledger_entry_points on ledger_entry (bureau_id, booked_points, seq) where booked_points is not null;
create index ledger_entry_measure on ledger_entry (bureau_id, period_id, subject_unit_id)
  include (id, indicator_code, subject_kind, subject_id, quantity) where kind = 'measure';
