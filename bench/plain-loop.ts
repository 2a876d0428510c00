import { type BureauYear, MARKS, MONTHS, OFFICERS, SEQUENCES } from './bureau-year.ts';

const ITEMS = MARKS.length;

export interface PlainScores {
  /** Hundredths of a point, and ranks, by month × officer. */
  readonly totals: Int32Array;
  readonly ranks: Int32Array;
}

/**
 * What the answer costs without rules, names, checks and exactness beyond hundredths: sums by officer, month and item,
 * clamped to the item's marks, twelve months of ranks within the sequences.
 */
export function plainLoop({ month, officer, item, points }: BureauYear): PlainScores {
  const sums = new Int32Array(MONTHS * OFFICERS * ITEMS);
  for (let at = 0; at < points.length; at++) {
    const slot = ((month[at] ?? 0) * OFFICERS + (officer[at] ?? 0)) * ITEMS + (item[at] ?? 0);
    sums[slot] = (sums[slot] ?? 0) + (points[at] ?? 0);
  }
  const totals = new Int32Array(MONTHS * OFFICERS);
  for (let cell = 0; cell < totals.length; cell++) {
    let total = 0;
    for (let i = 0; i < ITEMS; i++) {
      const full = (MARKS[i] ?? 0) * 100;
      total += Math.min(Math.max(full + (sums[cell * ITEMS + i] ?? 0), 0), full);
    }
    totals[cell] = total;
  }
  return { totals, ranks: rank(totals) };
}

function rank(totals: Int32Array): Int32Array {
  const ranks = new Int32Array(totals.length);
  for (let m = 0; m < MONTHS; m++) {
    const groups: number[][] = Array.from({ length: SEQUENCES }, () => []);
    for (let officer = 0; officer < OFFICERS; officer++) {
      groups[officer % SEQUENCES]?.push(m * OFFICERS + officer);
    }
    for (const group of groups) {
      group.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
      let place = 0;
      for (let at = 0; at < group.length; at++) {
        const cell = group[at] ?? 0;
        if (at === 0 || totals[cell] !== totals[group[at - 1] ?? 0]) place = at + 1;
        ranks[cell] = place;
      }
    }
  }
  return ranks;
}
