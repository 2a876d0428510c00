import type { Deps } from '../context.ts';
import { evaluatePeriod } from '../modules/results/index.ts';
import { simulateRules } from '../modules/simulations/index.ts';
import type { JobHandlers } from './job-queue.ts';

/** What each job does: one line a job, the work itself belongs to its feature. */
export function jobHandlers(deps: Deps): JobHandlers {
  return {
    evaluatePeriod: ({ evaluationId }) => evaluatePeriod(deps, evaluationId),
    simulateRules: ({ simulationId }) => simulateRules(deps, simulationId),
  };
}
