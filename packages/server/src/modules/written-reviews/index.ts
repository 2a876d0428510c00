export { createWrittenReviews, type PublishedPeriod } from './create-written-reviews.ts';
export {
  mine as ownWrittenReviews,
  toDecide as writtenReviewsToDecide,
} from './queries/list-written-reviews.ts';
export { reviewTables, reviewViews } from './queries/review-rows.ts';
export { remindWrittenReviews } from './remind-written-reviews.ts';
