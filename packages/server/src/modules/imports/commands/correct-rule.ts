import type { imports, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { findBatch, lockBatch } from '../batch.ts';
import { importRules } from '../import-rules.ts';
import { judgeBatch } from '../judge-batch.ts';

type Wish = Received<typeof imports.correctImportRule>['body'];

/** X7: a person decides the typed rule of an indicator, or goes back to what was read from its sentence. */
export function correctRule(
  ctx: Ctx,
  batchId: string,
  row: number,
  wish: Wish,
): Promise<{ rules: imports.ImportRuleView[] }> {
  const { requestId } = wish;
  const content = { batchId, row, rule: wish.rule };
  return runCommand(ctx, { name: 'imports.correctRule', requestId, content }, async (tx) => {
    const batch = await lockBatch(tx, ctx, batchId, 'judged');
    const judgement = await judgeBatch(tx, ctx, batch);
    const indicator = importRules(batch, judgement).find((rule) => rule.row === row);
    if (!indicator) throw notFound(`第 ${row} 行的指标`);
    const { [String(row)]: _before, ...others } = batch.options.rules ?? {};
    const rules = wish.rule === null ? others : { ...others, [String(row)]: wish.rule };
    await tx
      .updateTable('import_batch')
      .set({ options: JSON.stringify({ ...batch.options, rules }) })
      .where('id', '=', batchId)
      .execute();
    return {
      result: { rules: importRules(await findBatch(tx, ctx, batchId), judgement) },
      audit: {
        action: 'import.rulesCorrected',
        subjectKind: 'importBatch',
        subjectId: batchId,
        summary: `“${batch.file_name}”：核定指标“${indicator.name ?? `第 ${row} 行`}”的计分方式`,
      },
    };
  });
}
