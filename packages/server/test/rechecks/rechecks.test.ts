import { randomUUID } from 'node:crypto';
import { appeals, entries, rechecks, submissions } from '@mingji/contract';
import { beforeEach, expect, test } from 'vitest';
import { accept, app, city, report, setUpWork } from '../submissions/work.ts';
import type { TestClient } from '../support/client.ts';
import { setPeriodState } from '../support/work-city.ts';

setUpWork();
const days = { from: '2026-09-18', to: '2026-09-18' };
const accountOf = (who: TestClient) => who.session.account.id;
let accepted: string[] = [];
beforeEach(async () => {
  await app.db.deleteFrom('recheck_case').execute();
  const made = await Promise.all(Array.from({ length: 6 }, () => report()));
  accepted = made.map(({ id }) => id);
  for (const id of accepted) await accept(city.as.orderReviewer, id);
});

const wish = (more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  title: '九月抽查',
  ...days,
  wantedKind: 'count' as const,
  wanted: 3,
  seed: '摇号 2026-09',
  ...more,
});
async function draw(more: Record<string, unknown> = {}) {
  const { draw: made } = await city.as.office.call(rechecks.drawRecheck, { body: wish(more) });
  return city.as.office.call(rechecks.getRecheckDraw, { params: { drawId: made.id } });
}
const decide = (who: TestClient, caseId: string, body: Record<string, unknown>) =>
  who.call(rechecks.decideRecheck, {
    params: { caseId },
    body: { requestId: randomUUID(), ...body } as never,
  });
const refuseDecision = (who: TestClient, caseId: string, body: Record<string, unknown>) =>
  who.refusal(rechecks.decideRecheck, { params: { caseId }, body: { requestId: randomUUID(), ...body } });

test('X10 a draw is kept with its seed and population, repeats, and gives nobody his own decisions', async () => {
  const population = await city.as.office.call(rechecks.countRecheckPopulation, { query: days });
  expect(population.count).toBeGreaterThanOrEqual(6);
  expect(population.reviewers.map(({ name }) => name)).toContain('治安审核甲');
  expect(population.owners).toMatchObject([{ name: '治安管理大队' }]);
  expect(population.indicators.map(({ name }) => name)).toContain('隐患排查');
  const { draw: made, cases, repeats } = await draw();
  expect(made).toMatchObject({
    population: population.count,
    drawn: 3,
    wanted: '3 件',
    waiting: 3,
    seed: '摇号 2026-09',
  });
  expect(repeats).toBe(true);
  expect(cases).toHaveLength(3);
  for (const each of cases) {
    expect(each.reviewerName).toBe('治安审核甲');
    expect(each.assignee.id).not.toBe(accountOf(city.as.orderReviewer));
  }
  // Drawn once, not drawn again.
  const rest = await city.as.office.call(rechecks.countRecheckPopulation, { query: days });
  expect(rest.count).toBe(population.count - 3);
});

test('X10 a percentage draws its share, rounded up, and a named checker gets the cases', async () => {
  const { count } = await city.as.office.call(rechecks.countRecheckPopulation, { query: days });
  const { cases } = await draw({
    wantedKind: 'percent',
    wanted: 10,
    seed: undefined,
    checkerIds: [accountOf(city.as.orderReviewer2)],
  });
  expect(cases).toHaveLength(Math.ceil(count / 10));
  expect(new Set(cases.map((each) => each.assignee.name))).toEqual(new Set(['治安审核乙']));
});

test('X10 upheld it stays as it is; the timeline says so', async () => {
  const { cases } = await draw({ wanted: 1, checkerIds: [accountOf(city.as.orderReviewer2)] });
  const [one] = cases;
  const done = await decide(city.as.orderReviewer2, one?.id ?? '', { outcome: 'upheld' });
  expect(done.case).toMatchObject({ state: 'upheld', decidedByName: '治安审核乙', can: { decide: false } });
  const seen = await city.as.office.call(submissions.getSubmission, {
    params: { submissionId: one?.submission.id ?? '' },
  });
  expect(seen.submission).toMatchObject({ state: 'accepted', bookedPoints: '4' });
  expect(seen.submission.timeline.at(-1)?.actionLabel).toBe('抽查复核维持');
  const again = await refuseDecision(city.as.orderReviewer2, one?.id ?? '', { outcome: 'upheld' });
  expect(again).toMatchObject({ code: 'conflict' });
  expect(again.message).toContain('已由治安审核乙');
});

test('X10 a correction reverses and books anew; the reviewer concerned and the officer are told (倒查)', async () => {
  const { cases } = await draw({ wanted: 1, checkerIds: [accountOf(city.as.orderReviewer2)] });
  const [one] = cases;
  const silent = await refuseDecision(city.as.orderReviewer2, one?.id ?? '', {
    outcome: 'corrected',
    replacement: null,
    reason: ' ',
  });
  expect(silent.code).toBe('invalid');
  const done = await decide(city.as.orderReviewer2, one?.id ?? '', {
    outcome: 'corrected',
    reason: '照片只能证明一处',
    replacement: { quantity: '1' },
  });
  expect(done.case).toMatchObject({ state: 'corrected', submission: { bookedPoints: '2' } });
  const log = await city.as.officer.call(entries.listEntries, { query: { pageSize: 200 } });
  const about = log.items.filter((each) => each.reason === '照片只能证明一处');
  expect(about.map((each) => each.kind).sort()).toEqual(['event', 'reversal']);
  const told = async (who: TestClient) =>
    (
      await app.db
        .selectFrom('notification')
        .select('title')
        .where('account_id', '=', accountOf(who))
        .execute()
    ).map(({ title }) => title);
  const { title, indicator } = done.case.submission;
  expect(await told(city.as.orderReviewer)).toContain(`您审核的“${title}”经抽查应更正`);
  expect(await told(city.as.officer)).toContain(`得分记录已冲销：${indicator.name}`);
  const mine = await city.as.orderReviewer.call(rechecks.listRecheckCases, { query: { view: 'aboutMe' } });
  expect(mine.items).toMatchObject([{ state: 'corrected', reason: '照片只能证明一处' }]);
  const { reviewers } = await city.as.office.call(rechecks.listReviewerQuality, { query: days });
  expect(reviewers).toMatchObject([{ reviewer: { name: '治安审核甲' }, drawn: 1, corrected: 1, upheld: 0 }]);
});

test('§13 only the one it was given to decides, never its reviewer, nor another department', async () => {
  const { cases } = await draw({ wanted: 1, checkerIds: [accountOf(city.as.orderReviewer2)] });
  const [one] = cases;
  const body = { outcome: 'upheld' };
  const own = await refuseDecision(city.as.orderReviewer, one?.id ?? '', body);
  expect(own).toMatchObject({ code: 'forbidden' });
  expect(own.message).toContain('原审核人以外');
  expect((await refuseDecision(city.as.office, one?.id ?? '', body)).message).toContain('分派给其他复核人');
  expect((await refuseDecision(city.as.legalReviewer, one?.id ?? '', body)).code).toBe('forbidden');
  expect((await refuseDecision(city.as.officer, one?.id ?? '', body)).code).toBe('forbidden');
  expect((await refuseDecision(app.visitor, one?.id ?? '', body)).code).toBe('notSignedIn');
});

test('X10 what cannot be drawn is refused by number and with what to do', async () => {
  const refuse = (more: Record<string, unknown>, who: TestClient = city.as.office) =>
    who.refusal(rechecks.drawRecheck, { body: wish(more) });
  expect((await refuse({ wanted: 500 })).message).toMatch(/范围内只有 \d+ 件/);
  expect((await refuse({ wantedKind: 'percent', wanted: 101 })).message).toContain('不能超过 100%');
  expect((await refuse({ from: '2026-09-01', to: '2026-09-02' })).message).toContain('没有可抽查的填报');
  expect((await refuse({ from: '2026-09-19', to: '2026-09-18' })).code).toBe('invalid');
  const nobody = await refuse({ checkerIds: [accountOf(city.as.orderReviewer)] });
  expect(nobody.body.problems).toMatchObject([{ path: 'checkerIds' }]);
  expect((await refuse({}, city.as.orderReviewer)).code).toBe('forbidden');
  expect((await refuse({}, app.visitor)).code).toBe('notSignedIn');
});

test('P1 another county’s office neither draws from nor reads what is not below it', async () => {
  const { draw: made } = await draw({ wanted: 1 });
  const other = await app.signInWith({ displayName: '西所考核', unit: city.west, roles: ['office'] });
  const refusal = await other.refusal(rechecks.getRecheckDraw, { params: { drawId: made.id } });
  expect(refusal.code).toBe('notFound');
  expect((await other.call(rechecks.countRecheckPopulation, { query: days })).count).toBe(0);
  expect((await other.call(rechecks.listRecheckDraws, { query: {} })).items).toEqual([]);
});

test('§13 who looked at the work a second time and upheld it does not answer the appeal against it', async () => {
  const all = { wantedKind: 'percent', wanted: 100, checkerIds: [accountOf(city.as.orderReviewer2)] };
  const one = (await draw(all)).cases.find(({ submission }) => accepted.includes(submission.id));
  await decide(city.as.orderReviewer2, one?.id ?? '', { outcome: 'upheld' });
  const { items } = await city.as.officer.call(entries.listEntries, {
    query: { log: 'mine', pageSize: 200 } as never,
  });
  const entry = items.find(({ source }) => source.id === one?.submission.id);
  const { appeal } = await city.as.officer.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: entry?.id ?? '', grounds: '少记了一处隐患', fileIds: [] },
  });
  const seen = await city.as.orderReviewer2.call(appeals.getAppeal, { params: { appealId: appeal.id } });
  expect(seen.appeal.can).toMatchObject({ decide: false });
  expect(seen.appeal.can.decideRefusal).toContain('审核过该事项的人员不得答复');
});

test('X10 never in a sealed period: there a fault is noted, and noted only there', async () => {
  const { cases } = await draw({ wanted: 1, checkerIds: [accountOf(city.as.orderReviewer2)] });
  const [one] = cases;
  const early = await refuseDecision(city.as.orderReviewer2, one?.id ?? '', {
    outcome: 'noted',
    reason: '有误',
  });
  expect(early.message).toContain('尚未封存');
  await setPeriodState(app, city.periodId, 'inNotice');
  const noticed = await refuseDecision(city.as.orderReviewer2, one?.id ?? '', {
    outcome: 'noted',
    reason: '有误',
  });
  expect(noticed.code).toBe('refused');
  await setPeriodState(app, city.periodId, 'sealed');
  const late = await refuseDecision(city.as.orderReviewer2, one?.id ?? '', {
    outcome: 'corrected',
    reason: '有误',
    replacement: null,
  });
  expect(late.code).toBe('sealed');
  const done = await decide(city.as.orderReviewer2, one?.id ?? '', {
    outcome: 'noted',
    reason: '有误，已封存',
  });
  expect(done.case).toMatchObject({ state: 'noted', can: { correct: false } });
});
