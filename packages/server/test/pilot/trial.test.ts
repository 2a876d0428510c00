import { randomUUID } from 'node:crypto';
import {
  appealStatistics,
  appeals,
  entries,
  notifications,
  periodCalendar,
  periods,
  pilot,
  results,
  submissions,
  targets,
} from '@mingji/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countsOfPeriod } from '../../src/modules/periods/index.ts';
import { loadPeriod } from '../../src/modules/results/index.ts';
import { priorMatters } from '../../src/modules/results/prior-matters.ts';
import { previousEvaluation } from '../../src/modules/results/queries/previous-evaluation.ts';
import {
  bookInspections,
  duringSeptember,
  type MonthWorld,
  openMonth,
  startMonthWorld,
  submitWork,
  travel,
} from '../results/month.ts';
import { publishTrial, readPeriod, sealTrial, trialBeside } from './trials.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());
beforeEach(() => travel(world, duringSeptember));

const periodOf = (periodId: string) => readPeriod(world, periodId);

test('P20 a trial runs beside the real month, says so wherever it is named, and is ranked with its mark', async () => {
  const real = await openMonth(world);
  const trial = await trialBeside(world, real);
  expect(await periodOf(trial)).toMatchObject({ label: '2026年9月（试运行）', trial: true, state: 'open' });
  await bookInspections(world, trial, world.li, '17');
  await publishTrial(world, trial);
  const ranking = await world.office.call(results.listRanking, {
    params: { periodId: trial },
    query: { subjectKind: 'officer', sequenceCode: 'field' },
  });
  expect(ranking.items[0]?.name).toBe('李某');
  const mine = await world.liClient.call(results.listSubjectResults, {
    params: { subjectKind: 'officer', subjectId: world.li.id },
    query: {},
  });
  expect(mine.items.map(({ periodLabel }) => periodLabel)).toContain('2026年9月（试运行）');
  const { trials } = await world.office.call(pilot.getPilot);
  expect(trials.map(({ id }) => id)).toContain(trial);
});

test('P20 a trial counts nowhere: no earlier rank, no prior matter, no progress of a target, no past to try on', async () => {
  const real = await openMonth(world);
  const { ruleSet } = await periodOf(real);
  await world.office.call(targets.issueTargets, {
    params: { versionId: ruleSet.versionId, year: 2026 },
    body: {
      requestId: randomUUID(),
      rows: [{ indicatorCode: 'inspection', unitId: world.east.id, quantity: '240' }],
    },
  });
  const trial = await trialBeside(world, real);
  await bookInspections(world, trial, world.li, '17');
  await sealTrial(world, trial);
  const { books } = await world.office.call(targets.listTargetBooks);
  const book = books.find(({ versionId }) => versionId === ruleSet.versionId);
  expect(book?.targets).toBe(1);
  const progress = await world.office.call(targets.getUnitTargets, {
    params: { versionId: ruleSet.versionId, year: 2026, unitId: world.east.id },
  });
  expect(JSON.stringify(progress)).not.toContain('"17"');
  const october = {
    ...(await loadPeriod(world.server.db, world.county.bureauId, real)),
    fromOn: '2026-10-01',
    toOn: '2026-10-31',
  };
  expect(await previousEvaluation(world.server.db, october)).toBeNull();
  expect(await priorMatters(world.server.db, october)).toEqual([]);
  const counting = await world.server.db
    .selectFrom('period as p')
    .select('p.id')
    .where('p.id', 'in', [real, trial])
    .where(countsOfPeriod('p'))
    .execute();
  expect(counting.map(({ id }) => id)).toEqual([real]);
});

test('P20 the same matter earned in a sealed trial earns in full in the real month', async () => {
  const real = await openMonth(world);
  const trial = await trialBeside(world, real);
  const book = (periodId: string) =>
    world.reviewer.call(entries.postEntry, {
      body: {
        requestId: randomUUID(),
        periodId,
        subjectKind: 'officer',
        subjectId: world.li.id,
        indicatorCode: 'duty-1',
        eventCode: 'absent',
        quantity: '1',
        occurredOn: '2026-09-05',
        matterKey: 'A-1',
        reason: '抽查不在位',
        fileIds: [],
      },
    });
  await book(trial);
  await bookInspections(world, trial, world.li, '17');
  await sealTrial(world, trial);
  await book(real);
  const period = await loadPeriod(world.server.db, world.county.bureauId, real);
  expect(await priorMatters(world.server.db, { ...period, fromOn: '2026-10-01' })).toEqual([]);
});

test('P20 a trial may be sealed as one: the seal carries the mark and verifies', async () => {
  const trial = await trialBeside(world, await openMonth(world));
  await bookInspections(world, trial, world.li, '17');
  await sealTrial(world, trial);
  const { items } = await world.office.call(results.listSeals, { query: { text: '试运行' } });
  const seal = items.find(({ periodId }) => periodId === trial);
  expect(seal).toMatchObject({ trial: true, periodLabel: '2026年9月（试运行）' });
  const verified = await world.office.call(results.verifySeal, { params: { sealId: seal?.id ?? '' } });
  expect(verified.ok).toBe(true);
});

test('P20 a trial is discarded with a reason: nobody waits for a review, nothing more is taken; a real month is not', async () => {
  const real = await openMonth(world);
  const trial = await trialBeside(world, real);
  const submissionId = await submitWork(world, trial);
  const discard = (periodId: string) => ({
    params: { periodId },
    body: { requestId: randomUUID(), reason: '规则已调整，重新试' },
  });
  const refused = await world.office.refusal(periodCalendar.discardTrial, discard(real));
  expect(refused.body.message).toContain('不是试运行');
  expect((await world.liClient.refusal(periodCalendar.discardTrial, discard(trial))).status).toBe(403);
  const { period } = await world.office.call(periodCalendar.discardTrial, discard(trial));
  expect(period.discardedAt).not.toBeNull();
  expect(period.actions).toEqual([]);
  const { submission } = await world.liClient.call(submissions.getSubmission, { params: { submissionId } });
  expect(submission.state).toBe('withdrawn');
  const opened = await world.office.refusal(periods.movePeriod, {
    params: { periodId: trial },
    body: { requestId: randomUUID(), action: 'open', reason: null, submitOn: null },
  });
  expect(opened.body.message).toContain('作废');
  expect((await world.office.refusal(periodCalendar.discardTrial, discard(trial))).code).toBe('conflict');
});

test('P7 a discarded trial ends its open appeals with notice and reason, and takes no more', async () => {
  const trial = await trialBeside(world, await openMonth(world));
  const book = async (occurredOn: string) => {
    const { entry } = await world.reviewer.call(entries.postEntry, {
      body: {
        requestId: randomUUID(),
        periodId: trial,
        subjectKind: 'officer',
        subjectId: world.li.id,
        indicatorCode: 'duty-1',
        eventCode: 'absent',
        quantity: '1',
        occurredOn,
        reason: '抽查不在位',
        fileIds: [],
      },
    });
    return entry.id;
  };
  const contest = (entryId: string) => ({
    body: { requestId: randomUUID(), entryId, grounds: '当时在出警', fileIds: [] },
  });
  const { appeal } = await world.liClient.call(appeals.fileAppeal, contest(await book('2026-09-05')));
  const later = await book('2026-09-06');
  await world.office.call(periodCalendar.discardTrial, {
    params: { periodId: trial },
    body: { requestId: randomUUID(), reason: '规则已调整，重新试' },
  });
  const ended = (await world.liClient.call(appeals.getAppeal, { params: { appealId: appeal.id } })).appeal;
  expect(ended).toMatchObject({ state: 'lapsed', answer: null, decidedByName: null, further: null });
  expect(ended.can).toMatchObject({ decide: false, withdraw: false, appealFurther: false });
  expect(ended.timeline.at(-1)).toMatchObject({
    actionLabel: '终止',
    reason: '试运行周期已作废：规则已调整，重新试',
  });
  const told = await world.liClient.call(notifications.listNotifications, {
    query: { kind: 'appealAnswered' },
  });
  expect(told.items[0]).toMatchObject({ address: `/appeals/${appeal.id}` });
  expect(told.items[0]?.detail).toContain('规则已调整');
  const refused = await world.liClient.refusal(appeals.fileAppeal, contest(later));
  expect(refused.body.message).toContain('不再受理复议');
  const { total } = await world.office.call(appealStatistics.getAppealStatistics, { query: {} });
  expect(total.filed).toBe(0);
});

test('P20 a past month is opened once more for late entry, marked for good, in the window of the office', async () => {
  const september = await openMonth(world);
  const wish = (more: object = {}) => ({
    params: { periodId: september },
    body: {
      requestId: randomUUID(),
      submitOn: '2026-11-05',
      reviewOn: '2026-11-08',
      reason: '试点前的工作补录',
      ...more,
    },
  });
  expect((await world.office.refusal(periodCalendar.openBackEntry, wish())).body.message).toContain(
    '尚未结束',
  );
  await travel(world, new Date('2026-11-01T02:00:00Z'));
  const past = await world.office.refusal(periodCalendar.openBackEntry, wish({ submitOn: '2026-10-31' }));
  expect(past.body.problems.map(({ path }) => path)).toEqual(['submitOn']);
  expect((await world.otherOffice.refusal(periodCalendar.openBackEntry, wish())).status).toBe(403);
  const { period } = await world.office.call(periodCalendar.openBackEntry, wish());
  expect(period).toMatchObject({
    state: 'open',
    label: '2026年9月（补录）',
    backEntry: true,
    backEntryReason: '试点前的工作补录',
    submitBy: '2026-11-05T16:00:00.000Z',
  });
  await submitWork(world, september);
  const entryId = await bookInspections(world, september, world.zhao, '9');
  const { entry } = await world.reviewer.call(entries.getEntry, { params: { entryId } });
  expect(entry.period.label).toBe('2026年9月（补录）');
  const { backEntries } = await world.office.call(pilot.getPilot);
  expect(backEntries.map(({ id }) => id)).toContain(september);
  await travel(world, new Date('2026-11-05T16:00:00.001Z'));
  const late = await world.liClient.refusal(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: september,
      subjectKind: 'officer',
      subjectId: world.li.id,
      indicatorCode: 'inspection',
      title: '检查旅馆',
      quantity: '1',
      occurredOn: '2026-09-08',
      fileIds: [],
    },
  });
  expect(late.body.message).toContain('2026年11月5日24:00');
});

test('P8 the deadline is that of the bureau’s own zone: in Urumqi 24:00 comes two hours later', async () => {
  const september = await openMonth(world);
  await sql`update bureau set time_zone = 'Asia/Urumqi' where id = ${world.county.bureauId}`.execute(
    world.server.db,
  );
  try {
    const { period } = await world.office.call(periods.changePeriod, {
      params: { periodId: september },
      body: {
        requestId: randomUUID(),
        submitOn: '2026-09-25',
        reviewOn: '2026-09-30',
        reportOn: null,
        noticeDays: 5,
        appealDays: 5,
        reason: '按本地时间',
      },
    });
    expect(period.submitBy).toBe('2026-09-25T18:00:00.000Z');
    await travel(world, new Date('2026-09-25T17:59:59Z'));
    await submitWork(world, september);
    await travel(world, new Date('2026-09-25T18:00:01Z'));
    await expect(submitWork(world, september)).rejects.toThrow('2026年9月25日24:00');
  } finally {
    await sql`update bureau set time_zone = 'Asia/Shanghai' where id = ${world.county.bureauId}`.execute(
      world.server.db,
    );
  }
});
