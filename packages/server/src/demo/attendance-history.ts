import { randomUUID } from 'node:crypto';
import { acceptRepairs, confirmImport, startImport } from '../modules/imports/index.ts';
import { type OutputValue, text, writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { actAs } from './act-as.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoWorld } from './demo-features.ts';
import type { DemoOfficer } from './people.ts';

const MONTHS = 2;
const HEADINGS = [
  '单位',
  '姓名',
  '警号',
  '应出勤',
  '实出勤',
  '迟到',
  '早退',
  '旷工',
  '事假',
  '病假',
  '年休假',
];

/**
 * The attendance of the last months, brought by the offices as files are brought: the city's own and one county's, with
 * a cell here and there to be put right. This month's file of the county waits to be looked through (P3).
 */
export async function makeAttendanceHistory(world: DemoWorld): Promise<void> {
  const { city, today } = world;
  const county = city.accounts.all.find(({ username }) => username === 'demo-county-office');
  const offices = [county].filter((each): each is DemoAccount => each !== undefined);
  for (let back = MONTHS; back >= 1; back--) {
    const month = monthBefore(today, back);
    for (const office of offices) await importMonth(world, office, month, true);
  }
  for (const office of offices) await importMonth(world, office, today.slice(0, 7), false);
}

function monthBefore(today: string, back: number): string {
  let day = `${today.slice(0, 7)}-01`;
  for (let step = 0; step < back; step++) day = `${addDays(day, -1).slice(0, 7)}-01`;
  return day.slice(0, 7);
}

async function importMonth(
  world: DemoWorld,
  office: DemoAccount,
  month: string,
  confirms: boolean,
): Promise<void> {
  const { deps, city } = world;
  const unit = office.grants.find(({ role }) => role === 'office')?.unit;
  if (!unit) return;
  const people = city.officers.filter((officer) => officer.unit.path.startsWith(unit.path));
  const late = confirms ? addDays(`${month}-28`, 7) : world.today;
  const ctx = actAs(deps, city, office, new Date(`${late}T09:20:00+08:00`));
  const bytes = await fileOf(world, unit.name, month, people);
  const name = `${unit.name}${month}考勤汇总.xlsx`;
  const { batch } = await startImport(ctx, {
    requestId: randomUUID(),
    kind: 'attendance',
    unitId: unit.id,
    name,
    bytes,
  });
  if (!confirms) return;
  const kinds = batch.summary.problems
    .filter(({ severity }) => severity === 'repair')
    .map(({ code }) => code);
  const decided = await acceptRepairs(ctx, batch.id, {
    requestId: randomUUID(),
    accept: true,
    kinds,
    single: [],
  });
  await confirmImport(ctx, batch.id, {
    requestId: randomUUID(),
    taken: decided.batch.summary.taken,
    from: null,
    ruleSet: null,
  });
}

/** Most were there every day; some were late, on leave, or half a day away; now and then the clerk typed oddly. */
async function fileOf(
  { random }: DemoWorld,
  unitName: string,
  month: string,
  people: readonly DemoOfficer[],
): Promise<Uint8Array> {
  const due = 21;
  const cell = (value: number): OutputValue =>
    value === 0 ? null : { kind: 'number', decimal: String(value) };
  const rows = people.map((officer): OutputValue[] => {
    const sick = random.chance(0.04) ? random.pick([0.5, 1, 2]) : 0;
    const personal = random.chance(0.05) ? random.pick([0.5, 1]) : 0;
    const annual = random.chance(0.08) ? random.pick([2, 3, 5]) : 0;
    const absent = random.chance(0.01) ? 0.5 : 0;
    const present = due - sick - personal - annual - absent;
    const oddName = random.chance(0.01) && officer.name.length === 2;
    return [
      text(officer.unit.name),
      text(oddName ? `${officer.name.slice(0, 1)} ${officer.name.slice(1)}` : officer.name),
      text(officer.policeNo),
      cell(due),
      random.chance(0.01) ? text(`${present}天`) : cell(present),
      cell(random.chance(0.06) ? random.pick([1, 1, 2]) : 0),
      cell(random.chance(0.02) ? 1 : 0),
      cell(absent),
      cell(personal),
      cell(sick),
      cell(annual),
    ];
  });
  const columns = HEADINGS.map((heading, at) => ({ heading, width: at === 0 ? 22 : 9 }));
  const title = `${month.slice(0, 4)}年${Number(month.slice(5))}月考勤汇总表`;
  return writeWorkbook([{ name: '考勤', title, unitLine: `填报单位：${unitName}`, columns, rows }]);
}
