import { groupBy } from '../kernel/group-by.ts';
import type { Score } from '../kernel/score.ts';
import type { AppliedEffect } from '../rules/evaluation.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { rankStandings } from './rank-standings.ts';
import { placeOf } from './rank-subjects.ts';

/** Somebody on a plain list of scores. */
export interface ListMember {
  readonly score: Score;
  readonly effects: readonly AppliedEffect[];
}

/** The ranks of one list by its scores alone, in the order given; null without a rank (§7). */
export function rankList(members: readonly ListMember[]): readonly (number | null)[] {
  const scores = members.map(({ score }) => (score.state === 'scored' ? score.value : null));
  const ranks = rankStandings({
    groups: groupBy(new Int32Array(members.length), 1),
    place: Uint8Array.from(members, ({ score, effects }) => placeOf(score.state, effects)),
    keys: [comparableNumbers(scores)],
  });
  return [...ranks].map((rank) => (rank === 0 ? null : rank));
}
