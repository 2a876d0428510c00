-- P9: a reviewer's recusals are few among millions of steps; the queue asks for its reader's own (回避).
create index work_event_recusal on work_event (account_id, work_id) where work_kind = 'submission' and action = 'recuse';
