import type { targets } from '@mingji/contract';
import { add, exact, toText } from '@mingji/engine';
import type { PointsFact, TargetFact, WorkFact } from './floor-facts.ts';

export type FloorCounts = Pick<
  targets.FloorRow,
  'issued' | 'opened' | 'stuck' | 'submitted' | 'waiting' | 'returned' | 'accepted' | 'points'
>;
export interface FloorFacts {
  readonly targets: readonly TargetFact[];
  readonly work: readonly WorkFact[];
  readonly points: readonly PointsFact[];
}

const nothing: FloorCounts = {
  issued: 0,
  opened: 0,
  stuck: 0,
  submitted: 0,
  waiting: 0,
  returned: 0,
  accepted: 0,
  points: '0',
};

/** Sums facts by any key: by who is directly below, by indicator, or all under one. Points stay exact. */
export function sumFloor(
  facts: FloorFacts,
  keyOf: (fact: { readonly child: string; readonly code: string }) => string,
): Map<string, FloorCounts> {
  const sums = new Map<string, FloorCounts>();
  const at = (fact: { readonly child: string; readonly code: string }) => sums.get(keyOf(fact)) ?? nothing;
  for (const fact of facts.targets) {
    const sum = at(fact);
    sums.set(keyOf(fact), {
      ...sum,
      issued: sum.issued + fact.issued,
      opened: sum.opened + fact.opened,
      stuck: sum.stuck + fact.stuck,
    });
  }
  for (const fact of facts.work) {
    const sum = at(fact);
    sums.set(keyOf(fact), {
      ...sum,
      submitted: sum.submitted + fact.submitted,
      waiting: sum.waiting + fact.waiting,
      returned: sum.returned + fact.returned,
      accepted: sum.accepted + fact.accepted,
    });
  }
  for (const fact of facts.points) {
    const sum = at(fact);
    sums.set(keyOf(fact), { ...sum, points: toText(add(exact(sum.points), exact(fact.points))) });
  }
  return sums;
}

export const countsOf = (sums: ReadonlyMap<string, FloorCounts>, key: string): FloorCounts =>
  sums.get(key) ?? nothing;
