import { appealStatistics } from '@mingji/contract';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { answeredFirst, app, city, decide, deduction, file, setNow, setUpAppeals } from './contested.ts';

setUpAppeals();

const statistics = (query: Record<string, string> = {}, who = city.as.office) =>
  who.call(appealStatistics.getAppealStatistics, { query });

test('P7 appeals are counted by period, department, indicator and scorer, with what became of them', async () => {
  await answeredFirst();
  await answeredFirst({ outcome: 'upheld', correction: { quantity: '1' } });
  await answeredFirst({ outcome: 'partlyUpheld', correction: { quantity: '1' } });
  const open = await file(city.as.officer, { entryId: (await deduction()).id });
  const all = await statistics();
  expect(all.total).toMatchObject({
    filed: 4,
    open: 1,
    upheld: 1,
    partlyUpheld: 1,
    dismissed: 1,
    overdue: 0,
  });
  expect(all.items).toMatchObject([{ label: '2026年9月 · 派出所目标考核办法', filed: 4 }]);
  expect((await statistics({ by: 'scorer' })).items).toMatchObject([{ label: '督察员', filed: 4 }]);
  expect((await statistics({ by: 'ownerUnit' })).items).toMatchObject([{ label: '警务督察大队' }]);
  expect((await statistics({ by: 'indicator' })).items).toMatchObject([
    { label: '值班备勤 · 派出所目标考核办法' },
  ]);
  setNow(new Date('2026-09-28T02:00:00Z'));
  expect((await statistics()).total).toMatchObject({ overdue: 1 });
  await decide(city.as.office, open.id, { outcome: 'dismissed', correction: null });
  const later = await statistics();
  // Three on the day itself, one after seven working days: the 20th is worked.
  expect(later.total).toMatchObject({ overdue: 1, open: 0, meanWorkingDays: '1.8' });
});

test('P7 of fewer than five answers no share is told', async () => {
  const few = await statistics({ from: '2026-09-18', to: '2026-09-18' });
  expect(few.total.changedShare).toBeNull();
  await answeredFirst();
  expect((await statistics()).total.changedShare).toBe('40.0');
});

test('P7 the figures are of one’s own reach only, and of the days asked for', async () => {
  expect((await statistics({}, city.as.legalReviewer)).total.filed).toBe(0);
  expect((await statistics({ from: '2026-10-01', to: '2026-10-31' })).total.filed).toBe(0);
  const order = await city.as.office.refusal(appealStatistics.getAppealStatistics, {
    query: { from: '2026-10-01', to: '2026-09-01' },
  });
  expect(order.code).toBe('invalid');
  for (const who of [city.as.officer, city.as.securityAdmin]) {
    expect((await who.refusal(appealStatistics.getAppealStatistics, {})).code).toBe('forbidden');
  }
  expect((await app.visitor.refusal(appealStatistics.getAppealStatistics, {})).status).toBe(401);
});

test('P7 without the year’s calendar the days are missing and it is said why', async () => {
  const { bureauId } = city.bureau;
  const kept = await app.db
    .deleteFrom('calendar_year')
    .where('bureau_id', '=', bureauId)
    .returningAll()
    .execute();
  const answer = await statistics();
  expect(answer.calendarProblem).toContain('没有 2026 年的节假日和调休表');
  expect(answer.total).toMatchObject({ meanWorkingDays: null, filed: 5 });
  await app.db.insertInto('calendar_year').values(kept).execute();
});

test('P7 the table is exported as shown', async () => {
  const answer = await city.as.office.download(appealStatistics.exportAppealStatistics, {
    query: { by: 'scorer' },
  });
  expect(answer.statusCode).toBe(200);
  const sheet = JSON.stringify(await readWorkbook(answer.rawPayload));
  expect(sheet).toContain('督察员');
  expect(sheet).toContain('复议统计（按原评分人）');
});
