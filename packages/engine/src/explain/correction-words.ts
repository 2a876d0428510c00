import { isZero, ONE, ZERO } from '../kernel/exact.ts';
import type { TraceNode } from '../rules/trace.ts';
import { EFFECT_NAMES } from './effect-names.ts';
import type { EntryNames } from './event-words.ts';
import { operand, percent, pointsWords, textOperand, words } from './number-words.ts';

const ROUNDING_WORDS: Readonly<Record<string, string>> = {
  halfAwayFromZero: '四舍五入',
  halfEven: '四舍六入五成双',
  floor: '向下取值',
  ceil: '向上取值',
};

/** §4: what happens at a bound; at 0 the paper rules say 扣完为止. */
function clampWords(node: TraceNode): string {
  const bound = operand(node, 'bound') ?? ZERO;
  if (node.facts.side === 'high') return `以 ${pointsWords(bound)}封顶`;
  return isZero(bound) ? '扣完为止，不计负分' : `不低于 ${pointsWords(bound)}`;
}

/** A step that is no event and no measure: marks, cap, bound, weight, rescaling, effect, rounding. */
export function correctionWords(node: TraceNode, names: EntryNames): string {
  switch (node.kind) {
    case 'base':
      return node.facts.notApplicable === true
        ? `按满分 ${pointsWords(node.amount)}计`
        : `满分 ${pointsWords(node.amount)}`;
    case 'cap':
      return `加减分以 ${pointsWords(operand(node, 'cap') ?? ZERO)}为限`;
    case 'clamp':
      return clampWords(node);
    case 'weight':
      return `按权重 ${percent(operand(node, 'weight') ?? ONE)} 计入`;
    case 'rescale':
      return `不适用的分值由其余 ${pointsWords(operand(node, 'applicable') ?? ZERO)}按比例分担`;
    case 'coefficient':
      return `乘以系数 ${words(operand(node, 'factor') ?? ONE)}（${textOperand(node, 'identity') ?? ''}）`;
    case 'emptied':
      return `达到清零条件，${node.facts.scope === 'item' ? '本项目' : '本指标'}不得分`;
    case 'effect': {
      const effect = textOperand(node, 'effect') ?? '';
      const source = textOperand(node, 'source') ?? '';
      return `因“${EFFECT_NAMES[effect] ?? effect}”不得分（依据 ${names.get(source) ?? source}）`;
    }
    default:
      return `${ROUNDING_WORDS[String(node.facts.mode)] ?? '取舍'}到 ${String(node.facts.digits)} 位小数`;
  }
}
