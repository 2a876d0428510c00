import { randomUUID } from 'node:crypto';
import { entries, periods, pilot, results, submissions, targets } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  bookAbsence,
  compute,
  duringSeptember,
  type MonthWorld,
  openMonth,
  startMonthWorld,
  travel,
} from '../results/month.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());
beforeEach(async () => {
  await world.server.db.deleteFrom('unit_activation').execute();
  await travel(world, duringSeptember);
});

const switchOn = (unitId: string, from: string, more: object = {}) => ({
  body: { requestId: randomUUID(), unitId, from, reason: '先行试点', ...more },
});
const workOf = (periodId: string, more: object = {}) => ({
  body: {
    requestId: randomUUID(),
    periodId,
    subjectKind: 'officer' as const,
    subjectId: world.li.id,
    indicatorCode: 'inspection',
    title: '检查旅馆三家',
    quantity: '3',
    occurredOn: '2026-09-08',
    fileIds: [],
    ...more,
  },
});

test('P20 with the west on, the east is neither computed, ranked, reported for nor scored, and is told why', async () => {
  const periodId = await openMonth(world);
  await world.office.call(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-01'));
  const form = await world.liClient.call(submissions.getReportForm, { query: {} });
  expect(form.periods.map(({ id }) => id)).not.toContain(periodId);
  expect(form.pilotNotice).toContain('城东派出所');
  const report = await world.liClient.refusal(submissions.createSubmission, workOf(periodId));
  expect(report).toMatchObject({ status: 422, code: 'refused' });
  expect(report.body.message).toContain('不在试点范围内');
  const posted = await world.reviewer.refusal(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId: world.li.id,
      indicatorCode: 'duty-1',
      eventCode: 'absent',
      quantity: '1',
      occurredOn: '2026-09-05',
      reason: '抽查不在位',
      fileIds: [],
    },
  });
  expect(posted.body.message).toContain('不在试点范围内');
  await bookAbsence(world, periodId, world.zhao, '1');
  await compute(world, periodId);
  const { items } = await world.office.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer' },
  });
  expect(items.map(({ name }) => name)).toEqual(['赵某']);
});

test('P20 a unit that begins later is told since when, and takes part in the periods that end after it', async () => {
  await world.office.call(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-01'));
  await world.office.call(pilot.switchOnUnit, switchOn(world.east.id, '2026-10-01'));
  const periodId = await openMonth(world);
  const early = await world.liClient.refusal(submissions.createSubmission, workOf(periodId));
  expect(early.body.message).toContain('自 2026-10-01 起试点');
});

test('P20 a unit outside the pilot gets no target, nor a part of one; the unit above a pilot does', async () => {
  const year = 2026;
  const periodId = await openMonth(world);
  const versionId = (await world.office.call(periods.getPeriod, { params: { periodId } })).period.ruleSet
    .versionId;
  await world.office.call(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-01'));
  const issue = (unitId: string) => ({
    params: { versionId, year },
    body: { requestId: randomUUID(), rows: [{ indicatorCode: 'inspection', unitId, quantity: '120' }] },
  });
  const refused = await world.office.refusal(targets.issueTargets, issue(world.east.id));
  expect(refused.body.problems[0]?.message).toContain('不在试点范围内');
  await world.office.call(targets.issueTargets, issue(world.county.id));
});

test('P20 no activation means no pilot; the page says who is on since when, and by whom', async () => {
  const before = await world.office.call(pilot.getPilot);
  expect(before).toMatchObject({ on: false, activations: [] });
  expect(before.units.active).toBe(before.units.all);
  const now = await world.office.call(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-01'));
  expect(now.on).toBe(true);
  expect(now.units.active).toBe(1);
  expect(now.activations[0]).toMatchObject({
    unit: { name: '城西派出所' },
    state: 'active',
    from: '2026-09-01',
    switchedByName: world.office.session.account.displayName,
    canChange: true,
  });
});

test('P20 a unit is not switched on twice, nor below one that is on; two at once: one does, the other is told', async () => {
  const outcomes = await Promise.allSettled([
    world.office.call(pilot.switchOnUnit, switchOn(world.county.id, '2026-09-01')),
    world.secondOffice.call(pilot.switchOnUnit, switchOn(world.county.id, '2026-09-01')),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const below = await world.office.refusal(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-05'));
  expect(below).toMatchObject({ code: 'conflict' });
  expect(below.body.message).toContain('甲县公安局');
});

test('P20 a unit is switched off from today on, never backwards; one that has not begun is taken back', async () => {
  const { activations } = await world.office.call(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-01'));
  const off = (activationId: string, to: string) => ({
    params: { activationId },
    body: { requestId: randomUUID(), to, reason: '试点结束' },
  });
  const id = activations[0]?.id ?? '';
  const backwards = await world.office.refusal(pilot.switchOffUnit, off(id, '2026-09-09'));
  expect(backwards.body.problems[0]?.path).toBe('to');
  const ended = await world.office.call(pilot.switchOffUnit, off(id, '2026-09-10'));
  expect(ended.activations[0]?.to).toBe('2026-09-10');
  const { activations: more } = await world.office.call(
    pilot.switchOnUnit,
    switchOn(world.east.id, '2026-10-01'),
  );
  const coming = more.find(({ state }) => state === 'coming')?.id ?? '';
  const left = await world.office.call(pilot.switchOffUnit, off(coming, '2026-09-30'));
  expect(left.activations.map(({ unit }) => unit.name)).toEqual(['城西派出所']);
});

test('P20 the first unit of a pilot does not empty a month that is under way', async () => {
  await openMonth(world);
  const refused = await world.office.refusal(pilot.switchOnUnit, switchOn(world.west.id, '2026-10-01'));
  expect(refused.body.message).toContain('没有参评单位');
  expect((await world.office.call(pilot.getPilot)).on).toBe(false);
});

test('P1 another county and officers switch nothing on here; nobody does without a session', async () => {
  const wish = switchOn(world.west.id, '2026-09-01');
  expect((await world.otherOffice.refusal(pilot.switchOnUnit, wish)).code).toBe('forbidden');
  expect((await world.liClient.refusal(pilot.switchOnUnit, wish)).status).toBe(403);
  expect((await world.server.visitor.refusal(pilot.switchOnUnit, wish)).status).toBe(401);
  const { activations } = await world.office.call(pilot.switchOnUnit, wish);
  const off = {
    params: { activationId: activations[0]?.id ?? '' },
    body: { requestId: randomUUID(), to: '2026-09-10', reason: '试点结束' },
  };
  expect((await world.otherOffice.refusal(pilot.switchOffUnit, off)).code).toBe('forbidden');
  expect((await world.otherOffice.call(pilot.getPilot)).activations).toEqual([]);
});
