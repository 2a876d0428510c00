import { compareText } from '../kernel/compare-text.ts';
import { type Groups, groupBy } from '../kernel/group-by.ts';
import type { Subject } from '../rules/facts.ts';

/** Who is ranked with whom: the same kind, sequence and group (§7). */
export interface RankGroups {
  /** Positions of the subjects, grouped as in `list`. */
  readonly members: Groups;
  /** One member of each group, in the order in which the groups are listed. */
  readonly list: readonly Subject[];
}

export function rankGroups(subjects: readonly Subject[]): RankGroups {
  const keyOf = ({ kind, sequence, group }: Subject) => `${kind}\u0000${sequence ?? ''}\u0000${group ?? ''}`;
  const examples = new Map<string, Subject>();
  const keys = subjects.map((subject) => {
    const key = keyOf(subject);
    if (!examples.has(key)) examples.set(key, subject);
    return key;
  });
  const sorted = [...examples].sort(([a], [b]) => compareText(a, b));
  const places = new Map(sorted.map(([key], at) => [key, at]));
  return {
    members: groupBy(
      Int32Array.from(keys, (key) => places.get(key) ?? 0),
      sorted.length,
    ),
    list: sorted.map(([, subject]) => subject),
  };
}
