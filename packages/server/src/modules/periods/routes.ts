import { periods } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { changePeriod } from './commands/change-period.ts';
import { createPeriods } from './commands/create-periods.ts';
import { movePeriod } from './commands/move-period.ts';
import { getPeriod } from './queries/get-period.ts';
import { listPeriods } from './queries/list-periods.ts';

export function registerPeriodRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, periods.listPeriods, listPeriods);
  route(app, deps, periods.getPeriod, async (ctx, { params }) => ({
    period: await getPeriod(deps.db, ctx, params.periodId),
  }));
  route(app, deps, periods.createPeriods, createPeriods);
  route(app, deps, periods.changePeriod, changePeriod);
  route(app, deps, periods.movePeriod, movePeriod);
}
