-- The indicators of every version of every method, one row each, kept beside the text they come from: the library
-- is searched over all methods and years without opening each of them (P12). Written by the database alone.
create table indicator_line (
  version_id uuid not null references rule_set_version on delete cascade,
  place integer not null,
  bureau_id uuid not null references bureau,
  module_code text not null,
  module_name text not null,
  item_code text not null,
  item_name text not null,
  code text not null,
  name text not null,
  owner text not null,
  family text not null,
  marks text,
  evidence text not null,
  clause_id text not null,
  clause_text text not null,
  primary key (version_id, place)
);
create index indicator_line_code on indicator_line (bureau_id, code);

create function indicator_lines_of(version uuid, bureau uuid, content jsonb) returns setof indicator_line
language sql stable as $$
  select version, (row_number() over (order by m.place, t.place, i.place))::integer, bureau,
         coalesce(m.part->>'code', ''), coalesce(m.part->>'name', ''),
         coalesce(t.part->>'code', ''), coalesce(t.part->>'name', ''),
         coalesce(i.part->>'code', ''), coalesce(i.part->>'name', ''), coalesce(i.part->>'owner', ''),
         coalesce(i.part->'scoring'->>'family', ''), i.part->>'marks', coalesce(i.part->>'evidence', ''),
         coalesce(i.part->>'clause', ''), coalesce(c.text, '')
  from jsonb_path_query(content, '$.modules[*]') with ordinality as m(part, place)
  cross join jsonb_path_query(m.part, '$.items[*]') with ordinality as t(part, place)
  cross join jsonb_path_query(t.part, '$.indicators[*]') with ordinality as i(part, place)
  left join (
    select clause->>'id' as id, min(clause->>'text') as text
    from jsonb_path_query(content, '$.clauses[*]') clause group by 1) c on c.id = i.part->>'clause'
$$;

create function write_indicator_lines() returns trigger language plpgsql as $$
begin
  delete from indicator_line where version_id = new.id;
  insert into indicator_line select * from indicator_lines_of(new.id, new.bureau_id, new.content);
  return null;
end
$$;
create trigger rule_set_version_lines after insert or update of content on rule_set_version
  for each row execute function write_indicator_lines();

-- What is there already.
insert into indicator_line
  select line.* from rule_set_version v cross join lateral indicator_lines_of(v.id, v.bureau_id, v.content) line;
