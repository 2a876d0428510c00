import type { Indicator } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { formOf } from '../../ledger/index.ts';
import type { PeriodContext } from '../period-context.ts';
import { indicatorsOf } from '../rolled-up.ts';
import { type Check, check } from './check.ts';

const SHOWN = 20;

/**
 * Figures that should have come and did not (P14): indicators that live on measures or imported scores, without any
 * entry of this period. Where the rule counts absent as nought it is only told; else publishing wants a reason.
 */
export async function missingImports(reader: Reader, period: PeriodContext): Promise<Check[]> {
  const present = await indicatorsWithFacts(reader, period.id);
  const empty = indicatorsOf(period.ruleSet).filter(
    (indicator) => takesFigures(indicator) && !present.has(indicator.code),
  );
  if (empty.length === 0) return [];
  const blocking = empty.filter((indicator) => !countsAbsentAsZero(indicator));
  const details = empty.map(
    (indicator) =>
      `“${indicator.name}”（${indicator.owner}）本周期没有任何数据${countsAbsentAsZero(indicator) ? '，按办法计 0' : ''}`,
  );
  return [
    check('missingFacts', `${empty.length} 项指标还没有导入或填报数据`, {
      count: empty.length,
      blocks: blocking.length > 0 ? 'publish' : 'none',
      overridable: blocking.length > 0,
      href: '/imports',
      details: details.slice(0, SHOWN),
    }),
  ];
}

/** Subjects whom the computation could give no score, by the indicators that they lack. */
export async function subjectsWithoutScore(
  reader: Reader,
  period: PeriodContext,
  evaluationId: string,
): Promise<Check[]> {
  const { rows: counts } = await sql<{ unscored: number; subjects: number }>`
    select count(*) filter (where score_state = 'notScored')::int as unscored, count(*)::int as subjects
    from result where evaluation_id = ${evaluationId}`.execute(reader);
  const { unscored, subjects } = counts[0] ?? { unscored: 0, subjects: 0 };
  if (unscored === 0) return [];
  const { rows } = await sql<{ code: string; n: number }>`
    select missing.code, count(*)::int as n
    from result, jsonb_array_elements_text(result.detail->'missing') as missing(code)
    where result.evaluation_id = ${evaluationId} and result.score_state = 'notScored'
    group by missing.code order by n desc, missing.code limit ${SHOWN}`.execute(reader);
  const names = new Map(indicatorsOf(period.ruleSet).map(({ code, name }) => [code, name]));
  return [
    check('withoutScore', `${subjects} 个考核对象中有 ${unscored} 个没有得分`, {
      count: unscored,
      blocks: 'publish',
      overridable: true,
      href: `/ranking?period=${period.id}`,
      details: rows.map(({ code, n }) => `“${names.get(code) ?? code}”缺 ${n} 个对象的数据`),
    }),
  ];
}

function takesFigures(indicator: Indicator): boolean {
  const form = formOf(indicator);
  return form === null || form.entryKind === 'measure';
}

function countsAbsentAsZero({ scoring }: Indicator): boolean {
  return 'absent' in scoring && scoring.absent === 'zero';
}

async function indicatorsWithFacts(reader: Reader, periodId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('ledger_entry')
    .select('indicator_code')
    .distinct()
    .where('period_id', '=', periodId)
    .execute();
  return new Set(rows.map((row) => row.indicator_code));
}
