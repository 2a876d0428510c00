import { entries, imports } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, type TestOfficer, type TestUnit } from '../support/seed.ts';
import { makePeriod, publishRules, setPeriodState, workRules } from '../support/work-city.ts';
import { ofBatch, request, rowsOf, upload } from './linxi.ts';
import { workbookBytes } from './typed-workbook.ts';

const rules: RuleSet = {
  ...workRules,
  attendance: [
    { column: 'late', indicator: 'attendance', event: 'late' },
    { column: 'absent', indicator: 'attendance', event: 'absent', per: '0.5' },
  ],
};
let server: TestApp;
let city: TestUnit;
let county: TestUnit;
let station: TestUnit;
let office: TestClient;
let otherOffice: TestClient;
let officers: TestOfficer[];
let periodId: string;
let mine: TestClient;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  city = await seedBureau(server.db, { name: '江临市公安局' });
  county = await seedUnit(server.db, city, { name: '临溪县公安局', kind: 'county' });
  const other = await seedUnit(server.db, city, { name: '乙县公安局', kind: 'county' });
  station = await seedUnit(server.db, county, { name: '南川派出所' });
  await seedUnit(server.db, county, { name: '北山派出所' });
  officers = [
    await seedOfficer(server.db, station, { name: '周立', policeNo: '001234' }),
    await seedOfficer(server.db, station, { name: '吴敏', policeNo: '901235' }),
    await seedOfficer(server.db, station, { name: '郑方', policeNo: '901236' }),
    await seedOfficer(server.db, station, { name: '王平', policeNo: '901237' }),
    await seedOfficer(server.db, station, { name: '欧阳修远', policeNo: '901238' }),
  ];
  await seedOfficer(server.db, other, { name: '外县人', policeNo: '901299' });
  office = await server.signInWith({ roles: ['office'], unit: county });
  otherOffice = await server.signInWith({ roles: ['office'], unit: other });
  const [officer] = officers;
  mine = await server.signInWith({ roles: ['officer'], unit: station, ...(officer ? { officer } : {}) });
  const versionId = await publishRules(server, county, rules);
  periodId = await makePeriod(server, { bureau: county, versionId, month: 10 });
  await makePeriod(server, { bureau: county, versionId, month: 9 });
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.deleteFrom('attendance_month').execute();
});

const HEAD = [
  '序号',
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
  '备注',
];
/** As an office hands it in, and what each line must come to. */
const messy = (month = '2026年10月') =>
  workbookBytes([
    [`临溪县公安局${month}份考勤汇总表`],
    ['填报单位：临溪县公安局', null, null, null, null, null, null, null, '单位：天、次'],
    ['序号', '单位', '姓名', '警号', '出勤情况', null, null, null, null, '请假情况', null, null, '备注'],
    [null, null, null, null, ...HEAD.slice(4, 12), null],
    [1, '南川派出所', '周 立', 1234, 17, 15.5, 2, null, 0.5, null, 1, null, null],
    [2, '南川派出所', '吴敏', '９０１２３５', '１７', '１７天', '无', null, null, null, null, '—', null],
    [3, '北山派出所', '郑方', '901236', 17, 16.5, null, null, null, 0.5, null, null, null],
    [4, '南川派出所', '王平', '901237', 17, 32, null, null, null, null, null, null, null],
    [5, '南川派出所', '欧阳修远', null, 17, 17, null, null, null, null, null, null, '缺警号'],
    [6, '南川派出所', '周立', '001234', 17, 17, null, null, null, null, null, null, '重复'],
    [7, '乙县公安局', '外县人', '901299', 17, 17, null, null, null, null, null, null, null],
    [8, '南川派出所', '王大平', '901237', 17, -1, 1.5, null, null, null, null, null, null],
    ['合计', null, null, null, 136, 134, 2, null, 0.5, 0.5, 1, null, null],
    ['审核人：甲', null, '填表人：乙'],
  ]);
const confirm = (client: TestClient, batch: imports.ImportBatch) =>
  client.call(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: { ...request(), taken: batch.summary.taken },
  });
const undo = (batchId: string, reason = '数据有误') => ({
  ...ofBatch(batchId),
  body: { ...request(), reason },
});
const acceptAll = async (batchId: string) =>
  (
    await office.call(imports.acceptImportRepairs, {
      ...ofBatch(batchId),
      body: {
        ...request(),
        accept: true,
        kinds: [
          'name-spaces',
          'police-no-leading-zeros',
          'police-no-full-width',
          'days-written',
          'officer-by-name',
        ],
      },
    })
  ).batch;
const booked = async () =>
  (await office.call(entries.listEntries, { query: { periodId, pageSize: 100 } })).items;

test('P3 a monthly attendance result is read with all its mess: each row with what is wrong and how to mend it', async () => {
  const batch = await upload(office, '考勤.xlsx', await messy());
  expect(batch.kind).toBe('attendance');
  expect(batch.attendance).toMatchObject({ month: '2026-10', notScored: [] });
  expect(batch.attendance?.periods.map(({ label }) => label)).toEqual(['2026年10月']);
  const rows = await rowsOf(office, batch.id);
  expect(
    rows.map(({ row, verdict, problems }) => `${row} ${verdict} ${problems.map(({ code }) => code)}`),
  ).toEqual([
    '5 repair name-spaces,police-no-leading-zeros',
    '6 repair police-no-full-width,days-written,days-written',
    '7 warning unit-differs',
    '8 error days-over-month',
    '9 repair officer-by-name',
    '10 error duplicate-in-file',
    '11 error officer-unknown',
    '12 error name-differs,days-negative,times-not-whole,duplicate-in-file',
    '13 not-a-person ',
    '14 not-a-person ',
  ]);
  expect(rows[6]?.problems[0]?.message).not.toContain('乙县');
});

test('P3 the confirm writes exact days and books what the method makes of them, seen in the log; undo reverses', async () => {
  const batch = await acceptAll((await upload(office, '考勤.xlsx', await messy())).id);
  expect(batch.summary.taken).toBe(4);
  const { batch: done } = await confirm(office, batch);
  expect(done.written).toBe('2026年10月考勤 4 人，记分 2 条');
  const months = await server.db
    .selectFrom('attendance_month')
    .innerJoin('officer', 'officer.id', 'attendance_month.officer_id')
    .select(['officer.name', 'due_days', 'present_days', 'absent_days', 'leave_days', 'month_from'])
    .orderBy('officer.police_no')
    .execute();
  expect(
    months.map((row) => [row.name, row.due_days, row.present_days, row.absent_days, row.leave_days]),
  ).toEqual([
    ['周立', '17', '15.5', '0.5', { sick: '1' }],
    ['吴敏', '17', '17', '0', {}],
    ['郑方', '17', '16.5', '0', { personal: '0.5' }],
    ['欧阳修远', '17', '17', '0', {}],
  ]);
  expect(months[0]?.month_from).toBe('2026-10-01');
  const log = (await mine.call(entries.listEntries, { query: { log: 'mine' } })).items;
  expect(
    log.map((entry) => [entry.event?.name, entry.quantity, entry.bookedPoints, entry.source.kind]).sort(),
  ).toEqual([
    ['脱岗', '1', '-5', 'import'],
    ['迟到', '2', '-2', 'import'],
  ]);
  expect(log[0]?.reason).toContain(done.number);
  const { batch: undone } = await office.call(imports.undoImport, undo(batch.id));
  expect(undone.state).toBe('undone');
  expect((await booked()).filter(({ kind }) => kind === 'reversal')).toHaveLength(2);
  const left = await server.db.selectFrom('attendance_month').select('id').execute();
  expect(left).toEqual([]);
});

test('P3 the same month twice is refused by name until the first batch is undone', async () => {
  const first = await acceptAll((await upload(office, '考勤.xlsx', await messy())).id);
  const { batch: done } = await confirm(office, first);
  const second = await acceptAll((await upload(office, '考勤二.xlsx', await messy())).id);
  expect(second.summary.taken).toBe(0);
  const [row] = await rowsOf(office, second.id);
  expect(row?.problems.find(({ code }) => code === 'month-imported')?.message).toContain(done.number ?? '?');
  await office.call(imports.undoImport, undo(first.id));
  const { batch: again } = await office.call(imports.getImport, ofBatch(second.id));
  expect(again.summary.taken).toBe(4);
});

test('P3 a file that does not say its month cannot be confirmed before somebody does', async () => {
  const batch = await upload(office, '表.xlsx', await messy(''));
  expect(batch.tableProblems).toEqual([expect.stringContaining('考勤月份')]);
  const refused = await office.refusal(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: { ...request(), taken: batch.summary.taken },
  });
  expect(refused.body.code).toBe('refused');
  const { batch: told } = await office.call(imports.setImportReading, {
    ...ofBatch(batch.id),
    body: {
      ...request(),
      kind: 'attendance',
      sheet: batch.sheet,
      decompositionSheet: null,
      policeNoDigits: 6,
      month: '2026-08',
      columns: null,
    },
  });
  expect(told.tableProblems).toEqual([]);
  const { batch: done } = await confirm(office, await acceptAll(told.id));
  expect(done.written).toBe('2026年8月考勤 4 人');
});

test('P3 into a sealed month only the days are written, and what was booked in a month sealed since stays', async () => {
  const september = await server.db
    .selectFrom('period')
    .select('id')
    .where('label', '=', '2026年9月')
    .executeTakeFirstOrThrow();
  const batch = await acceptAll((await upload(office, '九月.xlsx', await messy('2026年9月'))).id);
  await confirm(office, batch);
  await setPeriodState(server, september.id, 'sealed');
  const refused = await office.refusal(imports.undoImport, undo(batch.id));
  expect(refused.body.problems.map(({ message }) => message)).toEqual([expect.stringContaining('已封存')]);
  await server.db.deleteFrom('attendance_month').execute();
  const late = await acceptAll((await upload(office, '九月二.xlsx', await messy('2026年9月'))).id);
  expect(late.attendance?.notScored).toEqual([expect.stringContaining('已封存')]);
  const { batch: done } = await confirm(office, late);
  expect(done.written).toContain('只登记出勤');
  expect(done.written).not.toContain('记分 ');
});

test('P3 the office of another county cannot see the batch, nor whom it is about', async () => {
  const batch = await upload(office, '考勤.xlsx', await messy());
  expect((await otherOffice.refusal(imports.getImport, ofBatch(batch.id))).body.code).toBe('forbidden');
  const theirs = await upload(otherOffice, '考勤.xlsx', await messy());
  const rows = await rowsOf(otherOffice, theirs.id);
  expect(rows.filter(({ verdict }) => verdict !== 'error' && verdict !== 'not-a-person')).toHaveLength(1);
});
