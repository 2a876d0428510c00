import type { ruleSets } from '@mingji/contract';
import { formatDay } from '../../app/format-time.ts';

type Line = ruleSets.IndicatorLine;

/** The clause in the very version that it stands in. */
export function clausePath({ versionId, clauseId }: Pick<Line, 'versionId' | 'clauseId'>): string {
  return `/rule-sets/${versionId}?tab=clauses&clause=${encodeURIComponent(clauseId)}`;
}

export function spanWords({ effectiveOn, effectiveTo }: Pick<Line, 'effectiveOn' | 'effectiveTo'>): string {
  if (effectiveOn === null) return '';
  const from = `${formatDay(effectiveOn)}起`;
  return effectiveTo === null ? from : `${from}，至${formatDay(effectiveTo)}`;
}
