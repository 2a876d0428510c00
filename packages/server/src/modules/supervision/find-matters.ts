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
  readonly since_at: Date;
  readonly since: string;
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
    select m.*, case when m.since <= k.late then 'late' when m.since <= k.near then 'near' else 'waiting' end as state
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
  readonly where: RawBuilder<boolean>;
  /** Seen with the names and the last press beside them. */
  readonly having?: RawBuilder<boolean>;
  readonly kinds?: readonly MatterKind[];
}

export async function findMatters(
  reader: Reader,
  view: SupervisionView,
  filter: MatterFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select m.kind, m.key, m.state, m.unit_id, mu.name as unit_name, m.path, m.officer_id, mo.name as officer_name,
      m.rule_set_id, mr.name as rule_set_name, m.period_id, m.year, m.n, m.since_at, m.since::text as since, m.work_id,
      m.label, newest.id as version_id, lp.id as press_id, lp.at as press_at, lp.by_name as press_by,
      lp.state as press_state, lp.kind as press_kind, lp.level as press_level, lp.reply as press_reply
    from ${mattersTable(view, filter.where, filter.kinds)} m ${named} ${lastPress(view)}
    join rule_set mr on mr.id = m.rule_set_id
    left join lateral (select nv.id from rule_set_version nv where nv.rule_set_id = m.rule_set_id
      and nv.state = 'published' order by nv.version desc limit 1) newest on m.year is not null
    where ${filter.having ?? sql<boolean>`true`}
    order by m.since, m.key limit ${page.limit} offset ${page.offset}`.execute(reader);
  return rows;
}

export interface MatterCount {
  readonly kind: MatterKind;
  readonly state: Lateness;
  readonly rule_set_id: string;
  readonly n: number;
}

/** How many there are of each kind and state under each method. */
export async function countMatters(
  reader: Reader,
  view: SupervisionView,
  filter: MatterFilter,
): Promise<MatterCount[]> {
  const wantsPress = filter.having !== undefined;
  const { rows } = await sql<MatterCount>`
    select m.kind, m.state, m.rule_set_id, count(*) as n
    from ${mattersTable(view, filter.where, filter.kinds)} m
    ${wantsPress ? sql`${named} ${lastPress(view)}` : sql``}
    where ${filter.having ?? sql<boolean>`true`}
    group by 1, 2, 3`.execute(reader);
  return rows;
}
