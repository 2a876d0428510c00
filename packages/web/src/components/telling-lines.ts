import type { results } from '@mingji/contract';

type Line = results.ResultView['lines'][number];

const ZERO = /^-?0(\.0+)?$/;

/**
 * The total and the grade, the lines that moved the score, the steps that lead to them, and the arithmetic over entries even where it comes to
 * nothing against the full marks. A month has dozens of indicators in which nothing happened; they stay one click
 * away, because 0 and 不适用 are facts too (§1).
 */
export function tellingLines(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let leadsTo = 0;
  for (const [index, line] of [...lines.entries()].reverse()) {
    const moved = line.value !== null && !ZERO.test(line.value);
    const says = moved || line.depth === 0 || line.entries.length > 0 || isOverEntries(lines, index);
    if (says || line.depth < leadsTo) {
      kept.push(line);
      leadsTo = line.depth;
    }
  }
  return kept.reverse();
}

/** Whether the line right above it in the tree holds entries: then this one says how they were counted. */
function isOverEntries(lines: readonly Line[], index: number): boolean {
  const depth = lines[index]?.depth ?? 0;
  const above = lines.slice(0, index).findLast((line) => line.depth < depth);
  return above !== undefined && above.entries.length > 0;
}
