import { decimal, type OutputValue, text } from './write-workbook.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;
const stateWords = { notScored: '未评分', exempt: '免予考核', notApplicable: '不适用' } as const;

/** The four states of a score are told apart on paper too (§1). */
export interface ScoreInSheet {
  readonly state: 'scored' | keyof typeof stateWords;
  readonly value: string | null;
}

export function countCell(count: number): OutputValue {
  return decimal(String(count));
}

/** A fraction that has no end stays text: 4/3. */
export function pointsCell(value: string | null): OutputValue {
  if (value === null) return null;
  return DECIMAL.test(value) ? decimal(value) : text(value);
}

export function rankCell(rank: number | null): OutputValue {
  return rank === null ? text('—') : countCell(rank);
}

/** What the viewer may not see stays blank; what has no score says why. */
export function scoreCell(score: ScoreInSheet | null | undefined): OutputValue {
  if (!score) return null;
  return score.state === 'scored' ? pointsCell(score.value) : text(stateWords[score.state]);
}

export function scoreText({ state, value }: ScoreInSheet): string {
  return state === 'scored' ? (value ?? '') : stateWords[state];
}
