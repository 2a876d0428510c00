import { add, type Exact, isZero, negate, sign, subtract, ZERO } from '../kernel/exact.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { TraceNode } from '../rules/trace.ts';
import { correctionWords } from './correction-words.ts';
import { type EntryNames, eventGroups } from './event-words.ts';
import { isReached, measureOperands } from './measure-words.ts';
import { gainOrLoss, operand, pointsWords, signedWords } from './number-words.ts';

export const STATE_WORDS: Readonly<Record<ScoreState, string>> = {
  scored: '已评分',
  notScored: '尚未评分',
  exempt: '免于考核',
  notApplicable: '不适用',
};

/** More different events than this are counted, not listed: the steps below the sentence list them all. */
const MOST_GROUPS = 6;

/** A piece of a sentence and what it changed; the pieces of a sentence re-add to its number (X1). */
export interface SentencePart {
  readonly text: string;
  readonly amount: Exact;
}

function withChange(node: TraceNode, names: EntryNames): SentencePart {
  return { text: `${correctionWords(node, names)}（${signedWords(node.amount)}）`, amount: node.amount };
}

/** The change against the marks of a leaf, or the points it added. */
export function changeOf(node: TraceNode): Exact {
  const marks = operand(node, 'marks');
  return marks === undefined ? node.amount : subtract(node.amount, marks);
}

/** What led to the change, for the brackets after it. */
function reasonsOf(node: TraceNode, change: Exact, names: EntryNames): string[] {
  const events = node.children.filter((child) => child.kind === 'event');
  const groups = eventGroups(events, sign(change), names);
  const shown = groups.slice(0, MOST_GROUPS);
  if (groups.length > shown.length) shown.push(`等 ${events.length} 条`);
  for (const child of node.children) {
    if (child.kind === 'measure') shown.push(measureOperands(child, node.family));
    else if (child.kind === 'adjustment') shown.push(`调整${gainOrLoss(child.amount)}`);
    else if (child.kind !== 'event' && child.kind !== 'base') shown.push(correctionWords(child, names));
  }
  return shown;
}

/** A list whose members have commas of their own is told apart by semicolons. */
function joined(pieces: readonly string[]): string {
  return pieces.join(pieces.some((piece) => piece.includes('，')) ? '；' : '，');
}

/** 案卷评查扣 2.6 分（3 处瑕疵 ×0.2，1 份不合格卷 ×2）; null when nothing happened. */
export function indicatorPart(node: TraceNode, names: EntryNames): SentencePart | null {
  const marks = operand(node, 'marks');
  const name = node.name ?? '';
  if (node.state !== 'scored') {
    const amount = marks === undefined ? ZERO : negate(marks);
    return { text: `${name}${STATE_WORDS[node.state]}`, amount };
  }
  const change = changeOf(node);
  const happened = node.children.some((child) => child.kind === 'event' || child.kind === 'adjustment');
  if (isZero(change) && !happened) return null;
  const of = marks === undefined ? '' : ` ${pointsWords(marks)}`;
  const lost = node.family === 'effectOnly' ? '不计分' : gainOrLoss(change);
  const reached = isReached(node.family, marks !== undefined);
  const points = reached ? `${of}得 ${pointsWords(node.amount)}` : lost;
  return { text: `${name}${points}（${joined(reasonsOf(node, change, names))}）`, amount: change };
}

function partOf(node: TraceNode, names: EntryNames): SentencePart | null {
  if (node.kind === 'indicator') return indicatorPart(node, names);
  if (node.kind !== 'item' && node.kind !== 'module') {
    if (node.kind !== 'base') return withChange(node, names);
    // The rest of the marks that no leaf claims stands in the head of the sentence.
    return node.facts.notApplicable === true
      ? { text: correctionWords(node, names), amount: node.amount }
      : null;
  }
  const points = node.state === 'scored' ? ` ${pointsWords(node.amount)}` : STATE_WORDS[node.state];
  return { text: `${node.name ?? ''}${points}`, amount: node.amount };
}

const isContainer = (node: TraceNode) => node.kind === 'item' || node.kind === 'module';

/** The only module of a rule set that does nothing of its own is no step of a sentence. */
function withoutLoneModule(total: TraceNode): readonly TraceNode[] {
  const [first, ...rest] = total.children;
  if (first?.kind !== 'module' || rest.some((child) => child.kind === 'module')) return total.children;
  return first.children.every(isContainer) ? [...first.children, ...rest] : total.children;
}

/** The pieces of the sentence of an item, a module or the total. */
export function sentenceParts(node: TraceNode, names: EntryNames): readonly SentencePart[] {
  const children = node.kind === 'total' ? withoutLoneModule(node) : node.children;
  return children.map((child) => partOf(child, names)).filter((part) => part !== null);
}

/** What the pieces start from: the marks of an item; modules and totals start from nothing. */
export function startOf(node: TraceNode): Exact {
  return (node.kind === 'item' ? operand(node, 'marks') : undefined) ?? ZERO;
}

/** The number re-added from the pieces of its sentence. */
export function partsSum(node: TraceNode, names: EntryNames): Exact {
  return sentenceParts(node, names).reduce((sum, part) => add(sum, part.amount), startOf(node));
}

/** 执法质量 20 分：案卷评查扣 2.6 分（3 处瑕疵 ×0.2，1 份不合格卷 ×2），得 17.4 分 */
export function sentenceOf(node: TraceNode, names: EntryNames): string {
  const marks = operand(node, 'marks');
  const head = `${node.name ?? ''}${marks === undefined ? '' : ` ${pointsWords(marks)}`}`;
  if (node.state !== 'scored') return `${head}：${STATE_WORDS[node.state]}`;
  const parts = sentenceParts(node, names).map((part) => part.text);
  const quiet = node.kind === 'item' && marks !== undefined ? '没有扣分' : '没有记分';
  const told = parts.length === 0 ? quiet : parts.join('，');
  const verb = node.kind === 'item' && marks === undefined ? '计' : '得';
  return `${head}：${told}，${verb} ${pointsWords(node.amount)}`;
}

/** The short line of an indicator; its steps stand below it. */
export function indicatorWords(node: TraceNode): string {
  const marks = operand(node, 'marks');
  const head = `${node.name ?? ''}${marks === undefined ? '' : ` ${pointsWords(marks)}`}`;
  if (node.state !== 'scored') return `${head}：${STATE_WORDS[node.state]}`;
  if (marks === undefined) return `${head}：计 ${signedWords(node.amount)} 分`;
  const change = changeOf(node);
  return `${head}：${isZero(change) ? '' : `${gainOrLoss(change)}，`}得 ${pointsWords(node.amount)}`;
}

/**
 * Which nodes are told as sentences: the total, every item, and a module that weighs, bounds or stands beside others.
 * The others are the steps behind a sentence.
 */
export function isSentence(node: TraceNode, modules: number): boolean {
  if (node.kind === 'module') return modules > 1 || !node.children.every(isContainer);
  return node.kind === 'total' || node.kind === 'item';
}
