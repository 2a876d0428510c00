import { randomUUID } from 'node:crypto';
import { entries, operations, submissions } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeResults } from '../../src/modules/results/evaluate-period.ts';
import { loadFacts } from '../../src/modules/results/load-facts.ts';
import { loadPeriod } from '../../src/modules/results/period-context.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  makeWorkCity,
  publishRules,
  setPeriodState,
  type WorkCity,
  workRules,
} from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
let now = new Date('2026-09-18T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

/** One indicator whose points add up from zero: who did nothing has 0 and is ranked. */
function summerRules(): RuleSet {
  const { totalMarks: _total, ...rules } = workRules;
  const [module] = workRules.modules;
  const [item] = module?.items ?? [];
  const [hazard] = item?.indicators ?? [];
  if (!module || !item || !hazard) throw new Error('the usual rules have changed');
  const { marks: _marks, allowExcess: _excess, ...place } = item;
  const modules = [{ ...module, items: [{ ...place, indicators: [hazard] }] }];
  return { ...rules, id: 'summer', name: '夏季行动办法', mode: 'accumulating', modules };
}

let made = 0;
const wish = (more: Record<string, unknown> = {}) => {
  made += 1;
  return {
    requestId: randomUUID(),
    name: `夏季治安打击整治 ${made}`,
    purpose: '全市夏季统一行动',
    ruleSetVersionId: city.versionId,
    from: '2026-09-10',
    to: '2026-09-30',
    submitOn: '2026-09-28',
    reviewOn: '2026-10-05',
    subjects: { unitIds: [city.east.id], sequenceCodes: [], pasted: city.officer.policeNo },
    ...more,
  };
};
const create = async (more: Record<string, unknown> = {}) =>
  (await city.as.office.call(operations.createOperation, { body: wish(more) })).operation;
const refused = async (more: Record<string, unknown>) =>
  (await city.as.office.refusal(operations.createOperation, { body: wish(more) })).body;
const report = (periodId: string, more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  periodId,
  subjectKind: 'officer' as const,
  subjectId: city.officer.id,
  indicatorCode: 'hazard',
  title: '清查出租房屋隐患',
  eventCode: 'found',
  quantity: '2',
  occurredOn: '2026-09-17',
  fileIds: [],
  ...more,
});
const of = (operationId: string) => ({ params: { operationId } });

test('P8 one form makes an operation with its own deadline and subjects, open for work', async () => {
  const operation = await create();
  expect(operation).toMatchObject({
    state: 'open',
    units: 1,
    officers: 1,
    submitBy: '2026-09-28T16:00:00.000Z',
  });
  const { items } = await city.as.officer.call(operations.listOperations, { query: { phase: 'running' } });
  expect(items.map(({ id }) => id)).toContain(operation.id);
  const subjects = await city.as.office.call(operations.listOperationSubjects, {
    ...of(operation.id),
    query: {},
  });
  expect(subjects.items.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'unit 城东派出所',
    'officer 周立',
  ]);
});

test('P8 whoever is no subject is refused by name, to report and to be scored; the form does not offer it', async () => {
  const { periodId, name } = await create();
  const { submission } = await city.as.officer.call(submissions.createSubmission, { body: report(periodId) });
  expect(submission.state).toBe('submitted');
  const own = await city.as.neighbour.refusal(submissions.createSubmission, {
    body: report(periodId, { subjectId: city.neighbour.id }),
  });
  expect(own.body.message).toContain('“吴敏”不是专项行动');
  expect(own.body.message).toContain(name);
  const posted = await city.as.orderReviewer.refusal(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId: city.neighbour.id,
      indicatorCode: 'hazard',
      eventCode: 'found',
      occurredOn: '2026-09-17',
      reason: '检查',
      fileIds: [],
    },
  });
  expect(posted.body.message).toContain('“吴敏”不是专项行动');
  const offered = async (who: 'officer' | 'neighbour') =>
    (await city.as[who].call(submissions.getReportForm, { query: {} })).periods.map(({ id }) => id);
  expect(await offered('officer')).toContain(periodId);
  expect(await offered('neighbour')).not.toContain(periodId);
});

test('P8 past its own deadline work is refused with the deadline named, while the month still takes it', async () => {
  const { periodId } = await create({ submitOn: '2026-09-19' });
  now = new Date('2026-09-20T02:00:00Z');
  const late = await city.as.officer.refusal(submissions.createSubmission, { body: report(periodId) });
  expect(late.body).toMatchObject({ code: 'deadlinePassed', message: expect.stringContaining('9月19日') });
  await city.as.officer.call(submissions.createSubmission, { body: report(city.periodId) });
  now = new Date('2026-09-18T02:00:00Z');
});

test('P8 progress is by unit, and its scores are among its subjects only and stay out of the month', async () => {
  const ruleSetVersionId = await publishRules(app, city.bureau, summerRules());
  const { id, periodId } = await create({ ruleSetVersionId });
  const { submission } = await city.as.officer.call(submissions.createSubmission, { body: report(periodId) });
  await city.as.orderReviewer.call(submissions.acceptSubmission, {
    params: { submissionId: submission.id },
    body: { requestId: randomUUID(), version: 1 },
  });
  const { operation } = await city.as.office.call(operations.getOperation, of(id));
  expect(operation.progress).toMatchObject([
    { unit: { name: '城东派出所' }, subjects: 2, reported: 1, submitted: 1, accepted: 1 },
  ]);
  const scored = async (period: string) => {
    const context = await loadPeriod(app.db, city.bureau.bureauId, period);
    const facts = await loadFacts(app.db, context);
    return { facts, results: computeResults(context.ruleSet, facts) };
  };
  const special = await scored(periodId);
  expect(special.facts.subjects.map(({ name }) => name).sort()).toEqual(['周立', '城东派出所'].sort());
  expect(special.results.map(({ subject, result }) => `${subject.name} ${result.rank}`).sort()).toEqual(
    ['周立 1', '城东派出所 1'].sort(),
  );
  const month = await scored(city.periodId);
  expect(
    month.facts.facts.entries.filter(({ id: entry }) => special.facts.ledger.some((row) => row.id === entry)),
  ).toEqual([]);
});

test('P8 a copy of a published method becomes one of the unit’s own, and two operations do not share it', async () => {
  const operation = await create({
    copy: { code: 'summer-2026', name: '夏季行动考核办法', unitId: city.bureau.id },
  });
  expect(operation.ruleSet.name).toBe('夏季行动考核办法');
  expect(operation.ruleSet.versionId).not.toBe(city.versionId);
  const again = await refused({
    copy: { code: 'summer-2026', name: '夏季行动考核办法', unitId: city.bureau.id },
  });
  expect(again).toMatchObject({ code: 'conflict', message: expect.stringContaining('summer-2026') });
});

test('P8 bad input is refused with its place and nothing is made: unknown names, nobody, days that contradict', async () => {
  const before = await app.db.selectFrom('operation').select('id').execute();
  const names = await refused({
    subjects: { unitIds: [], sequenceCodes: ['none'], pasted: '王二麻子、周立' },
  });
  expect(names.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('序列“none”'),
    expect.stringContaining('王二麻子'),
  ]);
  expect((await refused({ subjects: { unitIds: [], sequenceCodes: [], pasted: '' } })).message).toContain(
    '考核对象',
  );
  expect((await refused({ to: '2026-09-01' })).message).toContain('前后矛盾');
  expect((await refused({ submitOn: '2026-09-12' })).code).toBe('deadlinePassed');
  expect(await app.db.selectFrom('operation').select('id').execute()).toEqual(before);
  const preview = await city.as.office.call(operations.previewOperationSubjects, {
    body: {
      ruleSetVersionId: city.versionId,
      on: '2026-09-30',
      subjects: { unitIds: [city.east.id], sequenceCodes: [], pasted: '周立\n不存在的人' },
    },
  });
  expect(preview).toMatchObject({ units: 1, officers: 1, problems: [expect.stringContaining('不存在的人')] });
});

test('P8 subjects are added until it is published; another role cannot make or change an operation', async () => {
  const { id, periodId } = await create();
  const { operation } = await city.as.office.call(operations.addOperationSubjects, {
    ...of(id),
    body: { requestId: randomUUID(), subjects: { unitIds: [], sequenceCodes: [], pasted: '吴敏' } },
  });
  expect(operation.officers).toBe(2);
  await city.as.neighbour.call(submissions.createSubmission, {
    body: report(periodId, { subjectId: city.neighbour.id }),
  });
  const refusal = await city.as.eastHead.refusal(operations.createOperation, { body: wish() });
  expect(refusal.body.code).toBe('forbidden');
});

const remove = (id: string, subjects: { kind: 'unit' | 'officer'; id: string }[]) => ({
  ...of(id),
  body: { requestId: randomUUID(), subjects, reason: '抽调任务已结束' },
});
const officerOf = (id: string) => ({ kind: 'officer' as const, id });

test('P8 who was listed by mistake is taken off and can report no more; who has work in it stays, all or none', async () => {
  const { id, periodId } = await create({
    subjects: { unitIds: [city.east.id], sequenceCodes: [], pasted: '周立、吴敏' },
  });
  await city.as.officer.call(submissions.createSubmission, { body: report(periodId) });
  const both = remove(id, [officerOf(city.officer.id), officerOf(city.neighbour.id)]);
  const busy = await city.as.office.refusal(operations.removeOperationSubjects, both);
  expect(busy.body.problems).toEqual([{ path: 'subjects.0', message: '“周立”已有填报 1 件、得分记录 0 条' }]);
  const one = remove(id, [officerOf(city.neighbour.id)]);
  const { operation } = await city.as.office.call(operations.removeOperationSubjects, one);
  expect(operation).toMatchObject({ units: 1, officers: 1 });
  const late = await city.as.neighbour.refusal(submissions.createSubmission, {
    body: report(periodId, { subjectId: city.neighbour.id }),
  });
  expect(late.body.message).toContain('“吴敏”不是专项行动');
  const again = remove(id, [officerOf(city.neighbour.id)]);
  expect((await city.as.office.refusal(operations.removeOperationSubjects, again)).code).toBe('conflict');
});

test('P8 the last subject stays, a published list does not change, and only its office changes it', async () => {
  const { id, periodId } = await create({
    subjects: { unitIds: [], sequenceCodes: [], pasted: city.neighbour.policeNo },
  });
  const last = remove(id, [officerOf(city.neighbour.id)]);
  expect((await city.as.office.refusal(operations.removeOperationSubjects, last)).message).toContain('至少');
  expect((await city.as.eastHead.refusal(operations.removeOperationSubjects, last)).code).toBe('forbidden');
  await setPeriodState(app, periodId, 'inNotice');
  const more = { unitIds: [], sequenceCodes: [], pasted: '周立' };
  const added = await city.as.office.refusal(operations.addOperationSubjects, {
    ...of(id),
    body: { requestId: randomUUID(), subjects: more },
  });
  expect(added.message).toContain('已公示或封存');
  expect((await city.as.office.refusal(operations.removeOperationSubjects, last)).message).toContain('公示');
});

test('P8 a list that is being changed waits for the publication that came first, and is refused then', async () => {
  const { id, periodId } = await create();
  const body = { requestId: randomUUID(), subjects: { unitIds: [], sequenceCodes: [], pasted: '吴敏' } };
  const adding = await app.db.transaction().execute(async (tx) => {
    await tx.updateTable('period').set({ state: 'inNotice' }).where('id', '=', periodId).execute();
    const answer = city.as.office.refusal(operations.addOperationSubjects, { ...of(id), body });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { answer };
  });
  expect((await adding.answer).message).toContain('已公示或封存');
});
