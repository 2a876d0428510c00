import { type Exact, ONE } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import { type Refusal, Refusals } from '../kernel/refusal.ts';
import { type Plain, toPlain } from '../rules/evaluation-json.ts';
import type { FactEntry } from '../rules/facts.ts';
import type {
  CompiledFamily,
  EntryContext,
  EventFamily,
  LiveEntry,
  MeasureFamily,
} from '../rules/families/family.ts';
import { prepareFamily } from '../rules/families/prepare-family.ts';
import { NumberReader } from '../rules/number-reader.ts';
import type { Indicator } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import type { WorkingDayCalendar } from '../working-days/calendar.ts';
import { indicator } from './small-rule-set.ts';

/** One family alone, with what it was refused for: no rule set, no ranks, no clamps around it. */
export interface OneFamily<F extends CompiledFamily> {
  readonly family: F;
  readonly numbers: NumberReader;
  readonly refusals: Refusals;
}

export function prepare(scoring: Scoring, own: Partial<Indicator> = {}): OneFamily<CompiledFamily> {
  const refusals = new Refusals();
  const numbers = new NumberReader(refusals);
  const context = { indicator: indicator('x', scoring, own), path: 'i.scoring', numbers, refusals };
  return { family: prepareFamily(scoring, context), numbers, refusals };
}

/** What keeps the parameters from being used. */
export function refusalsOf(scoring: Scoring, own: Partial<Indicator> = {}): readonly Refusal[] {
  return prepare(scoring, own).refusals.list;
}

/** Everything a family says of itself before it has seen an entry; functions left out. */
export function traitsOf(scoring: Scoring, own: Partial<Indicator> = {}): Plain {
  const { family } = prepare(scoring, own);
  return toPlain(
    Object.fromEntries(Object.entries(family).filter(([, value]) => typeof value !== 'function')),
  );
}

export function measuring(scoring: Scoring, own: Partial<Indicator> = {}): OneFamily<MeasureFamily> {
  const { family, ...rest } = prepare(scoring, own);
  if (family.kind !== 'measure') throw new Error('a family of events');
  return { family, ...rest };
}

export function counting(scoring: Scoring, own: Partial<Indicator> = {}): OneFamily<EventFamily> {
  const { family, ...rest } = prepare(scoring, own);
  if (family.kind !== 'event') throw new Error('a family of measures');
  return { family, ...rest };
}

export interface Given {
  readonly own?: Partial<Indicator>;
  readonly target?: string;
  readonly dueOn?: string;
  /** The measures of everybody, best first. */
  readonly peers?: readonly string[];
  readonly mean?: string;
}

/** What a family of measures makes of the entries: the score with its operands, or what it refused. */
export function scoreOf(scoring: Scoring, entries: readonly FactEntry[], given: Given = {}): Plain {
  const { family, numbers, refusals } = measuring(scoring, given.own);
  const target =
    given.target === undefined ? null : { quantity: exact(given.target), dueOn: given.dueOn ?? null };
  const measured = family.measure(entries, target, numbers, refusals);
  if (refusals.any) return toPlain(refusals.list);
  if (measured === null) return 'notScored';
  const peers =
    given.peers === undefined ? null : { ordered: given.peers.map(exact), mean: exact(given.mean ?? '0') };
  const marks = given.own?.marks === undefined ? null : exact(given.own.marks);
  return toPlain(family.score(measured, { marks, target, peers }) ?? 'notApplicable');
}

export interface EventGiven {
  readonly own?: Partial<Indicator>;
  readonly factor?: Exact;
  readonly nth?: number;
  readonly calendar?: WorkingDayCalendar;
  readonly silent?: boolean;
}

/** What a family of events makes of one entry: its points with their operands, or what it refused. */
export function pointsOf(scoring: Scoring, entry: FactEntry, given: EventGiven = {}): Plain {
  const { family, numbers, refusals } = counting(scoring, given.own);
  const context: EntryContext = {
    numbers,
    refusals,
    calendar: given.calendar ?? null,
    factor: given.factor ?? ONE,
    nth: given.nth ?? 1,
    since: null,
    wantsDetail: given.silent !== true,
    standard: null,
    detail: null,
  };
  const points = family.points(entry, context);
  if (refusals.any) return toPlain({ points, refusals: refusals.list });
  return toPlain({ points, standard: context.standard, detail: context.detail });
}

/** An entry as the evaluation holds it after §3. */
export function live(entry: FactEntry, points = '-1', standsIn: string | null = null): LiveEntry {
  const own = exact(points);
  return { entry, indicator: 0, points: own, standard: own, counted: own, standsIn, facts: null };
}
