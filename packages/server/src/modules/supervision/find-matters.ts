import { type Lateness, MATTER_KINDS, type MatterKind, type PressedKind } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { matterSources } from './matter-sources.ts';
import type { SupervisionView } from './supervision-view.ts';

/** One matter as found, with the names of who is late and the last that was done about it. */
export interface MatterRow {
  readonly kind: MatterKind;
  readonly key: string;
  readonly state: Lateness;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly path: string;
  readonly officer_id: string | null;
  readonly officer_name: string | null;
  readonly rule_set_id: string;
  readonly rule_set_name: string;
  readonly version_id: string | null;
  readonly period_id: string | null;
  readonly year: number | null;
  readonly n: number;
  /** How many of them are late, where pieces are counted. */
  readonly overdue: number | null;
  readonly since_at: Date;
  readonly since: string;
  /** The last day, whatever the allowance. */
  readonly until: string | null;
  readonly work_id: string | null;
  readonly label: string | null;
  readonly press_id: string | null;
  readonly press_at: Date | null;
  readonly press_by: string | null;
  readonly press_state: string | null;
  readonly press_kind: string | null;
  readonly press_level: string | null;
  readonly press_reply: string | null;
}

/** What a press says about the matter: the same of a found one and of a place on a zero list. */
export interface PressedMatter
  extends Pick<
    MatterRow,
    | 'key'
    | 'unit_id'
    | 'officer_id'
    | 'rule_set_id'
    | 'version_id'
    | 'period_id'
    | 'year'
    | 'n'
    | 'overdue'
    | 'work_id'
    | 'label'
  > {
  readonly kind: PressedKind;
}

/** All matters of some kinds as a table `m` with their state; `where` sees `m` (path, unit, officer, method). */
export function mattersTable(
  view: SupervisionView,
  where: RawBuilder<boolean>,
  kinds: readonly MatterKind[] = MATTER_KINDS,
): RawBuilder<unknown> {
  const found = sql.join(
    kinds.map((kind) => matterSources[kind](view)),
    sql` union all `,
  );
  const limits = sql.join(
    kinds.map((kind) => sql`(${kind}::text, ${view.late[kind]}::date, ${view.near[kind]}::date)`),
  );
  return sql`(
    select m.*, case when m.since <= k.late or m.until < ${view.today}::date then 'late'
        when m.since <= k.near or m.until < ${view.nearEnd}::date then 'near' else 'waiting' end as state
    from (${found}) m join (values ${limits}) k(kind, late, near) on k.kind = m.kind
    where ${where})`;
}

/** The newest press of each matter. */
const lastPress = (view: SupervisionView) => sql`
  left join lateral (select lp.* from press lp where lp.bureau_id = ${view.bureauId} and lp.matter_key = m.key
                     order by lp.at desc, lp.id limit 1) lp on true`;
/** Who is late, by name, for what is searched by text. */
const named = sql`
  join unit mu on mu.id = m.unit_id
  left join officer mo on mo.id = m.officer_id`;

export interface MatterFilter {
  /** Sees `m` before anything is looked up: path, unit, officer, method. */
  readonly where: RawBuilder<boolean>;
  /** Sees the state besides. */
  readonly state?: RawBuilder<boolean>;
  /** Sees the names and the last press beside them. */
  readonly having?: RawBuilder<boolean>;
  readonly kinds?: readonly MatterKind[];
}
export interface MatterPage {
  readonly limit: number;
  readonly offset: number;
}

const yes = sql<boolean>`true`;
const columns = sql`m.kind, m.key, m.state, m.unit_id, mu.name as unit_name, m.path, m.officer_id, mo.name as officer_name,
  m.rule_set_id, mr.name as rule_set_name, m.period_id, m.year, m.n, m.overdue, m.since_at, m.since::text as since, m.until::text as until,
  m.work_id, m.label, newest.id as version_id, lp.id as press_id, lp.at as press_at, lp.by_name as press_by,
  lp.state as press_state, lp.kind as press_kind, lp.level as press_level, lp.reply as press_reply`;

/** A page of what `from` holds as `m`; only what it shows is looked up by name, unless the names are searched. */
function pageOf(
  view: SupervisionView,
  from: RawBuilder<unknown>,
  { state = yes, having }: Pick<MatterFilter, 'state' | 'having'>,
  page: MatterPage,
): RawBuilder<MatterRow> {
  const cut = sql`order by m.since, m.key limit ${page.limit} offset ${page.offset}`;
  const searched = having === undefined ? yes : sql<boolean>`${state} and ${having}`;
  return sql<MatterRow>`
    select ${columns}
    from ${having === undefined ? sql`(select * from ${from} m where ${state} ${cut})` : from} m
    ${named} ${lastPress(view)}
    join rule_set mr on mr.id = m.rule_set_id
    left join lateral (select nv.id from rule_set_version nv where nv.rule_set_id = m.rule_set_id
      and nv.state = 'published' order by nv.version desc limit 1) newest on m.year is not null
    where ${searched} ${having === undefined ? sql`order by m.since, m.key` : cut}`;
}

export async function findMatters(
  reader: Reader,
  view: SupervisionView,
  filter: MatterFilter,
  page: MatterPage,
): Promise<MatterRow[]> {
  const found = mattersTable(view, filter.where, filter.kinds);
  return (await pageOf(view, found, filter, page).execute(reader)).rows;
}

export interface MatterCount {
  readonly kind: MatterKind;
  readonly state: Lateness;
  readonly rule_set_id: string;
  readonly n: number;
  /** Of these the reader may press. */
  readonly pressable: number;
}
export interface CountedWish {
  /** What is counted by kind, state and method. */
  readonly counted: Pick<MatterFilter, 'where' | 'having'>;
  /** What of it the page shows. */
  readonly shown: RawBuilder<boolean>;
  readonly pressable: RawBuilder<boolean>;
}

/** A page and the counts beside it, from matters that are looked for once. */
export async function findAndCount(
  reader: Reader,
  view: SupervisionView,
  { counted, shown, pressable }: CountedWish,
  page: MatterPage,
): Promise<{ readonly rows: MatterRow[]; readonly counts: MatterCount[] }> {
  const { having } = counted;
  const { rows } = await sql<MatterRow & { counts: MatterCount[] | null; key: string | null }>`
    with found as materialized (select * from ${mattersTable(view, counted.where)} m),
    counts as (
      select m.kind, m.state, m.rule_set_id, count(*)::int as n, (count(*) filter (where ${pressable}))::int as pressable
      from found m ${having === undefined ? sql`` : sql`${named} ${lastPress(view)} where ${having}`} group by 1, 2, 3),
    page as (${pageOf(view, sql`found`, { state: shown, ...(having === undefined ? {} : { having }) }, page)})
    select c.counts, page.* from (select json_agg(counts) as counts from counts) c left join page on true
    order by page.since, page.key`.execute(reader);
  return { rows: rows.filter(({ key }) => key !== null), counts: rows[0]?.counts ?? [] };
}
