import { type Groups, groupBy } from '../kernel/group-by.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { CompiledRuleSet } from '../rules/compile.ts';
import { ENTRY_KINDS, type Subject } from '../rules/facts.ts';
import { refuseUnknown } from '../rules/side-facts.ts';
import { checkEntry } from './check-entry.ts';
import { type EntryColumns, PLAIN } from './entry-columns.ts';
import { KINDS, REFUSE, SKIP, SUM, type SubjectClasses, treatments } from './row-treatment.ts';
import type { ScaledRules } from './scaled-rules.ts';
import type { Sums } from './sums.ts';

/** The largest value of one entry for which the sum of all of them is sure to stay a safe integer. */
export function largestValue(entries: number): number {
  return 2 ** 51 / Math.max(entries, 1);
}

const ADJUSTMENT = ENTRY_KINDS.indexOf('adjustment');
const EXEMPTION = ENTRY_KINDS.indexOf('exemption');

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

/** Those entries that could not simply be added up, by subject. `from` and `to`: where the period lies. */
export function sumEntries(context: SumContext, from: number, to: number, sums: Sums): Groups {
  const { rules, scaled, classes, subjects } = context;
  const table = treatments(rules, classes.list, scaled !== null);
  const run = {
    context,
    table,
    classOf: classesHere(context, from, to),
    limit: largestValue(to - from),
    sums,
  };
  const apart: Apart = { rows: [], of: [] };
  for (let start = from; start < to; start += PORTION) {
    sumPortion(run, start, Math.min(start + PORTION, to), apart);
  }
  return groupBy(new Int32Array(apart.of), subjects.length, new Uint32Array(apart.rows));
}

/** Entries set apart, and whose they are. */
interface Apart {
  readonly rows: number[];
  readonly of: number[];
}

/** Whoever is exempted from an indicator has every entry looked at: what was added up cannot be taken out again. */
function classesHere({ columns, classes, subjectAt }: SumContext, from: number, to: number): Int32Array {
  const { kind, subject } = columns;
  let own = classes.of;
  for (
    let row = kind.indexOf(EXEMPTION, from);
    row >= 0 && row < to;
    row = kind.indexOf(EXEMPTION, row + 1)
  ) {
    const who = subjectAt[subject[row] ?? -1] ?? -1;
    if (own === classes.of) own = classes.of.slice();
    if (who >= 0) own[who] = (classes.of[who] ?? 0) + classes.list.length;
  }
  return own;
}

interface Run {
  readonly context: SumContext;
  readonly table: Uint8Array;
  readonly classOf: Int32Array;
  readonly limit: number;
  readonly sums: Sums;
}

function sumPortion({ context, table, classOf, limit, sums }: Run, from: number, to: number, apart: Apart) {
  const { rules, columns, points, subjectAt, indicatorAt } = context;
  const { subject, indicator, kind, event, quantity, matter, marks } = columns;
  const { net, deducted } = sums;
  const width = columns.events.length + 1;
  const size = rules.indicators.length;
  for (let row = from; row < to; row++) {
    const who = subjectAt[subject[row] ?? -1] ?? -1;
    const what = indicatorAt[indicator[row] ?? -1] ?? -1;
    const known = who >= 0 && what >= 0;
    const how = known ? table[((classOf[who] ?? 0) * size + what) * KINDS + (kind[row] ?? 0)] : REFUSE;
    if (how === SUM && marks[row] === PLAIN && (matter[row] ?? 0) < 0) {
      const value = (points[what * width + (event[row] ?? 0)] ?? 0) * (quantity[row] ?? 0);
      if (value >= -limit && value <= limit) {
        const slot = who * size + what;
        net[slot] = (net[slot] ?? 0) + value;
        if (value < 0) deducted[who] = (deducted[who] ?? 0) + value;
        continue;
      }
    }
    if (how === REFUSE || kind[row] === ADJUSTMENT) refuse(context, row, who, what);
    if (how === REFUSE || how === SKIP) continue;
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
