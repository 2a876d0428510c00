import type { RuleSet } from '@mingji/engine';
import type { BookedFact } from './booked-fact.ts';
import type { DemoOfficer } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';

export type DemoLeave = 'personal' | 'sick' | 'annual' | 'official';
/** One officer's month: working days, and how often he was late or left early. */
export interface AttendanceLine {
  readonly officer: DemoOfficer;
  readonly due: number;
  readonly present: number;
  readonly late: number;
  readonly early: number;
  readonly absent: number;
  readonly leaves: Readonly<Partial<Record<DemoLeave, number>>>;
}

/** Which column of the attendance an entry came from, by what the method makes of each. */
export type AttendanceColumns = (
  fact: BookedFact,
) => { readonly column: string; readonly per: number } | null;

export function attendanceColumns({ attendance = [] }: Pick<RuleSet, 'attendance'>): AttendanceColumns {
  const rules = new Map(attendance.map((rule) => [`${rule.indicator} ${rule.event ?? ''}`, rule]));
  return ({ indicator, event, subjectKind }) => {
    const rule = subjectKind === 'officer' ? rules.get(`${indicator.code} ${event ?? ''}`) : undefined;
    return rule === undefined ? null : { column: rule.column, per: Number(rule.per ?? 1) };
  };
}

/** Whoever was late or away was not there in full. */
export function withoutContradiction(
  facts: readonly BookedFact[],
  columnOf: AttendanceColumns,
): readonly BookedFact[] {
  const columns = facts.map((fact) => columnOf(fact)?.column ?? null);
  const irregular = new Set(
    facts.filter((_, at) => columns[at] !== null && columns[at] !== 'full').map(({ subjectId }) => subjectId),
  );
  return facts.filter((fact, at) => columns[at] !== 'full' || !irregular.has(fact.subjectId));
}

/** What is known of an officer's month before his days are made up. */
export interface AttendanceRecord {
  readonly full: boolean;
  readonly times: number;
  readonly absent: number;
  /** Did no work that counts. */
  readonly idle: boolean;
}

/** The attendance behind what was booked: full where full attendance was booked, late as often as that was. */
export function bookedAttendance(
  facts: readonly BookedFact[],
  columnOf: AttendanceColumns,
): (officerId: string) => AttendanceRecord {
  const booked = new Map<string, { full: boolean; times: number; absent: number }>();
  const busy = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'measure' || Number(fact.booked ?? 0) > 0) busy.add(fact.subjectId);
    const found = columnOf(fact);
    if (found === null) continue;
    const own = booked.get(fact.subjectId) ?? { full: false, times: 0, absent: 0 };
    const days = Number(fact.quantity ?? 1) * found.per;
    if (found.column === 'full') own.full = true;
    else if (found.column === 'absent') own.absent += days;
    else own.times += days;
    booked.set(fact.subjectId, own);
  }
  return (id) => ({ ...(booked.get(id) ?? { full: false, times: 0, absent: 0 }), idle: !busy.has(id) });
}

/** Who was neither there in full nor late had leave; of the idle some were away for long, and some are in no file. */
export function attendanceLines(
  random: SeededRandom,
  officers: readonly DemoOfficer[],
  due: number,
  recordOf: (officerId: string) => AttendanceRecord,
): AttendanceLine[] {
  return officers.flatMap((officer) => {
    const { full, times, absent, idle } = recordOf(officer.id);
    if (idle && random.chance(0.1)) return [];
    const early = times > 0 && random.chance(0.25) ? 1 : 0;
    const leaves = full || times > 0 || absent > 0 ? {} : leaveOf(random, idle);
    const away = Object.values(leaves).reduce((sum, days) => sum + days, absent);
    return [{ officer, due, present: due - away, late: times - early, early, absent, leaves }];
  });
}

function leaveOf(random: SeededRandom, idle: boolean): AttendanceLine['leaves'] {
  if (idle && random.chance(0.25)) return random.pick([{ sick: 13 }, { official: 14 }, { sick: 12.5 }]);
  const kind = random.pick<DemoLeave>(['annual', 'annual', 'personal', 'sick']);
  return { [kind]: kind === 'annual' ? random.pick([1, 2, 3, 5]) : random.pick([0.5, 1, 1.5, 2]) };
}
