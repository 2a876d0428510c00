import { groupBy } from '../kernel/group-by.ts';
import { type EntryColumns, emptyColumns } from './entry-columns.ts';

/** Columns whose periods lie one behind the other: those of period p are starts[p] … starts[p + 1] - 1. */
export interface OrderedColumns {
  readonly columns: EntryColumns;
  readonly starts: Uint32Array;
}

/**
 * Puts the entries of each period side by side, so that a period is read from one end to the other. A ledger comes
 * so by itself, or nearly; other columns are copied once.
 */
export function inPeriodOrder(columns: EntryColumns, periods: number): OrderedColumns {
  if (!isOrdered(columns.period)) {
    const { order, starts } = groupBy(columns.period, periods);
    return { columns: permuted(columns, order), starts };
  }
  return { columns, starts: startsOf(columns.period, periods) };
}

function isOrdered(period: Uint16Array): boolean {
  for (let at = 1; at < period.length; at++) if ((period[at] ?? 0) < (period[at - 1] ?? 0)) return false;
  return true;
}

/** Where each period begins in columns that are in order. */
function startsOf(period: Uint16Array, periods: number): Uint32Array {
  const starts = new Uint32Array(periods + 1);
  let at = 0;
  for (let own = 0; own <= periods; own++) {
    while (at < period.length && (period[at] ?? 0) < own) at++;
    starts[own] = at;
  }
  return starts;
}

function permuted(columns: EntryColumns, order: Uint32Array): EntryColumns {
  const made = emptyColumns(columns.size);
  const reversedBy = new Map<number, string>();
  for (let at = 0; at < order.length; at++) {
    const from = order[at] ?? 0;
    made.period[at] = columns.period[from] ?? 0;
    made.subject[at] = columns.subject[from] ?? 0;
    made.indicator[at] = columns.indicator[from] ?? 0;
    made.kind[at] = columns.kind[from] ?? 0;
    made.event[at] = columns.event[from] ?? 0;
    made.quantity[at] = columns.quantity[from] ?? 0;
    made.matter[at] = columns.matter[from] ?? 0;
    made.at[at] = columns.at[from] ?? 0;
    made.marks[at] = columns.marks[from] ?? 0;
    const by = columns.reversedBy.get(from);
    if (by !== undefined) reversedBy.set(at, by);
  }
  const { subjects, indicators, events, matters } = columns;
  const entry = (at: number) => columns.entry(order[at] ?? -1);
  return { ...made, subjects, indicators, events, matters, reversedBy, entry };
}
