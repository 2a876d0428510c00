import type { results } from '@mingji/contract';
import { effectivePeriodState, type PeriodState } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { appraisedSubjects } from '../appraised-subjects.ts';

const MOST = 60;
type OwnPeriod = results.OwnPeriod;

/** The periods in which the reader is appraised, newest first: of a closed one its results tell, of another the roster. */
export async function listOwnPeriods(ctx: Ctx): Promise<{ periods: OwnPeriod[] }> {
  const { officerId, bureauId } = ctx.actor;
  if (officerId === null) return { periods: [] };
  const rows = await ctx.deps.db
    .selectFrom('period')
    .innerJoin('rule_set_version as version', 'version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .selectAll('period')
    .select(['rule_set.name as rule_set_name', 'rule_set.sequence_codes', 'unit.path as unit_path'])
    .where('period.bureau_id', '=', bureauId)
    .where('period.state', '!=', 'draft')
    .where('period.discarded_at', 'is', null)
    .where(sql<boolean>`exists (select from membership served join unit place on place.id = served.unit_id
      where served.officer_id = ${officerId} and starts_with(place.path, unit.path))`)
    .where(sql<boolean>`version.content->'appraises' ? 'officer'`)
    .where(sql<boolean>`(period.state in ('open', 'submissionClosed', 'reviewing') or exists (
      select from result where result.period_id = period.id
        and result.subject_kind = 'officer' and result.subject_id = ${officerId}))`)
    .orderBy('period.to_on', 'desc')
    .orderBy('rule_set.code')
    .limit(MOST)
    .execute();
  const own: OwnPeriod[] = [];
  for (const row of rows) {
    const running = row.state !== 'inNotice' && row.state !== 'sealed';
    const period = {
      id: row.id,
      kind: row.kind as OwnPeriod['kind'],
      bureauId,
      toOn: row.to_on,
      unitPath: row.unit_path,
      sequenceCodes: row.sequence_codes,
      ruleSet: { appraises: ['officer' as const] },
    };
    const here = running ? await appraisedSubjects(ctx.deps.db, period, [officerId]) : null;
    if (here !== null && !here.some((each) => each.id === officerId)) continue;
    own.push({
      id: row.id,
      label: row.label,
      kind: period.kind,
      to: row.to_on,
      ruleSetName: row.rule_set_name,
      state: effectivePeriodState(row.state as PeriodState, row.submit_by.getTime(), ctx.now.getTime()),
    });
  }
  return { periods: own };
}
