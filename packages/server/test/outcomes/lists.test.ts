import { randomUUID } from 'node:crypto';
import { notifications, outcomes, results, supervision } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { afterNotice, openMonth, sealRequest, travel } from '../results/month.ts';
import { seedUnit } from '../support/seed.ts';
import {
  attend,
  insertYear,
  type ListsWorld,
  listRules,
  publishedLists,
  startListsWorld,
} from './lists-world.ts';

let world: ListsWorld;
let periodId: string;
let openId: string;
let plainId: string;
beforeAll(async () => {
  world = await startListsWorld();
  openId = await openMonth(world, undefined, listRules);
  plainId = await openMonth(world);
  ({ periodId } = await publishedLists(world));
});
afterAll(() => world.server.stop());

const lists = async (who = world.office, subjectKind: 'officer' | 'unit' = 'officer') =>
  who.call(outcomes.getOutcomeLists, { query: { periodId, subjectKind } });

test('P17 §12 first, last and top lists of each sequence, of published results; fewer than six give one', async () => {
  const { groups, period } = await lists();
  expect(period).toMatchObject({ label: '2026年9月', sealNo: null });
  const field = groups.find((group) => group.sequenceCode === 'field');
  expect(field).toMatchObject({ size: 3, wanted: { first: 1, last: 1, top: 2 } });
  expect(field?.first.map((place) => place.subject.name)).toEqual(['王某']);
  expect(field?.last.map((place) => place.subject.name)).toEqual(['赵某']);
  expect(field?.top.map((place) => place.rank)).toEqual([1, 2]);
});

test('P17 §17 of officers one sees the own line and the own sequence; another county sees nobody', async () => {
  const own = await lists(world.liClient);
  expect(own.groups.map((group) => group.sequenceCode)).toEqual(['field']);
  expect(own.partial).toBe(true);
  const zhao = own.groups[0]?.last[0];
  expect([zhao?.subject.name, zhao?.mayOpen]).toEqual(['赵某', false]);
  expect((await lists(world.otherOffice)).groups).toEqual([]);
  const units = await lists(world.liClient, 'unit');
  expect(units.groups[0]?.first[0]?.mayOpen).toBe(false);
});

test('P17 before publication there are no lists for others, and the refusal says when', async () => {
  const refused = await world.liClient.refusal(outcomes.getOutcomeLists, {
    query: { periodId: openId, subjectKind: 'officer' },
  });
  expect([refused.code, refused.message]).toEqual(['refused', expect.stringContaining('尚未公示')]);
});

test('P17 N10 candidates come of the method’s own data and are of one’s own line', async () => {
  const found = await world.office.call(outcomes.listCandidates, { query: { periodId } });
  expect(
    found.items
      .filter((one) => one.subject.kind === 'officer')
      .map((one) => [one.kind, one.subject.name, one.clause, one.proposalId]),
  ).toEqual([
    ['commendation', '王某', 'c1', null],
    ['commendation', '李某', 'c1', null],
    ['talk', '赵某', 'c1', null],
    ['commendation', '钱某', 'c1', null],
    ['talk', '钱某', 'c1', null],
  ]);
  expect(found.items[0]?.basis).toMatch(/^《.+》c1：.+/);
  const other = await world.otherOffice.call(outcomes.listCandidates, { query: { periodId } });
  expect(other.items).toEqual([]);
});

test('P17 §12 last two years running is found with the leader’s service; one year is no streak', async () => {
  const { east, west } = world;
  await insertYear(
    world,
    periodId,
    2025,
    new Map([
      [east, 1],
      [west, 2],
    ]),
  );
  await insertYear(
    world,
    periodId,
    2024,
    new Map([
      [east, 1],
      [west, 2],
    ]),
  );
  const { items, years } = await world.committee.call(outcomes.listStreaks, { query: {} });
  expect(years).toEqual([2025, 2024]);
  expect(items).toMatchObject([
    {
      subject: { name: '城西派出所' },
      years: 2,
      proposal: '建议调整主要负责人',
      clause: 'c2',
      clauseText: '按月完成检查家次，按完成比例得分。',
      ranks: [
        { year: 2025, rank: 2, size: 2 },
        { year: 2024, rank: 2, size: 2 },
      ],
      proposalId: null,
    },
  ]);
  expect(items[0]?.message).toContain('现任负责人');
  const first = await world.committee.call(outcomes.listStreaks, { query: { year: 2024 } });
  expect(first.items).toEqual([]);
  expect((await world.liClient.refusal(outcomes.listStreaks, { query: {} })).code).toBe('forbidden');
  expect((await world.otherOffice.call(outcomes.listStreaks, { query: {} })).items).toEqual([]);
});

test('P17 §12 the years of a unit that went into another count for its successor, told under its name', async () => {
  const { east, west, server } = world;
  const old = await seedUnit(server.db, world.city, { name: '老西派出所' });
  await server.db
    .updateTable('result')
    .set({ subject_id: old.id })
    .where('subject_id', '=', west.id)
    .where('period_id', 'in', (query) =>
      query.selectFrom('period').select('id').where('kind', '=', 'year').where('label', 'like', '2024%'),
    )
    .execute();
  expect((await world.committee.call(outcomes.listStreaks, { query: {} })).items).toEqual([]);
  await server.db
    .updateTable('unit')
    .set({ abolished_on: '2025-03-01', succeeded_by: west.id })
    .where('id', '=', old.id)
    .execute();
  const { items } = await world.committee.call(outcomes.listStreaks, { query: {} });
  expect(items.map(({ subject }) => subject.name)).toEqual(['城西派出所']);
  expect(items[0]?.message).toContain('2024 年（前身 老西派出所） 2 个中第 2 名');
  expect(items[0]?.message).not.toContain(east.id);
});

const zero = async (who = world.office, query: Record<string, unknown> = {}) =>
  who.call(outcomes.getZeroList, { query: { periodId, subjectKind: 'officer', ...query } as never });
test('P16 the zero list: nobody knows how long they were there, so they are told and not listed', async () => {
  const before = await zero();
  expect(before).toMatchObject({ frozen: false, leastDays: 10, clause: 'c2', total: 0 });
  expect(before.counts).toEqual({ appraised: 4, listed: 0, unknown: 2 });
  const unknown = await zero(world.office, { list: 'unknown' });
  expect(unknown.items.map((row) => [row.subject.name, row.presentDays])).toEqual([
    ['赵某', null],
    ['钱某', null],
  ]);
  expect(unknown.items[0]?.reason).toContain('出勤天数不详');
});

test('P16 with the attendance imported, who was present ten working days is listed, who was not is neither', async () => {
  await attend(world, world.zhao, '10');
  await attend(world, world.qian, '9.5');
  const found = await zero();
  expect(found.counts).toEqual({ appraised: 4, listed: 1, unknown: 0 });
  expect(found.items).toMatchObject([{ subject: { name: '赵某' }, presentDays: '10', waiting: 0 }]);
  const units = await zero(world.office, { subjectKind: 'unit' });
  expect(units.items.map((row) => row.subject.name)).toEqual(['城西派出所']);
  expect((await zero(world.eastHead)).items).toEqual([]);
  expect((await zero(world.liClient)).items).toEqual([]);
});

test('P16 those on the list are pressed, recorded and told; never outside one’s line', async () => {
  const zhao = await world.server.signInWith({ roles: ['officer'], unit: world.west, officer: world.zhao });
  const press = (more: Record<string, unknown> = {}) => ({
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectIds: [world.zhao.id],
      note: '请于本周内填报',
      ...more,
    },
  });
  const away = await world.eastHead.refusal(outcomes.pressZeroList, press());
  expect(away.code).toBe('forbidden');
  const gone = await world.office.refusal(outcomes.pressZeroList, press({ subjectIds: [world.li.id] }));
  expect([gone.code, gone.message]).toEqual(['conflict', expect.stringContaining('已不在清零名单上')]);
  expect(await world.office.call(outcomes.pressZeroList, press() as never)).toEqual({
    pressed: 1,
    recent: 0,
    unreachable: [],
  });
  const again = await world.office.refusal(outcomes.pressZeroList, press());
  expect([again.code, again.message]).toEqual(['refused', expect.stringContaining('24 小时内催办过')]);
  const told = await zhao.call(notifications.listNotifications, { query: { kind: 'press' } });
  expect(told.items[0]?.detail).toContain('请于本周内填报');
  expect((await zero()).items[0]?.pressedAt).not.toBeNull();
  // The same press as every other: it has a page, waits for an answer and is listed under the reader's presses.
  const [mine] = (await zhao.call(supervision.listPresses, { query: { kind: 'zeroList' } as never })).items;
  expect(mine).toMatchObject({
    title: '2026年9月尚无被采纳的工作',
    text: '请于本周内填报',
    address: `/report?period=${periodId}`,
    to: { name: '赵某' },
    canReply: true,
  });
  expect(told.items[0]?.address).toBe(`/presses/${mine?.id}`);
  await zhao.call(supervision.replyToPress, {
    params: { pressId: mine?.id ?? '' },
    body: { requestId: randomUUID(), text: '已填报，待审核。' },
  });
  const below = await world.office.call(supervision.listPresses, {
    query: { view: 'below', kind: 'zeroList' } as never,
  });
  expect(below.items).toMatchObject([{ state: 'replied', reply: '已填报，待审核。' }]);
});

test('P16 with the seal of the month the zero list is frozen; what comes later changes it no more', async () => {
  const before = (await zero()).items.map((row) => row.subject.name);
  await travel(world, afterNotice);
  await world.office.call(results.sealPeriod, sealRequest(periodId) as never);
  await world.server.db.deleteFrom('attendance_month').execute();
  const frozen = await zero();
  expect(frozen).toMatchObject({ frozen: true, mayPress: false, counts: { listed: 1, unknown: 0 } });
  expect(frozen.items.map((row) => row.subject.name)).toEqual(before);
  const refused = await world.office.refusal(outcomes.pressZeroList, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectIds: [world.zhao.id],
      note: '请填报',
    },
  });
  expect(refused.code).toBe('sealed');
  const file = await world.office.download(outcomes.exportZeroList, {
    query: { periodId, subjectKind: 'officer' },
  });
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('P16 a month of a method without the clause has no zero list, and the refusal says so', async () => {
  const refused = await world.office.refusal(outcomes.getZeroList, {
    query: { periodId: plainId, subjectKind: 'officer' },
  });
  expect(refused.message).toContain('没有清零名单');
  const months = await world.office.call(outcomes.listZeroListPeriods);
  expect(months.items.map((month) => month.id)).toContain(periodId);
  expect(months.items.map((month) => month.id)).not.toContain(plainId);
});
