import { appliesTo, type FactEntry, type Indicator, type RuleSet } from '@mingji/engine';
import type { AppraisedSubject } from './appraised-subjects.ts';

/** An accepted entry with the path of the unit its quantity belongs to. */
export interface PlacedEntry {
  readonly entry: FactEntry;
  readonly path: string;
}

/**
 * §14: a unit's actual is the sum of its children's accepted actuals plus its own. Each measure on an indicator with
 * targets is shown to the appraised units at and above its place as a derived entry; nothing else rolls up (N9).
 */
export function rolledUp(
  ruleSet: RuleSet,
  placed: readonly PlacedEntry[],
  subjects: readonly AppraisedSubject[],
): FactEntry[] {
  const summed = new Map(
    indicatorsOf(ruleSet)
      .filter(sumsUp)
      .map((indicator) => [indicator.code, indicator]),
  );
  const units = new Map(
    subjects.filter((subject) => subject.kind === 'unit').map((subject) => [subject.unitPath, subject]),
  );
  const measures = new Map(
    placed.filter(({ entry }) => entry.kind === 'measure').map((each) => [each.entry.id, each]),
  );
  const derived: FactEntry[] = [];
  for (const { entry } of placed) {
    // A reversal takes back what it reverses, where that was counted: the person may have moved since.
    const counted = measures.get(entry.reverses ?? entry.id);
    const indicator = summed.get(entry.indicator);
    if (!counted || !indicator) continue;
    for (const path of pathsAbove(counted.path)) {
      const unit = units.get(path);
      if (!unit || unit.id === entry.subject || !appliesTo(indicator, unit)) continue;
      derived.push({
        ...entry,
        id: `${entry.id}@${unit.code}`,
        subject: unit.id,
        ...(entry.reverses === undefined ? {} : { reverses: `${entry.reverses}@${unit.code}` }),
      });
    }
  }
  return derived;
}

/** The path itself and every path above it: `a/b/` → `a/`, `a/b/`. */
function pathsAbove(path: string): string[] {
  const codes = path.split('/').slice(0, -1);
  return codes.map((_, depth) => `${codes.slice(0, depth + 1).join('/')}/`);
}

/** Whether quantities on the indicator add up, over entries and over units: a rate or a last value does not. */
export function sumsUp(indicator: Indicator): boolean {
  const { scoring } = indicator;
  return (scoring.family === 'ratio' || scoring.family === 'target') && (scoring.combine ?? 'sum') === 'sum';
}

export function indicatorsOf(ruleSet: RuleSet): Indicator[] {
  return ruleSet.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));
}
