import type { imports, Received } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { indicatorPlaces, ruleSetOfVersion } from '../../rule-sets/index.ts';
import { type IssueRow, issueTargets } from '../../targets/index.ts';
import { lockBatch } from '../batch.ts';
import { judgeBatch } from '../judge-batch.ts';
import { viewBatch } from '../queries/view-batch.ts';
import { foldText } from '../recognition/cell-text.ts';
import { type ShareToIssue, shareObstacles, sharesToIssue } from '../shares-to-issue.ts';

type Wish = Received<typeof imports.issueImportTargets>['body'];

/** P5: hands out the split of the book, once every row of it adds up or is explained. */
export function issueImportTargets(
  ctx: Ctx,
  batchId: string,
  wish: Wish,
): Promise<{ batch: imports.ImportBatch }> {
  const content = { batchId, year: wish.year };
  return runCommand(ctx, { name: 'imports.issueTargets', requestId: wish.requestId, content }, async (tx) => {
    const batch = await lockBatch(tx, ctx, batchId, 'confirmed');
    const { versionId } = batch.options;
    if (versionId === undefined)
      throw new Refusal('refused', `${batch.number} 不是目标责任细则，没有可下达的目标。`);
    if ((batch.options.targetsIssued ?? 0) > 0) {
      throw new Refusal('conflict', `${batch.number} 的目标已经下达，请在“目标任务”中查看和调整。`);
    }
    const judgement = await judgeBatch(tx, ctx, batch);
    const obstacles = shareObstacles(judgement);
    if (obstacles.length > 0) {
      throw new Refusal(
        'refused',
        '分解表还有没有更正或说明的问题，没有下达任何目标。',
        obstacles.map((message) => ({ path: 'decomposition', message })),
      );
    }
    const ruleSet = await ruleSetOfVersion(tx, ctx.actor.bureauId, versionId);
    const rows = issueRows(ruleSet, sharesToIssue(judgement));
    const issued = await issueTargets(tx, ctx, { versionId, year: wish.year, rows, importBatchId: batchId });
    await tx
      .updateTable('import_batch')
      .set({ options: JSON.stringify({ ...batch.options, targetsIssued: issued }) })
      .where('id', '=', batchId)
      .execute();
    return {
      result: { batch: await viewBatch(tx, ctx, batchId) },
      audit: {
        action: 'import.targetsIssued',
        subjectKind: 'importBatch',
        subjectId: batchId,
        summary: `按 ${batch.number} 的分解表下达 ${wish.year} 年目标 ${issued} 项`,
      },
    };
  });
}

/** The split names indicators, the rule set has codes for them. */
function issueRows(ruleSet: RuleSet, shares: readonly ShareToIssue[]): IssueRow[] {
  const codes = new Map(
    indicatorPlaces(ruleSet)
      .map(({ indicator }) => [foldText(indicator.name), indicator.code] as const)
      .reverse(),
  );
  const unknown = new Set<string>();
  const rows = shares.flatMap(({ indicatorName, unitId, quantity }) => {
    const indicatorCode = codes.get(foldText(indicatorName));
    if (indicatorCode === undefined) unknown.add(indicatorName);
    return indicatorCode === undefined ? [] : [{ indicatorCode, unitId, quantity }];
  });
  if (unknown.size > 0) {
    throw new Refusal(
      'refused',
      '分解表中有指标不在办法里，没有下达任何目标。请跳过这些行，或在办法中补上指标。',
      [...unknown].map((name) => ({ path: 'decomposition', message: `办法中没有指标“${name}”` })),
    );
  }
  return rows;
}
