import { add, type Exact, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { TraceKind, TraceNode } from '../rules/trace.ts';
import { correctionWords } from './correction-words.ts';
import { type EntryNames, entryNames, eventWords } from './event-words.ts';
import { measureWords } from './measure-words.ts';
import { operand, signedWords } from './number-words.ts';
import { indicatorPart, indicatorWords, isSentence, sentenceOf } from './sentence.ts';

/** The steps of a trace, and what follows from the score: the grade (§9), the red line, a bar on commendations. */
export type LineKind = TraceKind | 'grade' | 'gradeStep' | 'redLine' | 'commendationBar';

/** One line of an explanation, structured so that a drawer, a sheet or a terminal can lay it out. */
export interface ExplainedLine {
  readonly depth: number;
  readonly kind: LineKind;
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
      return correctionWords(node, names);
    default:
      return `${correctionWords(node, names)}（${signedWords(node.amount)}）`;
  }
}

/** The value of a node re-added from its leaves: what an explanation may be checked with. */
export function leavesSum(node: TraceNode): Exact {
  if (node.children.length === 0) return node.amount;
  return node.children.map(leavesSum).reduce(add, ZERO);
}

function lineOf(node: TraceNode, depth: number, text: string, sentence: boolean): ExplainedLine {
  return {
    depth,
    kind: node.kind,
    sentence,
    text,
    value: node.state === 'scored' ? toText(node.amount) : null,
    state: node.state,
    entryIds: node.entries,
    ...(node.code === undefined ? {} : { code: node.code }),
    ...(node.clause === undefined ? {} : { clause: node.clause }),
    ...(node.standsIn === undefined ? {} : { standsIn: node.standsIn }),
  };
}

/** The lines of a node and everything below it, in the words of its indicator's family. */
function linesBelow(top: TraceNode, names: EntryNames, tells: (node: TraceNode) => boolean): ExplainedLine[] {
  const lines: ExplainedLine[] = [];
  const visit = (node: TraceNode, depth: number, above: Leaf): void => {
    const leaf =
      node.kind === 'indicator'
        ? { family: node.family, marks: operand(node, 'marks') !== undefined }
        : above;
    lines.push(lineOf(node, depth, textOf(node, leaf, names), tells(node)));
    for (const child of node.children) visit(child, depth + 1, leaf);
  };
  visit(top, 0, { family: undefined, marks: false });
  return lines;
}

/** Renders a trace as Chinese sentences, top down: the same tree, nothing added and nothing left out (X1). */
export function explain(trace: TraceNode): readonly ExplainedLine[] {
  const modules = trace.children.filter((child) => child.kind === 'module').length;
  return linesBelow(trace, entryNames(trace), (node) => isSentence(node, modules));
}

function findIndicator(node: TraceNode, code: string): TraceNode | undefined {
  if (node.kind === 'indicator' && node.code === code) return node;
  for (const child of node.children) {
    const found = findIndicator(child, code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One indicator alone: the piece it is of its item's sentence, and the steps behind it; empty when it is not there. */
export function explainIndicator(trace: TraceNode, code: string): readonly ExplainedLine[] {
  const node = findIndicator(trace, code);
  if (node === undefined) return [];
  const names = entryNames(trace);
  const part = indicatorPart(node, names);
  return linesBelow(node, names, (each) => each === node).map((line) =>
    line.sentence && part !== null ? { ...line, text: part.text } : line,
  );
}

/** The sentences alone, in the same words as the lines (X1: drawer, sheet and terminal cannot differ). */
export function sentencesOf(lines: readonly ExplainedLine[]): readonly string[] {
  return lines.filter((line) => line.sentence).map((line) => line.text);
}
