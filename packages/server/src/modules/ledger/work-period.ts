import type { PeriodKind, RuleSet } from '@mingji/engine';
import type { Reader, Tx } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';
import { publishedRuleSet } from '../rule-sets/index.ts';

/** A period with the rules that work in it is scored by. */
export interface WorkPeriod {
  readonly id: string;
  readonly label: string;
  readonly kind: PeriodKind;
  readonly state: string;
  /** A trial that came to nothing: nothing more is done in it (P20). */
  readonly discarded: boolean;
  readonly fromOn: string;
  readonly toOn: string;
  readonly submitBy: Date;
  readonly reviewBy: Date;
  readonly appealDays: number;
  readonly ruleSetId: string;
  readonly ruleSetName: string;
  readonly ruleSetVersionId: string;
  readonly ruleSet: RuleSet;
  /** The unit whose office runs the rule set. */
  readonly unitName: string;
  readonly unitPath: string;
}

export async function loadWorkPeriod(
  reader: Reader,
  bureauId: string,
  periodId: string,
): Promise<WorkPeriod> {
  const [period] = await loadWorkPeriods(reader, bureauId, [periodId]);
  if (!period) throw notFound('考核周期');
  return period;
}

/** The same, held against closing and sealing until the transaction ends. */
export async function lockWorkPeriod(tx: Tx, bureauId: string, periodId: string): Promise<WorkPeriod> {
  const query = workPeriodQuery(tx, bureauId).where('period.id', '=', periodId).forShare('period');
  const [period] = await readWorkPeriods(tx, bureauId, query);
  if (!period) throw notFound('考核周期');
  return period;
}

export async function loadWorkPeriods(
  reader: Reader,
  bureauId: string,
  periodIds: readonly string[],
): Promise<WorkPeriod[]> {
  if (periodIds.length === 0) return [];
  const query = workPeriodQuery(reader, bureauId);
  return readWorkPeriods(reader, bureauId, query.where('period.id', 'in', [...new Set(periodIds)]));
}

/** Periods with their method and its unit (`unit.path`), for lists that narrow, order and limit them. */
export function workPeriodQuery(reader: Reader, bureauId: string) {
  return reader
    .selectFrom('period')
    .innerJoin('rule_set_version as version', 'version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .selectAll('period')
    .select(['rule_set.id as rule_set_id', 'rule_set.name as rule_set_name'])
    .select(['unit.name as unit_name', 'unit.path as unit_path'])
    .where('period.bureau_id', '=', bureauId);
}

/** In the order of the query. */
export async function readWorkPeriods(
  reader: Reader,
  bureauId: string,
  query: ReturnType<typeof workPeriodQuery>,
): Promise<WorkPeriod[]> {
  const rows = await query.execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      label: row.label,
      kind: row.kind as PeriodKind,
      state: row.state,
      discarded: row.discarded_at !== null,
      fromOn: row.from_on,
      toOn: row.to_on,
      submitBy: row.submit_by,
      reviewBy: row.review_by,
      appealDays: row.appeal_days,
      ruleSetId: row.rule_set_id,
      ruleSetName: row.rule_set_name,
      ruleSetVersionId: row.rule_set_version_id,
      ruleSet: await publishedRuleSet(reader, bureauId, row.rule_set_version_id),
      unitName: row.unit_name,
      unitPath: row.unit_path,
    })),
  );
}
