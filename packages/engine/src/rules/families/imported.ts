import { add, divide, type Exact, fromInteger, multiply, ONE, ZERO } from '../../kernel/exact.ts';
import { compareEntries } from '../entry-order.ts';
import type { FactEntry } from '../facts.ts';
import type { NumberReader } from '../number-reader.ts';
import type { ImportedScoring } from '../scoring.ts';
import type { MeasureFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';

/** The scores in order of time; one without a quantity is a period without a score: left out, or 0 (§5). */
function readScores(entries: readonly FactEntry[], missing: 'skip' | 'zero', numbers: NumberReader): Exact[] {
  const scores: Exact[] = [];
  for (const entry of [...entries].sort(compareEntries)) {
    if (entry.quantity !== undefined) {
      scores.push(numbers.decimal(entry.quantity, `entries[${entry.id}].quantity`));
    } else if (missing === 'zero') {
      scores.push(ZERO);
    }
  }
  return scores;
}

/** A score from another rule set or a file × weight (N9: the only bridge between two appraisals). */
export const prepareImported: Prepare<ImportedScoring, MeasureFamily> = (scoring, context) => {
  const weight =
    scoring.weight === undefined ? ONE : context.numbers.rate(scoring.weight, `${context.path}.weight`);
  const combine = scoring.combine ?? 'mean';
  return {
    kind: 'measure',
    name: 'imported',
    takes: 'score',
    absent: 'notScored',
    needsTarget: false,
    target: null,
    peers: null,
    measure: (entries, _target, numbers) => {
      const scores = readScores(entries, scoring.missing ?? 'skip', numbers);
      const last = scores.at(-1);
      if (last === undefined) return null;
      const sum = scores.reduce(add, ZERO);
      const count = scores.length;
      const value = combine === 'last' ? last : combine === 'sum' ? sum : divide(sum, fromInteger(count));
      return { value, facts: { actual: value, count, combine } };
    },
    score: (measured) => ({
      amount: multiply(measured.value, weight),
      absolute: true,
      measured: measured.value,
      facts: { ...measured.facts, weight },
    }),
  };
};
