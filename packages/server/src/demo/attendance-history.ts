import { randomUUID } from 'node:crypto';
import { startImport } from '../modules/imports/index.ts';
import { actAs } from './act-as.ts';
import { attendanceLines } from './attendance-lines.ts';
import { attendanceWorkbook } from './attendance-workbook.ts';
import type { DemoWorld } from './demo-features.ts';

/** Working days of the month so far, as the county's clerk counted them. */
const DUE = 15;

/** This month's attendance of one county waits to be looked through, a cell here and there to be put right (P3). */
export async function makeAttendanceHistory(world: DemoWorld): Promise<void> {
  const { deps, city, random, today } = world;
  const office = city.accounts.all.find(({ username }) => username === 'demo-county-office');
  const unit = office?.grants.find(({ role }) => role === 'office')?.unit;
  if (!office || !unit) return;
  const month = today.slice(0, 7);
  const people = city.officers.filter((officer) => officer.unit.path.startsWith(unit.path));
  const lines = attendanceLines(random, people, DUE, () => ({
    full: random.chance(0.8),
    times: random.chance(0.06) ? random.pick([1, 1, 2]) : 0,
    absent: random.chance(0.01) ? 0.5 : 0,
    idle: false,
  }));
  const bytes = await attendanceWorkbook(lines, { unitName: unit.name, month, odd: random });
  await startImport(actAs(deps, city, office, new Date(`${today}T09:20:00+08:00`)), {
    requestId: randomUUID(),
    kind: 'attendance',
    unitId: unit.id,
    name: `${unit.name}${month}考勤汇总.xlsx`,
    bytes,
  });
}
