import type { imports, Received } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { type SavedDraft, saveDraftContent } from '../../rule-sets/index.ts';
import type { Batch } from '../batch.ts';
import { importRules } from '../import-rules.ts';
import type { Judgement } from '../judgement.ts';
import { buildRuleSet, rulesUndecided } from './build-rule-set.ts';

type Wish = Received<typeof imports.confirmImport>['body'];

/** The book becomes a draft that the office reads, lints and publishes itself; nothing is in force by an import. */
export async function writeRuleSet(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  judgement: Judgement,
  wish: Wish,
): Promise<SavedDraft & { written: string }> {
  if (wish.ruleSet === null) {
    throw new Refusal('invalid', '请填写考核办法的代码和名称，或选择一个已有的办法。', [
      { path: 'ruleSet', message: '请填写' },
    ]);
  }
  const left = judgement.content.rows.filter(
    (row) => !row.taken && !row.skipped && row.verdict !== 'not-a-person',
  );
  if (left.length > 0) {
    throw new Refusal(
      'refused',
      `还有 ${left.length} 个指标没有核对完。办法要整体写入，请逐条更正、接受修正或跳过。`,
      left.map((row) => ({
        path: `row.${row.row}`,
        message: row.problems[0]?.message ?? `第 ${row.row} 行`,
      })),
    );
  }
  const taken =
    judgement.content.kind === 'targetBook' ? judgement.content.rows.filter((row) => row.taken) : [];
  const rules = importRules(batch, judgement).filter((rule) => taken.some((row) => row.row === rule.row));
  const undecided = rulesUndecided(rules);
  if (undecided.length > 0) {
    throw new Refusal(
      'refused',
      `有 ${undecided.length} 个指标的评分标准没有读懂，请先核定计分方式。`,
      undecided.map((rule) => ({
        path: `row.${rule.row}`,
        message: `第 ${rule.row} 行“${rule.name}”：${rule.text ?? '没有评分标准'}`,
      })),
    );
  }
  const { ruleSetId, code, name, sequenceCodes } = wish.ruleSet;
  const content = buildRuleSet({ code, name, fileName: batch.file_name, rows: taken, rules });
  const saved = await saveDraftContent(tx, ctx, {
    ...(ruleSetId === null ? {} : { ruleSetId }),
    code,
    name,
    unitId: batch.unit_id,
    content,
    importBatchId: batch.id,
    sequenceCodes,
  });
  const items = new Set(taken.map((row) => row.values.item)).size;
  return { ...saved, written: `办法草稿“${name}”：${items} 个项目、${taken.length} 个指标` };
}
