import { results, scoreLog } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { publishResults } from './commands/publish-results.ts';
import { sealPeriod } from './commands/seal-period.ts';
import { startEvaluation } from './commands/start-evaluation.ts';
import { verifyStoredSeal } from './commands/verify-stored-seal.ts';
import { exportRanking } from './exports/export-ranking.ts';
import { exportScoreSheet } from './exports/export-score-sheet.ts';
import { exportSeals, exportSealsAsJson } from './exports/export-seals.ts';
import { compareSubjects } from './queries/compare-subjects.ts';
import { getEntryReceipt } from './queries/entry-receipt.ts';
import { getClosing } from './queries/get-closing.ts';
import { getResult, getStanding } from './queries/get-result.ts';
import { getSealProof } from './queries/get-seal-proof.ts';
import { listOwnPeriods } from './queries/list-own-periods.ts';
import { listRanking } from './queries/list-ranking.ts';
import { listSeals } from './queries/list-seals.ts';
import { listSubjectResults } from './queries/list-subject-results.ts';
import { listVerifications } from './queries/list-verifications.ts';
import { getRankMovement } from './queries/rank-movement.ts';
import { getRankingChoices } from './queries/ranking-choices.ts';
import { getUnitDevelopment } from './queries/unit-development.ts';

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
  route(app, deps, results.getRankingChoices, (ctx, { params, query }) =>
    getRankingChoices(ctx, params.periodId, query.subjectKind),
  );
  route(app, deps, results.getRankMovement, (ctx, { params, query }) =>
    getRankMovement(ctx, params.periodId, query),
  );
  route(app, deps, results.compareSubjects, (ctx, { params, query }) =>
    compareSubjects(ctx, params.periodId, query),
  );
  route(app, deps, results.getUnitDevelopment, (ctx, { params }) =>
    getUnitDevelopment(ctx, params.periodId, params.unitId),
  );
  downloadRoute(
    app,
    deps,
    results.exportRanking,
    { action: 'ranking.exported', subjectKind: 'period', subjectId: ({ params }) => params.periodId },
    (ctx, { params, query }) => exportRanking(ctx, params.periodId, query),
  );
  route(app, deps, results.getResult, (ctx, { params }) => getResult(ctx, params));
  route(app, deps, results.getStanding, (ctx, { params }) => getStanding(ctx, params));
  route(app, deps, results.listOwnPeriods, (ctx) => listOwnPeriods(ctx));
  downloadRoute(
    app,
    deps,
    results.exportScoreSheet,
    { action: 'scoreSheet.exported', subjectKind: 'period', subjectId: ({ params }) => params.periodId },
    (ctx, { params }) => exportScoreSheet(ctx, params),
  );
  route(app, deps, results.listSubjectResults, (ctx, { params, query }) =>
    listSubjectResults(ctx, params.subjectKind, params.subjectId, query),
  );
  route(app, deps, scoreLog.getEntryReceipt, (ctx, { params }) => getEntryReceipt(ctx, params.entryId));
  route(app, deps, results.listSeals, (ctx, { query }) => listSeals(ctx, query));
  const sealsTaken = { action: 'seal.exported', subjectKind: 'bureau', subjectId: null };
  downloadRoute(app, deps, results.exportSeals, sealsTaken, (ctx, { query }) => exportSeals(ctx, query));
  downloadRoute(app, deps, results.exportSealsAsJson, sealsTaken, (ctx, { query }) =>
    exportSealsAsJson(ctx, query),
  );
  route(app, deps, results.listVerifications, (ctx, { params }) => listVerifications(ctx, params.sealId));
  route(app, deps, results.getSealProof, (ctx, { params }) => getSealProof(ctx, params));
  route(app, deps, results.verifySeal, (ctx, { params }) => verifyStoredSeal(ctx, params.sealId));
}
