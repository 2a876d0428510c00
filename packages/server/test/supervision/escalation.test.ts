import { randomUUID } from 'node:crypto';
import { notifications, supervision } from '@mingji/contract';
import { expect, test } from 'vitest';
import { escalateMatters } from '../../src/modules/supervision/index.ts';
import { as, holdTarget, matters, place, press, setUpPresses, TODAY } from './press-city.ts';

setUpPresses();

const run = () => escalateMatters(place.app.deps);
const escalations = async () =>
  (
    await place.app.db
      .selectFrom('press')
      .innerJoin('unit', 'unit.id', 'press.to_unit_id')
      .select(['press.level', 'unit.name', 'press.by_name', 'press.text'])
      .where('press.kind', '=', 'escalation')
      .orderBy('press.level')
      .execute()
  ).map(({ level, name }) => [level, name]);
const rule = (more: object = {}) => ({
  kind: 'targetUnopened' as const,
  after: 'deadline' as const,
  workingDays: 3,
  to: 'unitHead' as const,
  ...more,
});
const usual = {
  openDays: 3,
  splitDays: 5,
  correctDays: 3,
  warningDays: 3,
  pressAgainHours: 24,
  replyDays: 2,
};
const saveRules = (rules: object[], settings: object = {}) =>
  as.office.call(supervision.saveSupervisionRules, {
    body: { requestId: randomUUID(), settings: { ...usual, ...settings }, rules: rules as never },
  });

test('P10 by the usual rules the head of the unit hears of it first, then the office above', async () => {
  await holdTarget(place.cityVersion, place.wang);
  expect(await run()).toEqual({ escalated: 1, held: null });
  expect(await escalations()).toEqual([['unitHead', '城关派出所']]);
  const told = await as.head.call(notifications.listNotifications, { query: { kind: 'escalated' } as never });
  expect(told.items[0]?.detail).toContain('城关派出所王某：2026 年目标 1 项未查收，已逾期 9 个工作日');
  place.clock.now = new Date('2026-09-22T02:00:00Z');
  expect(await run()).toMatchObject({ escalated: 1 });
  expect(await escalations()).toEqual([
    ['unitHead', '城关派出所'],
    ['upperOffice', '甲县公安局'],
  ]);
});

test('P10 the job is idempotent: once a matter and level, also when two run at the same time', async () => {
  await holdTarget(place.cityVersion, place.wang);
  const both = await Promise.all([run(), run()]);
  expect(both.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(1);
  expect(await run()).toMatchObject({ escalated: 0 });
  expect(await escalations()).toHaveLength(1);
});

test('P10 what is settled is not reported: an opened target goes nowhere', async () => {
  await holdTarget(place.cityVersion, place.wang, { openedAt: TODAY });
  expect(await run()).toEqual({ escalated: 0, held: null });
});

test('P10 an unanswered press goes up by rule, an answered one does not', async () => {
  await holdTarget(place.cityVersion, place.wang);
  await holdTarget(place.cityVersion, place.li);
  await saveRules([rule({ after: 'press', workingDays: 2, to: 'cityOffice' })]);
  await as.head.call(supervision.pressMatters, press({ all: {} }));
  const [mine] = (await as.li.call(supervision.listPresses, { query: {} as never })).items;
  await as.li.call(supervision.replyToPress, {
    params: { pressId: mine?.id ?? '' },
    body: { requestId: randomUUID(), text: '马上办' },
  });
  expect(await run()).toMatchObject({ escalated: 0 });
  place.clock.now = new Date('2026-09-23T02:00:00Z');
  expect(await run()).toMatchObject({ escalated: 1 });
  expect(await escalations()).toEqual([['cityOffice', '江东市公安局']]);
  // Reported upwards, it may be pressed again at once.
  place.clock.now = new Date('2026-09-23T02:10:00Z');
  const [item] = (await matters(as.head, { officerId: place.wang.id })).items;
  expect(item?.lastPress?.level).toBe('cityOffice');
  expect(await as.head.call(supervision.pressMatters, press({ keys: [item?.key] }))).toMatchObject({
    pressed: 1,
  });
});

test('P10 a county’s method goes up by its own rules, beside the city’s', async () => {
  await holdTarget(place.cityVersion, place.wang);
  await holdTarget(place.countyVersion, place.wang);
  await saveRules([rule({ workingDays: 60 })]);
  const { ruleSets } = await as.countyOffice.call(supervision.getSupervisionRules);
  expect(ruleSets.map(({ name, canEdit, own }) => [name, canEdit, own])).toEqual([
    ['甲县考核办法', true, false],
  ]);
  await as.countyOffice.call(supervision.saveRuleSetEscalation, {
    params: { ruleSetId: ruleSets[0]?.id ?? '' },
    body: { requestId: randomUUID(), rules: [rule({ to: 'upperOffice' })] },
  });
  expect(await run()).toMatchObject({ escalated: 1 });
  expect(await escalations()).toEqual([['upperOffice', '甲县公安局']]);
});

test('P10 without the year’s table of working days the job says so once a day and reports nothing', async () => {
  await holdTarget(place.cityVersion, place.wang);
  const { db } = place.app;
  const kept = await db.selectFrom('calendar_year').selectAll().execute();
  await db.deleteFrom('calendar_year').execute();
  const outcome = await run();
  expect(outcome.escalated).toBe(0);
  expect(outcome.held).toContain('没有 2026 年的节假日和调休表');
  await run();
  const said = await db
    .selectFrom('audit_event')
    .select('summary')
    .where('action', '=', 'supervision.escalationHeld')
    .execute();
  expect(said).toHaveLength(1);
  const list = await matters(as.office, { state: 'all' });
  expect(list.calendarNotice).toContain('2026');
  expect(list.items.map(({ state, workingDaysLate }) => [state, workingDaysLate])).toEqual([
    ['waiting', null],
  ]);
  await db.insertInto('calendar_year').values(kept).execute();
});

test('P10 the days and rules are the office’s data: saved they count, and nobody else sets them', async () => {
  await holdTarget(place.cityVersion, place.wang);
  expect((await as.office.call(supervision.getSupervisionRules)).usual).toBe(true);
  await saveRules([], { openDays: 20 });
  const { settings, usual: isUsual, rules } = await as.office.call(supervision.getSupervisionRules);
  expect([settings.openDays, isUsual, rules]).toEqual([20, false, []]);
  expect((await matters(as.office)).total).toBe(0);
  const body = { requestId: randomUUID(), settings: usual, rules: [] };
  for (const other of [as.countyOffice, as.head, as.leader]) {
    expect(await other.refusal(supervision.saveSupervisionRules, { body })).toMatchObject({ status: 403 });
  }
  const { ruleSets } = await as.office.call(supervision.getSupervisionRules);
  const cityMethod = ruleSets.find(({ name }) => name === '市局考核办法');
  const params = { ruleSetId: cityMethod?.id ?? '' };
  const foreign = await as.countyOffice.refusal(supervision.saveRuleSetEscalation, {
    params,
    body: { requestId: randomUUID(), rules: [] },
  });
  expect(foreign).toMatchObject({ status: 403 });
  const twice = await as.office.refusal(supervision.saveSupervisionRules, {
    body: { requestId: randomUUID(), settings: usual, rules: [rule(), rule({ workingDays: 9 })] },
  });
  expect(twice.body.problems[0]?.message).toContain('“目标未查收”上报“所在单位负责人”已有一条');
  expect((await as.office.call(supervision.getSupervisionRules)).settings.openDays).toBe(20);
});
