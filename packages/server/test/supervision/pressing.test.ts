import { randomUUID } from 'node:crypto';
import { notifications, supervision, workbench } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { as, holdTarget, matters, place, press, setUpPresses, TODAY } from './press-city.ts';

setUpPresses();

/** Li and Wang and the far officer hold a city target; the county's own method has one for Li. */
async function lateTargets() {
  const { cityVersion, countyVersion, li, wang, stranger, station } = place;
  for (const officer of [li, wang, stranger]) await holdTarget(cityVersion, officer);
  await holdTarget(countyVersion, li);
  await holdTarget(cityVersion, station, { openedAt: TODAY });
}
const pressOf = async (pressId: string, client = as.office) =>
  (await client.call(supervision.getPress, { params: { pressId } })).press;
const toMe = (client: TestClient) =>
  client.call(supervision.listPresses, { query: { view: 'toMe' } as never });

test('P10 each level sees what is late below it, with who, what, since when and how many working days', async () => {
  await lateTargets();
  const seen = await matters(as.countyOffice, { kind: 'targetUnopened' });
  expect(seen.items.map(({ who, ruleSet }) => [who.name, ruleSet.name]).sort()).toEqual(
    [
      ['李某', '甲县考核办法'],
      ['李某', '市局考核办法'],
      ['王某', '市局考核办法'],
    ].sort(),
  );
  // Issued on Friday the 4th, three working days to read it: due on the 9th, nine worked days before Monday the 21st
  // (the 20th, a Sunday, is worked).
  expect(seen.items[0]).toMatchObject({
    title: '2026 年目标 1 项未查收',
    state: 'late',
    dueOn: '2026-09-09',
    workingDaysLate: 9,
    lastPress: null,
    canPress: true,
  });
  expect(seen.counts.find(({ kind }) => kind === 'targetUnopened')).toMatchObject({ late: 3, near: 0 });
});

test('P1 the city sees the counties’ methods, a county never its neighbour', async () => {
  await lateTargets();
  const names = async (client: TestClient) =>
    (await matters(client, { kind: 'targetUnopened' })).items.map(({ who }) => who.name).sort();
  expect(await names(as.office)).toEqual(['李某', '李某', '王某', '钱某']);
  expect(await names(as.neighbourOffice)).toEqual(['钱某']);
  expect((await matters(as.office)).ruleSets.map(({ name }) => name).sort()).toEqual(
    ['市局考核办法', '甲县考核办法'].sort(),
  );
  const stranger = (await matters(as.neighbourOffice, { kind: 'targetUnopened' })).items[0];
  const beside = await as.countyOffice.refusal(supervision.pressMatters, press({ keys: [stranger?.key] }));
  expect(beside).toMatchObject({ status: 403, code: 'forbidden' });
  expect(await place.app.db.selectFrom('press').select('id').execute()).toEqual([]);
});

test('P10 a press is recorded with who pressed whom about what, told to the one pressed, and answered by him', async () => {
  await lateTargets();
  const [item] = (await matters(as.head, { officerId: place.wang.id })).items;
  const done = await as.head.call(supervision.pressMatters, press({ keys: [item?.key], text: '今天查收。' }));
  expect(done).toMatchObject({ pressed: 1, unreached: 0, skippedCount: 0 });
  const [mine] = (await toMe(as.wang)).items;
  expect(mine).toMatchObject({
    kind: 'press',
    text: '今天查收。',
    byName: '所长',
    to: { kind: 'officer', name: '王某', unit: { name: '城关派出所' } },
    state: 'open',
    canReply: true,
    address: '/targets?view=mine',
  });
  // Two working days to answer, from Monday: Wednesday 24:00.
  expect(mine?.replyBy).toBe('2026-09-23T16:00:00.000Z');
  const told = await as.wang.call(notifications.listNotifications, { query: { kind: 'press' } as never });
  expect(told.items[0]).toMatchObject({
    title: '催办：2026 年目标 1 项未查收',
    address: `/presses/${mine?.id}`,
  });
  const bench = await as.wang.call(workbench.getWorkbench);
  expect(bench.groups.find(({ key }) => key === 'presses')?.items).toHaveLength(1);

  const params = { pressId: mine?.id ?? '' };
  const { press: answered } = await as.wang.call(supervision.replyToPress, {
    params,
    body: { requestId: randomUUID(), text: '已查收，下午安排。' },
  });
  expect(answered).toMatchObject({ state: 'replied', reply: '已查收，下午安排。', repliedByName: '王某' });
  expect(answered.history.map(({ actionLabel, byName }) => [actionLabel, byName])).toEqual([
    ['催办', '所长'],
    ['说明情况', '王某'],
  ]);
  const [after] = (await matters(as.head, { officerId: place.wang.id })).items;
  expect(after?.lastPress).toMatchObject({ state: 'replied', reply: '已查收，下午安排。', byName: '所长' });
  const heard = await as.head.call(notifications.listNotifications, {
    query: { kind: 'pressReplied' } as never,
  });
  expect(heard.items).toHaveLength(1);
  const twice = await as.wang.refusal(supervision.replyToPress, {
    params,
    body: { requestId: randomUUID(), text: '再说一次' },
  });
  expect(twice).toMatchObject({ code: 'conflict' });
});

test('P10 a press stands in the timeline of the target it is about', async () => {
  const targetId = await holdTarget(place.cityVersion, place.wang);
  const [item] = (await matters(as.head)).items;
  await as.head.call(supervision.pressMatters, press({ keys: [item?.key] }));
  const events = await place.app.db
    .selectFrom('work_event')
    .select(['action', 'account_name', 'reason'])
    .where('work_kind', '=', 'target')
    .where('work_id', '=', targetId)
    .execute();
  expect(events).toEqual([{ action: 'press', account_name: '所长', reason: '请抓紧办理。' }]);
});

test('P10 many are pressed at once, and all below a unit; what was pressed today is left out and told', async () => {
  await lateTargets();
  const { items } = await matters(as.office, { unitId: place.station.id, kind: 'targetUnopened' });
  expect(items).toHaveLength(3);
  const many = await as.office.call(
    supervision.pressMatters,
    press({ keys: items.slice(0, 2).map(({ key }) => key) }),
  );
  expect(many).toMatchObject({ pressed: 2, skippedCount: 0 });
  const all = await as.office.call(supervision.pressMatters, press({ all: { kind: 'targetUnopened' } }));
  expect(all).toMatchObject({ pressed: 2, skippedCount: 2 });
  expect(all.skipped[0]?.reason).toMatch(/已由市考核办于2026年9月21日.*催办，24 小时内不重复催办/);
  // Nobody of the far station has an account.
  expect(all.unreached).toBe(1);
  const { total } = await as.countyOffice.call(supervision.listPresses, {
    query: { view: 'below' } as never,
  });
  expect(total).toBe(3);
});

test('P10 the same is not pressed again within the hours set, whoever asks; later it is', async () => {
  await lateTargets();
  const [item] = (await matters(as.head, { officerId: place.wang.id })).items;
  await as.head.call(supervision.pressMatters, press({ keys: [item?.key] }));
  const again = await as.office.refusal(supervision.pressMatters, press({ keys: [item?.key] }));
  expect(again).toMatchObject({ status: 422, code: 'refused' });
  expect(again.body.message).toContain('“王某”已由所长于2026年9月21日');
  expect(again.body.problems).toHaveLength(1);
  place.clock.now = new Date(TODAY.getTime() + 24 * 3_600_000);
  expect(await as.office.call(supervision.pressMatters, press({ keys: [item?.key] }))).toMatchObject({
    pressed: 1,
  });
});

test('P10 two who press the same at the same time: one presses, the other is told who did', async () => {
  await lateTargets();
  const [item] = (await matters(as.head, { officerId: place.wang.id })).items;
  const outcomes = await Promise.allSettled(
    [as.head, as.countyOffice].map((who) => who.call(supervision.pressMatters, press({ keys: [item?.key] }))),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await place.app.db.selectFrom('press').select('id').execute()).toHaveLength(1);
});

test('§15 the same press sent twice is one press', async () => {
  await lateTargets();
  const [item] = (await matters(as.head, { officerId: place.wang.id })).items;
  const request = press({ keys: [item?.key] });
  const first = await as.head.call(supervision.pressMatters, request);
  expect(await as.head.call(supervision.pressMatters, request)).toEqual(first);
  expect(await place.app.db.selectFrom('press').select('id').execute()).toHaveLength(1);
});

test('P1 nobody presses the own unit, above it, or without the role; nobody answers for another', async () => {
  const { cityVersion, station, county, wang } = place;
  const root = await holdTarget(cityVersion, county, { openedAt: TODAY, quantity: '20' });
  await holdTarget(cityVersion, station, { openedAt: TODAY, quantity: '20', parentId: root });
  const stuck = (await matters(as.office, { kind: 'targetNotHandedDown' })).items;
  expect(stuck.map(({ who }) => who.name)).toEqual(['城关派出所']);
  const [own] = stuck;
  const own403 = await as.head.refusal(supervision.pressMatters, press({ keys: [own?.key] }));
  expect(own403).toMatchObject({ status: 403 });
  expect(own403.body.message).toContain('只能催办下级');
  expect((await matters(as.head)).items[0]).toMatchObject({ canPress: false });
  expect(await as.head.refusal(supervision.pressMatters, press({ all: {} }))).toMatchObject({ status: 422 });

  await holdTarget(cityVersion, wang);
  const [late] = (await matters(as.office, { officerId: wang.id })).items;
  for (const powerless of [as.clerk, as.li]) {
    expect(await powerless.refusal(supervision.pressMatters, press({ keys: [late?.key] }))).toMatchObject({
      status: 403,
    });
    expect(await powerless.refusal(supervision.listMatters)).toMatchObject({ status: 403 });
  }
  await as.office.call(supervision.pressMatters, press({ keys: [late?.key] }));
  const [sent] = (await toMe(as.wang)).items;
  const params = { pressId: sent?.id ?? '' };
  const body = { requestId: randomUUID(), text: '我来说明' };
  expect(await as.li.refusal(supervision.replyToPress, { params, body })).toMatchObject({ status: 404 });
  expect(await as.head.refusal(supervision.replyToPress, { params, body })).toMatchObject({ status: 403 });
  expect(await as.neighbourOffice.refusal(supervision.getPress, { params })).toMatchObject({ status: 404 });
  expect((await pressOf(params.pressId, as.head)).canReply).toBe(false);
});

test('P10 a unit is pressed through who leads or keeps it, and any of them answers', async () => {
  const { cityVersion, station, county } = place;
  const root = await holdTarget(cityVersion, county, { openedAt: TODAY, quantity: '20' });
  await holdTarget(cityVersion, station, { openedAt: TODAY, quantity: '20', parentId: root });
  const [item] = (await matters(as.countyOffice, { unitId: station.id })).items;
  await as.countyOffice.call(supervision.pressMatters, press({ keys: [item?.key], replyBy: '2026-09-25' }));
  const [sent] = (await toMe(as.clerk)).items;
  expect(sent).toMatchObject({ canReply: true, replyBy: '2026-09-25T16:00:00.000Z' });
  expect((await toMe(as.head)).items).toHaveLength(1);
  expect((await toMe(as.li)).items).toEqual([]);
  await as.clerk.call(supervision.replyToPress, {
    params: { pressId: sent?.id ?? '' },
    body: { requestId: randomUUID(), text: '明日分解到人。' },
  });
  expect((await toMe(as.head)).items[0]).toMatchObject({ state: 'replied', canReply: false });
});

test('P10 bad input is refused with what to do, and nothing is pressed', async () => {
  await lateTargets();
  const [item] = (await matters(as.head, { officerId: place.wang.id })).items;
  const keys = [item?.key];
  const none = await as.head.refusal(supervision.pressMatters, press({}));
  expect(none.body.problems[0]?.message).toContain('二者选一');
  expect(await as.head.refusal(supervision.pressMatters, press({ keys, text: ' ' }))).toMatchObject({
    code: 'invalid',
  });
  const past = await as.head.refusal(supervision.pressMatters, press({ keys, replyBy: '2026-09-20' }));
  expect(past.body.problems[0]).toMatchObject({ path: 'replyBy' });
  const gone = await as.head.refusal(
    supervision.pressMatters,
    press({ keys: [`targetUnopened/${randomUUID()}`] }),
  );
  expect(gone).toMatchObject({ status: 404 });
  expect(await place.app.db.selectFrom('press').select('id').execute()).toEqual([]);
});
