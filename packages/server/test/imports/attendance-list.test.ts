import { randomUUID } from 'node:crypto';
import { attendance } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-10-08T02:00:00Z') });
  city = await makeWorkCity(app);
  const { id: fileId } = await app.db
    .insertInto('file')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      name: '考勤.xlsx',
      media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      size_bytes: 10,
      sm3: Buffer.alloc(32, 7),
      uploaded_by: await accountId(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const batchId = randomUUID();
  await app.db
    .insertInto('import_batch')
    .values({
      id: batchId,
      bureau_id: city.bureau.bureauId,
      unit_id: city.bureau.id,
      kind: 'attendance',
      file_id: fileId,
      state: 'confirmed',
      number: '导入〔2026〕1号',
      year: 2026,
      sequence_no: 1,
      created_by: await accountId(),
    })
    .execute();
  const row = (officer: { readonly id: string; readonly unit: { readonly id: string } }, more = {}) => ({
    id: randomUUID(),
    bureau_id: city.bureau.bureauId,
    officer_id: officer.id,
    unit_id: officer.unit.id,
    year: 2026,
    month: 9,
    month_from: '2026-09-01',
    due_days: '22',
    present_days: '22',
    import_batch_id: batchId,
    created_at: new Date('2026-10-02T00:00:00Z'),
    ...more,
  });
  await app.db
    .insertInto('attendance_month')
    .values([
      row(city.officer, { present_days: '20.5', leave_days: JSON.stringify({ sick: '1.5' }) }),
      row(city.neighbour, { late_times: '2' }),
      row(city.stranger),
    ])
    .execute();
});
afterAll(() => app.stop());

async function accountId(): Promise<string> {
  const { id } = await app.db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
  return id;
}
const listed = async (who: keyof WorkCity['as'], query: Record<string, string> = {}) =>
  city.as[who].call(attendance.listAttendance, { query });

test('P3 an officer sees the own month, a head the unit’s, the office all; nobody those beside', async () => {
  const namesOf = async (who: keyof WorkCity['as']) =>
    (await listed(who)).items.map(({ officer }) => officer.name).sort();
  expect(await namesOf('officer')).toEqual(['周立']);
  expect(await namesOf('eastHead')).toEqual(['吴敏', '周立'].sort());
  expect(await namesOf('office')).toEqual(['吴敏', '周立', '郑方'].sort());
  const refused = await city.as.legalReviewer.refusal(attendance.listAttendance, { query: {} });
  expect(refused.body.code).toBe('forbidden');
});

test('P3 half days are exact, filters narrow, and the sums are of the whole filter', async () => {
  const all = await listed('office');
  expect(all).toMatchObject({
    month: '2026-09',
    summary: { people: 3, late: '2', absent: '0', leave: '1.5' },
  });
  const mine = all.items.find(({ officer }) => officer.name === '周立');
  expect(mine).toMatchObject({ present: '20.5', leaveDays: '1.5', leaves: [{ kind: 'sick', days: '1.5' }] });
  expect((await listed('office', { only: 'irregular' })).items.map(({ officer }) => officer.name)).toEqual([
    '吴敏',
  ]);
  expect((await listed('office', { only: 'leave' })).items.map(({ officer }) => officer.name)).toEqual([
    '周立',
  ]);
  expect((await listed('office', { only: 'full' })).items.map(({ officer }) => officer.name)).toEqual([
    '郑方',
  ]);
  expect((await listed('office', { unitId: city.west.id })).total).toBe(1);
  expect((await listed('office', { month: '2026-08' })).total).toBe(0);
});
