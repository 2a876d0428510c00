import { matterSplits, reviewDuties, submissions } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { acceptMany, previewMany } from './commands/accept-many.ts';
import { acceptSubmission } from './commands/accept-submission.ts';
import { createSubmission } from './commands/create-submission.ts';
import { recuseFromReview } from './commands/recuse-from-review.ts';
import { resubmit } from './commands/resubmit.ts';
import { returnMany } from './commands/return-many.ts';
import { returnSubmission } from './commands/return-submission.ts';
import { releaseSubmission, takeSubmission } from './commands/take-submission.ts';
import { transferSubmissions } from './commands/transfer-submissions.ts';
import { withdrawSubmission } from './commands/withdraw-submission.ts';
import { getReportForm } from './queries/get-report-form.ts';
import { getSubmissionSplit } from './queries/get-split.ts';
import { getSubmission, previewAcceptance } from './queries/get-submission.ts';
import { listCoWorkers } from './queries/list-co-workers.ts';
import { listReportSubjects } from './queries/list-report-subjects.ts';
import { listReviewQueue } from './queries/list-review-queue.ts';
import { listSubmissions } from './queries/list-submissions.ts';
import { listWaiting } from './queries/list-waiting.ts';
import { listTransferTargets } from './queries/transfer-targets.ts';

export function registerSubmissionRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, submissions.getReportForm, (ctx, { query }) => getReportForm(ctx, query));
  route(app, deps, submissions.listReportSubjects, (ctx, { query }) => listReportSubjects(ctx, query.text));
  route(app, deps, submissions.createSubmission, (ctx, { body }) => createSubmission(ctx, body));
  route(app, deps, submissions.resubmit, (ctx, { params, body }) => resubmit(ctx, params.submissionId, body));
  route(app, deps, submissions.withdrawSubmission, (ctx, { params, body }) =>
    withdrawSubmission(ctx, params.submissionId, body.requestId),
  );
  route(app, deps, submissions.listSubmissions, (ctx, { query }) => listSubmissions(ctx, query));
  route(app, deps, submissions.getSubmission, (ctx, { params }) => getSubmission(ctx, params.submissionId));
  route(app, deps, matterSplits.getSubmissionSplit, (ctx, { params }) =>
    getSubmissionSplit(ctx, params.submissionId),
  );
  route(app, deps, matterSplits.listCoWorkers, (ctx, { query }) => listCoWorkers(ctx, query));
  route(app, deps, submissions.listReviewQueue, (ctx, { query }) => listReviewQueue(ctx, query));
  route(app, deps, submissions.previewPoints, (ctx, { params, body }) =>
    previewAcceptance(ctx, params.submissionId, body),
  );
  route(app, deps, submissions.acceptSubmission, (ctx, { params, body }) =>
    acceptSubmission(ctx, params.submissionId, body),
  );
  route(app, deps, submissions.returnSubmission, (ctx, { params, body }) =>
    returnSubmission(ctx, params.submissionId, body),
  );
  route(app, deps, submissions.acceptMany, (ctx, { body }) => acceptMany(ctx, body));
  route(app, deps, submissions.returnMany, (ctx, { body }) => returnMany(ctx, body));
  route(app, deps, submissions.previewMany, (ctx, { body }) => previewMany(ctx, body.items));
  route(app, deps, submissions.takeSubmission, (ctx, { params, body }) =>
    takeSubmission(ctx, params.submissionId, body),
  );
  route(app, deps, submissions.releaseSubmission, (ctx, { params, body }) =>
    releaseSubmission(ctx, params.submissionId, body.requestId),
  );
  route(app, deps, submissions.recuseFromReview, (ctx, { params, body }) =>
    recuseFromReview(ctx, params.submissionId, body),
  );
  route(app, deps, reviewDuties.transferSubmissions, (ctx, { body }) => transferSubmissions(ctx, body));
  route(app, deps, reviewDuties.listWaiting, (ctx, { query }) => listWaiting(ctx, query));
  route(app, deps, reviewDuties.listTransferTargets, (ctx, { params }) =>
    listTransferTargets(ctx, params.submissionId),
  );
}
