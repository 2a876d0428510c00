import { imports as contract } from '@mingji/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { Refusal } from '../../refusal.ts';
import { findBatch } from './batch.ts';
import { abandonImport } from './commands/abandon-import.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { correctRule } from './commands/correct-rule.ts';
import { acceptRepairs, editCells, skipRows } from './commands/decide-rows.ts';
import { issueImportTargets } from './commands/issue-import-targets.ts';
import { setReading } from './commands/set-reading.ts';
import { startImport } from './commands/start-import.ts';
import { undoImport } from './commands/undo-import.ts';
import { importRules } from './import-rules.ts';
import { judgeBatch } from './judge-batch.ts';
import { listBatches } from './queries/list-batches.ts';
import { listRows } from './queries/list-rows.ts';
import { viewBatch } from './queries/view-batch.ts';

export function registerImportRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, contract.startImport, async (ctx, { query }, { request }) =>
    startImport(ctx, {
      requestId: query.requestId,
      kind: query.kind,
      unitId: query.unitId,
      ...(await readUpload(request)),
    }),
  );
  route(app, deps, contract.listImports, (ctx, { query }) => listBatches(ctx, query));
  route(app, deps, contract.getImport, async (ctx, { params }) => ({
    batch: await viewBatch(deps.db, ctx, params.batchId),
  }));
  route(app, deps, contract.setImportReading, (ctx, { params, body }) =>
    setReading(ctx, params.batchId, body),
  );
  route(app, deps, contract.listImportRows, (ctx, { params, query }) => listRows(ctx, params.batchId, query));
  route(app, deps, contract.acceptImportRepairs, (ctx, { params, body }) =>
    acceptRepairs(ctx, params.batchId, body),
  );
  route(app, deps, contract.editImportCells, (ctx, { params, body }) => editCells(ctx, params.batchId, body));
  route(app, deps, contract.skipImportRows, (ctx, { params, body }) => skipRows(ctx, params.batchId, body));
  route(app, deps, contract.listImportRules, async (ctx, { params }) => {
    const batch = await findBatch(deps.db, ctx, params.batchId);
    return { rules: importRules(batch, await judgeBatch(deps.db, ctx, batch)) };
  });
  route(app, deps, contract.correctImportRule, (ctx, { params, body }) =>
    correctRule(ctx, params.batchId, params.row, body),
  );
  route(app, deps, contract.confirmImport, (ctx, { params, body }) =>
    confirmImport(ctx, params.batchId, body),
  );
  route(app, deps, contract.issueImportTargets, (ctx, { params, body }) =>
    issueImportTargets(ctx, params.batchId, body),
  );
  route(app, deps, contract.undoImport, (ctx, { params, body }) => undoImport(ctx, params.batchId, body));
  route(app, deps, contract.abandonImport, (ctx, { params, body }) =>
    abandonImport(ctx, params.batchId, body),
  );
}

/** The one part named `file`; a file beyond the limit is refused while it is still coming in. */
async function readUpload(request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) throw new Refusal('invalid', '请以文件上传方式提交 Excel 文件。');
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new Refusal('invalid', '没有收到文件，请重新选择。');
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new Refusal('tooLarge', '文件超过 20 MB。请删去无关的工作表和图片后再上传。');
    }
    throw error;
  }
}
