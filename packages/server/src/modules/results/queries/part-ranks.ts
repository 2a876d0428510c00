import { exact, rankByPart, type Score, scored } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import type { PeriodContext } from '../period-context.ts';
import type { CodedScore, ScoreDetail } from '../score-columns.ts';
import type { RankedKind } from './ranking-filter.ts';
import { moduleScores, type Part } from './ranking-parts.ts';

/** Columns of equal length: one place each subject of the computation. */
export interface PartRanks {
  readonly ids: readonly string[];
  readonly states: readonly CodedScore['state'][];
  readonly values: readonly (string | null)[];
  readonly ranks: readonly (number | null)[];
  readonly of: readonly number[];
  readonly shared: readonly (number | null)[];
}

interface Row {
  id: string;
  sequence: string | null;
  group: string | null;
  ranked: boolean;
  part: CodedScore | null;
}

/** A finished computation never changes, so a part of it is ranked once; the oldest is forgotten beyond this many. */
const KEPT = 20;
const ranked = new Map<string, PartRanks>();

/** Everybody's place by the points of one part, by the engine's rules and over all of the group, whoever asks (P11). */
export async function partRanks(
  reader: Reader,
  period: PeriodContext,
  evaluationId: string,
  kind: RankedKind,
  part: Part,
): Promise<PartRanks> {
  const key = `${evaluationId} ${kind} ${part.kind}:${part.column.code}`;
  const known = ranked.get(key);
  if (known) return known;
  const ranks = await computeRanks(reader, period, evaluationId, kind, part);
  for (const oldest of ranked.keys()) {
    if (ranked.size < KEPT) break;
    ranked.delete(oldest);
  }
  ranked.set(key, ranks);
  return ranks;
}

async function computeRanks(
  reader: Reader,
  period: PeriodContext,
  evaluationId: string,
  kind: RankedKind,
  part: Part,
): Promise<PartRanks> {
  const rows = await partRows(reader, period, evaluationId, kind, part);
  const placed = rankByPart(
    rows.map(({ sequence, group, ranked, part: points }) => ({
      sequence,
      group,
      ranked,
      score: scoreOf(points),
    })),
  );
  const ties = new Map<string, number>();
  const keys = rows.map(({ sequence, group }, at) => `${sequence ?? ''} ${group ?? ''} ${placed[at]?.rank}`);
  for (const key of keys) ties.set(key, (ties.get(key) ?? 0) + 1);
  return {
    ids: rows.map((row) => row.id),
    states: rows.map((row) => row.part?.state ?? 'notApplicable'),
    values: rows.map((row) => row.part?.value ?? null),
    ranks: placed.map(({ rank }) => rank),
    of: placed.map((each) => each.of),
    shared: placed.map(({ rank }, at) => (rank === null ? null : (ties.get(keys[at] ?? '') ?? null))),
  };
}

function scoreOf(part: CodedScore | null): Score {
  if (part === null) return { state: 'notApplicable' };
  return part.state === 'scored' ? scored(exact(part.value ?? '0')) : { state: part.state };
}

async function partRows(
  reader: Reader,
  period: PeriodContext,
  evaluationId: string,
  kind: RankedKind,
  { kind: partKind, column }: Part,
): Promise<Row[]> {
  const list = partKind === 'module' ? 'modules' : 'items';
  const { rows } = await sql<Row & { older: ScoreDetail | null }>`
    select r.subject_id as id, r.sequence_code as sequence, r.group_code as "group", r.rank is not null as ranked,
           jsonb_path_query_first(r.detail, ${`$.${list}[*] ? (@.code == $code)`}::jsonpath,
             jsonb_build_object('code', ${column.code}::text)) as part,
           case when ${partKind} = 'module' and not r.detail ? 'modules' then r.detail end as older
    from result r
    where r.evaluation_id = ${evaluationId} and r.subject_kind = ${kind}`.execute(reader);
  return rows.map(({ older, ...row }) => ({
    ...row,
    part:
      older === null
        ? row.part
        : (moduleScores(period.ruleSet, older).find(({ code }) => code === column.code) ?? null),
  }));
}
