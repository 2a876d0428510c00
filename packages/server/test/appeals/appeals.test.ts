import { randomUUID } from 'node:crypto';
import { appeals, entries, files, submissions } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { sealMonth } from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
/** A Friday. The next working days are Sunday the 20th (made up), then Monday to Thursday. */
const FRIDAY = new Date('2026-09-18T02:00:00Z');
let now = FRIDAY;
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());
beforeEach(() => {
  now = FRIDAY;
});

/** Two late arrivals of the officer, posted by the inspector. */
async function deduction(more: Record<string, unknown> = {}) {
  const { entry } = await city.as.inspector.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'attendance',
      eventCode: 'late',
      quantity: '2',
      occurredOn: '2026-09-16',
      reason: '两次迟到',
      fileIds: [],
      ...more,
    },
  });
  return entry;
}
async function returned() {
  const { submission } = await city.as.officer.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '排查隐患',
      eventCode: 'found',
      quantity: '2',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: submission.id },
    body: { requestId: randomUUID(), version: 1, reason: '不予认可' },
  });
  return submission;
}
const file = async (who: TestClient, about: Record<string, unknown>) =>
  (
    await who.call(appeals.fileAppeal, {
      body: { requestId: randomUUID(), grounds: '第二次系公务', fileIds: [], ...about } as never,
    })
  ).appeal;
const decision = (more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  outcome: 'upheld' as const,
  answer: '查明第二次系出警，不计迟到',
  correction: { quantity: '1' },
  fileIds: [] as string[],
  ...more,
});
const decide = (who: TestClient, appealId: string, more: Record<string, unknown> = {}) =>
  who.call(appeals.decideAppeal, { params: { appealId }, body: decision(more) });
const entriesOf = (sourceId: string) =>
  app.db.selectFrom('ledger_entry').selectAll().where('source_id', '=', sourceId).orderBy('seq').execute();

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

test('§13 the window is five working days by the loaded calendar, inclusive to 24:00', async () => {
  const first = await deduction();
  const second = await deduction();
  now = new Date('2026-09-24T15:59:59Z');
  expect((await file(city.as.officer, { entryId: first.id })).state).toBe('filed');
  now = new Date('2026-09-24T16:00:00Z');
  const late = await city.as.officer.refusal(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: second.id, grounds: '晚了', fileIds: [] },
  });
  expect(late.code).toBe('refused');
  expect(late.message).toContain('2026-09-24 24:00');
});

test('§13 without the year’s calendar the time limit is refused, not guessed', async () => {
  const { bureauId } = city.bureau;
  const entry = await deduction();
  const kept = await app.db
    .deleteFrom('calendar_year')
    .where('bureau_id', '=', bureauId)
    .returningAll()
    .execute();
  const refusal = await city.as.officer.refusal(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: entry.id, grounds: '有异议', fileIds: [] },
  });
  expect(refusal.code).toBe('refused');
  expect(refusal.message).toContain('没有 2026 年的节假日和调休表');
  await app.db.insertInto('calendar_year').values(kept).execute();
  expect((await file(city.as.officer, { entryId: entry.id })).state).toBe('filed');
});

test('P7 one score is contested once: not twice, not at the same time, not after the answer', async () => {
  const entry = await deduction();
  const attempt = () => file(city.as.officer, { entryId: entry.id });
  const both = await Promise.allSettled([attempt(), attempt()]);
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  const filed = both.find((each) => each.status === 'fulfilled');
  const appealId = filed?.status === 'fulfilled' ? filed.value.id : '';
  await decide(city.as.office, appealId);
  await expect(attempt()).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('只能复议一次'),
  });
  const [, corrected] = await entriesOf(appealId);
  await expect(file(city.as.officer, { entryId: corrected?.id })).rejects.toMatchObject({
    message: expect.stringContaining('复议的结果'),
  });
});

test('P7 who withdrew may file again; only the author withdraws', async () => {
  const entry = await deduction();
  const appeal = await file(city.as.officer, { entryId: entry.id });
  const params = { appealId: appeal.id };
  const body = { requestId: randomUUID() };
  expect((await city.as.eastHead.refusal(appeals.withdrawAppeal, { params, body })).code).toBe('forbidden');
  expect((await city.as.officer.call(appeals.withdrawAppeal, { params, body })).appeal.state).toBe(
    'withdrawn',
  );
  const late = await city.as.office.refusal(appeals.decideAppeal, { params, body: decision() });
  expect(late).toMatchObject({ status: 409, code: 'conflict' });
  expect((await file(city.as.officer, { entryId: entry.id })).state).toBe('filed');
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

test('P7 of two who answer at the same time one wins and the other is told who', async () => {
  const entry = await deduction();
  const appeal = await file(city.as.officer, { entryId: entry.id });
  const office2 = await app.signInWith({ displayName: '考核办乙', unit: city.bureau, roles: ['office'] });
  const both = await Promise.allSettled([decide(city.as.office, appeal.id), decide(office2, appeal.id)]);
  const lost = both.filter((each) => each.status === 'rejected');
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({ status: 409, code: 'conflict' });
  expect(String(lost[0]?.reason.message)).toMatch(/已由考核办乙?答复/);
  expect(await entriesOf(appeal.id)).toHaveLength(2);
});

test('P7 only the one concerned, or the own unit’s head and clerk for the unit, contests', async () => {
  const entry = await deduction();
  const body = { requestId: randomUUID(), entryId: entry.id, grounds: '有异议', fileIds: [] };
  expect((await city.as.neighbour.refusal(appeals.fileAppeal, { body })).code).toBe('notFound');
  expect((await city.as.westClerk.refusal(appeals.fileAppeal, { body })).code).toBe('notFound');
  expect((await city.as.inspector.refusal(appeals.fileAppeal, { body })).code).toBe('forbidden');
  const accepted = await returned();
  const neither = await city.as.officer.refusal(appeals.fileAppeal, {
    body: {
      requestId: randomUUID(),
      entryId: entry.id,
      submissionId: accepted.id,
      grounds: '两个',
      fileIds: [],
    },
  });
  expect(neither.code).toBe('invalid');
  const unit = await deduction({ subjectKind: 'unit', subjectId: city.east.id });
  expect((await file(city.as.eastHead, { entryId: unit.id })).subject.name).toBe('城东派出所');
  const params = { appealId: (await file(city.as.officer, { entryId: entry.id })).id };
  for (const who of [city.as.neighbour, city.as.stranger, city.as.westClerk]) {
    expect((await who.refusal(appeals.getAppeal, { params })).code).toBe('notFound');
  }
});

test('P7 work under appeal is not corrected beside it', async () => {
  const submission = await returned();
  await file(city.as.officer, { submissionId: submission.id });
  const refusal = await city.as.officer.refusal(submissions.resubmit, {
    params: { submissionId: submission.id },
    body: {
      requestId: randomUUID(),
      title: '再交',
      description: '',
      eventCode: 'found',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
});

test('§13 after sealing a successful appeal books the difference in the open period and points at the sealed one', async () => {
  const august = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 8 });
  now = new Date('2026-08-31T02:00:00Z');
  const entry = await deduction({ periodId: august, occurredOn: '2026-08-20' });
  await sealMonth(app, city.as.office, august);
  const appeal = await file(city.as.officer, { entryId: entry.id });
  now = FRIDAY;
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

test('P1 every endpoint of appeals requires a session', async () => {
  const params = { appealId: randomUUID() };
  const body = { requestId: randomUUID() };
  expect((await app.visitor.refusal(appeals.listAppeals)).status).toBe(401);
  expect((await app.visitor.refusal(appeals.getAppeal, { params })).status).toBe(401);
  expect((await app.visitor.refusal(appeals.withdrawAppeal, { params, body })).status).toBe(401);
  expect((await app.visitor.refusal(appeals.decideAppeal, { params, body: decision() })).status).toBe(401);
  const filing = { ...body, entryId: randomUUID(), grounds: '有异议', fileIds: [] };
  expect((await app.visitor.refusal(appeals.fileAppeal, { body: filing })).status).toBe(401);
});
