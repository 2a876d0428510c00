import type { Problem, Received, ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { ownersOf, problemsOf } from '../check-version.ts';
import { contentHash } from '../content-hash.ts';
import { findingsOf } from '../findings.ts';
import { indicatorPlaces } from '../indicator-of.ts';
import { presentVersion } from '../present.ts';
import { parseContent } from '../published-rule-set.ts';
import { normalized } from '../save-draft-content.ts';
import { findVersion, lockDraft, nextUpdatedAt, signOffsOf, type VersionRow } from '../version-row.ts';

/** From here on the version never changes (§16): its hash is taken over the canonical form. */
export async function publishVersion(ctx: Ctx, { params, body }: Received<typeof ruleSets.publishVersion>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.publish', requestId: body.requestId, content: { versionId, ...body } },
    async (tx) => {
      const row = await lockDraft(tx, ctx, versionId, body.expectedUpdatedAt);
      requireAccess(ctx, 'ruleSet.publish', { unitPath: row.unit_path });
      const content = normalized(
        parseContent(row.content),
        { code: row.rule_set_code, name: row.rule_set_name },
        row.version,
      );
      await refuseProblems(tx, ctx, row, content);
      refuseUnansweredFlags(row, content);
      await refuseEarlierDate(tx, row, body.effectiveOn);
      await tx
        .updateTable('rule_set_version')
        .set({
          state: 'published',
          content: JSON.stringify(content),
          content_hash: contentHash(ctx.deps.crypto, content),
          effective_on: body.effectiveOn,
          published_by: ctx.actor.accountId,
          published_at: ctx.now,
          updated_at: nextUpdatedAt(ctx, row),
        })
        .where('id', '=', versionId)
        .where('state', '=', 'draft')
        .execute();
      const saved = await findVersion(tx, ctx.actor.bureauId, versionId);
      return {
        result: { version: await presentVersion(tx, ctx, saved) },
        audit: {
          action: 'ruleSet.published',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `发布考核办法「${row.rule_set_name}」第 ${row.version} 版，自 ${body.effectiveOn} 起施行`,
          detail: { contentHash: saved.content_hash?.toString('hex') ?? null },
        },
      };
    },
  );
}

async function refuseProblems(tx: Tx, ctx: Ctx, row: VersionRow, content: RuleSet): Promise<void> {
  const owners = await ownersOf(tx, ctx.actor.bureauId, row.unit_path, content);
  const problems = [...problemsOf(content, owners), ...(await orphanedTargets(tx, row, content))];
  if (problems.length === 0) return;
  throw new Refusal('refused', `还有 ${problems.length} 处问题，不能发布。请逐项改正后再发布。`, problems);
}

/** Targets that came with an import hang on indicator codes: renaming one would leave them in the air. */
async function orphanedTargets(tx: Tx, row: VersionRow, content: RuleSet): Promise<Problem[]> {
  const known = new Set(indicatorPlaces(content).map(({ indicator }) => indicator.code));
  const used = await tx
    .selectFrom('target')
    .select('indicator_code')
    .distinct()
    .where('rule_set_version_id', '=', row.id)
    .where('state', '=', 'issued')
    .execute();
  return used
    .filter((target) => !known.has(target.indicator_code))
    .map((target) => ({
      path: `targets.${target.indicator_code}`,
      message: `已下达的目标引用了指标代码 ${target.indicator_code}，草稿中却没有这个指标。请恢复该代码，或先撤回目标。`,
    }));
}

function refuseUnansweredFlags(row: VersionRow, content: RuleSet): void {
  const open = findingsOf(content, signOffsOf(row)).filter(
    (each) => each.needsSignOff && each.signOff === null,
  );
  if (open.length === 0) return;
  throw new Refusal(
    'refused',
    `有 ${open.length} 个指标被提示可能违法或不当，须先登记法制部门审核意见（签署人和理由）才能发布。`,
    open.map((each) => ({ path: `indicators.${each.indicatorCode}`, message: each.message })),
  );
}

/** Versions follow each other in time: a later number may not take effect before an earlier one. */
async function refuseEarlierDate(tx: Tx, row: VersionRow, effectiveOn: string): Promise<void> {
  const before = await tx
    .selectFrom('rule_set_version')
    .select(['version', 'effective_on'])
    .where('rule_set_id', '=', row.rule_set_id)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (before?.effective_on && effectiveOn < before.effective_on) {
    throw new Refusal(
      'refused',
      `第 ${before.version} 版自 ${before.effective_on} 起施行，新版本的施行日期不能早于它。请改选日期。`,
    );
  }
}
