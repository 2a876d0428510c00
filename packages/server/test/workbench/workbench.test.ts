import { randomUUID } from 'node:crypto';
import { appeals, entries, submissions, supervision, workbench } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { publishRuleSet, rankUnits } from '../support/evaluation.ts';
import {
  makePeriod,
  makeWorkCity,
  REVIEW_BY,
  SUBMIT_BY,
  type WorkCity,
  workRules,
} from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
let appealId: string;
let returnedId: string;
const now = new Date('2026-09-23T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
  await report('待审的一件');
  returnedId = await report('被退回的一件');
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: returnedId },
    body: { requestId: randomUUID(), version: 1, reason: '缺照片' },
  });
  const late = async (occurredOn: string) =>
    city.as.inspector.call(entries.postEntry, {
      body: {
        requestId: randomUUID(),
        periodId: city.periodId,
        subjectKind: 'officer',
        subjectId: city.officer.id,
        indicatorCode: 'attendance',
        eventCode: 'late',
        occurredOn,
        reason: '迟到',
        fileIds: [],
      },
    });
  const { entry } = await late('2026-09-22');
  // Contested, the first one is no longer new to him; this one is.
  await late('2026-09-21');
  const filed = await city.as.officer.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: entry.id, grounds: '出警', fileIds: [] },
  });
  appealId = filed.appeal.id;
});
afterAll(() => app.stop());

async function report(title: string): Promise<string> {
  const { submission } = await city.as.officer.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title,
      eventCode: 'found',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  return submission.id;
}
async function groupsOf(who: TestClient) {
  const { groups } = await who.call(workbench.getWorkbench);
  return Object.fromEntries(groups.map((group) => [group.key, group.items]));
}

test('P10 an officer finds the deadline, the returned work with its reason, and new scores, by deadline', async () => {
  const { mine } = await groupsOf(city.as.officer);
  expect(mine).toMatchObject([
    {
      title: '2026年9月填报',
      detail: '派出所目标考核办法 · 已填报 2 件',
      dueAt: SUBMIT_BY.toISOString(),
      urgency: 'soon',
      address: `/report?period=${city.periodId}`,
    },
    {
      title: '补正：被退回的一件',
      detail: '退回原因：缺照片',
      dueAt: REVIEW_BY.toISOString(),
      address: `/submissions/${returnedId}`,
    },
    { title: '尚未查阅的得分记录', count: 1, address: '/score-log?log=mine&mark=new' },
  ]);
});

test('P6 P10 what came back is due on the workbench on the day from which supervision calls it late', async () => {
  await app.db
    .insertInto('supervision_setting')
    .values({
      ...{ bureau_id: city.bureau.bureauId, open_days: 3, split_days: 5, correct_days: 1, warning_days: 3 },
      ...{
        press_again_hours: 24,
        reply_days: 2,
        changed_by: city.as.office.session.account.id,
        changed_at: now,
      },
    })
    .execute();
  const { mine } = await groupsOf(city.as.officer);
  const back = mine?.find(({ address }) => address === `/submissions/${returnedId}`);
  expect(back?.dueAt).toBe('2026-09-24T16:00:00.000Z');
  const listed = await city.as.office.call(supervision.listMatters, {
    query: { kind: 'returnedNotCorrected', state: 'all' } as never,
  });
  expect(listed.items[0]?.dueOn).toBe('2026-09-24');
  // A longer time ends with the review, for both: nothing is corrected after it.
  await app.db.updateTable('supervision_setting').set({ correct_days: 9 }).execute();
  const later = await groupsOf(city.as.officer);
  const capped = later.mine?.find(({ address }) => address === `/submissions/${returnedId}`);
  expect(capped?.dueAt).toBe(REVIEW_BY.toISOString());
  const seen = await city.as.office.call(supervision.listMatters, {
    query: { kind: 'returnedNotCorrected', state: 'all' } as never,
  });
  expect(seen.items[0]).toMatchObject({ dueOn: '2026-09-28', state: 'near', workingDaysLate: 0 });
  await app.db.deleteFrom('supervision_setting').execute();
});

test('P9 a reviewer finds the queue by indicator; another department finds nothing', async () => {
  const { review } = await groupsOf(city.as.orderReviewer);
  expect(review).toMatchObject([
    {
      title: '审核“隐患排查”',
      count: 1,
      dueAt: REVIEW_BY.toISOString(),
      address: '/review?indicatorCode=hazard',
    },
  ]);
  expect((await groupsOf(city.as.legalReviewer)).review).toEqual([]);
});

test('P7 the office finds appeals by the day the answer is due, and the stage of each period', async () => {
  const groups = await groupsOf(city.as.office);
  expect(groups.appeals).toMatchObject([
    { title: '答复周立的复议', dueAt: '2026-09-30T16:00:00.000Z', address: `/appeals/${appealId}` },
  ]);
  expect(groups.office).toMatchObject([
    {
      title: '2026年9月：填报中',
      detail: '派出所目标考核办法 · 待审核 1 件，未答复复议 1 件',
      dueAt: SUBMIT_BY.toISOString(),
    },
  ]);
});

test('P10 a unit head sees how far the unit is', async () => {
  const { unit } = await groupsOf(city.as.eastHead);
  expect(unit).toMatchObject([
    {
      detail: '派出所目标考核办法 · 1 人尚未填报，待审核 1 件，被退回 1 件',
      // Everybody's, not the head's own: the page opens at one's own.
      address: `/submissions?whose=all&periodId=${city.periodId}`,
    },
  ]);
});

test('三员 administrators see accounts that wait and nothing of the appraisal', async () => {
  await app.db
    .insertInto('account')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      username: 'pending.one',
      display_name: '待批',
    })
    .execute();
  const answer = await city.as.securityAdmin.call(workbench.getWorkbench);
  expect(answer.periods).toEqual([]);
  expect(answer.groups).toMatchObject([{ key: 'accounts', items: [{ title: '待审批的账号', count: 1 }] }]);
  expect((await app.visitor.refusal(workbench.getWorkbench)).status).toBe(401);
});

test('P2 a period that appraises units only is no deadline of an officer', async () => {
  const versionId = await publishRuleSet(app, {
    unit: city.bureau,
    content: { ...workRules, appraises: ['unit'] },
  });
  const unitPeriod = await makePeriod(app, { bureau: city.bureau, versionId, month: 9 });
  const { mine } = await groupsOf(city.as.officer);
  expect(mine?.map((item) => item.key)).not.toContain(`deadline-${unitPeriod}`);
  const ofUnitPeriod = async () =>
    (await groupsOf(city.as.eastHead)).unit?.find(({ key }) => key === `unit-${unitPeriod}`);
  // Nobody waits for officers there; as long as the unit is in none of its sequences, for nothing at all.
  expect(await ofUnitPeriod()).toBeUndefined();
  await rankUnits(app, [city.east]);
  expect((await ofUnitPeriod())?.detail).toMatch(/ · 已填报 0 件，待审核 0 件，被退回 0 件$/);
});

test('P1 P2 the periods on the workbench are those that concern the person: not another unit’s method, not one for units', async () => {
  const { bureau, east, west, as } = city;
  const own = await publishRuleSet(app, { unit: west, content: { ...workRules, name: '城西所考核细则' } });
  const westOnly = await makePeriod(app, { bureau, versionId: own, month: 9 });
  const units = await publishRuleSet(app, {
    unit: bureau,
    content: { ...workRules, name: '单位考核办法', appraises: ['unit'] },
  });
  const unitsOnly = await makePeriod(app, { bureau, versionId: units, month: 9 });
  await rankUnits(app, [east]);
  const seen = async (who: TestClient) => {
    const { periods } = await who.call(workbench.getWorkbench);
    return [city.periodId, westOnly, unitsOnly].map((id) => periods.some((period) => period.id === id));
  };
  expect(await seen(as.officer)).toEqual([true, false, false]);
  expect(await seen(as.stranger)).toEqual([true, true, false]);
  expect(await seen(as.eastHead)).toEqual([true, false, true]);
  expect(await seen(as.westClerk)).toEqual([true, true, false]);
  // No office is nearer to the station's own method than the bureau's.
  expect(await seen(as.office)).toEqual([true, true, true]);
  const deadlines = (await groupsOf(as.stranger)).mine?.map(({ key }) => key);
  expect(deadlines).toEqual(expect.arrayContaining([`deadline-${westOnly}`]));
  expect((await groupsOf(as.officer)).mine?.map(({ key }) => key)).not.toContain(`deadline-${westOnly}`);
});

test('P8 P10 a special operation is shown to its subjects and their heads only', async () => {
  const { bureau, versionId, as, officer } = city;
  const id = await makePeriod(app, { bureau, versionId, month: 10 });
  const by = as.office.session.account.id;
  const operationId = randomUUID();
  await app.db.updateTable('period').set({ kind: 'special' }).where('id', '=', id).execute();
  await app.db
    .insertInto('operation')
    .values({
      ...{ id: operationId, bureau_id: bureau.bureauId, period_id: id, name: '冬季行动', purpose: '' },
      ...{ unit_id: bureau.id, created_by: by, created_at: now },
    })
    .execute();
  await app.db
    .insertInto('operation_subject')
    .values({
      ...{ operation_id: operationId, period_id: id, subject_kind: 'officer', subject_id: officer.id },
      ...{ added_by: by, added_at: now },
    })
    .execute();
  const sees = async (who: TestClient) =>
    (await who.call(workbench.getWorkbench)).periods.some((period) => period.id === id);
  expect(await Promise.all([as.officer, as.eastHead, as.office].map(sees))).toEqual([true, true, true]);
  expect(await Promise.all([as.neighbour, as.stranger, as.westClerk].map(sees))).toEqual([
    false,
    false,
    false,
  ]);
  const { unit } = await groupsOf(as.eastHead);
  expect(unit?.find(({ key }) => key === `unit-${id}`)?.detail).toContain('1 人尚未填报');
});
