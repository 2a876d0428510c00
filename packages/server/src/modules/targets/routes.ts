import { targets } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { changeTarget, withdrawTarget } from './commands/change-target.ts';
import { decomposeTarget } from './commands/decompose-target.ts';
import { issue } from './commands/issue.ts';
import { getOfficerProgress, getUnitProgress } from './queries/floor-progress.ts';
import { getTarget } from './queries/get-target.ts';
import { listTargetBooks } from './queries/list-books.ts';
import { listMyTargets } from './queries/my-targets.ts';
import { getOfficerTargets } from './queries/officer-targets.ts';
import { getUnitTargets } from './queries/unit-targets.ts';

export function registerTargetRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, targets.listTargetBooks, listTargetBooks);
  route(app, deps, targets.getUnitTargets, getUnitTargets);
  route(app, deps, targets.getOfficerTargets, getOfficerTargets);
  route(app, deps, targets.getUnitProgress, getUnitProgress);
  route(app, deps, targets.getOfficerProgress, getOfficerProgress);
  route(app, deps, targets.listMyTargets, listMyTargets);
  route(app, deps, targets.getTarget, async (ctx, { params }) => ({
    target: await getTarget(deps.db, ctx, params.targetId),
  }));
  route(app, deps, targets.issueTargets, issue);
  route(app, deps, targets.decomposeTarget, decomposeTarget);
  route(app, deps, targets.changeTarget, changeTarget);
  route(app, deps, targets.withdrawTarget, withdrawTarget);
}
