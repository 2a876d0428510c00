import { type AttendanceRule, attendanceFacts, type Indicator } from '@mingji/engine';
import { expect, test } from 'vitest';
import {
  type AttendanceLine,
  attendanceColumns,
  attendanceLines,
  bookedAttendance,
  withoutContradiction,
} from './attendance-lines.ts';
import { type BookedFact, bareFact } from './booked-fact.ts';
import type { DemoOfficer } from './people.ts';
import { seededRandom } from './seeded-random.ts';

const rules: readonly AttendanceRule[] = [
  { column: 'full', indicator: 'record', event: 'full' },
  { column: 'late', indicator: 'record', event: 'late' },
  { column: 'early', indicator: 'record', event: 'late' },
  { column: 'absent', indicator: 'record', event: 'absent', per: '0.5' },
];
const indicator = { code: 'record', name: '出勤情况', clause: '1' } as unknown as Indicator;
const fact = (id: string, event: string, quantity: string): BookedFact => ({
  ...bareFact(
    { kind: 'officer', id, code: id, unitId: 'u', unitKind: 'station', sequence: null },
    indicator,
    '2026-09-30',
    '考勤',
  ),
  event,
  quantity,
  booked: event === 'full' ? '2' : '-1',
});
const people = Array.from({ length: 40 }, (_, at) => ({ id: String(at) }) as DemoOfficer);
const columnOf = attendanceColumns({ attendance: rules });

function monthOf({ due, present, late, early, absent, leaves }: AttendanceLine) {
  const leave = Object.fromEntries(Object.entries(leaves).map(([kind, days]) => [kind, String(days)]));
  const [d, p, l, e, a] = [due, present, late, early, absent].map(String);
  return { due: d, present: p, late: l, early: e, absent: a, leave };
}

test('P3 the demo’s attendance, put through the method, gives exactly what the demo has booked', () => {
  const drawn = people.flatMap(({ id }, at) => [
    ...(at % 4 === 0 ? [] : [fact(id, 'full', '1')]),
    ...(at % 5 === 0 ? [fact(id, 'late', String(1 + (at % 3)))] : []),
    ...(at % 7 === 0 ? [fact(id, 'absent', '1')] : []),
  ]);
  const facts = withoutContradiction(drawn, columnOf);
  const busy = (id: string) => ({ ...bookedAttendance(facts, columnOf)(id), idle: false });
  const lines = attendanceLines(seededRandom(1), people, 21, busy);
  expect(lines).toHaveLength(people.length);
  for (const line of lines) {
    const made = attendanceFacts(rules, monthOf(line));
    const sum = (event: string) =>
      made
        .filter(({ rule }) => rule.event === event)
        .reduce((total, { quantity }) => total + Number(quantity), 0);
    const booked = (event: string) =>
      facts
        .filter((own) => own.subjectId === line.officer.id && own.event === event)
        .reduce((total, { quantity }) => total + Number(quantity), 0);
    for (const event of ['full', 'late', 'absent']) expect(sum(event)).toBe(booked(event));
  }
});
