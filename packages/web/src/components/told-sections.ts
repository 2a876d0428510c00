import type { ExplanationLine } from './explanation-lines.tsx';

/** A sentence of the explanation with the steps behind it. */
export interface ToldSection {
  readonly sentence: ExplanationLine;
  readonly steps: readonly ExplanationLine[];
}

/** Gathers the lines under the sentence they belong to; what stands before any sentence is one itself (X1). */
export function toldSections(lines: readonly ExplanationLine[]): readonly ToldSection[] {
  const sections: { readonly sentence: ExplanationLine; readonly steps: ExplanationLine[] }[] = [];
  for (const line of lines) {
    const open = sections.at(-1);
    if (line.sentence || open === undefined) sections.push({ sentence: line, steps: [] });
    else open.steps.push(line);
  }
  return sections;
}
