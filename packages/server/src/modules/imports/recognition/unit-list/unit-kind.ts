import { foldText } from '../cell-text.ts';
import type { UnitKind } from './unit-values.ts';

// The first that fits decides: 刑侦支队一大队 ends as a brigade, 看守所 is custody before 所 is a station.
const BY_NAME: readonly [RegExp, UnitKind][] = [
  [/(看守所|拘留所|戒毒所|收教所|康复所|监管中心|监管场所|强制隔离戒毒所)$/, 'custody'],
  [/(考核办(公室)?|考核委(员会)?|绩效办(公室)?|考评办)$/, 'office'],
  [/(派出所|边防所|水上所|所)$/, 'station'],
  [/(中队|警务区|警务站|警组|班组)$/, 'squad'],
  [/大队$/, 'brigade'],
  [/支队$/, 'detachment'],
  [/(县|区|市|旗)公安局$|分局$/, 'county'],
  [/(室|处|科|中心|部|委|办|队|站|政工|股)$/, 'department'],
];

const BY_WORD: readonly [RegExp, UnitKind][] = [
  [/监管/, 'custody'],
  [/考核/, 'office'],
  [/派出所|派出机构/, 'station'],
  [/县局|分局|县\(分\)局|县级/, 'county'],
  [/支队/, 'detachment'],
  [/大队/, 'brigade'],
  [/中队|警务区/, 'squad'],
  [/机关|科室|内设|综合|部门/, 'department'],
  [/市局|公安局/, 'bureau'],
];

/** The kind that a written 类别 names; 实战 and the like say nothing about it, then the unit's name decides. */
export function unitKindOf(written: string | null, name: string): UnitKind | null {
  const folded = foldText(written ?? '');
  const byWord = BY_WORD.find(([pattern]) => pattern.test(folded))?.[1];
  if (byWord !== undefined) return byWord;
  return BY_NAME.find(([pattern]) => pattern.test(foldText(name)))?.[1] ?? null;
}
