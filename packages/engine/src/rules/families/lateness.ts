import {
  compare,
  type Exact,
  fromInteger,
  larger,
  multiply,
  negate,
  sign,
  ZERO,
} from '../../kernel/exact.ts';
import { parseDay } from '../../kernel/instant.ts';
import { countWorkingDays } from '../../working-days/working-days.ts';
import type { FactEntry } from '../facts.ts';
import type { LatenessScoring } from '../scoring.ts';
import type { EntryContext, EventFamily, LiveEntry } from './family.ts';
import type { Prepare } from './prepare-context.ts';
import { countSteps } from './steps.ts';

/** Days late from the dates of the entry, or as its quantity says. */
function daysLate(entry: FactEntry, by: LatenessScoring['by'], context: EntryContext): Exact {
  const path = `entries[${entry.id}]`;
  if (entry.quantity !== undefined) return context.numbers.decimal(entry.quantity, `${path}.quantity`);
  const due = entry.dueOn === undefined ? undefined : parseDay(entry.dueOn);
  const done = entry.doneOn === undefined ? undefined : parseDay(entry.doneOn);
  if (due === undefined || done === undefined) {
    context.refusals.add(
      'lateDaysMissing',
      path,
      `记录 ${entry.id} 须写明逾期天数 quantity，或者截止日 dueOn 和完成日 doneOn`,
    );
    return ZERO;
  }
  if (done <= due) return ZERO;
  if (by === 'day') return fromInteger(done - due);
  const counted = countWorkingDays(context.calendar, entry.dueOn ?? '', entry.doneOn ?? '');
  if (counted.ok) return fromInteger(counted.value);
  for (const refusal of counted.refusals) context.refusals.add(refusal.code, path, refusal.message);
  return ZERO;
}

/** By days or working days past a date, in steps, capped, then void. */
export const prepareLateness: Prepare<LatenessScoring, EventFamily> = (scoring, context) => {
  const { numbers, path } = context;
  const perStep = numbers.decimal(scoring.points, `${path}.points`);
  const per = numbers.decimal(scoring.per ?? '1', `${path}.per`);
  const cap = numbers.optional(scoring.cap, `${path}.cap`);
  if (sign(per) <= 0) {
    context.refusals.add(
      'stepNotPositive',
      `${path}.per`,
      `指标“${context.indicator.name}”的逾期步长必须大于 0`,
    );
  }
  const voidAfter = scoring.voidAfter === undefined ? null : fromInteger(scoring.voidAfter);
  const days = new WeakMap<FactEntry, Exact>();
  const isVoid = (live: LiveEntry): boolean => {
    const late = days.get(live.entry);
    return voidAfter !== null && late !== undefined && compare(late, voidAfter) > 0;
  };
  return {
    kind: 'event',
    name: 'lateness',
    ordered: false,
    additive: false,
    pointsOf: null,
    floor: null,
    points: (entry, reading) => {
      const late = daysLate(entry, scoring.by, reading);
      days.set(entry, late);
      const steps = countSteps(late, per, scoring.stepRounding ?? 'ceil');
      const whole = multiply(multiply(perStep, steps), reading.factor);
      // After the multipliers: the cap is the most one piece can cost, whoever found it.
      const points = cap === null ? whole : larger(whole, negate(cap));
      if (reading.wantsDetail) {
        reading.detail = {
          event: '逾期',
          unitPoints: perStep,
          quantity: steps,
          unit: '步',
          daysLate: late,
          by: scoring.by,
        };
      }
      return points;
    },
    empties: (standing) => (standing.some(isVoid) ? emptiedScope(context.indicator.marks) : null),
    effects: () => [],
  };
};

function emptiedScope(marks: string | undefined): 'indicator' | 'item' {
  return marks === undefined ? 'item' : 'indicator';
}
