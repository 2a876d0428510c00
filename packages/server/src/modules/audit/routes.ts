import { identity } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { listAuditEvents } from './queries/list-audit-events.ts';

export function registerAuditRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, identity.listAuditEvents, (ctx, { query }) => listAuditEvents(ctx, query));
}
