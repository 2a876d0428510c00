import type { results } from '@mingji/contract';

/**
 * The period 我的考核 opens with unless another is asked for: the open one that ends next, of the regular ones before
 * a special operation; else the newest. `periods` come newest first.
 */
export function ownPeriod(
  periods: readonly results.OwnPeriod[],
  wanted: string | undefined,
): results.OwnPeriod | undefined {
  const open = periods.filter(({ state }) => state === 'open').reverse();
  return (
    periods.find(({ id }) => id === wanted) ??
    open.find(({ kind }) => kind !== 'special') ??
    open[0] ??
    periods.find(({ kind }) => kind !== 'special') ??
    periods[0]
  );
}
