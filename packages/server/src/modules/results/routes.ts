import { results } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { sendWorkbook } from '../../plugins/send-workbook.ts';
import { publishResults } from './commands/publish-results.ts';
import { sealPeriod } from './commands/seal-period.ts';
import { startEvaluation } from './commands/start-evaluation.ts';
import { verifyStoredSeal } from './commands/verify-stored-seal.ts';
import { exportRanking } from './exports/export-ranking.ts';
import { exportScoreSheet } from './exports/export-score-sheet.ts';
import { getClosing } from './queries/get-closing.ts';
import { getResult, getStanding } from './queries/get-result.ts';
import { listRanking } from './queries/list-ranking.ts';
import { listSeals } from './queries/list-seals.ts';
import { listSubjectResults } from './queries/list-subject-results.ts';

export function registerResultRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, results.getClosing, (ctx, { params }) => getClosing(ctx, params.periodId));
  route(app, deps, results.startEvaluation, (ctx, { params, body }) =>
    startEvaluation(ctx, { ...params, ...body }),
  );
  route(app, deps, results.publishResults, (ctx, { params, body }) =>
    publishResults(ctx, { ...params, ...body }),
  );
  route(app, deps, results.sealPeriod, (ctx, { params, body }) => sealPeriod(ctx, { ...params, ...body }));
  route(app, deps, results.listRanking, (ctx, { params, query }) => listRanking(ctx, params.periodId, query));
  route(app, deps, results.exportRanking, async (ctx, { params, query }, { reply }) =>
    sendWorkbook(reply, await exportRanking(ctx, params.periodId, query)),
  );
  route(app, deps, results.getResult, (ctx, { params }) => getResult(ctx, params));
  route(app, deps, results.getStanding, (ctx, { params }) => getStanding(ctx, params));
  route(app, deps, results.exportScoreSheet, async (ctx, { params }, { reply }) =>
    sendWorkbook(reply, await exportScoreSheet(ctx, params)),
  );
  route(app, deps, results.listSubjectResults, (ctx, { params, query }) =>
    listSubjectResults(ctx, params.subjectKind, params.subjectId, query),
  );
  route(app, deps, results.listSeals, (ctx, { query }) => listSeals(ctx, query));
  route(app, deps, results.verifySeal, (ctx, { params }) => verifyStoredSeal(ctx, params.sealId));
}
