import { ruleSets, simulations } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { countOf, type MonthWorld, startMonthWorld } from '../results/month.ts';
import {
  draftOnMonth,
  officersOf,
  onSimulation,
  saveContent,
  type Trial,
  tryOut,
  withAbsence,
} from './draft-on-month.ts';

let world: MonthWorld;
let trial: Trial;
let simulationId: string;
const RECORDS = ['ledger_entry', 'evaluation', 'result', 'seal', 'period'];
const before: number[] = [];
beforeAll(async () => {
  world = await startMonthWorld();
  trial = await draftOnMonth(world);
  for (const table of RECORDS) before.push(await countOf(world, table));
  simulationId = await tryOut(world, trial);
});
afterAll(() => world.server.stop());

test('X2 an absence at −2 instead of −1 moves who was absent, by that much and by that change, the largest first', async () => {
  const { items, total } = await world.office.call(
    simulations.listMoves,
    officersOf(simulationId, trial.periodId),
  );
  expect(total).toBe(2);
  // 李某: 58 + 34 = 92 becomes 56 + 34; 赵某: 59 + 0 becomes 58 + 0; 王某 and 钱某 stay.
  expect(items).toMatchObject([
    {
      name: '李某',
      code: world.li.policeNo,
      unitName: '城东派出所',
      before: { state: 'scored', value: '92.00', rank: 2, grade: '好' },
      after: { state: 'scored', value: '90.00', rank: 2, grade: '较好' },
      difference: '-2',
      causes: [{ change: '指标 duty-1', place: 'indicator', name: '值班备勤', amount: '-2' }],
    },
    {
      name: '赵某',
      unitName: '城西派出所',
      before: { value: '59.00', rank: 3, grade: '较好' },
      after: { value: '58.00', rank: 3, grade: '一般' },
      difference: '-1',
      causes: [{ change: '指标 duty-1', amount: '-1' }],
    },
  ]);
});

test('X2 the summary counts who rises, falls and stays, the grades that flip, and what each change moved in all', async () => {
  const { simulation, result } = await world.office.call(
    simulations.getSimulation,
    onSimulation(simulationId),
  );
  expect(simulation).toMatchObject({
    state: 'done',
    failure: null,
    doneSteps: 2,
    totalSteps: 2,
    version: 2,
    baseVersion: 1,
    outdated: false,
    periods: [{ id: trial.periodId, label: '2026年9月' }],
  });
  expect(result?.summaries.map(({ subjectKind }) => subjectKind)).toEqual(['officer', 'unit']);
  expect(result?.summaries[0]).toMatchObject({
    subjects: 4,
    risen: 0,
    fallen: 2,
    unchanged: 2,
    ranksMoved: 0,
    meanDifference: '-0.750',
    gradeFlips: [
      { from: '好', to: '较好', count: 1 },
      { from: '较好', to: '一般', count: 1 },
    ],
    effects: [{ change: '指标 duty-1', subjects: 2, sum: '-3' }],
  });
  expect(result?.summaries[1]).toMatchObject({ fallen: 0, risen: 0, effects: [] });
  const change = result?.changes.find(({ key }) => key === '指标 duty-1');
  expect(change).toMatchObject({ kind: 'changed', part: '指标', clause: '抽查一次不在位扣 2 分。' });
  expect(change?.lines).toHaveLength(1);
  expect(result).toMatchObject({ dropped: [], withoutPast: [] });
});

test('X2 totals per unit tell the means before and after', async () => {
  const { items } = await world.office.call(simulations.listUnitTotals, {
    params: { simulationId },
    query: { subjectKind: 'officer' },
  });
  expect(
    items
      .map(({ unitName, subjects, meanBefore, meanAfter, difference }) => [
        unitName,
        subjects,
        meanBefore,
        meanAfter,
        difference,
      ])
      .toSorted(),
  ).toEqual([
    ['城东派出所', 2, '96.000', '95.000', '-1.000'],
    ['城西派出所', 1, '59.000', '58.000', '-1.000'],
    ['治安管理大队', 1, '60.000', '60.000', '0.000'],
  ]);
  const found = await world.office.call(simulations.listUnitTotals, {
    params: { simulationId },
    query: { subjectKind: 'officer', text: '城西' },
  });
  expect(found.total).toBe(1);
});

test('X2 the moves are found by unit, name, flipped grade and change, a page at a time', async () => {
  const namesWith = async (query: Record<string, string>) => {
    const { items } = await world.office.call(simulations.listMoves, {
      params: { simulationId },
      query: { periodId: trial.periodId, subjectKind: 'officer', ...query },
    });
    return items.map(({ name }) => name);
  };
  expect(await namesWith({ unitId: world.west.id })).toEqual(['赵某']);
  expect(await namesWith({ text: '李' })).toEqual(['李某']);
  expect(await namesWith({ flips: 'true' })).toEqual(['李某', '赵某']);
  expect(await namesWith({ change: '指标 duty-1' })).toEqual(['李某', '赵某']);
  expect(await namesWith({ change: '指标 inspection' })).toEqual([]);
  expect(await namesWith({ page: '2', pageSize: '1' })).toEqual(['赵某']);
  const refused = await world.office.refusal(simulations.listMoves, {
    params: { simulationId },
    query: { periodId: trial.periodId, subjectKind: 'officer', pageSize: 101 },
  });
  expect(refused.status).toBe(400);
});

test('X2 nothing is written but the trial itself', async () => {
  const now: number[] = [];
  for (const table of RECORDS) now.push(await countOf(world, table));
  expect(now).toEqual(before);
  expect(before.every((rows) => rows > 0)).toBe(true);
});

test('X2 the trial goes out as an office document with the reasons in words', async () => {
  const file = await world.office.download(
    simulations.exportSimulation,
    officersOf(simulationId, trial.periodId),
  );
  expect(file.statusCode).toBe(200);
  const text = JSON.stringify(await readWorkbook(new Uint8Array(file.rawPayload)));
  expect(text).toContain('指标“值班备勤” -2 分（规则修改）');
  expect(text).toContain('李某');
  expect(text).toContain('城西派出所');
  expect(text).toContain('抽查一次不在位扣 2 分。');
});

test('X2 a draft edited after its trial is told to be tried again', async () => {
  const { version } = await world.office.call(ruleSets.getVersion, { params: { versionId: trial.draftId } });
  await saveContent(world, version, withAbsence(version.content as RuleSet, '-3'));
  const { simulation } = await world.office.call(simulations.getSimulation, onSimulation(simulationId));
  expect(simulation.outdated).toBe(true);
});

test('X2 a discarded draft takes its trials with it', async () => {
  await world.office.call(ruleSets.discardDraft, {
    params: { versionId: trial.draftId },
    body: { requestId: crypto.randomUUID() },
  });
  const gone = await world.office.refusal(simulations.getSimulation, onSimulation(simulationId));
  expect(gone.status).toBe(404);
  expect(await countOf(world, 'simulation_period')).toBe(0);
});
