import type { entries } from '@mingji/contract';
import type { LogName } from './use-logs.ts';

type Filters = Readonly<Record<string, string | undefined>>;
type Row = entries.EntryView;

const sorts = ['at', '-at', 'points', '-points'] as const;

/** The order of the address as the server takes it; what somebody typed there wrongly is none. */
export function logSort(sort: string): { readonly sort?: (typeof sorts)[number] } {
  const known = sorts.find((each) => each === sort);
  return known ? { sort: known } : {};
}

/** The address's filters as the server takes them: the same link shows a colleague the same question (P12). */
export function logQuery(log: LogName, filters: Filters) {
  const { period, indicator, source, kind, mark, scorer, appealed, text } = filters;
  return {
    ...(log === 'reach' ? {} : { log }),
    ...(period ? { periodId: period } : {}),
    ...(indicator ? { indicatorCode: indicator } : {}),
    ...(source ? { source: source as Row['source']['kind'] } : {}),
    ...(kind ? { kind: kind as Row['kind'] } : {}),
    ...(mark && (log === 'mine' || log === 'unit') ? { mark: mark as 'new' | 'seen' | 'disagreed' } : {}),
    ...(scorer && log !== 'scored' ? { scorerId: scorer } : {}),
    ...(appealed ? { appealed: '1' as const } : {}),
    ...(text ? { text } : {}),
  };
}
