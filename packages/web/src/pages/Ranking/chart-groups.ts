import type { results } from '@mingji/contract';

type Row = Pick<results.RankingRow, 'sequenceName' | 'groupCode' | 'rankOf'>;
export interface ChartGroup<R> {
  /** The sequence and group whose ranks these are; empty where all rows are of one. */
  readonly name: string;
  readonly rows: readonly R[];
}

/** Ranks count within a sequence and group: bars of two are two pictures, and no mean lies across both. */
export function chartGroups<R extends Row>(rows: readonly R[]): readonly ChartGroup<R>[] {
  const groups: { key: string; name: string; rows: R[] }[] = [];
  for (const row of rows) {
    const key = `${row.sequenceName ?? ''} ${row.groupCode ?? ''}`;
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(row);
    else groups.push({ key, name: nameOf(row), rows: [row] });
  }
  // Sorted by something else the sequences alternate: then one picture in that order says more.
  const mixed = new Set(groups.map(({ key }) => key)).size < groups.length;
  return mixed || groups.length < 2 ? [{ name: '', rows }] : groups;
}

function nameOf({ sequenceName, groupCode, rankOf }: Row): string {
  const group = groupCode === null ? '' : ` ${groupCode} 组`;
  return `${sequenceName ?? '未编入序列'}${group}${rankOf === null ? '' : `（共 ${rankOf} 名）`}`;
}
