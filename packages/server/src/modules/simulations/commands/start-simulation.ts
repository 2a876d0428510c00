import { randomUUID } from 'node:crypto';
import { checkRuleSet, ruleChanges } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { findVersion, parseContent, ruleSetOfVersion, type VersionRow } from '../../rule-sets/index.ts';
import { periodLabels, presentSimulation, simulationQuery } from '../simulation-row.ts';

/** So many of a method are kept: a simulation can be run again at any time. */
const KEPT = 20;
/** A simulation without a sign of life for this long belongs to a process that is gone. */
const STALE_MS = 2 * 60_000;

interface Input {
  readonly requestId: string;
  readonly versionId: string;
  readonly periodIds: readonly string[];
}

/** Queues the trial of a version on sealed periods (X2). What is tried may be a draft; it must be computable. */
export async function startSimulation(ctx: Ctx, input: Input) {
  return runCommand(
    ctx,
    { name: 'startSimulation', requestId: input.requestId, content: input },
    async (tx) => {
      const { bureauId } = ctx.actor;
      const version = await findVersion(tx, bureauId, input.versionId);
      requireAccess(ctx, 'ruleSet.edit', { unitPath: version.unit_path });
      const periodIds = [...new Set(input.periodIds)];
      const baseVersionId = await commonBase(tx, version, periodIds);
      await refuseIdle(tx, version, baseVersionId);
      await refuseBusy(tx, ctx);
      const id = await enqueue(tx, ctx, { version, baseVersionId, periodIds });
      await forgetOldest(tx, version.rule_set_id);
      const row = await simulationQuery(tx, bureauId).where('s.id', '=', id).executeTakeFirstOrThrow();
      const labels = await periodLabels(tx, bureauId, periodIds);
      return {
        result: { simulation: presentSimulation(ctx, row, labels) },
        audit: {
          action: 'simulation.started',
          subjectKind: 'ruleSet',
          subjectId: version.rule_set_id,
          summary: `考核办法“${version.rule_set_name}”第 ${version.version} 版在往期数据上试算：${[...labels.values()].join('、')}`,
        },
      };
    },
  );
}

/** The one version all chosen periods were appraised by: only then is “before” one set of rules. */
async function commonBase(tx: Tx, version: VersionRow, periodIds: readonly string[]): Promise<string> {
  const periods = await tx
    .selectFrom('period as p')
    .innerJoin('rule_set_version as v', 'v.id', 'p.rule_set_version_id')
    .select(['p.id', 'p.label', 'p.state', 'v.id as version_id', 'v.version', 'v.rule_set_id'])
    .where('p.bureau_id', '=', version.bureau_id)
    .where('p.id', 'in', periodIds)
    .where('v.rule_set_id', '=', version.rule_set_id)
    .execute();
  if (periods.length < periodIds.length) {
    throw new Refusal(
      'refused',
      `所选周期中有 ${periodIds.length - periods.length} 个不是按《${version.rule_set_name}》考核的。请只选本办法的周期。`,
    );
  }
  const open = periods.filter(({ state }) => state !== 'sealed');
  if (open.length > 0) {
    throw new Refusal(
      'refused',
      `“${open.map(({ label }) => label).join('、')}”尚未封存，数据还会变动。请只选已封存的周期。`,
    );
  }
  const bases = [...new Map(periods.map((each) => [each.version_id, each.version]))];
  const [base] = bases;
  if (base === undefined) throw new Error('a simulation without periods');
  if (bases.length > 1) {
    throw new Refusal(
      'refused',
      `所选周期依据的版本不同（${bases.map(([, number]) => `第 ${number} 版`).join('、')}），前后无从比较。请按版本分别试算。`,
    );
  }
  return base[0];
}

/** Rules that cannot be computed, or that change nothing, are told before anything is queued. */
async function refuseIdle(tx: Tx, version: VersionRow, baseVersionId: string): Promise<void> {
  const next = parseContent(version.content);
  const problems = checkRuleSet(next).map(({ path, message, clause }) =>
    clause === undefined ? { path, message } : { path, message, clause },
  );
  if (problems.length > 0) {
    throw new Refusal(
      'refused',
      `第 ${version.version} 版还有 ${problems.length} 处问题，不能试算：${problems[0]?.message ?? ''}请先改正。`,
      problems.slice(0, 500),
    );
  }
  const old = await ruleSetOfVersion(tx, version.bureau_id, baseVersionId);
  if (ruleChanges(old, next).length === 0) {
    throw new Refusal(
      'refused',
      '该版本与所选周期当时依据的规则相同，试算不会有任何变动。请先修改草稿，或选择按其他版本考核的周期。',
    );
  }
}

async function refuseBusy(tx: Tx, ctx: Ctx): Promise<void> {
  await tx
    .updateTable('simulation')
    .set({ state: 'failed', failure: '试算进程中断，已自动作废，请重新试算。', finished_at: ctx.now })
    .where('requested_by', '=', ctx.actor.accountId)
    .where('state', 'in', ['queued', 'running'])
    .where('progressed_at', '<', new Date(ctx.now.getTime() - STALE_MS))
    .execute();
  const running = await tx
    .selectFrom('simulation')
    .select('id')
    .where('requested_by', '=', ctx.actor.accountId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (running) throw busy();
}

const busy = () => new Refusal('conflict', '您已有一项试算正在进行。请等它完成后再开始新的试算。');

interface Wanted {
  readonly version: VersionRow;
  readonly baseVersionId: string;
  readonly periodIds: readonly string[];
}

async function enqueue(tx: Tx, ctx: Ctx, { version, baseVersionId, periodIds }: Wanted): Promise<string> {
  const row = await tx
    .insertInto('simulation')
    .values({
      id: randomUUID(),
      bureau_id: ctx.actor.bureauId,
      rule_set_id: version.rule_set_id,
      rule_set_version_id: version.id,
      base_version_id: baseVersionId,
      period_ids: [...periodIds],
      state: 'queued',
      step: '等待试算',
      requested_by: ctx.actor.accountId,
      requested_at: ctx.now,
      progressed_at: ctx.now,
    })
    // Two windows that ask in the same instant: the second is told like any other.
    .onConflict((conflict) =>
      conflict.column('requested_by').where('state', 'in', ['queued', 'running']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!row) throw busy();
  await ctx.deps.jobs.add(tx, 'simulateRules', { simulationId: row.id }, `simulate:${row.id}`);
  return row.id;
}

async function forgetOldest(tx: Tx, ruleSetId: string): Promise<void> {
  const old = await tx
    .selectFrom('simulation')
    .select('id')
    .where('rule_set_id', '=', ruleSetId)
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .offset(KEPT)
    .execute();
  if (old.length === 0) return;
  await tx
    .deleteFrom('simulation')
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .where('state', 'in', ['done', 'failed'])
    .execute();
}
