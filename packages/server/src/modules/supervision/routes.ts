import { supervision } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { pressMatters } from './commands/press-matters.ts';
import { replyToPress } from './commands/reply-to-press.ts';
import { saveRuleSetEscalation, saveSupervisionRules } from './commands/save-rules.ts';
import { getPress } from './queries/get-press.ts';
import { getSupervisionRules } from './queries/get-rules.ts';
import { listMatters } from './queries/list-matters.ts';
import { listMattersByUnit } from './queries/list-matters-by-unit.ts';
import { listPresses } from './queries/list-presses.ts';

export function registerSupervisionRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, supervision.listMatters, listMatters);
  route(app, deps, supervision.listMattersByUnit, listMattersByUnit);
  route(app, deps, supervision.pressMatters, pressMatters);
  route(app, deps, supervision.listPresses, listPresses);
  route(app, deps, supervision.getPress, async (ctx, { params }) => ({
    press: await getPress(deps.db, ctx, params.pressId),
  }));
  route(app, deps, supervision.replyToPress, replyToPress);
  route(app, deps, supervision.getSupervisionRules, getSupervisionRules);
  route(app, deps, supervision.saveSupervisionRules, saveSupervisionRules);
  route(app, deps, supervision.saveRuleSetEscalation, saveRuleSetEscalation);
}
