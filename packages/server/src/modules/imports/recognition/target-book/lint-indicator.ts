import { foldText } from '../cell-text.ts';
import type { IndicatorFlag } from './target-book-values.ts';

const QUOTA = '执法质量考评规定不允许把它作为考核目标,须说明理由并经法制部门签署';

// X6: the quotas that the rules on evaluating law enforcement forbid as targets.
const FORBIDDEN: readonly [RegExp, string][] = [
  [/罚没款?|罚款(任务|数额|金额|指标|数)|没收款/, '罚没款数额'],
  [/行政拘留(人员)?(人?数|任务|指标)|行拘(人?数|任务)/, '行政拘留数'],
  [/(刑事拘留|刑拘)(人员)?(人?数|任务|指标)/, '刑事拘留数'],
  [/发案(数|率|量)/, '发案数'],
  [/退查率/, '退查率'],
  [/破案(数|率|任务)/, '破案率'],
  [/(批捕|逮捕|起诉|有罪判决|不起诉)(人?数|率)/, '批捕率、起诉率'],
  [/(打击|抓获|处理|处罚)(处理)?(人员)?(人?数|任务数)/, '打击处理人数'],
];

/** Reads name and rule of an indicator; an empty list means nothing was found, not that it is lawful. */
export function lintIndicator(name: string | null, rule: string | null): IndicatorFlag[] {
  const text = foldText(`${name ?? ''}\n${rule ?? ''}`);
  return FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, word]) => ({
    word,
    reason: `指标涉及“${word}”:${QUOTA}`,
  }));
}
