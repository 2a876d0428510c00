import { pilotReaches } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { loadActivations } from '../organization/index.ts';

/** Why a unit gets no target of the year, or null: the pilot reaches neither it nor anything below it (P20). */
export async function pilotRefusals(
  reader: Reader,
  bureauId: string,
  year: number,
): Promise<(unit: { readonly name: string; readonly path: string }) => string | null> {
  const activations = await loadActivations(reader, bureauId);
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  return ({ name, path }) =>
    pilotReaches(activations, path, days)
      ? null
      : `“${name}”及其下级 ${year} 年都不在试点范围内，不能下达目标。请先在“试点”中启用。`;
}
