import type { targets } from '@mingji/contract';

type Row = targets.FloorRow;

/** What one looks for on a floor; each is a word of the address and a condition on a row. */
export const floorStates = {
  late: { label: '有逾期', holds: (row: Row) => (row.late ?? 0) > 0 },
  notOpened: { label: '有未查收', holds: (row: Row) => row.opened < row.issued },
  stuck: { label: '有未分解', holds: (row: Row) => row.stuck > 0 },
  nothing: { label: '本期有未填报', holds: (row: Row) => (row.silent ?? Number(row.submitted === 0)) > 0 },
  waiting: { label: '有待审核', holds: (row: Row) => row.waiting > 0 },
  returned: { label: '有退回', holds: (row: Row) => row.returned > 0 },
} as const satisfies Record<string, { readonly label: string; readonly holds: (row: Row) => boolean }>;
export type FloorState = keyof typeof floorStates;

export function floorState(text: string | undefined): FloorState | null {
  return text !== undefined && Object.hasOwn(floorStates, text) ? (text as FloorState) : null;
}

/** The unit's own line is shown only when something lies there. */
export function shownRows(rows: readonly Row[], state: FloorState | null): readonly Row[] {
  return rows.filter(
    (row) => (row.kind !== 'own' || isAnything(row)) && (state === null || floorStates[state].holds(row)),
  );
}

function isAnything(row: Row): boolean {
  return (
    row.issued > 0 ||
    row.submitted > 0 ||
    (row.late ?? 0) > 0 ||
    row.points !== '0' ||
    (row.actual ?? '0') !== '0' ||
    (row.quantity ?? '0') !== '0'
  );
}

/** Whole percent of a bar; nothing of nothing is no bar. */
export function shareOfCount(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}
