import { randomUUID } from 'node:crypto';
import type { imports } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { cleanName, recognizeFile, storeFile } from '../../files/index.ts';
import { findRootUnit, findUnit, type Unit } from '../../organization/index.ts';
import { unitsBelow } from '../import-context.ts';
import { likelyKind } from '../judge-batch.ts';
import { openWorkbook } from '../office-workbook.ts';
import { viewBatch } from '../queries/view-batch.ts';

export interface ImportUpload {
  readonly requestId: string;
  readonly kind: imports.ImportKind | undefined;
  readonly unitId: string | undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes the file and judges it. Nothing of its content is written before the confirm (P18). */
export async function startImport(ctx: Ctx, upload: ImportUpload): Promise<{ batch: imports.ImportBatch }> {
  // The reader of workbooks first: it knows of passwords, of .xls and .csv, and says what to do with them.
  const workbook = await openWorkbook(upload.bytes);
  const recognized = await recognizeFile(upload.bytes);
  if (!recognized.ok) {
    throw new Refusal(
      'unsupportedFile',
      '文件带有宏，不能导入：请用 Excel 或 WPS 打开后“另存为”不带宏的 .xlsx 再上传。',
    );
  }
  const name = cleanName(upload.name, recognized.file.extension);
  const { requestId, kind, unitId } = upload;
  const content = { kind, unitId, name, sm3: ctx.deps.crypto.sm3(upload.bytes).toString('hex') };
  return runCommand(ctx, { name: 'imports.start', requestId, content }, async (tx) => {
    const unit = await importingUnit(tx, ctx, unitId);
    const file = await storeFile(tx, ctx, {
      name,
      bytes: upload.bytes,
      mediaType: recognized.file.mediaType,
    });
    const id = randomUUID();
    const found = kind ?? likelyKind(workbook, await unitsBelow(tx, ctx, unit.path), unit.name);
    await tx
      .insertInto('import_batch')
      .values({
        id,
        bureau_id: ctx.actor.bureauId,
        unit_id: unit.id,
        kind: found,
        file_id: file.id,
        state: 'judged',
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
      })
      .execute();
    return {
      result: { batch: await viewBatch(tx, ctx, id) },
      audit: {
        action: 'import.started',
        subjectKind: 'importBatch',
        subjectId: id,
        summary: `为“${unit.name}”上传导入文件“${name}”`,
        detail: { kind: found, sm3: content.sm3 },
      },
    };
  });
}

/** Into which unit: the one asked for, else the office's own. */
async function importingUnit(tx: Tx, ctx: Ctx, unitId: string | undefined): Promise<Unit> {
  const { bureauId } = ctx.actor;
  if (unitId !== undefined) {
    const unit = await findUnit(tx, bureauId, unitId);
    requireAccess(ctx, 'import.run', { unitPath: unit.path });
    return unit;
  }
  const [path] = scopeOf(ctx.actor, 'import.run').subtrees;
  if (path === undefined) return findRootUnit(tx, bureauId);
  const own = await tx
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', bureauId)
    .where(sql<boolean>`path = ${path}`)
    .executeTakeFirstOrThrow();
  return findUnit(tx, bureauId, own.id);
}
