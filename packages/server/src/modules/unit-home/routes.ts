import { unitHome } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { getUnitHome } from './get-unit-home.ts';

export function registerUnitHomeRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, unitHome.getUnitHome, (ctx, { params }) => getUnitHome(ctx, params.unitId));
}
