import type { results } from '@mingji/contract';

/**
 * The period 我的考核 opens with unless another is asked for: of those that run the one that ends next, the regular
 * ones before a special operation, and a past month open for back entry never for the current one; else the newest.
 * `periods` come newest first.
 */
export function ownPeriod(
  periods: readonly results.OwnPeriod[],
  wanted: string | undefined,
  today: string,
): results.OwnPeriod | undefined {
  const running = periods
    .filter(({ state, to }) => state === 'open' && to >= today)
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const regular = ({ kind }: results.OwnPeriod) => kind !== 'special';
  return (
    periods.find(({ id }) => id === wanted) ??
    running.find(regular) ??
    running[0] ??
    periods.find(regular) ??
    periods[0]
  );
}
