import { periodCalendar, periods } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { changePeriod } from './commands/change-period.ts';
import { createPeriods } from './commands/create-periods.ts';
import { decideReopening } from './commands/decide-reopening.ts';
import { discardTrial } from './commands/discard-trial.ts';
import { movePeriod } from './commands/move-period.ts';
import { openBackEntry } from './commands/open-back-entry.ts';
import { requestReopening } from './commands/request-reopening.ts';
import { setCalendar } from './commands/set-calendar.ts';
import { withdrawReopening } from './commands/withdraw-reopening.ts';
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
  route(app, deps, periodCalendar.setCalendar, setCalendar);
  route(app, deps, periodCalendar.requestReopening, requestReopening);
  route(app, deps, periodCalendar.decideReopening, decideReopening);
  route(app, deps, periodCalendar.withdrawReopening, withdrawReopening);
  route(app, deps, periodCalendar.openBackEntry, openBackEntry);
  route(app, deps, periodCalendar.discardTrial, discardTrial);
}
