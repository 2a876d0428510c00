import { compare, multiply, ONE, sign, subtract, ZERO } from '../../kernel/exact.ts';
import { parseInstant } from '../../kernel/instant.ts';
import type { FactEntry } from '../facts.ts';
import type { TargetScoring } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';
import { countSteps } from './steps.ts';

const DAY = 86_400_000;

/** Deadlines are inclusive to 24:00 local time (§6). */
function isLate(entry: FactEntry, dueOn: string | null): boolean {
  const due = dueOn === null ? undefined : parseInstant(dueOn);
  const at = parseInstant(entry.doneOn ?? entry.at);
  return due !== undefined && at !== undefined && at >= due + DAY;
}

/** A task: done in time +p, short −q per unit, late by the rule's choice. */
export const prepareTarget: Prepare<TargetScoring, MeasureFamily> = (scoring, context) => {
  const { numbers, path } = context;
  const done = numbers.decimal(scoring.done ?? '0', `${path}.done`);
  const short = numbers.decimal(scoring.short, `${path}.short`);
  const per = numbers.decimal(scoring.per ?? '1', `${path}.per`);
  const latePoints = numbers.decimal(scoring.latePoints ?? '0', `${path}.latePoints`);
  const late = scoring.late ?? 'notCounted';
  if (sign(per) <= 0) {
    context.refusals.add(
      'stepNotPositive',
      `${path}.per`,
      `指标“${context.indicator.name}”的计扣单位必须大于 0`,
    );
  }
  return {
    kind: 'measure',
    name: 'target',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: true,
    target: numbers.optional(scoring.target, `${path}.target`),
    peers: null,
    measure: (entries, target, reader, refusals) => {
      const inTime = entries.filter((entry) => !isLate(entry, target?.dueOn ?? null));
      const counted = late === 'notCounted' ? inTime : entries;
      const onlyLate = counted.length === 0 && entries.length > 0;
      const combine = scoring.combine ?? 'sum';
      const measured = onlyLate
        ? { value: ZERO, facts: { actual: ZERO } }
        : combineMeasures(counted, combine, ONE, reader, refusals);
      if (measured === null) return null;
      const timely = combineMeasures(inTime, combine, ONE, reader, refusals)?.value ?? ZERO;
      return { value: measured.value, facts: { ...measured.facts, timely } };
    },
    score: (measured, { target }) => {
      if (target === null) return null;
      const missing = subtract(target.quantity, measured.value);
      const reached = compare(missing, ZERO) <= 0;
      const timely = measured.facts.timely;
      const reachedInTime =
        late !== 'latePoints' || (typeof timely === 'object' && compare(timely, target.quantity) >= 0);
      const steps = reached ? ZERO : countSteps(missing, per, scoring.stepRounding ?? 'prorata');
      const amount = reached ? (reachedInTime ? done : latePoints) : multiply(short, steps);
      return {
        amount,
        absolute: false,
        measured: measured.value,
        facts: {
          ...measured.facts,
          target: target.quantity,
          short: reached ? ZERO : missing,
          steps,
          unitPoints: reached ? amount : short,
          unit: scoring.unit ?? '',
        },
      };
    },
  };
};
