import { workbench } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { getWorkbench } from './get-workbench.ts';

export function registerWorkbenchRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, workbench.getWorkbench, (ctx) => getWorkbench(ctx));
}
