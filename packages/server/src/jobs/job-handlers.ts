import type { Deps } from '../context.ts';
import { remindOverdueAppeals } from '../modules/appeals/index.ts';
import { runCalendar } from '../modules/calendar/index.ts';
import { deliverWebhooks } from '../modules/notifications/index.ts';
import { evaluatePeriod, verifyOnSchedule } from '../modules/results/index.ts';
import { tendReviews } from '../modules/review-duties/index.ts';
import { simulateRules } from '../modules/simulations/index.ts';
import { escalateMatters } from '../modules/supervision/index.ts';
import { remindWrittenReviews } from '../modules/written-reviews/index.ts';
import type { JobHandlers } from './job-queue.ts';

/** What each job does: one line a job, the work itself belongs to its feature. */
export function jobHandlers(deps: Deps): JobHandlers {
  return {
    evaluatePeriod: ({ evaluationId }) => evaluatePeriod(deps, evaluationId),
    deliverWebhooks: () => deliverWebhooks(deps),
    escalateMatters: async () => {
      await escalateMatters(deps);
    },
    remindOverdueAppeals: async () => {
      await remindOverdueAppeals(deps);
    },
    remindWrittenReviews: () => remindWrittenReviews(deps),
    runCalendar: async () => {
      await runCalendar(deps);
    },
    verifySeals: async () => {
      await verifyOnSchedule(deps);
    },
    simulateRules: ({ simulationId }) => simulateRules(deps, simulationId),
    tendReviews: () => tendReviews(deps),
  };
}
