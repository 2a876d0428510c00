import {
  actionsFrom,
  filingWorkflow,
  transition,
  type VersionAction,
  type VersionState,
} from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { FilingDemand } from './filing-demand.ts';
import { nextUpdatedAt, type VersionRow } from './version-row.ts';

interface Move {
  readonly action: VersionAction;
  readonly filing: Pick<FilingDemand, 'demanded'>;
  readonly unsettled?: number;
  readonly reason?: string | null;
}

/** Where the action leads by the table of the engine, or a refusal that names the state or the rule (§16). */
export function nextState(row: Pick<VersionRow, 'state'>, move: Move): VersionState {
  const state = row.state as VersionState;
  const step = transition(filingWorkflow, state, move.action, {
    filing: move.filing.demanded ? 'required' : 'none',
    unsettled: move.unsettled ?? 0,
    reason: move.reason ?? null,
  });
  if (step.ok) return step.next;
  const admitted = actionsFrom(filingWorkflow, state).includes(move.action);
  throw new Refusal(admitted ? 'refused' : 'conflict', step.reason);
}

/** The row is held, so nothing can come between; the expected state is asked for all the same. */
export async function storeState(
  tx: Tx,
  ctx: Ctx,
  row: VersionRow,
  state: VersionState,
  content?: string,
): Promise<void> {
  await tx
    .updateTable('rule_set_version')
    .set({
      state,
      updated_at: nextUpdatedAt(ctx, row),
      ...(content === undefined ? {} : { content }),
    })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .execute();
}
