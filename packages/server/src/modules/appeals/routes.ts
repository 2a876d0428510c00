import { appeals } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { decideAppeal } from './commands/decide-appeal.ts';
import { fileAppeal } from './commands/file-appeal.ts';
import { withdrawAppeal } from './commands/withdraw-appeal.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { listAppeals } from './queries/list-appeals.ts';

export function registerAppealRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, appeals.listAppeals, (ctx, { query }) => listAppeals(ctx, query));
  route(app, deps, appeals.getAppeal, (ctx, { params }) => getAppeal(ctx, params.appealId));
  route(app, deps, appeals.fileAppeal, (ctx, { body }) => fileAppeal(ctx, body));
  route(app, deps, appeals.withdrawAppeal, (ctx, { params, body }) =>
    withdrawAppeal(ctx, params.appealId, body.requestId),
  );
  route(app, deps, appeals.decideAppeal, (ctx, { params, body }) => decideAppeal(ctx, params.appealId, body));
}
