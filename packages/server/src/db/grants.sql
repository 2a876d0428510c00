-- Run after every migration: what the application may do. Append-only tables get neither UPDATE nor DELETE.
grant usage on schema public to mingji_app;
grant select, insert, update, delete on all tables in schema public to mingji_app;
grant usage, select on all sequences in schema public to mingji_app;
revoke update, delete, truncate on ledger_entry, audit_event, submission_version, work_event, seal from mingji_app;
revoke update, delete, truncate on bulletin_version from mingji_app;
revoke update, delete, truncate on seal_verification from mingji_app;
revoke update, delete, truncate on submission_participant from mingji_app;
revoke update, delete, truncate on written_review_version, zero_list, commendation_check from mingji_app;
revoke update, delete, truncate on entry_acknowledgement from mingji_app;
revoke all on schema_migration from mingji_app;
grant select on schema_migration to mingji_app;
