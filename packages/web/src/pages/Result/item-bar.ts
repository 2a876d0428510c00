/** Where the bar of an item stands on its track, in per cent. Floats are for pixels only. */
export interface BarPlace {
  readonly left: number;
  readonly width: number;
  readonly minus: boolean;
}
interface Scored {
  readonly marks: string | null;
  readonly score: { readonly state: string; readonly value?: string | null };
}

/**
 * Items with marks fill their own track. Items without (an accumulating rule set) share one scale with a zero line, so
 * that additions and deductions can be compared by eye.
 */
export function itemBars(items: readonly Scored[]): (BarPlace | null)[] {
  const open = items.flatMap((item) => (item.marks === null ? [scoredValue(item) ?? 0] : []));
  const most = Math.max(0, ...open);
  const least = Math.min(0, ...open);
  const span = most - least || 1;
  return items.map((item) => {
    const value = scoredValue(item);
    if (value === null) return null;
    if (item.marks !== null) {
      const full = Number(item.marks) || 1;
      return { left: 0, width: Math.max(0, Math.min(1, value / full)) * 100, minus: false };
    }
    const zero = (-least / span) * 100;
    const width = (Math.abs(value) / span) * 100;
    return { left: value < 0 ? zero - width : zero, width, minus: value < 0 };
  });
}

function scoredValue({ score }: Scored): number | null {
  return score.state === 'scored' && score.value ? Number(score.value) : null;
}
