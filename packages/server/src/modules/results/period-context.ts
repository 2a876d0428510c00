import { effectivePeriodState, type PeriodState, type RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';

/** A period together with the rules it is appraised by. */
export interface PeriodContext {
  readonly id: string;
  readonly bureauId: string;
  readonly label: string;
  readonly kind: 'week' | 'month' | 'quarter' | 'half' | 'year' | 'special';
  readonly state: PeriodState;
  readonly fromOn: string;
  readonly toOn: string;
  readonly submitBy: Date;
  readonly reviewBy: Date;
  readonly noticeDays: number;
  /** Its results count nowhere (P20). */
  readonly trial: boolean;
  readonly publishedAt: Date | null;
  readonly timeZone: string;
  readonly ruleSetId: string;
  readonly ruleSetVersionId: string;
  readonly ruleSetName: string;
  readonly ruleSetVersion: number;
  readonly ruleSetHash: Buffer | null;
  readonly sequenceCodes: readonly string[];
  readonly ruleSet: RuleSet;
  /** The unit whose office runs the period. */
  readonly unitPath: string;
}

/** Loads a period of the bureau; `lock` holds its row until the transaction ends, so that nothing is booked meanwhile. */
export async function loadPeriod(
  reader: Reader,
  bureauId: string,
  periodId: string,
  lock = false,
): Promise<PeriodContext> {
  const row = await reader
    .selectFrom('period')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .innerJoin('bureau', 'bureau.id', 'period.bureau_id')
    .selectAll('period')
    .select([
      'rule_set.id as rule_set_id',
      'rule_set.name as rule_set_name',
      'rule_set.sequence_codes',
      'rule_set_version.version',
      'rule_set_version.content',
      'rule_set_version.content_hash',
      'unit.path as unit_path',
      'bureau.time_zone',
    ])
    .where('period.bureau_id', '=', bureauId)
    .where('period.id', '=', periodId)
    .$if(lock, (query) => query.forUpdate(['period']))
    .executeTakeFirst();
  if (!row) throw notFound('考核周期');
  return {
    id: row.id,
    bureauId,
    label: row.label,
    kind: row.kind as PeriodContext['kind'],
    state: row.state as PeriodState,
    fromOn: row.from_on,
    toOn: row.to_on,
    submitBy: row.submit_by,
    reviewBy: row.review_by,
    noticeDays: row.notice_days,
    trial: row.trial,
    publishedAt: row.published_at,
    timeZone: row.time_zone,
    ruleSetId: row.rule_set_id,
    ruleSetVersionId: row.rule_set_version_id,
    ruleSetName: row.rule_set_name,
    ruleSetVersion: row.version,
    ruleSetHash: row.content_hash,
    sequenceCodes: row.sequence_codes,
    // Published content passed the strict schema when it was saved (packages/contract rule-set-format).
    ruleSet: row.content as unknown as RuleSet,
    unitPath: row.unit_path,
  };
}

/** §6: whoever is asleep, an open period whose deadline has passed takes no more work. */
export function stateNow(period: Pick<PeriodContext, 'state' | 'submitBy'>, now: Date): PeriodState {
  return effectivePeriodState(period.state, period.submitBy.getTime(), now.getTime());
}
