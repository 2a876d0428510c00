import { compare, exact, zeroList } from '@mingji/engine';
import type { FigureRow, Figures } from '../figures/figures.ts';

/** Who is below the red line of the method (P16). */
export function belowRedLine(figures: Figures, kind: 'unit' | 'officer'): readonly FigureRow[] {
  const { redLine } = figures;
  if (redLine === null || !redLine.kinds.includes(kind)) return [];
  const line = exact(redLine.below);
  return figures.rows.filter(
    (row) => row.kind === kind && row.score !== null && compare(exact(row.score), line) < 0,
  );
}

/** Who had no accepted work (§12); officers whose presence nobody knows are counted, never listed by name. */
export function withoutWork(
  figures: Figures,
  kind: 'unit' | 'officer',
): { readonly listed: readonly FigureRow[]; readonly unknown: number } {
  const members = figures.rows.filter((row) => row.kind === kind && row.state !== 'exempt');
  const { presentDays } = figures.zeroList ?? { presentDays: null };
  const { listed, unknown } = zeroList(
    presentDays === null ? {} : { presentDays },
    members.map((row) => ({
      subject: row.id,
      kind,
      accepted: row.accepted,
      presentDays: row.presentDays ?? null,
    })),
  );
  const ids = new Set(listed.map(({ subject }) => subject));
  return { listed: members.filter(({ id }) => ids.has(id)), unknown: unknown.length };
}
