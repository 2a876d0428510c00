-- How long a review may take stands with the department that reviews (review_time_limit) and, once work waits, with the
-- work itself (review_due_at); supervision counts from the same day as the queue (P9, P10).
alter table supervision_setting drop column review_days;

update submission s set review_due_at = p.review_by
from period p
where p.id = s.period_id and s.state = 'submitted' and s.review_due_at is null and p.state <> 'sealed';

create index submission_waiting on submission (bureau_id, period_id, owner_unit_id) where state = 'submitted';
