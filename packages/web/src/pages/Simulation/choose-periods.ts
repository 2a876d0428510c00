import type { simulations } from '@mingji/contract';

const AT_FIRST = 3;

/** The newest three that were appraised by one version; the list comes newest first. */
export function firstChoice(periods: readonly simulations.TrialPeriod[]): readonly string[] {
  const [newest] = periods;
  return periods
    .filter((period) => period.versionId === newest?.versionId)
    .slice(0, AT_FIRST)
    .map(({ id }) => id);
}

/** The version the chosen periods were appraised by; null while none is chosen. */
export function chosenBase(
  periods: readonly simulations.TrialPeriod[],
  chosen: readonly string[],
): Pick<simulations.TrialPeriod, 'versionId' | 'version'> | null {
  return periods.find(({ id }) => chosen.includes(id)) ?? null;
}
