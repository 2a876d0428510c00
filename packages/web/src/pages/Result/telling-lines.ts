import type { results } from '@mingji/contract';

type Line = results.ResultView['lines'][number];

const ZERO = /^-?0(\.0+)?$/;

/**
 * The lines that moved the score, and the steps that lead to them. A month has dozens of indicators in which nothing
 * happened; they stay one click away, because 0 and 不适用 are facts too (§1).
 */
export function tellingLines(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let leadsTo = 0;
  for (const line of [...lines].reverse()) {
    const says = line.entries.length > 0 || (line.value !== null && !ZERO.test(line.value));
    if (says || line.depth < leadsTo) {
      kept.push(line);
      leadsTo = line.depth;
    }
  }
  return kept.reverse();
}
