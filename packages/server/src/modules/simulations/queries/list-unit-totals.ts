import type { Received, simulations } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { findSimulation, storedResult } from '../simulation-row.ts';

type Query = Received<typeof simulations.listUnitTotals>['query'];

export async function listUnitTotals(ctx: Ctx, simulationId: string, query: Query) {
  await findSimulation(ctx, simulationId);
  const totals = await unitTotals(ctx, simulationId, query.subjectKind);
  const found = totals.filter(({ unitName }) => !query.text || unitName.includes(query.text));
  const from = (query.page - 1) * query.pageSize;
  return {
    items: found.slice(from, from + query.pageSize),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** Means before and after by unit, the largest movement first; empty until the simulation is done. */
export async function unitTotals(
  ctx: Ctx,
  simulationId: string,
  subjectKind: Query['subjectKind'],
): Promise<simulations.UnitTotal[]> {
  const stored = await storedResult(ctx, simulationId);
  return (stored?.units ?? [])
    .filter((unit) => unit.subjectKind === subjectKind)
    .map(({ unitId, unitName, subjects, meanBefore, meanAfter, difference }) => ({
      unitId,
      unitName,
      subjects,
      meanBefore,
      meanAfter,
      difference,
    }));
}
