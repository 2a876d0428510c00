import { absolute, compare, equals, isZero, ONE } from '../kernel/exact.ts';
import type { TraceNode } from '../rules/trace.ts';
import {
  gainOrLoss,
  operand,
  percent,
  pointsWords,
  signedWords,
  textOperand,
  words,
} from './number-words.ts';

/** 17 家次, 86.4% */
function withUnit(value: string, unit: string): string {
  return unit === '' || unit === '%' ? `${value}${unit}` : `${value} ${unit}`;
}

/** What was measured: 17 家次, 86.4%（216/250）. */
function actualWords(node: TraceNode, unit: string): string {
  const actual = operand(node, 'actual');
  const numerator = operand(node, 'numerator');
  const denominator = operand(node, 'denominator');
  const value = actual === undefined ? '' : withUnit(words(actual), unit);
  return numerator === undefined || denominator === undefined
    ? value
    : `${value}（${words(numerator)}/${words(denominator)}）`;
}

function ratioWords(node: TraceNode, unit: string): string {
  const [target, ratio, ceiling, full] = ['target', 'ratio', 'ceiling', 'full'].map((name) =>
    operand(node, name),
  );
  if (!target || !ratio || !ceiling || !full) return '';
  const capped = compare(ratio, ceiling) > 0 ? `，按 ${percent(ceiling)} 封顶` : '';
  const goal = withUnit(words(target), unit);
  return `完成 ${actualWords(node, unit)}，目标 ${goal}，完成率 ${percent(ratio)}${capped}，×${words(full)}`;
}

/** 3 档 ×0.2 */
function stepsWords(node: TraceNode): string {
  const steps = operand(node, 'steps');
  const points = operand(node, 'unitPoints');
  if (!steps || !points || isZero(steps)) return '';
  return `，${words(steps)} 档 ×${words(absolute(points))}`;
}

function targetWords(node: TraceNode, unit: string): string {
  const target = operand(node, 'target');
  const short = operand(node, 'short');
  const goal = target === undefined ? '' : `，目标 ${withUnit(words(target), unit)}`;
  const head = `完成 ${actualWords(node, unit)}${goal}`;
  if (short === undefined || isZero(short)) return `${head}，已完成`;
  return `${head}，少 ${withUnit(words(short), unit)}${stepsWords(node)}`;
}

function thresholdWords(node: TraceNode, unit: string): string {
  const threshold = operand(node, 'threshold');
  const beyond = operand(node, 'beyond');
  const mean = operand(node, 'mean');
  const deviation = operand(node, 'deviation');
  const average =
    !mean || !deviation ? '' : `，平均 ${withUnit(words(mean), unit)}，偏离 ${words(deviation)}%`;
  const head = `实际 ${actualWords(node, unit)}${average}`;
  const steps = operand(node, 'steps');
  if (!threshold || !beyond || !steps || isZero(steps)) return `${head}，未触及扣加分线`;
  const side = node.facts.side === 'below' ? '低于' : '高于';
  const from = withUnit(words(threshold), mean === undefined ? unit : '%');
  const by = isZero(beyond) ? `正好达到 ${from}` : `${side} ${from} 计 ${words(absolute(beyond))}`;
  return `${head}，${by}${stepsWords(node)}`;
}

function controlWords(node: TraceNode, unit: string): string {
  const target = operand(node, 'target');
  const overrun = operand(node, 'overrun');
  const first = operand(node, 'first');
  const limit = target === undefined ? '' : withUnit(words(target), unit);
  const head = `实际 ${actualWords(node, unit)}，控制数 ${limit}`;
  if (!overrun || isZero(overrun)) return `${head}，未超控制数`;
  const start = first === undefined || isZero(first) ? '' : `，首次超出 ${signedWords(first)} 分`;
  return `${head}，超 ${percent(overrun)}${start}${stepsWords(node)}`;
}

const COMBINED: Readonly<Record<string, string>> = { mean: '平均', sum: '合计', last: '最近一次' };

function importedWords(node: TraceNode): string {
  const weight = operand(node, 'weight');
  const share = weight === undefined || equals(weight, ONE) ? '' : `，×${percent(weight)}`;
  const way = COMBINED[String(node.facts.combine)] ?? '';
  const count = node.facts.count === 1 ? '得分' : ` ${String(node.facts.count)} 个得分，${way}`;
  return `引用${count} ${actualWords(node, '')}${share}`;
}

/** The operands behind a measured step, by the family of its indicator. */
export function measureOperands(node: TraceNode, family: string | undefined): string {
  const unit = textOperand(node, 'unit') ?? '';
  if (node.facts.absent === true && operand(node, 'actual') === undefined) return '没有数据，按满分计';
  switch (family) {
    case 'ratio':
      return ratioWords(node, unit);
    case 'target':
      return targetWords(node, unit);
    case 'thresholdRate':
    case 'relativeToMean':
      return thresholdWords(node, unit);
    case 'controlNumber':
      return controlWords(node, unit);
    case 'imported':
      return importedWords(node);
    case 'tiers':
      return `实际 ${actualWords(node, unit)}，属第 ${String(node.facts.tier)} 档`;
    case 'rankBased': {
      const place = `在 ${String(node.facts.size)} 个对象中列第 ${String(node.facts.place)} 位`;
      return `实际 ${actualWords(node, unit)}，${place}`;
    }
    default: {
      const full = operand(node, 'voteFull');
      const of = full === undefined ? '' : `，单票满分 ${words(full)}`;
      return `测评平均 ${actualWords(node, unit)}（${String(node.facts.votes ?? '')} 票）${of}`;
    }
  }
}

/** Families whose points replace the marks: they say what was reached, not what was lost. */
export function isReached(family: string | undefined, marks: boolean): boolean {
  if (family === 'ratio' || family === 'imported' || family === 'assessment') return true;
  return marks && (family === 'tiers' || family === 'rankBased');
}

/** The line of a measured step. */
export function measureWords(node: TraceNode, family: string | undefined, marks: boolean): string {
  const operands = measureOperands(node, family);
  const reached = operand(node, 'reached');
  if (reached === undefined) return operands;
  return `${operands}，${isReached(family, marks) ? `得 ${pointsWords(reached)}` : gainOrLoss(reached)}`;
}
