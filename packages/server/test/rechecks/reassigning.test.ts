import { randomUUID } from 'node:crypto';
import { rechecks, reviewDuties } from '@mingji/contract';
import { beforeEach, expect, test } from 'vitest';
import { accept, app, city, report, setUpWork } from '../submissions/work.ts';
import type { TestClient } from '../support/client.ts';

setUpWork();
const accountOf = (who: TestClient) => who.session.account.id;
const stateOf = (who: TestClient, state: 'active' | 'disabled') =>
  app.db.updateTable('account').set({ state }).where('id', '=', accountOf(who)).execute();
beforeEach(async () => {
  await app.db.deleteFrom('recheck_case').execute();
  for (let made = 0; made < 3; made += 1) await accept(city.as.orderReviewer, (await report()).id);
});

const wish = (more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  title: '九月抽查',
  from: '2026-09-18',
  to: '2026-09-18',
  wantedKind: 'percent' as const,
  wanted: 100,
  checkerIds: [accountOf(city.as.orderReviewer2)],
  ...more,
});
const read = (drawId: string) => city.as.office.call(rechecks.getRecheckDraw, { params: { drawId } });
async function draw(more: Record<string, unknown> = {}) {
  const { draw: made } = await city.as.office.call(rechecks.drawRecheck, { body: wish(more) });
  return read(made.id);
}
const change = (caseIds: string[], checkerId: string | null = null) => ({
  requestId: randomUUID(),
  caseIds,
  checkerId,
  reason: '原复核人已调离',
});
const upheld = () => ({ requestId: randomUUID(), outcome: 'upheld' as const });

test('X10 what was given to a checker who has left is given to another, who alone decides it', async () => {
  const { draw: made, cases } = await draw();
  expect(cases.map(({ assigneeAway }) => assigneeAway)).toEqual(cases.map(() => null));
  const ids = cases.map(({ id }) => id);
  await stateOf(city.as.orderReviewer2, 'disabled');
  expect((await read(made.id)).cases[0]).toMatchObject({ assigneeAway: 'left' });
  const params = { drawId: made.id };
  const { checkers } = await city.as.office.call(rechecks.listRecheckCheckers, { params });
  expect(checkers).toMatchObject([{ name: '考核办', waiting: 0, away: false }]);
  const answer = await city.as.office.call(rechecks.reassignRechecks, { params, body: change(ids) });
  expect(answer).toEqual({ moved: ids, refused: [] });
  await stateOf(city.as.orderReviewer2, 'active');
  const [first = ''] = ids;
  const left = await city.as.orderReviewer2.refusal(rechecks.decideRecheck, {
    params: { caseId: first },
    body: upheld(),
  });
  expect(left.message).toContain('分派给其他复核人');
  const done = await city.as.office.call(rechecks.decideRecheck, {
    params: { caseId: first },
    body: upheld(),
  });
  expect(done.case).toMatchObject({ state: 'upheld', decidedByName: '考核办' });
  const told = await app.db
    .selectFrom('notification')
    .select('title')
    .where('account_id', '=', accountOf(city.as.office))
    .where('kind', '=', 'recheck')
    .execute();
  expect(told.map(({ title }) => title)).toContain(`请您复核 ${ids.length} 件`);
});

test('X10 the system gives nothing to who is away, and says of whom he has that he is', async () => {
  const { handover } = await city.as.orderReviewer2.call(reviewDuties.planHandover, {
    body: {
      requestId: randomUUID(),
      accountId: accountOf(city.as.orderReviewer2),
      deputyAccountId: accountOf(city.as.orderReviewer),
      fromOn: '2026-09-18',
      toOn: '2026-09-21',
      reason: '年休假',
    },
  });
  const lot = await draw({ checkerIds: [] });
  expect(new Set(lot.cases.map(({ assignee }) => assignee.name))).toEqual(new Set(['考核办']));
  await app.db.deleteFrom('recheck_case').execute();
  const named = await draw();
  expect(named.cases[0]).toMatchObject({ assignee: { name: '治安审核乙' }, assigneeAway: 'absent' });
  await city.as.orderReviewer2.call(reviewDuties.endHandover, {
    params: { handoverId: handover.id },
    body: { requestId: randomUUID() },
  });
});

test('X10 each case goes or stays for itself: decided, the same one, whom it does not suit', async () => {
  const { draw: made, cases } = await draw();
  const [decided = '', waiting = ''] = cases.map(({ id }) => id);
  await city.as.orderReviewer2.call(rechecks.decideRecheck, { params: { caseId: decided }, body: upheld() });
  const move = async (checkerId: string | null) => {
    const body = change([decided, waiting, randomUUID()], checkerId);
    return city.as.office.call(rechecks.reassignRechecks, { params: { drawId: made.id }, body });
  };
  const messages = async (who: TestClient) =>
    (await move(accountOf(who))).refused.map(({ message }) => message);
  expect(await messages(city.as.orderReviewer2)).toEqual([
    expect.stringContaining('不在这次抽查之中'),
    expect.stringContaining('已作出复核结论'),
    expect.stringContaining('本来就由所选人员'),
  ]);
  expect((await messages(city.as.orderReviewer))[2]).toContain('不能复核这一件');
  expect((await messages(city.as.legalReviewer))[2]).toContain('不能复核这一件');
  expect((await move(null)).moved).toEqual([waiting]);
});

test('P1 only the office of the draw gives cases to others', async () => {
  const { draw: made, cases } = await draw();
  const call = { params: { drawId: made.id }, body: change(cases.map(({ id }) => id)) };
  const refuse = async (who: TestClient) => (await who.refusal(rechecks.reassignRechecks, call)).code;
  expect(await refuse(city.as.orderReviewer2)).toBe('forbidden');
  expect(await refuse(app.visitor)).toBe('notSignedIn');
  const other = await app.signInWith({ displayName: '西所考核', unit: city.west, roles: ['office'] });
  expect(await refuse(other)).toBe('notFound');
  const list = await other.refusal(rechecks.listRecheckCheckers, { params: { drawId: made.id } });
  expect(list.code).toBe('notFound');
});

test('X10 of two draws at the same moment the second draws from what the first left, nothing twice', async () => {
  const answers = await Promise.all(
    [1, 2].map(() =>
      city.as.office.inject({ method: 'POST', url: rechecks.drawRecheck.path, payload: wish() }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
  expect(answers.find(({ statusCode }) => statusCode === 422)?.body).toContain('没有可抽查的填报');
  const twice = await app.db
    .selectFrom('recheck_case')
    .select('submission_id')
    .groupBy('submission_id')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
  expect(twice).toEqual([]);
});
