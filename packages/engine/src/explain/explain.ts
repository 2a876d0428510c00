import { type Exact, isZero, ONE, subtract, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { TraceKind, TraceNode } from '../rules/trace.ts';
import { EFFECT_NAMES } from './effect-names.ts';
import { measureWords } from './measure-words.ts';
import { gainOrLoss, operand, percent, signedWords, textOperand, words } from './number-words.ts';

/** One line of an explanation, structured so that a drawer, a sheet or a terminal can lay it out. */
export interface ExplainedLine {
  readonly depth: number;
  readonly kind: TraceKind;
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

export const STATE_WORDS: Readonly<Record<ScoreState, string>> = {
  scored: '已评分',
  notScored: '尚未评分',
  exempt: '免于考核',
  notApplicable: '不适用',
};

const ROUNDING_WORDS: Readonly<Record<string, string>> = {
  halfAwayFromZero: '四舍五入',
  halfEven: '四舍六入五成双',
  floor: '向下取值',
  ceil: '向上取值',
};

/** 3 处瑕疵 × -0.2 */
function eventOperands(node: TraceNode): string {
  const name = textOperand(node, 'event') ?? '';
  const quantity = operand(node, 'quantity') ?? ONE;
  const unit = textOperand(node, 'unit') ?? '次';
  const points = operand(node, 'unitPoints');
  const factor = operand(node, 'factor');
  const times = points === undefined ? '' : ` × ${signedWords(points)} 分`;
  return `${name} ${words(quantity)} ${unit}${times}${factor === undefined ? '' : ` × 系数 ${words(factor)}`}`;
}

function eventWords(node: TraceNode): string {
  const own = operand(node, 'own') ?? node.amount;
  const reason = textOperand(node, 'reason');
  const because = reason === undefined ? '' : `，理由：${reason}`;
  const effect = textOperand(node, 'effect');
  if (effect !== undefined)
    return `${textOperand(node, 'event') ?? ''}：不计分，产生后果“${EFFECT_NAMES[effect] ?? effect}”${because}`;
  const head = node.kind === 'adjustment' ? '调整' : eventOperands(node);
  if (node.standsIn === 'prior')
    return `${head}，同一事项以前周期已计，本期计 ${signedWords(node.amount)} 分${because}`;
  if (node.standsIn !== undefined)
    return `${head}，同一事项已由记录 ${node.standsIn} 计分，本条计 0 分${because}`;
  return `${head}，${gainOrLoss(own)}${because}`;
}

function clampWords(node: TraceNode): string {
  const bound = operand(node, 'bound') ?? ZERO;
  if (node.facts.side === 'high') return `以 ${words(bound)} 分封顶（${signedWords(node.amount)}）`;
  return isZero(bound)
    ? `扣完为止，不计负分（${signedWords(node.amount)}）`
    : `不低于 ${words(bound)} 分（${signedWords(node.amount)}）`;
}

function correctionWords(node: TraceNode): string {
  const change = `（${signedWords(node.amount)}）`;
  switch (node.kind) {
    case 'base':
      return node.facts.notApplicable === true
        ? `不适用，按满分 ${words(node.amount)} 分计`
        : `满分 ${words(node.amount)} 分`;
    case 'cap':
      return `加减分以 ${words(operand(node, 'cap') ?? ZERO)} 分为限${change}`;
    case 'clamp':
      return clampWords(node);
    case 'weight':
      return `按权重 ${percent(operand(node, 'weight') ?? ONE)} 计入${change}`;
    case 'rescale':
      return `不适用的分值由其余 ${words(operand(node, 'applicable') ?? ZERO)} 分按比例分担${change}`;
    case 'emptied':
      return `达到清零条件，${node.facts.scope === 'item' ? '本项目' : '本指标'}不得分${change}`;
    case 'effect':
      return `因“${EFFECT_NAMES[textOperand(node, 'effect') ?? ''] ?? ''}”不得分（依据 ${textOperand(node, 'source') ?? ''}）${change}`;
    default:
      return `${ROUNDING_WORDS[String(node.facts.mode)] ?? '取舍'}到 ${String(node.facts.digits)} 位小数${change}`;
  }
}

/** The change against the marks of a leaf, or the points it added. */
function changeOf(node: TraceNode): Exact {
  const marks = operand(node, 'marks');
  return node.kind === 'indicator' && marks !== undefined ? subtract(node.amount, marks) : node.amount;
}

function summaryOfLeaf(leaf: TraceNode): string | null {
  if (leaf.kind === 'clamp' || leaf.kind === 'emptied' || leaf.kind === 'effect')
    return correctionWords(leaf);
  if (leaf.kind !== 'indicator') return null;
  if (leaf.state !== 'scored') return `${leaf.name ?? ''}${STATE_WORDS[leaf.state]}`;
  const change = changeOf(leaf);
  if (isZero(change)) return null;
  const events = leaf.children.filter((child) => child.kind === 'event' && child.standsIn === undefined);
  const shown = events.slice(0, 6).map(eventOperands);
  const more = events.length > shown.length ? [`等 ${events.length} 条`] : [];
  const inside = shown.length === 0 ? '' : `（${[...shown, ...more].join('，')}）`;
  return `${leaf.name ?? ''}${gainOrLoss(change)}${inside}`;
}

/** 执法质量 20 分:案卷评查扣 2.6 分(瑕疵 3 处 × -0.2 分,不合格卷 1 份 × -2 分),得 17.4 分 */
function containerWords(node: TraceNode): string {
  const marks = operand(node, 'marks');
  const head = `${node.name ?? ''}${marks === undefined ? '' : ` ${words(marks)} 分`}`;
  if (node.state !== 'scored') return `${head}：${STATE_WORDS[node.state]}`;
  if (node.kind === 'total') return `${head}：得 ${words(node.amount)} 分`;
  const parts = (node.kind === 'item' ? node.children.map(summaryOfLeaf) : [summaryOfLeaf(node)]).filter(
    (part) => part !== null,
  );
  const verb = marks === undefined ? '计' : '得';
  if (node.kind === 'indicator') {
    const change = changeOf(node);
    const losing = marks !== undefined && !isZero(change) ? `${gainOrLoss(change)}，` : '';
    return `${head}：${losing}${verb} ${marks === undefined ? signedWords(node.amount) : words(node.amount)} 分`;
  }
  const summary = parts.length === 0 ? (marks === undefined ? '' : '没有扣分，') : `${parts.join('，')}，`;
  return `${head}：${summary}${verb} ${words(node.amount)} 分`;
}

function textOf(node: TraceNode, family: string | undefined): string {
  if (node.kind === 'event' || node.kind === 'adjustment') return eventWords(node);
  if (node.kind === 'measure') return measureWords(node, family);
  const container =
    node.kind === 'total' || node.kind === 'module' || node.kind === 'item' || node.kind === 'indicator';
  return container ? containerWords(node) : correctionWords(node);
}

/** The value of a node re-added from its leaves: what an explanation may be checked with. */
export function leavesSum(node: TraceNode): Exact {
  if (node.children.length === 0) return node.amount;
  return node.children.map(leavesSum).reduce((sum, amount) => subtract(sum, subtract(ZERO, amount)), ZERO);
}

/** Renders a trace as Chinese sentences, top down: the same tree, nothing added and nothing left out (X1). */
export function explain(trace: TraceNode): readonly ExplainedLine[] {
  const lines: ExplainedLine[] = [];
  const visit = (node: TraceNode, depth: number, family: string | undefined): void => {
    const own = node.family ?? family;
    lines.push({
      depth,
      kind: node.kind,
      text: textOf(node, own),
      value: node.state === 'scored' ? toText(node.amount) : null,
      state: node.state,
      entryIds: node.entries,
      ...(node.code === undefined ? {} : { code: node.code }),
      ...(node.clause === undefined ? {} : { clause: node.clause }),
      ...(node.standsIn === undefined ? {} : { standsIn: node.standsIn }),
    });
    for (const child of node.children) visit(child, depth + 1, own);
  };
  visit(trace, 0, undefined);
  return lines;
}
