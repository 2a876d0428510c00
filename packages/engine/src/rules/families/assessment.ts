import {
  add,
  compare,
  divide,
  type Exact,
  fromInteger,
  isZero,
  multiply,
  sign,
  ZERO,
} from '../../kernel/exact.ts';
import { compareEntries } from '../entry-order.ts';
import type { FactEntry } from '../facts.ts';
import type { AssessmentScoring } from '../scoring.ts';
import type { MeasureFamily } from './family.ts';
import { type Prepare, requireMarks } from './prepare-context.ts';

/** Weighted votes of groups (民主测评): extremes dropped, an absent group's weight shared or the whole not scored. */
export const prepareAssessment: Prepare<AssessmentScoring, MeasureFamily> = (scoring, context) => {
  const { numbers, path } = context;
  requireMarks(context, '民主测评');
  const full = numbers.decimal(scoring.full, `${path}.full`);
  if (sign(full) <= 0) {
    context.refusals.add(
      'fullNotPositive',
      `${path}.full`,
      `指标“${context.indicator.name}”的单票满分必须大于 0`,
    );
  }
  const groups = scoring.groups.map((group, index) => ({
    ...group,
    share: numbers.rate(group.weight, `${path}.groups[${index}].weight`),
  }));
  const dropHighest = scoring.dropHighest ?? 0;
  const dropLowest = scoring.dropLowest ?? 0;

  const meanOfGroup = (votes: Exact[], minVotes: number): Exact | null => {
    if (votes.length < Math.max(minVotes, 1)) return null;
    const sorted = [...votes].sort(compare);
    const kept = sorted.slice(dropLowest, sorted.length - dropHighest);
    return kept.length === 0 ? null : divide(kept.reduce(add, ZERO), fromInteger(kept.length));
  };
  return {
    kind: 'measure',
    name: 'assessment',
    takes: 'vote',
    absent: 'notScored',
    needsTarget: false,
    target: null,
    peers: null,
    measure: (entries, _target, reader, refusals) => {
      const votes = new Map<string, Exact[]>(groups.map((group) => [group.code, []]));
      for (const entry of [...entries].sort(compareEntries)) {
        const list = votes.get(entry.group ?? '');
        const vote = readVote(entry, full, reader, refusals);
        if (list === undefined) {
          refusals.add(
            'groupUnknown',
            `entries[${entry.id}].group`,
            `记录 ${entry.id} 的测评主体“${entry.group ?? ''}”不在指标“${context.indicator.name}”之内`,
          );
        } else if (vote !== null) list.push(vote);
      }
      let weighted = ZERO;
      let present = ZERO;
      for (const group of groups) {
        const mean = meanOfGroup(votes.get(group.code) ?? [], group.minVotes ?? 1);
        if (mean === null && scoring.absentGroup === 'notScored') return null;
        if (mean === null) continue;
        weighted = add(weighted, multiply(mean, group.share));
        present = add(present, group.share);
      }
      if (isZero(present)) return null;
      const value = divide(weighted, present);
      return { value, facts: { actual: value, votes: entries.length } };
    },
    score: (measured, { marks }) =>
      marks === null
        ? null
        : {
            amount: multiply(divide(measured.value, full), marks),
            absolute: true,
            measured: measured.value,
            facts: { ...measured.facts, voteFull: full, full: marks },
          },
  };
};

function readVote(
  entry: FactEntry,
  full: Exact,
  numbers: Parameters<MeasureFamily['measure']>[2],
  refusals: Parameters<MeasureFamily['measure']>[3],
): Exact | null {
  if (entry.quantity === undefined) return null;
  const vote = numbers.decimal(entry.quantity, `entries[${entry.id}].quantity`);
  if (sign(vote) >= 0 && compare(vote, full) <= 0) return vote;
  refusals.add(
    'voteOutside',
    `entries[${entry.id}].quantity`,
    `记录 ${entry.id} 的测评分不在 0 与单票满分之间`,
  );
  return null;
}
