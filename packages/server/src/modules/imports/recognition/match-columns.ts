import type { Cell } from '../../../spreadsheet/workbook.ts';
import { isBlank } from './cell-text.ts';
import type { FieldSpec } from './field-spec.ts';
import type { Heading } from './header-block.ts';
import { headingScore } from './header-block.ts';

export type ColumnGuess = { field: string | null; confidence: number; reasons: string[] };

const SAMPLE = 200;

type Candidate = { column: number; spec: FieldSpec; score: number; name: number; content: number | null };

function sampleOf(cells: readonly Cell[]): Cell[] {
  const sample: Cell[] = [];
  for (const cell of cells) {
    if (!isBlank(cell)) sample.push(cell);
    if (sample.length === SAMPLE) break;
  }
  return sample;
}

/** Share of the filled cells that look like the field; null when there is nothing to judge by. */
function contentScore(spec: FieldSpec, cells: readonly Cell[]): number | null {
  if (!spec.looksLike) return null;
  if (cells.length === 0) return null;
  return cells.filter(spec.looksLike).length / cells.length;
}

function candidate(heading: Heading, cells: readonly Cell[], spec: FieldSpec): Candidate | null {
  const whole = heading.path.join('');
  const name = Math.max(headingScore(spec, heading.leaf), headingScore(spec, whole) * 0.9);
  const content = contentScore(spec, cells);
  if (name > 0.5) {
    // A right heading over wrong contents is still the heading's column, but with little confidence.
    const score = content === null ? name * 0.85 : name * (0.6 + 0.4 * content);
    return { column: heading.column, spec, score, name, content };
  }
  if (spec.distinctive && content !== null && content >= 0.8) {
    return { column: heading.column, spec, score: 0.55 * content, name, content };
  }
  return null;
}

function reasonsFor({ spec, name, content }: Candidate, heading: Heading): string[] {
  const reasons: string[] = [];
  if (name === 1) reasons.push(`列名“${heading.leaf}”就是“${spec.label}”的叫法`);
  else if (name > 0.5) reasons.push(`列名“${heading.leaf}”含有“${spec.label}”的叫法`);
  if (content !== null) {
    const percent = Math.round(content * 100);
    reasons.push(`${percent}% 的内容像“${spec.label}”`);
  }
  return reasons;
}

/** Each field takes its best column and each column its best field, strongest evidence first. */
export function matchColumns(
  headings: readonly Heading[],
  cellsOf: (column: number) => readonly Cell[],
  fields: readonly FieldSpec[],
): Map<number, ColumnGuess> {
  const candidates = headings
    .flatMap((heading) => {
      const cells = sampleOf(cellsOf(heading.column));
      return fields.map((spec) => candidate(heading, cells, spec));
    })
    .filter((found): found is Candidate => found !== null)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const guesses = new Map<number, ColumnGuess>();
  const takenFields = new Set<string>();
  for (const found of candidates) {
    if (guesses.has(found.column) || takenFields.has(found.spec.field)) continue;
    const heading = headings.find(({ column }) => column === found.column);
    if (!heading) continue;
    takenFields.add(found.spec.field);
    const confidence = Math.round(found.score * 100) / 100;
    guesses.set(found.column, { field: found.spec.field, confidence, reasons: reasonsFor(found, heading) });
  }
  return guesses;
}
