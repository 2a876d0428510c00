import { randomUUID } from 'node:crypto';
import { periods } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlineText, effectiveState } from '../../src/modules/periods/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { publishTestRuleSet, testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let county: TestUnit;
let office: TestClient;
let officer: TestClient;
let otherOffice: TestClient;
let now = new Date('2026-09-25T15:50:00Z');
let codes = 0;

beforeAll(async () => {
  server = await startTestApp({ clock: () => now });
  const city = await seedBureau(server.db);
  county = await seedUnit(server.db, city, { name: '甲县公安局', kind: 'county' });
  const other = await seedUnit(server.db, city, { name: '乙县公安局', kind: 'county' });
  office = await server.signInWith({ roles: ['office'], unit: county });
  otherOffice = await server.signInWith({ roles: ['office'], unit: other });
  officer = await server.signInWith({ roles: ['officer'], unit: county });
});
afterAll(() => server.stop());

async function newVersion(more: Partial<RuleSet> = {}): Promise<string> {
  codes += 1;
  const content = testRuleSet('甲县公安局', more);
  return (await publishTestRuleSet(office, county, { code: `periods-${codes}`, content })).id;
}
const months = { form: 'months', startDay: 1, submitDay: 25, reviewDays: 5, reportDays: null } as const;
const custom = (...rows: [label: string, from: string, to: string, submitOn: string][]) => ({
  form: 'custom' as const,
  periods: rows.map(([label, from, to, submitOn]) => ({
    label,
    kind: 'month' as const,
    from,
    to,
    submitOn,
    reviewOn: [to, submitOn].sort().at(-1) ?? to,
    reportOn: null,
  })),
});
const create = (ruleSetVersionId: string, plan: object, more: object = {}) => ({
  body: { requestId: randomUUID(), ruleSetVersionId, year: 2026, plan: plan as never, ...more },
});
async function september(): Promise<periods.PeriodView> {
  const made = await office.call(periods.createPeriods, create(await newVersion(), months));
  const period = made.periods[8];
  if (!period) throw new Error('no September');
  return period;
}
const move = (period: { id: string }, action: string, more: object = {}) => ({
  params: { periodId: period.id },
  body: { requestId: randomUUID(), action: action as never, reason: null, submitOn: null, ...more },
});

test('P8 a year of months closes on the 25th at 24:00 local time', async () => {
  const period = await september();
  expect(period).toMatchObject({
    label: '2026年9月',
    from: '2026-09-01',
    to: '2026-09-30',
    submitBy: '2026-09-25T16:00:00.000Z',
    reviewBy: '2026-09-30T16:00:00.000Z',
    state: 'draft',
    actions: ['open'],
    noticeDays: 5,
  });
  const seen = await officer.call(periods.listPeriods, {
    query: { year: 2026, ruleSetId: period.ruleSet.id, pageSize: 200 } as never,
  });
  expect(seen.items.map((each) => each.actions)).toEqual(Array.from({ length: 12 }, () => []));
  expect(seen.years).toContain(2026);
});

test('P8 at the last instant of the 25th the period is open; a millisecond later it is closed for submission', async () => {
  const period = await september();
  await office.call(periods.movePeriod, move(period, 'open'));
  const deadline = new Date('2026-09-25T16:00:00.000Z');
  const row = await server.db
    .selectFrom('period')
    .select(['state', 'submit_by'])
    .where('id', '=', period.id)
    .executeTakeFirstOrThrow();
  expect(effectiveState(row, deadline)).toBe('open');
  expect(effectiveState(row, new Date(deadline.getTime() + 1))).toBe('submissionClosed');
  expect(deadlineText(row.submit_by, 'Asia/Shanghai')).toBe('2026年9月25日24:00');
});

test('§6 the clock closes submission by itself, and the list filters by the state that counts', async () => {
  const period = await september();
  await office.call(periods.movePeriod, move(period, 'open'));
  now = new Date('2026-09-25T16:00:00.001Z');
  try {
    const { period: closed } = await office.call(periods.getPeriod, { params: { periodId: period.id } });
    expect(closed.state).toBe('submissionClosed');
    const listed = await office.call(periods.listPeriods, {
      query: { state: 'submissionClosed', ruleSetId: period.ruleSet.id } as never,
    });
    expect(listed.items.map((each) => each.id)).toEqual([period.id]);
    const { period: reviewing } = await office.call(periods.movePeriod, move(period, 'startReview'));
    expect(reviewing).toMatchObject({ state: 'reviewing', actions: ['startNotice', 'reopenSubmission'] });
  } finally {
    now = new Date('2026-09-25T15:50:00Z');
  }
});

test('§6 reopening wants a reason and a new deadline, is logged, and submission goes on', async () => {
  const period = await september();
  await office.call(periods.movePeriod, move(period, 'open'));
  await office.call(periods.movePeriod, move(period, 'closeSubmission'));
  const bare = await office.refusal(periods.movePeriod, move(period, 'reopenSubmission'));
  expect(bare).toMatchObject({ status: 409, code: 'conflict' });
  const undated = await office.refusal(
    periods.movePeriod,
    move(period, 'reopenSubmission', { reason: '系统停电一天' }),
  );
  expect(undated.body.problems[0]?.path).toBe('submitOn');
  const { period: reopened } = await office.call(
    periods.movePeriod,
    move(period, 'reopenSubmission', { reason: '系统停电一天', submitOn: '2026-09-27' }),
  );
  expect(reopened).toMatchObject({ state: 'open', submitBy: '2026-09-27T16:00:00.000Z' });
  expect(reopened.timeline.at(-1)).toMatchObject({ actionLabel: '重新开放填报', reason: '系统停电一天' });
});

test('§6 windows that overlap or leave a gap are refused and named, and made when confirmed', async () => {
  const version = await newVersion();
  await office.call(
    periods.createPeriods,
    create(version, custom(['一月', '2026-01-01', '2026-01-31', '2026-01-25'])),
  );
  const gap = create(version, custom(['三月', '2026-03-01', '2026-03-31', '2026-03-25']));
  const refused = await office.refusal(periods.createPeriods, gap);
  expect(refused.body.problems[0]?.message).toContain('2026年2月1日至2026年2月28日');
  const overlap = await office.refusal(
    periods.createPeriods,
    create(version, custom(['另一个一月', '2026-01-31', '2026-02-28', '2026-02-25'])),
  );
  expect(overlap.body.problems[0]?.message).toContain('重叠');
  const made = await office.call(periods.createPeriods, {
    body: { ...gap.body, requestId: randomUUID(), confirmed: true },
  });
  expect(made.periods).toHaveLength(1);
});

test('Q3 quarters of a bureau’s own windows are made from their ends', async () => {
  const made = await office.call(
    periods.createPeriods,
    create(await newVersion(), {
      form: 'ends',
      kind: 'quarter',
      ends: ['03-15', '06-15', '09-15', '12-01'],
      submitDays: 0,
      reviewDays: 10,
      reportDays: 5,
    }),
  );
  expect(made.periods.map((period) => [period.from, period.to])).toEqual([
    ['2025-12-02', '2026-03-15'],
    ['2026-03-16', '2026-06-15'],
    ['2026-06-16', '2026-09-15'],
    ['2026-09-16', '2026-12-01'],
  ]);
});

test('§13 notice and appeals last as long as the method says, unless the office writes otherwise', async () => {
  const days = async (more: Partial<RuleSet>, own: object = {}) => {
    const wish = create(await newVersion(more), custom(['九月', '2026-09-01', '2026-09-30', '2026-09-25']));
    const made = await office.call(periods.createPeriods, { body: { ...wish.body, ...own } });
    return made.periods.map((period) => [period.noticeDays, period.appealDays]);
  };
  expect(await days({})).toEqual([[5, 5]]);
  expect(await days({ procedure: { noticeDays: 7, appealDays: 3 } })).toEqual([[7, 3]]);
  expect(await days({ procedure: { noticeDays: 7 } }, { appealDays: 10 })).toEqual([[7, 10]]);
});

test('P20 a past month is opened for late entry only after its deadline was moved, with the reason kept', async () => {
  const version = await newVersion();
  const made = await office.call(
    periods.createPeriods,
    create(version, custom(['2026年1月', '2026-01-01', '2026-01-31', '2026-01-25'])),
  );
  const [january] = made.periods;
  if (!january) throw new Error('no January');
  const closed = await office.refusal(periods.movePeriod, move(january, 'open'));
  expect(closed).toMatchObject({ status: 409, code: 'deadlinePassed' });
  const change = {
    requestId: randomUUID(),
    submitOn: '2026-09-30',
    reviewOn: '2026-10-10',
    reportOn: null,
    noticeDays: 5,
    appealDays: 5,
    reason: null,
  };
  const params = { periodId: january.id };
  await office.call(periods.changePeriod, { params, body: change });
  await office.call(periods.movePeriod, move(january, 'open'));
  const silent = await office.refusal(periods.changePeriod, {
    params,
    body: { ...change, requestId: randomUUID(), submitOn: '2026-10-01' },
  });
  expect(silent.body.problems[0]?.path).toBe('reason');
  const backwards = await office.refusal(periods.changePeriod, {
    params,
    body: { ...change, requestId: randomUUID(), reviewOn: '2026-09-01', reason: '提前' },
  });
  expect(backwards.code).toBe('invalid');
});

test('§6 opening twice at the same time: one opens it, the other is told', async () => {
  const period = await september();
  const outcomes = await Promise.allSettled([
    office.call(periods.movePeriod, move(period, 'open')),
    office.call(periods.movePeriod, move(period, 'open')),
  ]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('§15 creating twice with one request id makes the periods once; the same labels again are refused', async () => {
  const request = create(await newVersion(), months);
  const [first, again] = await Promise.all([
    office.call(periods.createPeriods, request),
    office.call(periods.createPeriods, request),
  ]);
  expect(again.periods.map((period) => period.id)).toEqual(first.periods.map((period) => period.id));
  const other = await office.refusal(periods.createPeriods, {
    body: { ...request.body, requestId: randomUUID(), confirmed: true },
  });
  expect(other.body.message).toContain('已经建立过');
});

test('P1 another county’s office and officers manage no period of this one; nobody does without a session', async () => {
  const period = await september();
  for (const client of [otherOffice, officer]) {
    expect(await client.refusal(periods.movePeriod, move(period, 'open'))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(
      await client.refusal(periods.createPeriods, create(period.ruleSet.versionId, months)),
    ).toMatchObject({ status: 403 });
  }
  const params = { periodId: period.id };
  expect((await server.visitor.refusal(periods.listPeriods)).status).toBe(401);
  expect((await server.visitor.refusal(periods.getPeriod, { params })).status).toBe(401);
  expect((await server.visitor.refusal(periods.movePeriod, move(period, 'open'))).status).toBe(401);
  const far = await server.signInWith({ roles: ['office'], unit: await seedBureau(server.db) });
  expect((await far.refusal(periods.getPeriod, { params })).code).toBe('notFound');
});

test('P1 the closing of a period is offered to who runs it, not to an office below that only looks at it', async () => {
  const period = await september();
  const station = await seedUnit(server.db, county, { name: '城南派出所' });
  const below = await server.signInWith({ roles: ['office'], unit: station });
  const params = { periodId: period.id };
  expect((await below.call(periods.getPeriod, { params })).period).toMatchObject({
    canClose: false,
    actions: [],
  });
  expect(period.canClose).toBe(true);
});

test('P14 a sealed period is refused by workflow and by the database', async () => {
  const period = await september();
  await server.db
    .updateTable('period')
    .set({ state: 'sealed', sealed_at: now })
    .where('id', '=', period.id)
    .execute();
  const refused = await office.refusal(
    periods.movePeriod,
    move(period, 'reopenSubmission', { reason: '改分', submitOn: '2026-12-01' }),
  );
  expect(refused.body.message).toContain('已封存');
  await expect(
    server.db.updateTable('period').set({ label: '改名' }).where('id', '=', period.id).execute(),
  ).rejects.toThrow('已封存');
});
