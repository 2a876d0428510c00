import { type Activation, takesPartFrom, takesPartOn } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { loadActivations } from './queries/activations.ts';

interface Place {
  readonly name: string;
  readonly path: string;
}

/** Why a unit is not appraised on the day, in words for whoever asks; null: it takes part (P20). */
export function pilotRefusal(activations: readonly Activation[], unit: Place, day: string): string | null {
  if (takesPartOn(activations, unit.path, day)) return null;
  const from = takesPartFrom(activations, unit.path, day);
  return from === null
    ? `“${unit.name}”不在试点范围内，暂不考核。如需参加，请考核办在“试点”中启用。`
    : `“${unit.name}”自 ${from} 起试点，此前的周期不考核。`;
}

/** Refuses work for a unit that does not take part on the day: a period's last day, as its roster is taken (§7). */
export async function requireTakingPart(
  reader: Reader,
  bureauId: string,
  unit: Place,
  day: string,
): Promise<void> {
  const refusal = pilotRefusal(await loadActivations(reader, bureauId), unit, day);
  if (refusal !== null) throw new Refusal('refused', refusal);
}
