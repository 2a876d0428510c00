import { entries, matterSplits, scoreLog } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { acknowledgeEntries } from './commands/acknowledge-entries.ts';
import { correctEntry } from './commands/correct-entry.ts';
import { postEntry } from './commands/post-entry.ts';
import { getPostingForm } from './queries/get-posting-form.ts';
import { getEntry, listEntries } from './queries/list-entries.ts';
import { listScorers } from './queries/list-scorers.ts';
import { getEntryPeers } from './queries/matter-parts.ts';

export function registerEntryRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, entries.listEntries, (ctx, { query }) => listEntries(ctx, query));
  route(app, deps, entries.getEntry, (ctx, { params }) => getEntry(ctx, params.entryId));
  route(app, deps, matterSplits.getEntryPeers, (ctx, { params }) => getEntryPeers(ctx, params.entryId));
  route(app, deps, entries.getPostingForm, (ctx) => getPostingForm(ctx));
  route(app, deps, entries.postEntry, (ctx, { body }) => postEntry(ctx, body));
  route(app, deps, entries.correctEntry, (ctx, { params, body }) => correctEntry(ctx, params.entryId, body));
  route(app, deps, scoreLog.acknowledgeEntries, (ctx, { body }) => acknowledgeEntries(ctx, body));
  route(app, deps, scoreLog.listScorers, (ctx, { query }) => listScorers(ctx, query));
}
