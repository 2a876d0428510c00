import { type Exact, ZERO } from '../kernel/exact.ts';
import { type Groups, groupBy } from '../kernel/group-by.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { fromScaled } from '../kernel/scaled.ts';
import type { CompiledRuleSet } from '../rules/compile.ts';
import { ENTRY_KINDS, type Subject } from '../rules/facts.ts';
import { refuseUnknown } from '../rules/side-facts.ts';
import { checkEntry } from './check-entry.ts';
import { type EntryColumns, PLAIN } from './entry-columns.ts';
import { KINDS, REFUSE, SKIP, SUM, type SubjectClasses, treatments } from './row-treatment.ts';
import type { ScaledRules } from './scaled-rules.ts';

/** The largest value of one entry for which the sum of all of them is sure to stay a safe integer. */
export function largestValue(entries: number): number {
  return 2 ** 51 / Math.max(entries, 1);
}

const ADJUSTMENT = ENTRY_KINDS.indexOf('adjustment');

/** Additions and deductions by subject and indicator, in 1/scale points. */
export class Sums {
  readonly plus: Float64Array;
  readonly minus: Float64Array;
  readonly #indicators: number;
  readonly #scale: number;

  /** Without a scale nothing is ever added up here. */
  constructor(subjects: number, indicators: number, scale: number | null) {
    this.plus = new Float64Array(scale === null ? 0 : subjects * indicators);
    this.minus = new Float64Array(this.plus.length);
    this.#indicators = indicators;
    this.#scale = scale ?? 1;
  }

  /** Ready for another period; the memory is used again, because fresh memory costs more than the sums. */
  clear(): void {
    this.plus.fill(0);
    this.minus.fill(0);
  }

  of(subject: number, indicator: number): { readonly plus: Exact; readonly minus: Exact } {
    const slot = subject * this.#indicators + indicator;
    return { plus: this.#read(this.plus[slot]), minus: this.#read(this.minus[slot]) };
  }

  #read(sum: number | undefined): Exact {
    return sum === undefined || sum === 0 ? ZERO : fromScaled(sum, this.#scale);
  }
}

/** What the entries of a period are added up with. */
export interface SumContext {
  readonly rules: CompiledRuleSet;
  readonly scaled: ScaledRules | null;
  readonly columns: EntryColumns;
  /** See pointTable; empty without a scale. */
  readonly points: Float64Array;
  readonly subjects: readonly Subject[];
  readonly classes: SubjectClasses;
  /** Position in the columns' dictionaries → position in the roster, in the rules; -1: not there. */
  readonly subjectAt: Int32Array;
  readonly indicatorAt: Int32Array;
  readonly refusals: Refusals;
}

/** Entries are taken in such portions, so that the loop is compiled once and not anew for each period. */
const PORTION = 4096;

/** Those entries that could not simply be added up, by subject. */
export function sumEntries(context: SumContext, rows: Uint32Array, sums: Sums): Groups {
  const { rules, scaled, classes, subjects } = context;
  const table = treatments(rules, classes.list, scaled !== null);
  const limit = largestValue(rows.length);
  const apart = { rows: [], of: [] };
  for (let start = 0; start < rows.length; start += PORTION) {
    sumPortion(context, rows.subarray(start, start + PORTION), table, limit, sums, apart);
  }
  return groupBy(Int32Array.from(apart.of), subjects.length, Uint32Array.from(apart.rows));
}

/** Entries set apart, and whose they are. */
interface Apart {
  readonly rows: number[];
  readonly of: number[];
}

function sumPortion(
  context: SumContext,
  rows: Uint32Array,
  table: Uint8Array,
  limit: number,
  { plus, minus }: Sums,
  apart: Apart,
): void {
  const { rules, columns, points, subjectAt, indicatorAt } = context;
  const { subject, indicator, kind, event, quantity, matter, marks } = columns;
  const classOf = context.classes.of;
  const width = columns.events.length + 1;
  const size = rules.indicators.length;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const who = subjectAt[subject[row] ?? -1] ?? -1;
    const what = indicatorAt[indicator[row] ?? -1] ?? -1;
    const how = table[((classOf[who] ?? 0) * size + what) * KINDS + (kind[row] ?? 0)] ?? REFUSE;
    if (how === SUM && marks[row] === PLAIN && (matter[row] ?? 0) < 0) {
      const value = (points[what * width + (event[row] ?? 0)] ?? 0) * (quantity[row] ?? 0);
      if (value >= -limit && value <= limit) {
        const side = value < 0 ? minus : plus;
        const slot = who * size + what;
        side[slot] = (side[slot] ?? 0) + value;
        continue;
      }
    }
    if (who < 0 || what < 0 || how === REFUSE || kind[row] === ADJUSTMENT) refuse(context, row, who, what);
    if (who < 0 || what < 0 || how === SKIP) continue;
    apart.rows.push(row);
    apart.of.push(who);
  }
}

/** Says why an entry may not stand; what the reader of the entries said already is not said again. */
function refuse(context: SumContext, row: number, who: number, what: number): void {
  const { columns, rules, subjects, refusals } = context;
  const entry = columns.entry(row);
  const path = `entries[${entry.id}]`;
  const subject = subjects[who];
  const indicator = rules.indicators[what];
  if (subject === undefined && (columns.subject[row] ?? -1) >= 0) {
    refuseUnknown('subject', entry.subject, path, refusals);
  }
  if (indicator === undefined && (columns.indicator[row] ?? -1) >= 0) {
    refuseUnknown('indicator', entry.indicator, path, refusals);
  }
  if (subject !== undefined && indicator !== undefined) checkEntry(entry, indicator, subject, refusals);
}
