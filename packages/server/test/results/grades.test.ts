import { results } from '@mingji/contract';
import type { GradingRules } from '@mingji/engine';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MonthWorld, publishedMonth, sealedMonth, startMonthWorld } from './month.ts';

const grading: GradingRules = {
  kinds: ['officer'],
  grades: [
    { code: 'good', name: '好', from: '92' },
    { code: 'fair', name: '较好', from: '75' },
    { code: 'plain', name: '一般', from: '60' },
    { code: 'poor', name: '较差', binding: 'must' },
  ],
};

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

const rank = (periodId: string, subjectKind: 'officer' | 'unit') =>
  world.office.call(results.listRanking, { params: { periodId }, query: { subjectKind } });
const resultOfLi = (periodId: string) =>
  world.liClient.call(results.getResult, {
    params: { periodId, subjectKind: 'officer', subjectId: world.li.id },
  });

test('R4 grades stand beside scores: 92 is 好 from 92, 60 is 一般; units are not graded', async () => {
  const { periodId } = await publishedMonth(world, undefined, { grading });
  const officers = await rank(periodId, 'officer');
  expect(officers.graded).toBe(true);
  const grades = new Map(officers.items.map(({ name, score, grade }) => [name, [score.value, grade?.name]]));
  expect(grades.get('李某')).toEqual(['92.00', '好']);
  expect(grades.get('王某')).toEqual(['100.00', '好']);
  expect(grades.get('赵某')).toEqual(['59.00', '较差']);
  const units = await rank(periodId, 'unit');
  expect(units.graded).toBe(false);
  expect(units.items.every(({ grade }) => grade === null)).toBe(true);
  expect((await resultOfLi(periodId)).grade).toEqual({ name: '好', byScore: '好', note: null });
});

test('R4 a scarce grade waits for the unit to nominate, and says so', async () => {
  const { periodId } = await publishedMonth(world, undefined, {
    grading,
    quota: { grade: 'good', rate: '40%' },
  });
  const { grade } = await resultOfLi(periodId);
  expect(grade).toMatchObject({ name: '较好', byScore: '好' });
  expect(grade?.note).toContain('好');
});

test('a rule set without grades shows none', async () => {
  const { periodId } = await publishedMonth(world);
  expect(await rank(periodId, 'officer')).toMatchObject({ graded: false });
  expect((await resultOfLi(periodId)).grade).toBeNull();
});

test('P14 a grade changed behind a seal is named by the verification', async () => {
  const { periodId, sealId } = await sealedMonth(world, { grading });
  const verify = () => world.office.call(results.verifySeal, { params: { sealId } });
  expect((await verify()).ok).toBe(true);
  const owner = new pg.Client({ connectionString: world.server.ownerUrl });
  await owner.connect();
  try {
    await owner.query('alter table result disable trigger user');
    await owner.query(
      `update result set detail = jsonb_set(detail, '{grade,name}', '"好"')
       where period_id = $1 and subject_id = $2`,
      [periodId, world.zhao.id],
    );
    await owner.query('alter table result enable trigger user');
  } finally {
    await owner.end();
  }
  const found = await verify();
  expect(found.ok).toBe(false);
  expect(found.findings).toEqual([
    expect.objectContaining({
      check: 'results',
      place: `results[${world.zhao.id}].grade`,
      message: '赵某 的等次封存时为 较差，现在为 好',
    }),
  ]);
});
