import { randomUUID } from 'node:crypto';
import { files, notifications, results, workbench, writtenReviews } from '@mingji/contract';
import { expect, test } from 'vitest';
import { remindWrittenReviews } from '../../src/modules/written-reviews/index.ts';
import {
  afterDeadline,
  bookAbsence,
  bookInspections,
  compute,
  countOf,
  onPeriod,
  travel,
} from '../results/month.ts';
import type { TestClient } from '../support/client.ts';
import {
  at,
  decision,
  handIn,
  listed,
  periodId,
  reviewOf,
  setUpRedLine,
  westHead,
  world,
  zhao,
} from './red-line-month.ts';

setUpRedLine();

test('P16 publishing makes a written review for whoever is below the red line, due in working days, told to them', async () => {
  expect((await listed(world.office)).map((each) => [each.subject.name, each.score, each.dueOn])).toEqual([
    ['赵某', '59.00', '2026-10-02'],
    ['钱某', '60.00', '2026-10-02'],
  ]);
  const own = await listed(zhao, { view: 'mine' });
  expect(own).toMatchObject([{ state: 'open', task: '书面检查', below: '70', overdue: false, clause: 'c1' }]);
  const told = await zhao.call(notifications.listNotifications, { query: { kind: 'writtenReview' } });
  expect(told.items[0]).toMatchObject({ address: `/written-reviews/${own[0]?.id}` });
  expect(told.items[0]?.detail).not.toContain('59');
  const waiting = await zhao.call(workbench.getWorkbench);
  expect(waiting.groups.find((group) => group.key === 'outcomes')?.items).toMatchObject([
    { title: '2026年9月书面检查', address: `/written-reviews/${own[0]?.id}` },
  ]);
});

test('P16 a written review changes no points: the results before and after are the same', async () => {
  const before = await world.office.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer' },
  });
  const entries = await countOf(world, 'ledger_entry');
  const review = await reviewOf('赵某');
  await zhao.call(writtenReviews.handInWrittenReview, at(review, handIn()) as never);
  await westHead.call(writtenReviews.decideWrittenReview, at(review, decision()) as never);
  expect(await countOf(world, 'ledger_entry')).toBe(entries);
  const after = await world.office.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer' },
  });
  expect(after.items).toEqual(before.items);
  await compute(world, periodId);
  const again = await world.office.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer' },
  });
  expect(again.items).toEqual(before.items);
});

test('P16 publishing again makes nothing twice; who rose above the line owes nothing, until he falls again', async () => {
  const first = await reviewOf('赵某');
  const qian = await reviewOf('钱某');
  let hours = 0;
  const publishAgain = async (book: () => Promise<unknown>) => {
    hours += 1;
    await travel(world, new Date(afterDeadline.getTime() + hours * 3_600_000));
    // As a second person confirmed it.
    await world.server.db
      .updateTable('period')
      .set({ state: 'reviewing' })
      .where('id', '=', periodId)
      .execute();
    await book();
    await compute(world, periodId);
    await world.office.call(results.publishResults, onPeriod(periodId));
  };
  await publishAgain(async () => {});
  expect((await listed(world.office)).map((each) => each.id).toSorted()).toEqual(
    [first.id, qian.id].toSorted(),
  );
  await publishAgain(() => bookInspections(world, periodId, world.zhao, '20'));
  expect(await reviewOf('赵某')).toMatchObject({ id: first.id, state: 'cancelled' });
  expect(await reviewOf('钱某')).toMatchObject({ id: qian.id, state: 'open' });
  const { review } = await zhao.call(writtenReviews.getWrittenReview, { params: { reviewId: first.id } });
  expect(review.timeline.at(-1)).toMatchObject({
    actionLabel: '撤销',
    reason: '重新公示的成绩不低于红线',
  });
  const refused = await zhao.refusal(writtenReviews.handInWrittenReview, at(first, handIn()));
  expect([refused.code, refused.message]).toEqual(['conflict', expect.stringContaining('已撤销')]);
  await publishAgain(() => bookAbsence(world, periodId, world.zhao, '40'));
  expect(await reviewOf('赵某')).toMatchObject({ id: first.id, state: 'open', score: '59.00' });
  expect(await listed(world.office)).toHaveLength(2);
});

test('P16 it is handed in with files, returned with a reason, written again and accepted; every version stays', async () => {
  const review = await reviewOf('赵某');
  const { file } = await zhao.upload(files.uploadFile, { name: '整改清单.txt', bytes: Buffer.from('整改') });
  await zhao.call(writtenReviews.handInWrittenReview, at(review, handIn('第一稿', [file.id])) as never);
  await westHead.call(
    writtenReviews.decideWrittenReview,
    at(review, decision({ outcome: 'return', opinion: '未写整改措施' })) as never,
  );
  expect((await listed(zhao, { view: 'mine' }))[0]).toMatchObject({ state: 'returned' });
  await zhao.call(writtenReviews.handInWrittenReview, at(review, handIn('第二稿')) as never);
  await westHead.call(writtenReviews.decideWrittenReview, at(review, decision({ version: 2 })) as never);
  const { review: shown } = await zhao.call(writtenReviews.getWrittenReview, {
    params: { reviewId: review.id },
  });
  expect(shown).toMatchObject({ state: 'accepted', late: false, can: { hand: false, decide: false } });
  expect(shown.versions.map((each) => [each.version, each.text, each.files.length])).toEqual([
    [2, '第二稿', 0],
    [1, '第一稿', 1],
  ]);
  expect(shown.timeline.map((event) => event.actionLabel)).toEqual([
    '提出要求',
    '提交',
    '退回',
    '提交',
    '通过',
  ]);
  const got = await westHead.download(files.downloadFile, { params: { fileId: file.id } });
  expect(got.body).toBe('整改');
  const beside = await world.liClient.refusal(files.downloadFile, { params: { fileId: file.id } });
  expect(beside.code).toBe('forbidden');
});

test('P16 handed in after the due day it is taken and marked as late; what was late once stays late', async () => {
  const review = await reviewOf('赵某');
  await travel(world, new Date('2026-10-02T15:59:59Z'));
  expect((await listed(world.office, { view: 'overdue' })).length).toBe(0);
  await travel(world, new Date('2026-10-02T16:00:00Z'));
  expect((await listed(world.office, { view: 'overdue' })).map((each) => each.subject.name)).toEqual([
    '赵某',
    '钱某',
  ]);
  const { review: handed } = await zhao.call(
    writtenReviews.handInWrittenReview,
    at(review, handIn()) as never,
  );
  expect(handed).toMatchObject({ state: 'handedIn', late: true, overdue: false });
});

test('P16 what is due is reminded and what is overdue goes up, each once', async () => {
  const review = await reviewOf('赵某');
  const told = async (who: TestClient, kind: 'writtenReview' | 'escalated') =>
    (await who.call(notifications.listNotifications, { query: { kind } })).items.filter(
      (each) => each.address === `/written-reviews/${review.id}`,
    ).length;
  await travel(world, new Date('2026-09-30T02:00:00Z'));
  await remindWrittenReviews(world.server.deps);
  expect(await told(zhao, 'writtenReview')).toBe(1);
  await travel(world, new Date('2026-10-01T02:00:00Z'));
  await remindWrittenReviews(world.server.deps);
  await remindWrittenReviews(world.server.deps);
  expect([await told(zhao, 'writtenReview'), await told(westHead, 'escalated')]).toEqual([2, 0]);
  await travel(world, new Date('2026-10-03T02:00:00Z'));
  await remindWrittenReviews(world.server.deps);
  await remindWrittenReviews(world.server.deps);
  expect(await told(westHead, 'escalated')).toBe(1);
  expect(await told(world.office, 'escalated')).toBe(1);
  expect(await told(world.otherOffice, 'escalated')).toBe(0);
  expect(await reviewOf('赵某')).toMatchObject({
    remindedAt: expect.any(String),
    escalatedAt: expect.any(String),
  });
});

test('P16 only the one concerned hands it in, only the line above decides, nobody decides his own', async () => {
  const review = await reviewOf('赵某');
  for (const other of [world.liClient, westHead, world.eastHead]) {
    const refused = await other.refusal(writtenReviews.handInWrittenReview, at(review, handIn()));
    expect(refused.code).toBe('forbidden');
  }
  expect((await world.office.refusal(writtenReviews.handInWrittenReview, at(review, handIn()))).code).toBe(
    'forbidden',
  );
  await zhao.call(writtenReviews.handInWrittenReview, at(review, handIn()) as never);
  for (const other of [world.eastHead, world.otherOffice]) {
    const refused = await other.refusal(writtenReviews.decideWrittenReview, at(review, decision()));
    expect(refused.code).toBe('forbidden');
  }
  const headOfOwn = await world.server.signInWith({
    roles: ['officer', 'unitHead'],
    unit: world.brigade,
    officer: world.qian,
  });
  const own = await reviewOf('钱某');
  await headOfOwn.call(writtenReviews.handInWrittenReview, at(own, handIn()) as never);
  const refused = await headOfOwn.refusal(writtenReviews.decideWrittenReview, at(own, decision()));
  expect([refused.code, refused.message]).toEqual(['forbidden', expect.stringContaining('本人')]);
  await world.office.call(writtenReviews.decideWrittenReview, at(own, decision()) as never);
  await world.server.db
    .updateTable('account')
    .set({ officer_id: null })
    .where('officer_id', '=', world.qian.id)
    .execute();
});

test('P16 each sees his own and his line: another unit, another county and a neighbour see nothing', async () => {
  const review = await reviewOf('赵某');
  for (const stranger of [world.liClient, world.eastHead, world.otherOffice]) {
    expect((await listed(stranger)).map((each) => each.subject.name)).not.toContain('赵某');
    const refused = await stranger.refusal(writtenReviews.getWrittenReview, {
      params: { reviewId: review.id },
    });
    expect(refused.code).toBe('notFound');
  }
  for (const reader of [zhao, westHead, world.leader]) {
    expect((await listed(reader)).map((each) => each.subject.name)).toContain('赵某');
  }
});

test('P16 twice is told: handed in twice, decided twice, an older version decided, a return without a reason', async () => {
  const review = await reviewOf('赵某');
  const body = handIn();
  const early = await westHead.refusal(writtenReviews.decideWrittenReview, at(review, decision()));
  expect([early.code, early.message]).toEqual(['conflict', expect.stringContaining('待提交')]);
  const first = await zhao.call(writtenReviews.handInWrittenReview, at(review, body) as never);
  expect(await zhao.call(writtenReviews.handInWrittenReview, at(review, body) as never)).toEqual(first);
  const twice = await zhao.refusal(writtenReviews.handInWrittenReview, at(review, handIn('又一稿')));
  expect([twice.code, twice.message]).toEqual(['conflict', expect.stringContaining('待审阅')]);
  const noReason = await westHead.refusal(
    writtenReviews.decideWrittenReview,
    at(review, decision({ outcome: 'return' })),
  );
  expect(noReason.message).toContain('须填写原因');
  const older = await westHead.refusal(
    writtenReviews.decideWrittenReview,
    at(review, decision({ version: 2 })),
  );
  expect(older.message).toContain('最新的是第 1 稿');
  await westHead.call(writtenReviews.decideWrittenReview, at(review, decision()) as never);
  const done = await world.office.refusal(writtenReviews.decideWrittenReview, at(review, decision()));
  expect([done.code, done.message]).toEqual(['conflict', expect.stringContaining('已通过')]);
  const empty = await zhao.refusal(writtenReviews.handInWrittenReview, at(review, handIn('  ')));
  expect(empty.body.problems[0]?.path).toBe('text');
});

test('P16 a leader decides a pile at once: each for itself, the same rules, one line in the audit log', async () => {
  const [first, second] = [await reviewOf('赵某'), await reviewOf('钱某')];
  await zhao.call(writtenReviews.handInWrittenReview, at(first, handIn()) as never);
  const items = [first, second].map(({ id }) => ({ reviewId: id, version: 1 }));
  const pile = (more: Record<string, unknown> = {}) => ({
    body: { requestId: randomUUID(), items, outcome: 'return' as const, opinion: '未写整改措施', ...more },
  });
  const silent = await world.leader.call(writtenReviews.decideWrittenReviews, pile({ opinion: '' }));
  expect(silent.decided).toEqual([]);
  expect(silent.refused.map(({ message }) => message)).toContainEqual(expect.stringContaining('须填写原因'));
  const answer = await world.leader.call(writtenReviews.decideWrittenReviews, pile());
  expect(answer.decided).toEqual([first.id]);
  expect(answer.refused).toMatchObject([{ reviewId: second.id, message: expect.stringContaining('待提交') }]);
  expect(await reviewOf('赵某')).toMatchObject({ state: 'returned', version: 1 });
  const beside = await world.eastHead.call(writtenReviews.decideWrittenReviews, pile());
  expect(beside.decided).toEqual([]);
  const own = await zhao.refusal(writtenReviews.decideWrittenReviews, pile());
  expect(own.code).toBe('forbidden');
  const logged = await world.server.db
    .selectFrom('audit_event')
    .select('summary')
    .where('action', '=', 'writtenReview.returnedMany')
    .execute();
  expect(logged.map(({ summary }) => summary)).toContain('批量退回重写书面检查 1 件，未办理 1 件');
});
