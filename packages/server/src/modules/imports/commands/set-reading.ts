import { imports, type Received } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { changeBatch } from '../change-batch.ts';

type Wish = Received<typeof imports.setImportReading>['body'];

/** What the file is, which sheet, which column is what. Another kind or sheet begins without the old corrections. */
export function setReading(ctx: Ctx, batchId: string, wish: Wish): Promise<{ batch: imports.ImportBatch }> {
  const change = {
    name: 'imports.setReading',
    action: 'import.readingSet',
    batchId,
    requestId: wish.requestId,
  };
  return changeBatch(ctx, { ...change, content: wish }, async (tx, batch) => {
    if (batch.kind !== wish.kind || batch.sheet_name !== wish.sheet) {
      await tx.deleteFrom('import_row').where('batch_id', '=', batchId).execute();
    }
    const reading = {
      ...(wish.columns === null ? {} : { columns: wish.columns }),
      ...(wish.decompositionSheet === null ? {} : { decompositionSheet: wish.decompositionSheet }),
    };
    const { rules: _rules, ...options } = batch.options;
    const kept = batch.kind === wish.kind && batch.sheet_name === wish.sheet ? batch.options : options;
    await tx
      .updateTable('import_batch')
      .set({
        kind: wish.kind,
        sheet_name: wish.sheet,
        mapping: JSON.stringify(reading),
        options: JSON.stringify({
          ...kept,
          policeNoDigits: wish.policeNoDigits,
          ...(wish.month === null ? {} : { month: wish.month }),
        }),
      })
      .where('id', '=', batchId)
      .execute();
    return `按${imports.importKindLabels[wish.kind]}读取`;
  });
}
