import type { Problem } from '../recognized.ts';
import type { ExistingOfficer } from './roster-values.ts';

export type IdentifiedRow = {
  row: number;
  name: string | null;
  identity: { policeNo: string | null; idNo: string | null };
  cells: {
    policeNo: { column: string | null; cell: string | null };
    idNo: { column: string | null; cell: string | null };
  };
  problems: Problem[];
};

const LABELS = { policeNo: '警号', idNo: '身份证号' } as const;
const FIELDS = ['policeNo', 'idNo'] as const;

function report(
  row: IdentifiedRow,
  same: readonly (typeof FIELDS)[number][],
  code: string,
  message: string,
): void {
  const [field] = same;
  if (field === undefined) return;
  const at = row.cells[field];
  const value = same.map((each) => row.identity[each]).join('、');
  row.problems.push({
    code,
    severity: 'error',
    field,
    ...at,
    value,
    message: `${at.cell ?? `第 ${row.row} 行`}：${message}`,
  });
}

/** P18: the same 警号 or ID number twice is an error on the later row that names both. */
export function findDuplicates(rows: readonly IdentifiedRow[], existing: readonly ExistingOfficer[]): void {
  const first = { policeNo: new Map<string, IdentifiedRow>(), idNo: new Map<string, IdentifiedRow>() };
  const known = { policeNo: new Map<string, ExistingOfficer>(), idNo: new Map<string, ExistingOfficer>() };
  for (const officer of existing) {
    for (const field of FIELDS) {
      const value = officer[field];
      if (value !== null) known[field].set(value, officer);
    }
  }
  for (const row of rows) {
    const earlier = new Map<IdentifiedRow, (typeof FIELDS)[number][]>();
    const registered = new Map<ExistingOfficer, (typeof FIELDS)[number][]>();
    for (const field of FIELDS) {
      const value = row.identity[field];
      if (value === null) continue;
      const before = first[field].get(value);
      if (before) earlier.set(before, [...(earlier.get(before) ?? []), field]);
      else first[field].set(value, row);
      const officer = known[field].get(value);
      if (officer) registered.set(officer, [...(registered.get(officer) ?? []), field]);
    }
    for (const [before, same] of earlier) {
      const what = same.map((field) => `${LABELS[field]} ${row.identity[field]}`).join('、');
      const who = before.name === null ? '' : `（${before.name}）`;
      const own = row.name === null ? '' : `（${row.name}）`;
      report(
        row,
        same,
        'duplicate-in-file',
        `本行${own}与第 ${before.row} 行${who}的${what}相同：请删去重复的一行或更正号码`,
      );
    }
    for (const [officer, same] of registered) {
      const what = same.map((field) => `${LABELS[field]} ${row.identity[field]}`).join('、');
      const where = officer.unitName === null ? '' : `${officer.unitName} `;
      report(
        row,
        same,
        'already-registered',
        `${what}已登记给${where}${officer.name}：如是同一人，不必重复导入`,
      );
    }
  }
}
