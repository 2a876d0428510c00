import type { FastifyInstance } from 'fastify';
import type { Deps } from './context.ts';
import { registerAppealRoutes } from './modules/appeals/routes.ts';
import { registerAttendanceRoutes } from './modules/attendance/routes.ts';
import { registerAuditRoutes } from './modules/audit/routes.ts';
import { registerBulletinRoutes } from './modules/bulletins/routes.ts';
import { registerFileRoutes } from './modules/files/routes.ts';
import { registerIdentityRoutes } from './modules/identity/routes.ts';
import { registerImportRoutes } from './modules/imports/routes.ts';
import { registerEntryRoutes } from './modules/ledger/routes.ts';
import { registerNotificationRoutes } from './modules/notifications/routes.ts';
import { registerOperationRoutes } from './modules/operations/routes.ts';
import { registerOrganizationRoutes } from './modules/organization/routes.ts';
import { registerOutcomeRoutes } from './modules/outcomes/routes.ts';
import { registerPeriodRoutes } from './modules/periods/routes.ts';
import { registerPilotRoutes } from './modules/pilot/routes.ts';
import { registerRecheckRoutes } from './modules/rechecks/routes.ts';
import { registerResultRoutes } from './modules/results/routes.ts';
import { registerReviewDutyRoutes } from './modules/review-duties/routes.ts';
import { registerRuleSetRoutes } from './modules/rule-sets/routes.ts';
import { registerSimulationRoutes } from './modules/simulations/routes.ts';
import { registerSubmissionRoutes } from './modules/submissions/routes.ts';
import { registerSupervisionRoutes } from './modules/supervision/routes.ts';
import { registerTargetRoutes } from './modules/targets/routes.ts';
import { registerUnitHomeRoutes } from './modules/unit-home/routes.ts';
import { registerWorkbenchRoutes } from './modules/workbench/routes.ts';
import { registerWrittenReviewRoutes } from './modules/written-reviews/routes.ts';

/** Every feature's routes, in the order of the API's description. */
export const featureRoutes: readonly ((app: FastifyInstance, deps: Deps) => void)[] = [
  registerIdentityRoutes,
  registerAuditRoutes,
  registerOrganizationRoutes,
  registerUnitHomeRoutes,
  registerImportRoutes,
  registerAttendanceRoutes,
  registerRuleSetRoutes,
  registerPeriodRoutes,
  registerPilotRoutes,
  registerOperationRoutes,
  registerTargetRoutes,
  registerSupervisionRoutes,
  registerFileRoutes,
  registerEntryRoutes,
  registerSubmissionRoutes,
  registerReviewDutyRoutes,
  registerRecheckRoutes,
  registerAppealRoutes,
  registerWorkbenchRoutes,
  registerNotificationRoutes,
  registerResultRoutes,
  registerSimulationRoutes,
  registerWrittenReviewRoutes,
  registerOutcomeRoutes,
  registerBulletinRoutes,
];
