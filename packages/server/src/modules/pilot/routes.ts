import { pilot } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { switchOffUnit } from './commands/switch-off-unit.ts';
import { switchOnUnit } from './commands/switch-on-unit.ts';
import { getPilot } from './queries/get-pilot.ts';

export function registerPilotRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, pilot.getPilot, (ctx) => getPilot(deps.db, ctx));
  route(app, deps, pilot.switchOnUnit, switchOnUnit);
  route(app, deps, pilot.switchOffUnit, switchOffUnit);
}
