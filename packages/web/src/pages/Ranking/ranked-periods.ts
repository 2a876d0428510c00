import { periods } from '@mingji/contract';
import { useMemo } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';

export type RankedPeriod = Pick<
  periods.PeriodView,
  'id' | 'label' | 'kind' | 'to' | 'ruleSet' | 'state' | 'own' | 'trial'
> & {
  readonly published: boolean;
};

/** Seventeen years of months; older ones are reached by their address. */
const MOST = 200;

/**
 * The periods that can have a ranking, newest first. Before the notice only the office that closes a period sees its
 * numbers, so only it is offered those.
 */
export function useRankedPeriods() {
  const mayClose = useAbility('period.close');
  const query = useEndpoint(periods.listPeriods, { query: { pageSize: MOST } });
  const list = useMemo(
    () => (query.data ? rankedPeriods(query.data.items, mayClose) : undefined),
    [query.data, mayClose],
  );
  return { periods: list, error: query.error, retry: () => void query.refetch() };
}

export function rankedPeriods(all: readonly periods.PeriodView[], mayClose: boolean): RankedPeriod[] {
  return all
    .filter((one) => one.discardedAt === null)
    .map(({ id, label, kind, to, ruleSet, state, own, trial }) => {
      const published = state === 'inNotice' || state === 'sealed';
      return { id, label, kind, to, ruleSet, state, own, trial, published };
    })
    .filter(
      (one) => one.published || (mayClose && (one.state === 'reviewing' || one.state === 'submissionClosed')),
    )
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : a.ruleSet.name < b.ruleSet.name ? -1 : 1));
}

/** The one asked for; else the newest published of the methods one works under oneself, for this kind of subject. */
export function chosenPeriod(
  list: readonly RankedPeriod[],
  wanted: string | undefined,
  kind: 'unit' | 'officer' | null,
): RankedPeriod | null {
  const fits = ({ ruleSet }: RankedPeriod) => kind === null || ruleSet.appraises.includes(kind);
  // A trial is looked at when it is asked for, never by itself (P20).
  const published = list.filter((one) => one.published && !one.trial && fits(one));
  // An operation that ended yesterday does not stand before the month.
  const regular = published.filter((one) => one.kind !== 'special');
  return (
    list.find((one) => one.id === wanted) ??
    regular.find((one) => one.own) ??
    published.find((one) => one.own) ??
    regular[0] ??
    published[0] ??
    list[0] ??
    null
  );
}
