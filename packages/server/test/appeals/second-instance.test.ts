import { randomUUID } from 'node:crypto';
import { appeals, workbench } from '@mingji/contract';
import { beforeAll, expect, test } from 'vitest';
import { remindOverdueAppeals } from '../../src/modules/appeals/index.ts';
import type { TestClient } from '../support/client.ts';
import {
  alsoSignedIn,
  answeredFirst,
  app,
  city,
  decide,
  decideSecond,
  decision,
  deduction,
  entriesOf,
  file,
  fileSecond,
  returned,
  secondDecisionRefused,
  secondRefused,
  setNow,
  setUpAppeals,
  shown,
} from './contested.ts';
import { makeOtherMethod } from './other-method.ts';

setUpAppeals();
let committee: TestClient;
beforeAll(async () => {
  committee = await alsoSignedIn({ displayName: '考核委员', unit: city.bureau, roles: ['committee'] });
});

test('P7 what the first answer did not grant goes to the committee, whose answer is final', async () => {
  const { entry, first } = await answeredFirst();
  expect((await shown(city.as.officer, first.id)).further).toEqual({ by: 'committee', until: '2026-09-24' });
  const second = await fileSecond(city.as.officer, first.id);
  expect(second).toMatchObject({ instance: 2, answeredBy: 'committee', answerDueOn: '2026-09-24' });
  const queue = await committee.call(appeals.listAppeals, { query: { view: 'toAnswer' } });
  expect(queue.items.map((item) => item.id)).toContain(second.id);
  const { groups } = await committee.call(workbench.getWorkbench, {});
  expect(groups.flatMap(({ items }) => items)).toContainEqual(
    expect.objectContaining({
      address: `/appeals/${second.id}`,
      title: expect.stringContaining('的二次复议'),
      detail: '答复为终局',
    }),
  );
  await decideSecond(committee, second.id);
  const after = await shown(city.as.officer, second.id);
  expect(after).toMatchObject({
    ...{ state: 'upheld', final: true, further: null, decidedByName: '考核委员' },
    first: {
      ...{ id: first.id, state: 'dismissed' },
      ...{ grounds: expect.stringMatching(/\S/), answer: expect.stringMatching(/\S/) },
    },
    resultingEntry: { bookedPoints: '-1' },
  });
  expect(await entriesOf(second.id)).toMatchObject([
    { kind: 'reversal', reverses: entry.id },
    { kind: 'event', quantity: '1' },
  ]);
  const { timeline } = await shown(city.as.officer, first.id);
  expect(timeline.map((event) => event.actionLabel)).toEqual(['提出复议', '维持原结果', '提出二次复议']);
  expect((await secondRefused(city.as.officer, second.id)).message).toContain('终局');
});

test('P7 granted in part says in numbers what, and the rest may be taken further', async () => {
  const entry = await deduction({ quantity: '3', reason: '三次迟到' });
  const first = await file(city.as.officer, { entryId: entry.id });
  const part = { outcome: 'partlyUpheld', answer: '一次系公务' };
  const without = await city.as.office.refusal(appeals.decideAppeal, {
    params: { appealId: first.id },
    body: decision({ ...part, correction: null }),
  });
  expect(without).toMatchObject({ code: 'invalid', message: expect.stringContaining('更正后') });
  await decide(city.as.office, first.id, { ...part, correction: { quantity: '2' } });
  const half = await shown(city.as.officer, first.id);
  expect(half).toMatchObject({ state: 'partlyUpheld', resultingEntry: { bookedPoints: '-2' } });
  const second = await fileSecond(city.as.officer, first.id);
  const worse = await secondDecisionRefused(committee, second.id, { correction: { quantity: '3' } });
  expect(worse.message).toContain('不得使当事人的结果变差');
  await decideSecond(committee, second.id, { correction: { quantity: '1' } });
  expect(await entriesOf(second.id)).toMatchObject([
    { kind: 'reversal', reverses: half.resultingEntry?.id },
    { kind: 'event', quantity: '1', booked_points: '-1' },
  ]);
});

test('P7 a rejected submission may go to the second instance and be booked there', async () => {
  const submission = await returned();
  const first = await file(city.as.officer, { submissionId: submission.id });
  await decide(city.as.orderReviewer2, first.id, { outcome: 'dismissed', correction: null });
  const second = await fileSecond(city.as.officer, first.id);
  await decideSecond(committee, second.id, { correction: null, answer: '照片清楚' });
  expect(await entriesOf(second.id)).toMatchObject([{ kind: 'event', booked_points: '4' }]);
});

test('§13 no second instance without an answer of the first, after it granted all, or after it was withdrawn', async () => {
  const entry = await deduction();
  const first = await file(city.as.officer, { entryId: entry.id });
  expect((await secondRefused(city.as.officer, first.id)).message).toContain('还没有答复');
  await decide(city.as.office, first.id);
  expect((await secondRefused(city.as.officer, first.id)).message).toContain('已全部支持');
  const other = await file(city.as.officer, { entryId: (await deduction()).id });
  await city.as.officer.call(appeals.withdrawAppeal, {
    params: { appealId: other.id },
    body: { requestId: randomUUID() },
  });
  expect((await secondRefused(city.as.officer, other.id)).message).toContain('已撤回');
});

test('§13 the second instance is asked for once, by the one concerned, within five working days of the answer', async () => {
  const { first } = await answeredFirst();
  const late = await answeredFirst();
  for (const who of [city.as.neighbour, city.as.westClerk, city.as.inspector]) {
    expect((await secondRefused(who, first.id)).status).toBeGreaterThanOrEqual(403);
  }
  setNow(new Date('2026-09-24T15:59:59Z'));
  const attempts = await Promise.allSettled([
    fileSecond(city.as.officer, first.id),
    fileSecond(city.as.officer, first.id),
  ]);
  expect(attempts.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await secondRefused(city.as.officer, first.id)).message).toContain('只能提出一次');
  setNow(new Date('2026-09-24T16:00:00Z'));
  const refusal = await secondRefused(city.as.officer, late.first.id);
  expect(refusal).toMatchObject({ code: 'refused', message: expect.stringContaining('2026-09-24 24:00') });
  expect((await shown(city.as.officer, late.first.id)).can.appealFurther).toBe(false);
});

test('§13 the second instance is answered by nobody who scored, filed, or answered the first', async () => {
  const both = await alsoSignedIn({
    ...{ displayName: '考核办兼委员', unit: city.bureau },
    roles: ['office', 'committee'],
  });
  const entry = await deduction();
  const first = await file(city.as.officer, { entryId: entry.id });
  await decide(both, first.id, { outcome: 'dismissed', correction: null });
  const second = await fileSecond(city.as.officer, first.id);
  const own = await secondDecisionRefused(both, second.id);
  expect(own).toMatchObject({ status: 403, message: expect.stringContaining('首次复议的答复人') });
  for (const who of [city.as.office, city.as.orderReviewer, city.as.officer]) {
    expect((await secondDecisionRefused(who, second.id)).code).toBe('forbidden');
  }
  const wrongDoor = await committee.refusal(appeals.decideAppeal, {
    params: { appealId: second.id },
    body: decision(),
  });
  expect(wrongDoor.code).toBe('forbidden');
  const early = await file(city.as.officer, { entryId: (await deduction()).id });
  expect((await secondDecisionRefused(committee, early.id)).status).toBe(403);
  const queue = await both.call(appeals.listAppeals, { query: { view: 'toAnswer' } });
  expect(queue.items.map((item) => item.id)).not.toContain(second.id);
});

test('§13 the method names who answers a second time and in how many days, or that there is no second time', async () => {
  const { content } = await app.db
    .selectFrom('rule_set_version')
    .select('content')
    .where('id', '=', city.versionId)
    .executeTakeFirstOrThrow();
  const withProcedure = (procedure: Record<string, unknown>) =>
    makeOtherMethod(app, city, { ...(content as object), procedure });
  const byOffice = await withProcedure({
    secondInstance: 'office',
    secondAppealDays: 2,
    secondAnswerDays: 3,
  });
  const entry = await deduction({ periodId: byOffice });
  const first = await file(city.as.officer, { entryId: entry.id });
  const other = await alsoSignedIn({ displayName: '考核办乙', unit: city.bureau, roles: ['office'] });
  await decide(other, first.id, { outcome: 'dismissed', correction: null });
  expect((await shown(city.as.officer, first.id)).further).toEqual({ by: 'office', until: '2026-09-21' });
  const second = await fileSecond(city.as.officer, first.id);
  expect(second).toMatchObject({ answeredBy: 'office', answerDueOn: '2026-09-22' });
  expect((await secondDecisionRefused(committee, second.id)).code).toBe('forbidden');
  await decideSecond(city.as.office, second.id, { outcome: 'dismissed', correction: null });
  const once = await withProcedure({ secondInstance: 'none' });
  const only = await file(city.as.officer, { entryId: (await deduction({ periodId: once })).id });
  await decide(city.as.office, only.id, { outcome: 'dismissed', correction: null });
  expect((await secondRefused(city.as.officer, only.id)).message).toContain('只进行一次');
  expect(await shown(city.as.officer, only.id)).toMatchObject({ final: true, further: null });
});

test('§13 without the year’s calendar the second time limit is refused, not guessed', async () => {
  const { first } = await answeredFirst();
  const { bureauId } = city.bureau;
  const kept = await app.db
    .deleteFrom('calendar_year')
    .where('bureau_id', '=', bureauId)
    .returningAll()
    .execute();
  const refusal = await secondRefused(city.as.officer, first.id);
  expect(refusal.message).toContain('没有 2026 年的节假日和调休表');
  await app.db.insertInto('calendar_year').values(kept).execute();
  expect((await fileSecond(city.as.officer, first.id)).state).toBe('filed');
});

test('P7 an answer that is overdue is shown, listed, and told once to those who may answer', async () => {
  const { first } = await answeredFirst();
  const second = await fileSecond(city.as.officer, first.id);
  const told = async () =>
    (
      await app.db
        .selectFrom('notification')
        .selectAll()
        .where('about_id', '=', second.id)
        .where('kind', '=', 'press')
        .execute()
    ).length;
  const overdue = async () =>
    (await committee.call(appeals.listAppeals, { query: { view: 'second', overdue: '1' } })).items;
  setNow(new Date('2026-09-24T15:59:59Z'));
  await remindOverdueAppeals(app.deps);
  expect([await told(), (await overdue()).some((item) => item.id === second.id)]).toEqual([0, false]);
  setNow(new Date('2026-09-24T16:00:00Z'));
  await remindOverdueAppeals(app.deps);
  await remindOverdueAppeals(app.deps);
  // Two of the committee, once each.
  expect(await told()).toBe(2);
  expect((await overdue()).find((item) => item.id === second.id)).toMatchObject({ overdue: true });
});
