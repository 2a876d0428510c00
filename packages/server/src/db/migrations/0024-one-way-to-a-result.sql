-- Of results just computed no statistics tell. The planner then took this index for a look-up of one subject and read the
-- whole computation for each row of the answer: half a minute for 15,000 rows. The primary key begins with the same columns.
drop index result_ranking;
