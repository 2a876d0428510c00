/**
 * A workflow is a table (principle 15): which action leads from which state to which, under which guards. A guard is
 * pure and answers with the reason for refusing, or null.
 */
export type Guard<Facts> = (facts: Facts) => string | null;

export interface TransitionRow<State extends string, Action extends string, Facts> {
  readonly from: State;
  readonly action: Action;
  readonly to: State;
  readonly guards?: readonly Guard<Facts>[];
}

export interface TransitionTable<State extends string, Action extends string, Facts> {
  /** The thing that moves, in the words of the office: 周期. */
  readonly subject: string;
  readonly states: Readonly<Record<State, string>>;
  readonly actions: Readonly<Record<Action, string>>;
  readonly rows: readonly TransitionRow<State, Action, Facts>[];
}

export type TransitionOutcome<State extends string> =
  | { readonly ok: true; readonly next: State }
  | { readonly ok: false; readonly reason: string };

/** Where the action leads, or why it may not be done; the reason names the states in which it may. */
export function transition<State extends string, Action extends string, Facts>(
  table: TransitionTable<State, Action, Facts>,
  state: State,
  action: Action,
  facts: Facts,
): TransitionOutcome<State> {
  const row = table.rows.find((each) => each.from === state && each.action === action);
  if (!row) return { ok: false, reason: wrongState(table, state, action) };
  for (const guard of row.guards ?? []) {
    const reason = guard(facts);
    if (reason !== null) return { ok: false, reason };
  }
  return { ok: true, next: row.to };
}

/** The actions that the state admits, guards aside: what a screen offers. */
export function actionsFrom<State extends string, Action extends string, Facts>(
  table: TransitionTable<State, Action, Facts>,
  state: State,
): Action[] {
  return table.rows.filter((row) => row.from === state).map((row) => row.action);
}

function wrongState<State extends string, Action extends string, Facts>(
  table: TransitionTable<State, Action, Facts>,
  state: State,
  action: Action,
): string {
  const admitted = table.rows.filter((row) => row.action === action).map((row) => table.states[row.from]);
  const where = admitted.map((label) => `“${label}”`).join('、');
  return `${table.subject}现为“${table.states[state]}”，不能${table.actions[action]}；只有${where}时可以。请刷新后查看最新状态。`;
}
