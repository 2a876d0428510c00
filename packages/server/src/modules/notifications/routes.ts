import { notifications } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { readNotifications } from './commands/read-notifications.ts';
import { retryDelivery } from './commands/retry-delivery.ts';
import { setWebhook } from './commands/set-webhook.ts';
import { testWebhook } from './commands/test-webhook.ts';
import { viewWebhook } from './queries/get-webhook.ts';
import { listDeliveries } from './queries/list-deliveries.ts';
import { countUnread, listNotifications } from './queries/list-notifications.ts';

export function registerNotificationRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, notifications.listNotifications, (ctx, { query }) => listNotifications(ctx, query));
  route(app, deps, notifications.countUnread, (ctx) => countUnread(ctx));
  route(app, deps, notifications.readNotifications, (ctx, { body }) => readNotifications(ctx, body));
  route(app, deps, notifications.getWebhook, async (ctx) => ({ webhook: await viewWebhook(deps.db, ctx) }));
  route(app, deps, notifications.setWebhook, (ctx, { body }) => setWebhook(ctx, body));
  route(app, deps, notifications.testWebhook, (ctx, { body }) => testWebhook(ctx, body));
  route(app, deps, notifications.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query));
  route(app, deps, notifications.retryDelivery, (ctx, { params, body }) =>
    retryDelivery(ctx, params.deliveryId, body),
  );
}
