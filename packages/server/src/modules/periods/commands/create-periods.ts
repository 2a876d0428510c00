import type { periods, Received } from '@mingji/contract';
import {
  markedLabel,
  type PeriodPlan,
  type PlannedPeriod,
  type ProcedureRules,
  planPeriods,
  windowProblems,
} from '@mingji/engine';
import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { countsOfPeriod } from '../counts-of-period.ts';
import { endOfDay } from '../day-end.ts';
import { findPeriod } from '../period-row.ts';
import { presentPeriod } from '../present.ts';
import { recordPeriodEvent } from '../record-event.ts';

type Body = Received<typeof periods.createPeriods>['body'];

export async function createPeriods(ctx: Ctx, { body }: Received<typeof periods.createPeriods>) {
  return runCommand(ctx, { name: 'period.create', requestId: body.requestId, content: body }, async (tx) => {
    const version = await lockVersion(tx, ctx, body.ruleSetVersionId);
    const planned = planPeriods(body.plan as PeriodPlan, body.year).map((period) => ({
      ...period,
      label: markedLabel(period.label, { trial: body.trial, backEntry: false }),
    }));
    refuseBadDays(planned);
    // A trial may run beside the real month: it counts nowhere.
    const odd = body.trial ? [] : await windowsAgainstOthers(tx, version.rule_set_id, planned);
    if (odd.length > 0 && !body.confirmed) {
      throw new Refusal(
        'refused',
        '周期的数据窗口之间有重叠或空档。请调整日期；如确属需要，请勾选确认后再建立。',
        odd.map((problem) => ({ path: 'plan', message: problem.message })),
      );
    }
    const ids: string[] = [];
    const days = { noticeDays: 5, appealDays: 5, ...version.procedure, ...given(body) };
    for (const period of planned) ids.push(await insertPeriod(tx, ctx, body, days, period));
    const rows = await Promise.all(ids.map((id) => findPeriod(tx, ctx.actor.bureauId, id)));
    const counts = { submitted: 0, returned: 0, accepted: 0, openAppeals: 0 };
    return {
      result: { periods: rows.map((row) => presentPeriod(ctx, row, counts)) },
      audit: {
        action: 'period.created',
        subjectKind: 'ruleSet',
        subjectId: version.rule_set_id,
        summary: `为“${version.name}”建立 ${planned.length} 个考核周期：${planned.map((each) => each.label).join('、')}`,
        detail: { confirmedWindows: odd.map((problem) => problem.message) },
      },
    };
  });
}

/** One period of its own, beside those of the plan: a special operation (P8). */
export async function addPeriod(
  tx: Tx,
  ctx: Ctx,
  ruleSetVersionId: string,
  planned: PlannedPeriod,
): Promise<string> {
  const version = await lockVersion(tx, ctx, ruleSetVersionId);
  refuseBadDays([planned]);
  const days = { noticeDays: 5, appealDays: 5, ...version.procedure };
  return insertPeriod(tx, ctx, { ruleSetVersionId, trial: false }, days, planned);
}

/** Holds the rule set: two people who make periods at once see each other's windows. */
async function lockVersion(tx: Tx, ctx: Ctx, versionId: string) {
  const row = await tx
    .selectFrom('rule_set_version')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['rule_set_version.state', 'rule_set_version.rule_set_id', 'rule_set.name', 'unit.path'])
    .select(sql<ProcedureRules | null>`rule_set_version.content->'procedure'`.as('procedure'))
    .where('rule_set_version.bureau_id', '=', ctx.actor.bureauId)
    .where('rule_set_version.id', '=', versionId)
    .forUpdate('rule_set')
    .executeTakeFirst();
  if (!row) throw notFound('办法版本');
  requireAccess(ctx, 'period.manage', { unitPath: row.path });
  if (row.state !== 'published') {
    throw new Refusal('refused', `办法“${row.name}”的这个版本尚未发布，不能据此建立周期。请先发布。`);
  }
  return row;
}

function refuseBadDays(planned: readonly PlannedPeriod[]): void {
  const problems = planned.flatMap((period, index) => {
    const path = `plan.periods.${index}`;
    const wrong: string[] = [];
    if (period.to < period.from) wrong.push(`“${period.label}”的结束日期早于开始日期`);
    if (period.submitOn < period.from) wrong.push(`“${period.label}”的填报截止日早于周期开始`);
    if (period.reviewOn < period.submitOn) wrong.push(`“${period.label}”的审核截止日早于填报截止日`);
    if (period.reportOn !== null && period.reportOn < period.reviewOn) {
      wrong.push(`“${period.label}”的上报日早于审核截止日`);
    }
    return wrong.map((message) => ({ path, message: `${message}，请改正。` }));
  });
  if (problems.length > 0) throw new Refusal('invalid', '周期日期前后矛盾，请按提示改正。', problems);
}

/** Compared with all windows of the same kind under any version of the rule set; special operations stand apart. */
async function windowsAgainstOthers(tx: Tx, ruleSetId: string, planned: readonly PlannedPeriod[]) {
  const existing = await tx
    .selectFrom('period')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .select(['period.label', 'period.kind', 'period.from_on as from', 'period.to_on as to'])
    .where('rule_set_version.rule_set_id', '=', ruleSetId)
    .where(countsOfPeriod('period'))
    .execute();
  const made = new Set(planned.map((period) => period.label));
  const kinds = [...new Set(planned.map((period) => period.kind))].filter((kind) => kind !== 'special');
  return kinds.flatMap((kind) =>
    windowProblems([...existing, ...planned].filter((period) => period.kind === kind)).filter(
      (problem) => made.has(problem.first) || made.has(problem.second),
    ),
  );
}

type ProcedureDays = Required<Pick<ProcedureRules, 'noticeDays' | 'appealDays'>>;

/** What the office wrote itself goes before what the method says. */
function given({ noticeDays, appealDays }: Body): Partial<ProcedureDays> {
  return {
    ...(noticeDays === undefined ? {} : { noticeDays }),
    ...(appealDays === undefined ? {} : { appealDays }),
  };
}

async function insertPeriod(
  tx: Tx,
  ctx: Ctx,
  { ruleSetVersionId, trial }: Pick<Body, 'ruleSetVersionId' | 'trial'>,
  days: ProcedureDays,
  period: PlannedPeriod,
): Promise<string> {
  const { timeZone, bureauId, accountId } = ctx.actor;
  const added = await tx
    .insertInto('period')
    .values({
      id: crypto.randomUUID(),
      bureau_id: bureauId,
      rule_set_version_id: ruleSetVersionId,
      kind: period.kind,
      label: period.label,
      from_on: period.from,
      to_on: period.to,
      submit_by: endOfDay(period.submitOn, timeZone),
      review_by: endOfDay(period.reviewOn, timeZone),
      report_by: period.reportOn === null ? null : endOfDay(period.reportOn, timeZone),
      notice_days: days.noticeDays,
      appeal_days: days.appealDays,
      trial,
      created_by: accountId,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['rule_set_version_id', 'label']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added)
    throw new Refusal('conflict', `周期“${period.label}”已经建立过。请在列表中查看，或换一个名称。`);
  await recordPeriodEvent(tx, ctx, { periodId: added.id, action: 'created', reason: null });
  return added.id;
}
