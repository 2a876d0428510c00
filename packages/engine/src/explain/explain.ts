import { add, type Exact, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { TraceKind, TraceNode } from '../rules/trace.ts';
import { correctionWords } from './correction-words.ts';
import { type EntryNames, entryNames, eventWords } from './event-words.ts';
import { measureWords } from './measure-words.ts';
import { operand, signedWords } from './number-words.ts';
import { indicatorWords, isSentence, sentenceOf } from './sentence.ts';

/** One line of an explanation, structured so that a drawer, a sheet or a terminal can lay it out. */
export interface ExplainedLine {
  readonly depth: number;
  readonly kind: TraceKind;
  /** True for the few lines that tell the result; the others are the steps behind the one above them. */
  readonly sentence: boolean;
  /** Chinese, a whole sentence without a full stop. */
  readonly text: string;
  /** What this line contributes to the line above it; null when not scored, exempt or not applicable. */
  readonly value: string | null;
  readonly state: ScoreState;
  readonly entryIds: readonly string[];
  readonly code?: string;
  readonly clause?: string;
  readonly standsIn?: string;
}

/** The indicator a step belongs to decides its words. */
interface Leaf {
  readonly family: string | undefined;
  readonly marks: boolean;
}

function textOf(node: TraceNode, leaf: Leaf, names: EntryNames): string {
  switch (node.kind) {
    case 'event':
    case 'adjustment':
      return eventWords(node, names);
    case 'measure':
      return measureWords(node, leaf.family, leaf.marks);
    case 'total':
    case 'module':
    case 'item':
      return sentenceOf(node, names);
    case 'indicator':
      return indicatorWords(node);
    case 'base':
      return correctionWords(node);
    default:
      return `${correctionWords(node)}（${signedWords(node.amount)}）`;
  }
}

/** The value of a node re-added from its leaves: what an explanation may be checked with. */
export function leavesSum(node: TraceNode): Exact {
  if (node.children.length === 0) return node.amount;
  return node.children.map(leavesSum).reduce(add, ZERO);
}

/** Renders a trace as Chinese sentences, top down: the same tree, nothing added and nothing left out (X1). */
export function explain(trace: TraceNode): readonly ExplainedLine[] {
  const lines: ExplainedLine[] = [];
  const names = entryNames(trace);
  const modules = trace.children.filter((child) => child.kind === 'module').length;
  const visit = (node: TraceNode, depth: number, above: Leaf): void => {
    const leaf =
      node.kind === 'indicator'
        ? { family: node.family, marks: operand(node, 'marks') !== undefined }
        : above;
    lines.push({
      depth,
      kind: node.kind,
      sentence: isSentence(node, modules),
      text: textOf(node, leaf, names),
      value: node.state === 'scored' ? toText(node.amount) : null,
      state: node.state,
      entryIds: node.entries,
      ...(node.code === undefined ? {} : { code: node.code }),
      ...(node.clause === undefined ? {} : { clause: node.clause }),
      ...(node.standsIn === undefined ? {} : { standsIn: node.standsIn }),
    });
    for (const child of node.children) visit(child, depth + 1, leaf);
  };
  visit(trace, 0, { family: undefined, marks: false });
  return lines;
}

/** The sentences alone, in the same words as the lines (X1: drawer, sheet and terminal cannot differ). */
export function sentencesOf(lines: readonly ExplainedLine[]): readonly string[] {
  return lines.filter((line) => line.sentence).map((line) => line.text);
}
