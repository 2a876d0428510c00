import type { ExplanationLine } from './explanation-lines.tsx';

/** A step with whether its clause is the one of the line it stands under, which has just been read. */
export interface ToldStep {
  readonly line: ExplanationLine;
  readonly sameClause: boolean;
}
/** A sentence of the explanation with the steps behind it. */
export interface ToldSection {
  readonly sentence: ExplanationLine;
  readonly steps: readonly ToldStep[];
}

/** Gathers the lines under the sentence they belong to; what stands before any sentence is one itself (X1). */
export function toldSections(lines: readonly ExplanationLine[]): readonly ToldSection[] {
  const sections: { readonly sentence: ExplanationLine; readonly steps: ToldStep[] }[] = [];
  for (const line of lines) {
    const open = sections.at(-1);
    if (line.sentence || open === undefined) sections.push({ sentence: line, steps: [] });
    else open.steps.push({ line, sameClause: repeats(line, open) });
  }
  return sections;
}

function repeats(line: ExplanationLine, { sentence, steps }: ToldSection): boolean {
  const above = steps.findLast((step) => step.line.depth < line.depth)?.line ?? sentence;
  return line.clauseId !== null && line.clauseId === above.clauseId;
}
