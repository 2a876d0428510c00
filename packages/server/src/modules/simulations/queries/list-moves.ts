import type { Received, simulations } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { storedMoves } from '../moves.ts';
import { findSimulation } from '../simulation-row.ts';

type Query = Received<typeof simulations.listMoves>['query'];
export type MovesFilter = Received<typeof simulations.exportSimulation>['query'];

export async function listMoves(ctx: Ctx, simulationId: string, query: Query) {
  await findSimulation(ctx, simulationId);
  const moves = await filteredMoves(ctx, simulationId, query);
  const from = (query.page - 1) * query.pageSize;
  return {
    items: moves.slice(from, from + query.pageSize),
    total: moves.length,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** What the filter leaves of one period's moves, in their stored order: the largest first. */
export async function filteredMoves(
  ctx: Ctx,
  simulationId: string,
  filter: MovesFilter,
): Promise<simulations.SubjectMoveView[]> {
  const moves = await storedMoves(ctx.deps.db, simulationId, filter.periodId);
  if (moves === null) throw notFound('该周期的试算结果');
  return moves.filter((move) => passes(move, filter));
}

function passes(move: simulations.SubjectMoveView, filter: MovesFilter): boolean {
  const { text, change, unitId } = filter;
  return (
    move.subjectKind === filter.subjectKind &&
    (unitId === undefined || move.unitId === unitId) &&
    (!filter.flips || move.before.grade !== move.after.grade) &&
    (change === undefined || move.causes.some((cause) => (cause.change ?? '') === change)) &&
    (!text || [move.name, move.code, move.unitName].some((field) => field.includes(text)))
  );
}
