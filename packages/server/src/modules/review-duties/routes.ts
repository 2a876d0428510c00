import { reviewDuties } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { addOwnerRoute, removeOwnerRoute } from './commands/owner-routes.ts';
import { endHandover, planHandover } from './commands/plan-handover.ts';
import { setDutyOrder } from './commands/set-duty-order.ts';
import { setReviewTimeLimit } from './commands/set-time-limit.ts';
import { listHandovers } from './queries/list-handovers.ts';
import { listOwnerRoutes } from './queries/list-owner-routes.ts';
import { listReviewUnits } from './queries/list-review-units.ts';
import { getReviewLoad } from './queries/review-load.ts';

export function registerReviewDutyRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, reviewDuties.listReviewUnits, (ctx) => listReviewUnits(ctx));
  route(app, deps, reviewDuties.setDutyOrder, (ctx, { params, body }) =>
    setDutyOrder(ctx, params.unitId, body),
  );
  route(app, deps, reviewDuties.setReviewTimeLimit, (ctx, { params, body }) =>
    setReviewTimeLimit(ctx, params.unitId, body),
  );
  route(app, deps, reviewDuties.listOwnerRoutes, (ctx) => listOwnerRoutes(ctx));
  route(app, deps, reviewDuties.addOwnerRoute, (ctx, { body }) => addOwnerRoute(ctx, body));
  route(app, deps, reviewDuties.removeOwnerRoute, (ctx, { params, body }) =>
    removeOwnerRoute(ctx, params.routeId, body.requestId),
  );
  route(app, deps, reviewDuties.listHandovers, (ctx, { query }) => listHandovers(ctx, query));
  route(app, deps, reviewDuties.planHandover, (ctx, { body }) => planHandover(ctx, body));
  route(app, deps, reviewDuties.endHandover, (ctx, { params, body }) =>
    endHandover(ctx, params.handoverId, body.requestId),
  );
  route(app, deps, reviewDuties.getReviewLoad, (ctx, { query }) => getReviewLoad(ctx, query));
}
