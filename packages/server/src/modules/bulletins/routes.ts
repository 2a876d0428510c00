import { bulletins } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { createBulletin } from './commands/create-bulletin.ts';
import { approveBulletin, returnBulletin } from './commands/decide-bulletin.ts';
import { publishBulletin } from './commands/publish-bulletin.ts';
import { pressReaders, readBulletin } from './commands/read-bulletin.ts';
import { refreshFigures } from './commands/refresh-figures.ts';
import { saveDraft } from './commands/save-draft.ts';
import { resetTemplate, saveTemplate } from './commands/save-template.ts';
import { setIssuer } from './commands/set-issuer.ts';
import { submitBulletin } from './commands/submit-bulletin.ts';
import { discardBulletin, withdrawBulletin } from './commands/withdraw-bulletin.ts';
import { exportDocument } from './exports/export-document.ts';
import { exportReceipts } from './exports/export-receipts.ts';
import { getBulletin } from './queries/get-bulletin.ts';
import { getDraft } from './queries/get-draft.ts';
import { getTemplate } from './queries/get-template.ts';
import { listBulletins } from './queries/list-bulletins.ts';
import { listIssuers } from './queries/list-issuers.ts';
import { listReceipts } from './queries/list-receipts.ts';

export function registerBulletinRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, bulletins.listBulletins, (ctx, { query }) => listBulletins(ctx, query));
  route(app, deps, bulletins.getBulletin, (ctx, { params }) => getBulletin(ctx, params.bulletinId));
  route(app, deps, bulletins.createBulletin, (ctx, { body }) => createBulletin(ctx, body));
  registerDraftRoutes(app, deps);
  registerDecisionRoutes(app, deps);
  registerReadingRoutes(app, deps);
}

function registerDraftRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, bulletins.listIssuers, (ctx) => listIssuers(ctx));
  route(app, deps, bulletins.setIssuer, (ctx, { params, body }) => setIssuer(ctx, params.unitId, body));
  route(app, deps, bulletins.getDraft, (ctx, { params }) => getDraft(ctx, params.bulletinId));
  route(app, deps, bulletins.saveDraft, (ctx, { params, body }) => saveDraft(ctx, params.bulletinId, body));
  route(app, deps, bulletins.refreshFigures, (ctx, { params, body }) =>
    refreshFigures(ctx, params.bulletinId, body.requestId),
  );
  route(app, deps, bulletins.getTemplate, (ctx, { params }) => getTemplate(ctx, params.unitId, params.kind));
  route(app, deps, bulletins.saveTemplate, (ctx, { params, body }) => saveTemplate(ctx, params, body));
  route(app, deps, bulletins.resetTemplate, (ctx, { params, body }) =>
    resetTemplate(ctx, params, body.requestId),
  );
}

function registerDecisionRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, bulletins.submitBulletin, (ctx, { params, body }) =>
    submitBulletin(ctx, params.bulletinId, body),
  );
  route(app, deps, bulletins.withdrawBulletin, (ctx, { params, body }) =>
    withdrawBulletin(ctx, params.bulletinId, body.requestId),
  );
  route(app, deps, bulletins.discardBulletin, (ctx, { params, body }) =>
    discardBulletin(ctx, params.bulletinId, body.requestId),
  );
  route(app, deps, bulletins.returnBulletin, (ctx, { params, body }) =>
    returnBulletin(ctx, params.bulletinId, body.requestId, body.opinion),
  );
  route(app, deps, bulletins.approveBulletin, (ctx, { params, body }) =>
    approveBulletin(ctx, params.bulletinId, body.requestId),
  );
  route(app, deps, bulletins.publishBulletin, (ctx, { params, body }) =>
    publishBulletin(ctx, params.bulletinId, body),
  );
}

function registerReadingRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, bulletins.readBulletin, (ctx, { params, body }) =>
    readBulletin(ctx, params.bulletinId, body.requestId),
  );
  route(app, deps, bulletins.listReceipts, (ctx, { params, query }) =>
    listReceipts(ctx, params.bulletinId, query),
  );
  route(app, deps, bulletins.pressReaders, (ctx, { params, body }) =>
    pressReaders(ctx, params.bulletinId, body.requestId),
  );
  downloadRoute(
    app,
    deps,
    bulletins.exportReceipts,
    {
      action: 'bulletin.receiptsExported',
      subjectKind: 'bulletin',
      subjectId: ({ params }) => params.bulletinId,
    },
    (ctx, { params }) => exportReceipts(ctx, params.bulletinId),
  );
  downloadRoute(
    app,
    deps,
    bulletins.exportDocument,
    { action: 'bulletin.exported', subjectKind: 'bulletin', subjectId: ({ params }) => params.bulletinId },
    (ctx, { params }) => exportDocument(ctx, params.bulletinId),
  );
}
