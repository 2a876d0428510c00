import { simulations } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { startSimulation } from './commands/start-simulation.ts';
import { exportSimulation } from './exports/export-simulation.ts';
import { getSimulation } from './queries/get-simulation.ts';
import { listMoves } from './queries/list-moves.ts';
import { listSimulations } from './queries/list-simulations.ts';
import { listTrialPeriods } from './queries/list-trial-periods.ts';
import { listUnitTotals } from './queries/list-unit-totals.ts';

export function registerSimulationRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, simulations.listTrialPeriods, (ctx, { params, query }) =>
    listTrialPeriods(ctx, params.versionId, query),
  );
  route(app, deps, simulations.startSimulation, (ctx, { body }) => startSimulation(ctx, body));
  route(app, deps, simulations.listSimulations, (ctx, { params, query }) =>
    listSimulations(ctx, params.ruleSetId, query),
  );
  route(app, deps, simulations.getSimulation, (ctx, { params }) => getSimulation(ctx, params.simulationId));
  route(app, deps, simulations.listMoves, (ctx, { params, query }) =>
    listMoves(ctx, params.simulationId, query),
  );
  route(app, deps, simulations.listUnitTotals, (ctx, { params, query }) =>
    listUnitTotals(ctx, params.simulationId, query),
  );
  downloadRoute(
    app,
    deps,
    simulations.exportSimulation,
    {
      action: 'simulation.exported',
      subjectKind: 'simulation',
      subjectId: ({ params }) => params.simulationId,
    },
    (ctx, { params, query }) => exportSimulation(ctx, params.simulationId, query),
  );
}
