import { writtenReviews } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { decideWrittenReview, decideWrittenReviews } from './commands/decide-written-review.ts';
import { handInWrittenReview } from './commands/hand-in-written-review.ts';
import { getWrittenReview } from './queries/get-written-review.ts';
import { listWrittenReviews } from './queries/list-written-reviews.ts';

export function registerWrittenReviewRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, writtenReviews.listWrittenReviews, (ctx, { query }) => listWrittenReviews(ctx, query));
  route(app, deps, writtenReviews.getWrittenReview, (ctx, { params }) =>
    getWrittenReview(ctx, params.reviewId),
  );
  route(app, deps, writtenReviews.handInWrittenReview, (ctx, { params, body }) =>
    handInWrittenReview(ctx, params.reviewId, body),
  );
  route(app, deps, writtenReviews.decideWrittenReview, (ctx, { params, body }) =>
    decideWrittenReview(ctx, params.reviewId, body),
  );
  route(app, deps, writtenReviews.decideWrittenReviews, (ctx, { body }) => decideWrittenReviews(ctx, body));
}
