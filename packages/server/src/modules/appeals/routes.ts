import { appealStatistics, appeals } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { askRecusal } from './commands/ask-recusal.ts';
import { decideAppeal } from './commands/decide-appeal.ts';
import { assignAppeal, decideRecusal } from './commands/decide-recusal.ts';
import { fileAppeal } from './commands/file-appeal.ts';
import { fileSecondAppeal } from './commands/file-second-appeal.ts';
import { withdrawAppeal } from './commands/withdraw-appeal.ts';
import { exportAppealStatistics } from './exports/export-appeal-statistics.ts';
import { getAppealStatistics } from './queries/appeal-statistics.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { listAppeals } from './queries/list-appeals.ts';

export function registerAppealRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, appeals.listAppeals, (ctx, { query }) => listAppeals(ctx, query));
  route(app, deps, appeals.getAppeal, (ctx, { params }) => getAppeal(ctx, params.appealId));
  route(app, deps, appeals.fileAppeal, (ctx, { body }) => fileAppeal(ctx, body));
  route(app, deps, appeals.fileSecondAppeal, (ctx, { params, body }) =>
    fileSecondAppeal(ctx, params.appealId, body),
  );
  route(app, deps, appeals.withdrawAppeal, (ctx, { params, body }) =>
    withdrawAppeal(ctx, params.appealId, body.requestId),
  );
  route(app, deps, appeals.decideAppeal, (ctx, { params, body }) =>
    decideAppeal(ctx, params.appealId, 1, body),
  );
  route(app, deps, appeals.decideSecondAppeal, (ctx, { params, body }) =>
    decideAppeal(ctx, params.appealId, 2, body),
  );
  route(app, deps, appeals.askRecusal, (ctx, { params, body }) => askRecusal(ctx, params.appealId, body));
  route(app, deps, appeals.decideRecusal, (ctx, { params, body }) => decideRecusal(ctx, params, body));
  route(app, deps, appeals.assignAppeal, (ctx, { params, body }) => assignAppeal(ctx, params.appealId, body));
  route(app, deps, appealStatistics.getAppealStatistics, (ctx, { query }) => getAppealStatistics(ctx, query));
  downloadRoute(
    app,
    deps,
    appealStatistics.exportAppealStatistics,
    { action: 'appealStatistics.exported', subjectKind: 'bureau', subjectId: null },
    (ctx, { query }) => exportAppealStatistics(ctx, query),
  );
}
