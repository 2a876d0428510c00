import type { RuleSet } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { ownersOf, problemsOf } from './check-version.ts';
import { findingsOf } from './findings.ts';
import { inheritanceProblems } from './inheritance.ts';
import { orphanedTargets, targetCodes } from './target-codes.ts';
import { type UpperVersion, upperVersion } from './upper-version.ts';
import { signOffsOf, type VersionRow } from './version-row.ts';

/** What keeps a text from being published keeps it from being sent for filing as well. */
export async function refuseUnsettled(tx: Tx, ctx: Ctx, row: VersionRow, content: RuleSet): Promise<void> {
  const upper = content.extends ? await upperVersion(tx, ctx.actor.bureauId, content.extends) : null;
  await refuseProblems(tx, ctx, row, content, upper);
  refuseUnansweredFlags(row, content, upper);
}

async function refuseProblems(
  tx: Tx,
  ctx: Ctx,
  row: VersionRow,
  content: RuleSet,
  upper: UpperVersion | null,
): Promise<void> {
  const owners = await ownersOf(tx, ctx.actor.bureauId, row.unit_path, content);
  const problems = [
    ...problemsOf(content, owners),
    ...inheritanceProblems(content, upper),
    ...orphanedTargets(await targetCodes(tx, row.id), content),
  ];
  if (problems.length === 0) return;
  throw new Refusal(
    'refused',
    `还有 ${problems.length} 处问题，不能报送备案或发布。请逐项改正后再办。`,
    problems,
  );
}

function refuseUnansweredFlags(row: VersionRow, content: RuleSet, upper: UpperVersion | null): void {
  const open = findingsOf(content, signOffsOf(row), upper).filter(
    (each) => each.needsSignOff && each.signOff === null,
  );
  if (open.length === 0) return;
  throw new Refusal(
    'refused',
    `有 ${open.length} 个指标被提示可能违法或不当，须先登记法制部门审核意见（签署人和理由）才能报送备案或发布。`,
    open.map((each) => ({ path: `indicators.${each.indicatorCode}`, message: each.message })),
  );
}
