import { compareText } from '../kernel/compare-text.ts';
import type { Groups } from '../kernel/group-by.ts';
import { ENTRY_KINDS } from '../rules/facts.ts';
import { type EntryColumns, PLAIN, REVERSED } from './entry-columns.ts';

const EVENT = ENTRY_KINDS.indexOf('event');

/** An entry with a matter: its indicator and its points. */
export interface MatterRow {
  readonly row: number;
  readonly indicator: number;
  readonly matter: number;
  readonly value: number;
}

export interface MatterContext {
  readonly columns: EntryColumns;
  readonly indicatorAt: Int32Array;
  /** Points of one occurrence by indicator and event; see pointTable. */
  readonly points: Float64Array;
  /** Matters that several subjects share: their parts may have to be summed over all of them. */
  readonly shared: Uint8Array;
  readonly limit: number;
}

/** One matter after the other; in each the larger in size first, then the earlier, then the smaller id (§3). */
function compareRows(a: MatterRow, b: MatterRow, { at, entry }: EntryColumns): number {
  if (a.matter !== b.matter) return a.matter - b.matter;
  const size = Math.abs(b.value) - Math.abs(a.value);
  if (size !== 0) return size;
  return (at[a.row] ?? 0) - (at[b.row] ?? 0) || compareText(entry(a.row).id, entry(b.row).id);
}

/**
 * §3 for one subject in whole numbers: of one matter the largest stands. Null: among these entries is one that must
 * be looked at by itself (another kind, chosen points, both signs in one matter, a matter shared with others).
 */
export function settleMatters(
  context: MatterContext,
  { order, starts }: Groups,
  subject: number,
): readonly MatterRow[] | null {
  const list: MatterRow[] = [];
  for (let at = starts[subject] ?? 0; at < (starts[subject + 1] ?? 0); at++) {
    const row = order[at] ?? 0;
    const marks = context.columns.marks[row] ?? 0;
    if ((marks & REVERSED) !== 0) continue;
    const read = marks === PLAIN ? readRow(context, row) : null;
    if (read === null) return null;
    list.push(read);
  }
  if (list.length < 2) return list;
  list.sort((a, b) => compareRows(a, b, context.columns));
  const standing: MatterRow[] = [];
  for (const row of list) {
    const winner = standing.at(-1);
    if (winner?.matter !== row.matter) standing.push(row);
    else if (winner.value < 0 !== row.value < 0 && row.value !== 0) return null;
  }
  return standing;
}

/** Null: not an event whose points are fixed, with a matter of this subject alone. */
function readRow(
  { columns, indicatorAt, points, shared, limit }: MatterContext,
  row: number,
): MatterRow | null {
  const matter = columns.matter[row] ?? -1;
  if (columns.kind[row] !== EVENT || matter < 0 || shared[matter] === 1) return null;
  const indicator = indicatorAt[columns.indicator[row] ?? -1] ?? -1;
  const unit = points[indicator * (columns.events.length + 1) + (columns.event[row] ?? 0)] ?? Number.NaN;
  const value = unit * (columns.quantity[row] ?? 0);
  return value >= -limit && value <= limit ? { row, indicator, matter, value } : null;
}

/** Which matters more than one subject has entries about, in whatever period. */
export function sharedMatters({ size, matter, subject, matters }: EntryColumns): Uint8Array {
  const first = new Int32Array(matters).fill(-1);
  const shared = new Uint8Array(matters);
  for (let row = 0; row < size; row++) {
    const own = matter[row] ?? -1;
    if (own < 0) continue;
    const who = subject[row] ?? 0;
    if (first[own] === -1) first[own] = who;
    else if (first[own] !== who) shared[own] = 1;
  }
  return shared;
}
