import { type Exact, multiply, ONE, ZERO } from '../../kernel/exact.ts';
import type { EscalationScoring } from '../scoring.ts';
import type { EventFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';

/** The nth occurrence has its own points or effect; one matter is one occurrence (§3). */
export const prepareEscalation: Prepare<EscalationScoring, EventFamily> = (scoring, context) => {
  const steps = scoring.steps.map((step, index) =>
    context.numbers.decimal(step.points, `${context.path}.steps[${index}].points`),
  );
  if (steps.length === 0) {
    context.refusals.add(
      'stepsMissing',
      `${context.path}.steps`,
      `指标“${context.indicator.name}”没有列出各次的分值，请至少写一次`,
    );
  }
  const last = steps.length - 1;
  const pointsOf = (nth: number): Exact => steps[Math.min(nth - 1, last)] ?? ZERO;
  return {
    kind: 'event',
    name: 'escalation',
    ordered: true,
    additive: false,
    pointsOf: null,
    floor: null,
    points: (entry, reading) => {
      if (entry.quantity !== undefined && entry.quantity !== '1') {
        reading.refusals.add(
          'quantityNotAllowed',
          `entries[${entry.id}].quantity`,
          `指标“${context.indicator.name}”按次递进，每次须单独记一条`,
        );
      }
      const unitPoints = pointsOf(reading.nth);
      if (reading.wantsDetail) {
        reading.detail = {
          event: `第 ${reading.nth} 次`,
          unitPoints,
          quantity: ONE,
          unit: '次',
          nth: reading.nth,
        };
      }
      return reading.factor === ONE ? unitPoints : multiply(unitPoints, reading.factor);
    },
    empties: () => null,
    effects: (standing) =>
      distinctOccurrences(standing).flatMap((live, index) => {
        const effect = scoring.steps[Math.min(index, last)]?.effect;
        return effect === undefined ? [] : [{ rule: effect, source: live.entry.id }];
      }),
  };
};

/** The first entry of each matter, in the order given. */
export function distinctOccurrences<T extends { readonly entry: { readonly matter?: string } }>(
  entries: readonly T[],
): readonly T[] {
  const seen = new Set<string>();
  return entries.filter(({ entry }) => {
    if (entry.matter === undefined) return true;
    if (seen.has(entry.matter)) return false;
    seen.add(entry.matter);
    return true;
  });
}
