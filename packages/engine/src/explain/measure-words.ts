import { absolute, isZero } from '../kernel/exact.ts';
import type { TraceNode } from '../rules/trace.ts';
import { gainOrLoss, operand, percent, signedWords, textOperand, words } from './number-words.ts';

/** What was measured: 完成 17,目标 20. */
function actualWords(node: TraceNode, unit: string): string {
  const actual = operand(node, 'actual');
  const numerator = operand(node, 'numerator');
  const denominator = operand(node, 'denominator');
  const value = actual === undefined ? '' : `${words(actual)}${unit}`;
  return numerator === undefined || denominator === undefined
    ? value
    : `${value}（${words(numerator)}/${words(denominator)}）`;
}

function ratioWords(node: TraceNode, unit: string): string {
  const [target, ratio, ceiling, full, reached] = ['target', 'ratio', 'ceiling', 'full', 'reached'].map(
    (name) => operand(node, name),
  );
  if (!target || !ratio || !ceiling || !full || !reached) return '';
  const over = percent(ratio) === percent(ceiling) ? '' : `，按 ${percent(ceiling)} 封顶`;
  const capped = ratio.n !== 0 && isBeyond(node) ? over : '';
  return `完成 ${actualWords(node, unit)}，目标 ${words(target)}${unit}，完成率 ${percent(ratio)}${capped}，× ${words(full)} 分，得 ${words(reached)} 分`;
}

function isBeyond(node: TraceNode): boolean {
  const ratio = operand(node, 'ratio');
  const ceiling = operand(node, 'ceiling');
  if (!ratio || !ceiling) return false;
  return BigInt(ratio.n) * BigInt(ceiling.d) > BigInt(ceiling.n) * BigInt(ratio.d);
}

function stepsWords(node: TraceNode): string {
  const steps = operand(node, 'steps');
  const unitPoints = operand(node, 'unitPoints');
  if (!steps || !unitPoints || isZero(steps)) return gainOrLoss(node.amount);
  return `${words(steps)} 个单位 × ${signedWords(unitPoints)} 分，${gainOrLoss(node.amount)}`;
}

function targetWords(node: TraceNode, unit: string): string {
  const target = operand(node, 'target');
  const short = operand(node, 'short');
  const goal = target === undefined ? '' : `，目标 ${words(target)}${unit}`;
  const head = `完成 ${actualWords(node, unit)}${goal}`;
  if (short === undefined || isZero(short)) return `${head}，已完成，${gainOrLoss(node.amount)}`;
  return `${head}，少 ${words(short)}${unit}，${stepsWords(node)}`;
}

function thresholdWords(node: TraceNode, unit: string): string {
  const threshold = operand(node, 'threshold');
  const beyond = operand(node, 'beyond');
  const value = operand(node, 'deviation') ?? operand(node, 'actual');
  const mean = operand(node, 'mean');
  const head =
    mean === undefined
      ? `实际 ${actualWords(node, unit)}`
      : `实际 ${actualWords(node, unit)}，平均 ${words(mean)}${unit}`;
  if (!threshold || !beyond || !value || isZero(node.amount))
    return `${head}，未触及扣加分线，${gainOrLoss(node.amount)}`;
  const side = node.facts.side === 'below' ? '低于' : '高于';
  return `${head}，${side} ${words(threshold)}${mean === undefined ? unit : '%'} 计 ${words(absolute(beyond))}，${stepsWords(node)}`;
}

function controlWords(node: TraceNode, unit: string): string {
  const target = operand(node, 'target');
  const overrun = operand(node, 'overrun');
  const first = operand(node, 'first');
  const head = `实际 ${actualWords(node, unit)}，控制数 ${target === undefined ? '' : words(target)}${unit}`;
  if (!overrun || isZero(overrun)) return `${head}，未超控制数，不扣分`;
  const start = first === undefined || isZero(first) ? '' : `，首次超出 ${signedWords(first)} 分`;
  return `${head}，超 ${percent(overrun)}${start}，${stepsWords(node)}`;
}

function importedWords(node: TraceNode): string {
  const weight = operand(node, 'weight');
  const reached = operand(node, 'reached');
  const ways: Readonly<Record<string, string>> = { mean: '平均', sum: '合计', last: '最近一次' };
  const way = ways[String(node.facts.combine)] ?? '';
  return `引用 ${String(node.facts.count)} 个得分，${way} ${actualWords(node, '')}${weight === undefined ? '' : `，权重 ${percent(weight)}`}，得 ${reached === undefined ? '' : words(reached)} 分`;
}

/** The sentence of a measured step, by the family of its indicator. */
export function measureWords(node: TraceNode, family: string | undefined): string {
  const unit = textOperand(node, 'unit') ?? '';
  if (node.facts.absent === true && operand(node, 'actual') === undefined) return '没有数据，按满分计';
  if (family === 'ratio') return ratioWords(node, unit);
  if (family === 'target') return targetWords(node, unit);
  if (family === 'thresholdRate' || family === 'relativeToMean') return thresholdWords(node, unit);
  if (family === 'controlNumber') return controlWords(node, unit);
  if (family === 'imported') return importedWords(node);
  const reached = operand(node, 'reached');
  const points = reached === undefined ? gainOrLoss(node.amount) : `得 ${words(reached)} 分`;
  if (family === 'tiers')
    return `实际 ${actualWords(node, unit)}，属第 ${String(node.facts.tier)} 档，${points}`;
  if (family === 'rankBased') {
    return `实际 ${actualWords(node, unit)}，在 ${String(node.facts.size)} 个对象中列第 ${String(node.facts.place)} 位，${points}`;
  }
  return `测评平均 ${actualWords(node, unit)}（${String(node.facts.votes ?? '')} 票），${points}`;
}
