import { type Exact, ONE, ZERO } from '../kernel/exact.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { WorkingDayCalendar } from '../working-days/calendar.ts';
import type { CompiledIndicator } from './compile.ts';
import type { FactEntry } from './facts.ts';
import type { EntryContext, EventFamily, LiveEntry } from './families/family.ts';
import { type Factor, factorOf, type Multipliers, NO_FACTOR } from './multipliers.ts';
import type { NumberReader } from './number-reader.ts';

const NO_MULTIPLIERS: Multipliers = new Map();

/** Reads one entry after another with its family's rule. */
export class EntryReader {
  readonly context: EntryContext;

  constructor(numbers: NumberReader, refusals: Refusals, calendar: WorkingDayCalendar | null) {
    this.context = {
      numbers,
      refusals,
      calendar,
      factor: ONE,
      nth: 1,
      since: null,
      wantsDetail: false,
      standard: null,
      detail: null,
    };
  }

  /** The entry's own points; `context.standard` and `context.detail` tell how they came about. */
  points(entry: FactEntry, indicator: CompiledIndicator, family: EventFamily): Exact {
    const { context } = this;
    const factor = this.#factorOf(entry, indicator);
    context.factor = factor.value;
    context.standard = null;
    context.detail = null;
    const points = family.points(entry, context);
    const { detail } = this.context;
    if (detail !== null && factor !== NO_FACTOR) {
      context.detail = { ...detail, factor: factor.value, multipliers: factor.names };
    }
    return points;
  }

  /** A family that must be read in order is given its points later. */
  live(entry: FactEntry, indicator: CompiledIndicator, family: EventFamily | null): LiveEntry {
    const points = family === null ? ZERO : this.points(entry, indicator, family);
    return {
      entry,
      indicator: indicator.index,
      points,
      standard: family === null ? points : (this.context.standard ?? points),
      counted: points,
      standsIn: null,
      facts: family === null ? null : this.context.detail,
    };
  }

  adjustment(entry: FactEntry, indicator: number): LiveEntry {
    const points = this.context.numbers.decimal(entry.points ?? '0', `entries[${entry.id}].points`);
    return { entry, indicator, points, standard: points, counted: points, standsIn: null, facts: null };
  }

  #factorOf(entry: FactEntry, { multipliers, source }: CompiledIndicator): Factor {
    if (multipliers === null && entry.multipliers === undefined) return NO_FACTOR;
    return factorOf(multipliers ?? NO_MULTIPLIERS, entry, this.context.since, (code) => {
      this.context.refusals.add(
        'multiplierUnknown',
        `entries[${entry.id}].multipliers`,
        `记录 ${entry.id} 的系数“${code}”不在指标“${source.name}”之内`,
      );
    });
  }
}
