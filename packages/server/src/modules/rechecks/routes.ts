import { rechecks } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { decideRecheck } from './commands/decide-recheck.ts';
import { drawRecheck } from './commands/draw-recheck.ts';
import { reassignRechecks } from './commands/reassign-rechecks.ts';
import { getRecheckDraw } from './queries/get-draw.ts';
import { listRecheckCases } from './queries/list-cases.ts';
import { listRecheckCheckers } from './queries/list-checkers.ts';
import { listRecheckDraws } from './queries/list-draws.ts';
import { countRecheckPopulation } from './queries/recheck-population.ts';
import { listReviewerQuality } from './queries/reviewer-quality.ts';

export function registerRecheckRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, rechecks.countRecheckPopulation, (ctx, { query }) => countRecheckPopulation(ctx, query));
  route(app, deps, rechecks.drawRecheck, (ctx, { body }) => drawRecheck(ctx, body));
  route(app, deps, rechecks.listRecheckDraws, (ctx, { query }) => listRecheckDraws(ctx, query));
  route(app, deps, rechecks.getRecheckDraw, (ctx, { params }) => getRecheckDraw(ctx, params.drawId));
  route(app, deps, rechecks.listRecheckCheckers, (ctx, { params }) =>
    listRecheckCheckers(ctx, params.drawId),
  );
  route(app, deps, rechecks.reassignRechecks, (ctx, { params, body }) =>
    reassignRechecks(ctx, params.drawId, body),
  );
  route(app, deps, rechecks.listRecheckCases, (ctx, { query }) => listRecheckCases(ctx, query));
  route(app, deps, rechecks.decideRecheck, (ctx, { params, body }) =>
    decideRecheck(ctx, params.caseId, body),
  );
  route(app, deps, rechecks.listReviewerQuality, (ctx, { query }) => listReviewerQuality(ctx, query));
}
