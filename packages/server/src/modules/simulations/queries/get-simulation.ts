import type { simulations } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { findSimulation, periodLabels, presentSimulation, storedResult } from '../simulation-row.ts';

export async function getSimulation(ctx: Ctx, simulationId: string) {
  const row = await findSimulation(ctx, simulationId);
  const labels = await periodLabels(ctx.deps.db, ctx.actor.bureauId, row.period_ids);
  const stored = await storedResult(ctx, simulationId);
  return {
    simulation: presentSimulation(ctx, row, labels),
    result: stored && presentResult(stored),
  };
}

function presentResult(stored: simulations.SimulationResult): simulations.SimulationResult {
  const { summaries, changes, dropped, withoutPast } = stored;
  return { summaries, changes, dropped, withoutPast };
}
