import { DEFAULT_ROUNDING, type Exact, exact, type RuleSet, sumOf, toFixedText } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { computeResults } from './evaluate-period.ts';
import { loadFacts } from './load-facts.ts';
import type { PeriodContext } from './period-context.ts';
import { type ScoreDetail, scoreColumns, scoreDetail, shown } from './score-columns.ts';

/** Where one subject stands in a period, as lists and bulletins tell it: no detail but the points by module. */
export interface StandingRow {
  readonly kind: 'unit' | 'officer';
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly sequence: string | null;
  readonly sequenceName: string | null;
  readonly group: string | null;
  readonly state: 'scored' | 'notScored' | 'exempt' | 'notApplicable';
  readonly score: string | null;
  readonly rank: number | null;
  /** Points by module, in the order of the rules; units only. Null: nothing of it applies or is scored. */
  readonly modules: readonly (string | null)[];
}

/** What was computed and is shown as the period's result; of the units alone when only they are wanted. */
export async function evaluatedStanding(
  reader: Reader,
  period: PeriodContext,
  evaluationId: string,
  wanted: 'everybody' | 'units' = 'everybody',
): Promise<StandingRow[]> {
  const { rows } = await sql<{
    subject_kind: 'unit' | 'officer';
    subject_id: string;
    subject_name: string;
    subject_code: string;
    unit_name: string;
    unit_path: string;
    sequence_code: string | null;
    sequence_name: string | null;
    group_code: string | null;
    score_state: StandingRow['state'];
    score: string | null;
    rank: number | null;
    detail: ScoreDetail | null;
  }>`
    select r.subject_kind, r.subject_id, r.subject_name, r.subject_code, u.name as unit_name, u.path as unit_path,
           r.sequence_code, r.sequence_name, r.group_code, r.score_state, r.score, r.rank,
           case when r.subject_kind = 'unit' then r.detail end as detail
    from result r join unit u on u.id = r.unit_id
    where r.bureau_id = ${period.bureauId} and r.evaluation_id = ${evaluationId}
      and (${wanted} = 'everybody' or r.subject_kind = 'unit')
    order by r.subject_kind desc, r.sequence_code nulls last, r.group_code, r.rank nulls last, r.subject_code`.execute(
    reader,
  );
  return rows.map((row) => ({
    kind: row.subject_kind,
    id: row.subject_id,
    name: row.subject_name,
    code: row.subject_code,
    unitName: row.unit_name,
    unitPath: row.unit_path,
    sequence: row.sequence_code,
    sequenceName: row.sequence_name,
    group: row.group_code,
    state: row.score_state,
    score: row.score,
    rank: row.rank,
    modules: row.detail === null ? [] : moduleScores(period.ruleSet, row.detail),
  }));
}

/** Where everybody stands now, by the ledger as it is; nothing is stored (§15: results are a pure function). */
export async function presentStanding(reader: Reader, period: PeriodContext): Promise<StandingRow[]> {
  const loaded = await loadFacts(reader, period);
  return computeResults(period.ruleSet, loaded).map(({ subject, result, grade }) => {
    const columns = scoreColumns(period.ruleSet, result);
    return {
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      code: subject.code,
      unitName: subject.unitName,
      unitPath: subject.unitPath,
      sequence: subject.sequence ?? null,
      sequenceName: subject.sequenceName,
      group: subject.group ?? null,
      state: columns.score_state,
      score: columns.score,
      rank: result.rank,
      modules: subject.kind === 'unit' ? moduleScores(period.ruleSet, scoreDetail(result, grade)) : [],
    };
  });
}

function moduleScores(ruleSet: RuleSet, { items }: ScoreDetail): (string | null)[] {
  const points = new Map(
    items.flatMap(({ code, value }) => (value === null ? [] : [[code, exact(value)] as const])),
  );
  const rounding = ruleSet.rounding ?? DEFAULT_ROUNDING;
  const print = (sum: Exact) => (rounding === 'none' ? shown(sum) : toFixedText(sum, rounding));
  return ruleSet.modules.map((module) => {
    const scored = module.items.flatMap((item) => points.get(item.code) ?? []);
    return scored.length === 0 ? null : print(sumOf(scored));
  });
}
