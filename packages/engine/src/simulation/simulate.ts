import { compareText } from '../kernel/compare-text.ts';
import { add, divide, type Exact, fromInteger, sign, ZERO } from '../kernel/exact.ts';
import { ok, type Result } from '../kernel/refusal.ts';
import { ruleChanges } from '../rule-diff/index.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { simulatePeriod } from './simulate-period.ts';
import type {
  ChangeEffect,
  PeriodSimulation,
  Simulation,
  SimulationSummary,
  SubjectMove,
  UnitMove,
} from './simulation.ts';

export interface SimulationInput {
  readonly oldRules: RuleSet;
  readonly newRules: RuleSet;
  readonly periods: readonly Facts[];
}

/** Tries new rules on past periods (X2, N8). Refused as a whole when a period cannot be computed under either version. */
export function simulate({ oldRules, newRules, periods }: SimulationInput): Result<Simulation> {
  const changes = ruleChanges(oldRules, newRules);
  const simulated: PeriodSimulation[] = [];
  for (const facts of periods) {
    const result = simulatePeriod({ oldRules, newRules, facts, changes });
    if (!result.ok) return result;
    simulated.push(result.value);
  }
  const moves = simulated.flatMap((period) => period.moves);
  return ok({ changes, periods: simulated, units: unitMoves(moves), summary: summarize(moves) });
}

/** Means of each unit's subjects before and after, over those scored under both. */
export function unitMoves(moves: readonly SubjectMove[]): readonly UnitMove[] {
  const units = new Map<
    string,
    { unit: string; kind: SubjectMove['kind']; count: number; before: Exact; after: Exact }
  >();
  for (const { unit, kind, before, after } of moves) {
    if (unit === null || before.score.state !== 'scored' || after.score.state !== 'scored') continue;
    const key = `${kind} ${unit}`;
    const sums = units.get(key) ?? { unit, kind, count: 0, before: ZERO, after: ZERO };
    sums.count++;
    sums.before = add(sums.before, before.score.value);
    sums.after = add(sums.after, after.score.value);
    units.set(key, sums);
  }
  return [...units.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { unit, kind, count, before, after }]) => ({
      unit,
      kind,
      subjects: count,
      meanBefore: divide(before, fromInteger(count)),
      meanAfter: divide(after, fromInteger(count)),
    }));
}

/** Counts over all subjects and periods: one officer in twelve months counts twelve times. */
export function summarize(moves: readonly SubjectMove[]): SimulationSummary {
  const compared = moves.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const risen = compared.filter((difference) => sign(difference) > 0).length;
  const fallen = compared.filter((difference) => sign(difference) < 0).length;
  return {
    subjects: moves.length,
    risen,
    fallen,
    unchanged: compared.length - risen - fallen,
    ranksMoved: moves.filter(({ before, after }) => before.rank !== after.rank).length,
    meanDifference:
      compared.length === 0 ? null : divide(compared.reduce(add, ZERO), fromInteger(compared.length)),
    gradeFlips: gradeFlips(moves),
    effects: changeEffects(moves),
  };
}

function gradeFlips(moves: readonly SubjectMove[]): SimulationSummary['gradeFlips'] {
  const flips = new Map<string, { from: string | null; to: string | null; count: number }>();
  for (const { before, after } of moves) {
    if (before.grade === after.grade) continue;
    const key = `${before.grade ?? ''} ${after.grade ?? ''}`;
    const flip = flips.get(key) ?? { from: before.grade, to: after.grade, count: 0 };
    flip.count++;
    flips.set(key, flip);
  }
  return [...flips.entries()].sort(([a], [b]) => compareText(a, b)).map(([, flip]) => flip);
}

function changeEffects(moves: readonly SubjectMove[]): readonly ChangeEffect[] {
  const effects = new Map<string, { change: string | null; subjects: number; sum: Exact }>();
  for (const { causes } of moves) {
    const touched = new Set<string>();
    for (const { change, amount } of causes) {
      const key = change ?? '';
      const effect = effects.get(key) ?? { change, subjects: 0, sum: ZERO };
      effect.sum = add(effect.sum, amount);
      if (!touched.has(key)) effect.subjects++;
      touched.add(key);
      effects.set(key, effect);
    }
  }
  return [...effects.entries()].sort(([a], [b]) => compareText(a, b)).map(([, effect]) => effect);
}
