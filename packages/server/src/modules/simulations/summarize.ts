import type { simulations } from '@mingji/contract';
import {
  absolute,
  compare,
  compareText,
  type Exact,
  type PeriodSimulation,
  type RuleChange,
  type RuleSet,
  type SubjectKind,
  subtract,
  summarize,
  toFixedText,
  type UnitMove,
  unitMoves,
} from '@mingji/engine';
import type { NamedMove } from './moves.ts';
import type { StoredResult } from './simulation-row.ts';
import { toldPoints } from './told-points.ts';

const KINDS: readonly SubjectKind[] = ['officer', 'unit'];

interface Tried {
  readonly oldRules: RuleSet;
  readonly newRules: RuleSet;
  readonly changes: readonly RuleChange[];
  readonly periods: readonly (Omit<PeriodSimulation, 'moves'> & { readonly moves: readonly NamedMove[] })[];
}

/** Officers and units apart: a unit's 0.1 and an officer's 0.1 are not one number. */
export function summarizeSimulation({ oldRules, newRules, changes, periods }: Tried): StoredResult {
  const moves = periods.flatMap((period) => period.moves);
  const names = new Map([...indicatorNames(oldRules), ...indicatorNames(newRules)]);
  const unitNames = new Map(moves.map(({ named }) => [named.unitId, named.unitName]));
  return {
    summaries: KINDS.flatMap((kind) => {
      const own = moves.filter((move) => move.kind === kind);
      return own.length === 0 ? [] : [presentSummary(kind, own)];
    }),
    changes: changes.map(({ key, kind, part, name, clause, lines }) => ({
      key,
      kind,
      part,
      name,
      clause,
      lines: lines.map((line) => ({ label: line.label, old: line.old, new: line.new })),
    })),
    dropped: periods.flatMap(({ period, dropped }) =>
      dropped.map((each) => ({
        periodId: period.id,
        indicator: each.indicator,
        name: names.get(each.indicator) ?? each.indicator,
        change: each.change,
        reason: each.reason,
        entries: each.entries,
      })),
    ),
    withoutPast: [...new Set(periods.flatMap(({ withoutPast }) => withoutPast))]
      // What one of the periods has data for was tried on that one.
      .filter((code) => periods.every(({ withoutPast }) => withoutPast.includes(code)))
      .map((code) => ({ code, name: names.get(code) ?? code })),
    units: unitMoves(moves)
      .toSorted(byDifference)
      .map((move) => unitTotal(move, unitNames)),
  };
}

function presentSummary(
  subjectKind: SubjectKind,
  moves: readonly NamedMove[],
): simulations.SimulationSummaryView {
  const summary = summarize(moves);
  return {
    subjectKind,
    subjects: summary.subjects,
    risen: summary.risen,
    fallen: summary.fallen,
    unchanged: summary.unchanged,
    ranksMoved: summary.ranksMoved,
    meanDifference: summary.meanDifference === null ? null : mean(summary.meanDifference),
    gradeFlips: summary.gradeFlips.map(({ from, to, count }) => ({ from, to, count })),
    effects: summary.effects.map(({ change, subjects, sum }) => ({ change, subjects, sum: toldPoints(sum) })),
  };
}

const difference = (move: UnitMove): Exact => subtract(move.meanAfter, move.meanBefore);

function byDifference(a: UnitMove, b: UnitMove): number {
  return compare(absolute(difference(b)), absolute(difference(a))) || compareText(a.unit, b.unit);
}

function unitTotal(move: UnitMove, names: ReadonlyMap<string, string>): StoredResult['units'][number] {
  return {
    subjectKind: move.kind,
    unitId: move.unit,
    unitName: names.get(move.unit) ?? move.unit,
    subjects: move.subjects,
    meanBefore: mean(move.meanBefore),
    meanAfter: mean(move.meanAfter),
    difference: mean(difference(move)),
  };
}

/** A mean is told with three places; it decides nothing. */
function mean(value: Exact): string {
  return toFixedText(value, { digits: 3, mode: 'halfAwayFromZero' });
}

function indicatorNames(rules: RuleSet): readonly (readonly [string, string])[] {
  return rules.modules.flatMap((module) =>
    module.items.flatMap((item) => item.indicators.map(({ code, name }) => [code, name] as const)),
  );
}
