import { type Exact, larger, negate, sign, subtract, sumOf, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';

export interface Conservation {
  readonly issued: Exact;
  readonly handedDown: Exact;
  readonly kept: Exact;
  /** issued − handed down − kept; negative when over-split. */
  readonly difference: Exact;
  readonly notYetHandedDown: Exact;
  readonly overSplit: Exact;
  readonly state: 'balanced' | 'notYetHandedDown' | 'overSplit';
  /** Chinese, for the screen (P5: visible and to be explained). */
  readonly message: string;
}

/** §14: issued = Σ children + kept + not yet handed down. Over-splitting is shown, never silently absorbed. */
export function conservation(issued: Exact, children: readonly Exact[], kept: Exact = ZERO): Conservation {
  const handedDown = sumOf(children);
  const difference = subtract(subtract(issued, handedDown), kept);
  const state = sign(difference) === 0 ? 'balanced' : sign(difference) > 0 ? 'notYetHandedDown' : 'overSplit';
  const message =
    state === 'balanced'
      ? '已全部分解'
      : state === 'notYetHandedDown'
        ? `尚有 ${toText(difference)} 未分解`
        : `超额分解 ${toText(negate(difference))}，须说明理由；上级目标不变`;
  return {
    issued,
    handedDown,
    kept,
    difference,
    notYetHandedDown: larger(difference, ZERO),
    overSplit: larger(negate(difference), ZERO),
    state,
    message,
  };
}

/** Progress rolls up: a node's actual is its own plus its children's, nothing counted twice (§14). */
export function rolledUpActual(own: Exact, children: readonly Exact[]): Exact {
  return sumOf([own, ...children]);
}
