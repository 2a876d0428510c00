import { divide, type Exact, exact, fromInteger, sumOf, toFixedText, toText } from '@mingji/engine';
import type { FigureRow, FigureSequence, Figures } from '../figures/figures.ts';

/** The sequences a block is about: the one named by code or name, else all of that kind of subject. */
export function sequencesFor(
  figures: Figures,
  kind: 'unit' | 'officer',
  wanted: string | null,
): readonly FigureSequence[] {
  return figures.sequences.filter(
    (each) => each.kind === kind && (wanted === null || each.code === wanted || each.name === wanted),
  );
}

/** The subjects of one sequence in the order of their ranks; who has none, or none that is told, stands at the end. */
export function rowsOf(figures: Figures, sequence: FigureSequence): readonly FigureRow[] {
  return figures.rows
    .filter((row) => row.kind === sequence.kind && row.sequence === sequence.code)
    .sort((a, b) => (toldRank(a) ?? Number.MAX_SAFE_INTEGER) - (toldRank(b) ?? Number.MAX_SAFE_INTEGER));
}

/** Null also while an appeal is open and the method suspends the rank (§13). */
export function toldRank({ rank, suspended }: FigureRow): number | null {
  return suspended ? null : rank;
}

export function scoresOf(rows: readonly FigureRow[]): readonly Exact[] {
  return rows.flatMap(({ score }) => (score === null ? [] : [exact(score)]));
}

export function mean(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : divide(sumOf(values), fromInteger(values.length));
}

export function printed(figures: Figures, value: Exact): string {
  const text = toText(value);
  if (figures.digits !== null)
    return toFixedText(value, { digits: figures.digits, mode: 'halfAwayFromZero' });
  return text.includes('/') ? toFixedText(value, { digits: 6, mode: 'halfAwayFromZero' }) : text;
}

/** Places won since the period before: 3 up, −2 down; null when there is nothing to compare. */
export function placesWon(row: FigureRow): number | null {
  const rank = toldRank(row);
  const { previousRank } = row;
  return rank === null || previousRank === null ? null : previousRank - rank;
}

export function movementText(row: FigureRow): string {
  const won = placesWon(row);
  if (won === null) return '—';
  if (won === 0) return '持平';
  return won > 0 ? `↑${won}` : `↓${-won}`;
}

const stateWords = { scored: '', notScored: '未评分', exempt: '免予考核', notApplicable: '不适用' } as const;
/** What a score cell says: the four states are four different things (§1). */
export function scoreText({ state, score }: Pick<FigureRow, 'state' | 'score'>): string {
  return score ?? stateWords[state];
}
