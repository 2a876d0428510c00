import { randomUUID } from 'node:crypto';
import { appeals, files, notifications, submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { sealMonth } from '../support/evaluation.ts';
import { makePeriod } from '../support/work-city.ts';
import {
  app,
  city,
  decide,
  decision,
  deduction,
  entriesOf,
  FRIDAY,
  file,
  returned,
  setNow,
  setUpAppeals,
} from './contested.ts';

setUpAppeals();

test('P7 P13 what is told of an appeal names the indicator and the month, opens it, and says no score', async () => {
  const entry = await deduction();
  const appeal = await file(city.as.officer, { entryId: entry.id });
  await decide(city.as.office, appeal.id);
  const told = async (who: TestClient, kind: 'appealFiled' | 'appealAnswered') =>
    (await who.call(notifications.listNotifications, { query: { kind } })).items.find(
      ({ address }) => address === `/appeals/${appeal.id}`,
    );
  const about = `2026年9月“${entry.indicator.name}”`;
  expect(await told(city.as.office, 'appealFiled')).toMatchObject({
    title: `收到首次复议：${about}`,
    detail: '请在2026年9月24日前答复。',
  });
  const answered = await told(city.as.officer, 'appealAnswered');
  expect(answered?.title).toBe(`${about}的首次复议已答复`);
  expect(`${answered?.title}${answered?.detail}`).not.toMatch(/-\d|分/);
});

test('P7 an appeal keeps both sides’ attachments and changes the score only by new entries that point to it', async () => {
  const entry = await deduction();
  const proof = await city.as.officer.upload(files.uploadFile, {
    name: '出警单.txt',
    bytes: Buffer.from('出警单'),
  });
  const appeal = await file(city.as.officer, { entryId: entry.id, fileIds: [proof.file.id] });
  expect(appeal).toMatchObject({
    state: 'filed',
    scoredByName: '督察员',
    authorName: '周立',
    answerDueOn: '2026-09-24',
  });
  const reply = await city.as.office.upload(files.uploadFile, {
    name: '核查报告.txt',
    bytes: Buffer.from('核查'),
  });
  await decide(city.as.office, appeal.id, { fileIds: [reply.file.id] });
  const { appeal: shown } = await city.as.officer.call(appeals.getAppeal, {
    params: { appealId: appeal.id },
  });
  expect(shown).toMatchObject({
    state: 'upheld',
    answer: '查明第二次系出警，不计迟到',
    decidedByName: '考核办',
    files: [{ name: '出警单.txt' }],
    answerFiles: [{ name: '核查报告.txt' }],
    entry: { id: entry.id, bookedPoints: '-2' },
    resultingEntry: { bookedPoints: '-1', source: { kind: 'appeal', id: appeal.id } },
  });
  expect(shown.timeline.map((event) => event.actionLabel)).toEqual(['提出复议', '认定成立']);
  expect(await entriesOf(appeal.id)).toMatchObject([
    { kind: 'reversal', reverses: entry.id },
    { kind: 'event', quantity: '1', booked_points: '-1' },
  ]);
  const original = await app.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('id', '=', entry.id)
    .executeTakeFirst();
  expect(original?.quantity).toBe('2');
  for (const fileId of [proof.file.id, reply.file.id]) {
    for (const who of [city.as.officer, city.as.office, city.as.inspector]) {
      expect((await who.download(files.downloadFile, { params: { fileId } })).statusCode).toBe(200);
    }
  }
});

test('P7 dismissed with reasons that the appellant sees; the score stays', async () => {
  const entry = await deduction();
  const appeal = await file(city.as.officer, { entryId: entry.id });
  await decide(city.as.office, appeal.id, {
    outcome: 'dismissed',
    answer: '监控显示确已迟到',
    correction: null,
  });
  const { appeal: shown } = await city.as.officer.call(appeals.getAppeal, {
    params: { appealId: appeal.id },
  });
  expect(shown).toMatchObject({ state: 'dismissed', answer: '监控显示确已迟到', resultingEntry: null });
  expect(await entriesOf(appeal.id)).toEqual([]);
});

test('P7 a rejection that is contested with success is booked without another review', async () => {
  const submission = await returned();
  const appeal = await file(city.as.officer, { submissionId: submission.id });
  expect(appeal).toMatchObject({ about: 'submission', scoredByName: '治安审核甲' });
  await decide(city.as.orderReviewer2, appeal.id, { correction: null, answer: '照片可以证明' });
  const { submission: after } = await city.as.officer.call(submissions.getSubmission, {
    params: { submissionId: submission.id },
  });
  expect(after).toMatchObject({ state: 'accepted', bookedPoints: '4', decidedByName: '治安审核乙' });
  expect(after.timeline.map((event) => event.actionLabel)).toEqual([
    '提交',
    '退回',
    '提出复议',
    '经复议采纳',
  ]);
  expect(after.entries).toMatchObject([{ source: { kind: 'appeal', id: appeal.id } }]);
});

test('§13 who scored, who filed and who is concerned never answers; another person of the department does', async () => {
  const submission = await returned();
  const appeal = await file(city.as.officer, { submissionId: submission.id });
  const params = { appealId: appeal.id };
  const scorer = await city.as.orderReviewer.refusal(appeals.decideAppeal, { params, body: decision() });
  expect(scorer).toMatchObject({ status: 403, code: 'forbidden' });
  expect(scorer.message).toContain('原评分人');
  expect((await city.as.officer.refusal(appeals.decideAppeal, { params, body: decision() })).code).toBe(
    'forbidden',
  );
  expect((await city.as.legalReviewer.refusal(appeals.decideAppeal, { params, body: decision() })).code).toBe(
    'forbidden',
  );
  const toAnswer = async (who: TestClient) =>
    (await who.call(appeals.listAppeals, { query: { view: 'toAnswer' } })).items.map((item) => item.id);
  expect(await toAnswer(city.as.orderReviewer)).not.toContain(appeal.id);
  expect(await toAnswer(city.as.orderReviewer2)).toContain(appeal.id);
  await decide(city.as.orderReviewer2, appeal.id, { outcome: 'dismissed', correction: null });
});

test('§13 who handed the work in does not answer the appeal about it', async () => {
  const both = await app.signInWith({
    displayName: '内勤兼审核',
    unit: city.east,
    roles: ['unitClerk'],
    grants: [{ role: 'reviewer', unit: city.order }],
  });
  const { submission } = await both.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '代报',
      eventCode: 'found',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: submission.id },
    body: { requestId: randomUUID(), version: 1, reason: '不实' },
  });
  const appeal = await file(city.as.officer, { submissionId: submission.id });
  const refusal = await both.refusal(appeals.decideAppeal, {
    params: { appealId: appeal.id },
    body: decision(),
  });
  expect(refusal).toMatchObject({ status: 403 });
  expect(refusal.message).toContain('填报人');
});

test('§13 an appeal never makes the result worse', async () => {
  const entry = await deduction();
  const appeal = await file(city.as.officer, { entryId: entry.id });
  const params = { appealId: appeal.id };
  const worse = await city.as.office.refusal(appeals.decideAppeal, {
    params,
    body: decision({ correction: { quantity: '3' } }),
  });
  expect(worse.code).toBe('refused');
  expect(worse.message).toContain('不得使当事人的结果变差');
  expect(await entriesOf(appeal.id)).toEqual([]);
  const { appeal: still } = await city.as.office.call(appeals.getAppeal, { params });
  expect(still.state).toBe('filed');
});

test('§13 after sealing a successful appeal books the difference in the open period and points at the sealed one', async () => {
  const august = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 8 });
  setNow(new Date('2026-08-31T02:00:00Z'));
  const entry = await deduction({ periodId: august, occurredOn: '2026-08-20' });
  await sealMonth(app, city.as.office, august);
  const appeal = await file(city.as.officer, { entryId: entry.id });
  setNow(FRIDAY);
  await decide(city.as.office, appeal.id);
  expect(await entriesOf(appeal.id)).toMatchObject([
    {
      kind: 'adjustment',
      period_id: city.periodId,
      indicator_code: 'attendance',
      chosen_points: '1',
      booked_points: '1',
      reason: expect.stringContaining('2026年8月'),
    },
  ]);
});
