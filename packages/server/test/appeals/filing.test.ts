import { randomUUID } from 'node:crypto';
import { appeals, submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import {
  app,
  city,
  decide,
  decision,
  deduction,
  entriesOf,
  file,
  returned,
  setNow,
  setUpAppeals,
} from './contested.ts';

setUpAppeals();

test('§13 the window is five working days by the loaded calendar, inclusive to 24:00', async () => {
  const first = await deduction();
  const second = await deduction();
  setNow(new Date('2026-09-24T15:59:59Z'));
  expect((await file(city.as.officer, { entryId: first.id })).state).toBe('filed');
  setNow(new Date('2026-09-24T16:00:00Z'));
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
