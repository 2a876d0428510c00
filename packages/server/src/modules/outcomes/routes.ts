import { outcomes } from '@mingji/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { Refusal } from '../../refusal.ts';
import { changeProposal, createProposal } from './commands/draw-up-proposal.ts';
import { pressZeroList } from './commands/press-zero-list.ts';
import { runCheck } from './commands/run-check.ts';
import {
  decideProposal,
  decideProposals,
  overrideCheck,
  submitProposal,
  withdrawProposal,
} from './commands/walk-proposal.ts';
import { exportCheck } from './exports/export-check.ts';
import { exportZeroList } from './exports/export-zero-list.ts';
import { getCheck, listChecks } from './queries/checks.ts';
import { getOutcomeLists } from './queries/get-outcome-lists.ts';
import { getProposal } from './queries/get-proposal.ts';
import { getZeroList } from './queries/get-zero-list.ts';
import { listCandidates } from './queries/list-candidates.ts';
import { listEvidence } from './queries/list-evidence.ts';
import { listProposals } from './queries/list-proposals.ts';
import { listStreaks } from './queries/list-streaks.ts';
import { listZeroListPeriods } from './queries/list-zero-list-periods.ts';
import { readNomineeFile } from './read-nominee-file.ts';

export function registerOutcomeRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, outcomes.getZeroList, (ctx, { query }) => getZeroList(ctx, query));
  route(app, deps, outcomes.listZeroListPeriods, (ctx) => listZeroListPeriods(ctx));
  downloadRoute(
    app,
    deps,
    outcomes.exportZeroList,
    { action: 'zeroList.exported', subjectKind: 'period', subjectId: ({ query }) => query.periodId },
    (ctx, { query }) => exportZeroList(ctx, query),
  );
  route(app, deps, outcomes.pressZeroList, (ctx, { body }) => pressZeroList(ctx, body));
  route(app, deps, outcomes.getOutcomeLists, (ctx, { query }) => getOutcomeLists(ctx, query));
  route(app, deps, outcomes.listStreaks, (ctx, { query }) => listStreaks(ctx, query));
  route(app, deps, outcomes.listCandidates, (ctx, { query }) => listCandidates(ctx, query.periodId));
  route(app, deps, outcomes.listEvidence, (ctx, { params }) => listEvidence(ctx, params));
  registerProposalRoutes(app, deps);
  registerCheckRoutes(app, deps);
}

function registerProposalRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, outcomes.listProposals, (ctx, { query }) => listProposals(ctx, query));
  route(app, deps, outcomes.getProposal, (ctx, { params }) => getProposal(ctx, params.proposalId));
  route(app, deps, outcomes.createProposal, (ctx, { body }) => createProposal(ctx, body));
  route(app, deps, outcomes.changeProposal, (ctx, { params, body }) =>
    changeProposal(ctx, params.proposalId, body),
  );
  route(app, deps, outcomes.submitProposal, (ctx, { params, body }) =>
    submitProposal(ctx, params.proposalId, body.requestId),
  );
  route(app, deps, outcomes.withdrawProposal, (ctx, { params, body }) =>
    withdrawProposal(ctx, params.proposalId, body),
  );
  route(app, deps, outcomes.overrideCheck, (ctx, { params, body }) =>
    overrideCheck(ctx, params.proposalId, body),
  );
  route(app, deps, outcomes.decideProposal, (ctx, { params, body }) =>
    decideProposal(ctx, params.proposalId, body),
  );
  route(app, deps, outcomes.decideProposals, (ctx, { body }) => decideProposals(ctx, body));
}

function registerCheckRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, outcomes.listChecks, (ctx, { query }) => listChecks(ctx, query));
  route(app, deps, outcomes.getCheck, (ctx, { params }) => getCheck(ctx, params.checkId));
  route(app, deps, outcomes.runCheck, (ctx, { body }) => runCheck(ctx, body));
  route(app, deps, outcomes.readNominees, async (_ctx, _received, { request }) =>
    readNomineeFile(await readUpload(request)),
  );
  downloadRoute(
    app,
    deps,
    outcomes.exportCheck,
    {
      action: 'commendation.exported',
      subjectKind: 'commendationCheck',
      subjectId: ({ params }) => params.checkId,
    },
    (ctx, { params }) => exportCheck(ctx, params.checkId),
  );
}

async function readUpload(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw new Refusal('invalid', '请以文件上传方式提交名单。');
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new Refusal('invalid', '没有收到文件，请重新选择。');
    return await part.toBuffer();
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new Refusal('tooLarge', '名单文件超过 20 MB，请只保留名单一张表后再上传。');
    }
    throw error;
  }
}
