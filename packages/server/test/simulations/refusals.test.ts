import { randomUUID } from 'node:crypto';
import { ruleSets, simulations } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateRules } from '../../src/modules/simulations/index.ts';
import {
  afterNotice,
  duringSeptember,
  type MonthWorld,
  openMonth,
  sealedMonth,
  startMonthWorld,
  travel,
} from '../results/month.ts';
import {
  draftOnMonth,
  officersOf,
  onSimulation,
  saveContent,
  type Trial,
  trialRequest,
  tryOut,
  withAbsence,
} from './draft-on-month.ts';

let world: MonthWorld;
let trial: Trial;
beforeAll(async () => {
  world = await startMonthWorld();
  trial = await draftOnMonth(world);
});
afterAll(() => world.server.stop());

const start = (versionId: string, periodIds: readonly string[]) =>
  world.office.refusal(simulations.startSimulation, trialRequest(versionId, periodIds));

test('X2 trying needs a session, the permission to write the method, and the method within reach', async () => {
  const request = trialRequest(trial.draftId, [trial.periodId]);
  const { startSimulation } = simulations;
  expect((await world.server.visitor.refusal(startSimulation, request)).status).toBe(401);
  expect((await world.reviewer.refusal(startSimulation, request)).status).toBe(403);
  expect((await world.leader.refusal(startSimulation, request)).status).toBe(403);
  expect((await world.otherOffice.refusal(startSimulation, request)).status).toBe(403);
});

test('X2 nobody but the office of the method reads a trial: it shows everybody’s scores', async () => {
  const id = await tryOut(world, trial);
  const reads = [
    [simulations.getSimulation, onSimulation(id)],
    [simulations.listMoves, officersOf(id, trial.periodId)],
    [simulations.listUnitTotals, { params: { simulationId: id }, query: { subjectKind: 'officer' } }],
    [simulations.exportSimulation, officersOf(id, trial.periodId)],
    [simulations.listSimulations, { params: { ruleSetId: trial.ruleSetId } }],
    [simulations.listTrialPeriods, { params: { versionId: trial.draftId } }],
  ] as const;
  for (const [endpoint, parts] of reads) {
    for (const client of [world.liClient, world.eastHead, world.reviewer, world.otherOffice]) {
      const refused = await client.refusal(endpoint, parts);
      expect([endpoint.path, refused.code]).toEqual([endpoint.path, 'forbidden']);
    }
    expect((await world.server.visitor.refusal(endpoint, parts)).status).toBe(401);
  }
});

test('X2 only sealed periods of the same method by one other version can be tried', async () => {
  await travel(world, duringSeptember);
  const open = await openMonth(world);
  const elsewhere = await start(trial.draftId, [open]);
  expect(elsewhere).toMatchObject({ status: 422, code: 'refused' });
  expect(elsewhere.body.message).toContain('不是按《测试办法》考核的');
  const { periodId: other } = await sealedMonth(world);
  expect((await start(trial.draftId, [trial.periodId, other])).body.message).toContain('有 1 个不是按');
  expect((await start(trial.draftId, [])).status).toBe(400);
  const many = Array.from({ length: 25 }, () => randomUUID());
  expect((await start(trial.draftId, many)).body.problems[0]?.message).toContain('最多试算 24 个周期');
  const idle = await start(trial.publishedId, [trial.periodId]);
  expect(idle.body.message).toContain('试算不会有任何变动');
  expect((await start(randomUUID(), [trial.periodId])).status).toBe(404);
});

test('X2 an unsealed period is refused by name', async () => {
  await travel(world, duringSeptember);
  const open = await openMonth(world);
  const row = await world.server.db
    .selectFrom('period')
    .innerJoin('rule_set_version as v', 'v.id', 'period.rule_set_version_id')
    .select('v.id')
    .where('period.id', '=', open)
    .executeTakeFirstOrThrow();
  const refused = await start(row.id, [open]);
  expect(refused.body.message).toContain('“2026年9月”尚未封存');
});

test('X2 the periods offered are the sealed ones by other versions', async () => {
  const offered = async (versionId: string) =>
    (await world.office.call(simulations.listTrialPeriods, { params: { versionId }, query: {} })).items;
  expect(await offered(trial.draftId)).toMatchObject([
    { id: trial.periodId, label: '2026年9月', versionId: trial.publishedId, version: 1 },
  ]);
  expect(await offered(trial.publishedId)).toEqual([]);
});

test('X2 a draft that cannot be computed is refused with its problems', async () => {
  const { version } = await world.office.call(ruleSets.getVersion, { params: { versionId: trial.draftId } });
  const sound = version.content as RuleSet;
  const saved = await saveContent(world, version, { ...sound, totalMarks: '120' });
  const refused = await start(trial.draftId, [trial.periodId]);
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.problems.length).toBeGreaterThan(0);
  expect(refused.body.message).toContain('不能试算');
  await saveContent(world, saved, sound);
});

test('X2 one trial at a time for each account; the same request again is the same trial', async () => {
  const request = trialRequest(trial.draftId, [trial.periodId]);
  const first = await world.office.call(simulations.startSimulation, request);
  const again = await world.office.call(simulations.startSimulation, request);
  expect(again.simulation.id).toBe(first.simulation.id);
  expect(first.simulation).toMatchObject({ state: 'queued', step: '等待试算' });
  expect(await start(trial.draftId, [trial.periodId])).toMatchObject({ status: 409, code: 'conflict' });
  const colleague = await world.secondOffice.call(
    simulations.startSimulation,
    trialRequest(trial.draftId, [trial.periodId]),
  );
  const waiting = await world.office.refusal(
    simulations.exportSimulation,
    officersOf(first.simulation.id, trial.periodId),
  );
  expect(waiting.body.message).toContain('试算尚未完成');
  await simulateRules(world.server.deps, colleague.simulation.id);
  await simulateRules(world.server.deps, first.simulation.id);
  // The queue may hand a job out twice: what is done is left alone.
  await simulateRules(world.server.deps, first.simulation.id);
  const { simulation } = await world.office.call(
    simulations.getSimulation,
    onSimulation(first.simulation.id),
  );
  expect(simulation.state).toBe('done');
});

test('X2 a trial whose process died gives way to the next one', async () => {
  const { simulation } = await world.office.call(
    simulations.startSimulation,
    trialRequest(trial.draftId, [trial.periodId]),
  );
  await world.server.db
    .updateTable('simulation')
    .set({ progressed_at: new Date(world.clock.now.getTime() - 121_000) })
    .where('id', '=', simulation.id)
    .execute();
  await tryOut(world, trial);
  const left = await world.office.call(simulations.getSimulation, onSimulation(simulation.id));
  expect(left.simulation).toMatchObject({ state: 'failed', failure: expect.stringContaining('中断') });
});

test('X2 a trial that cannot be computed says so, and leaves no half of a result', async () => {
  const { version } = await world.office.call(ruleSets.getVersion, { params: { versionId: trial.draftId } });
  const { simulation } = await world.office.call(
    simulations.startSimulation,
    trialRequest(trial.draftId, [trial.periodId]),
  );
  const sound = version.content as RuleSet;
  // Edited between the request and the job.
  const saved = await saveContent(world, version, { ...sound, totalMarks: '120' });
  await simulateRules(world.server.deps, simulation.id);
  const { simulation: failed, result } = await world.office.call(
    simulations.getSimulation,
    onSimulation(simulation.id),
  );
  expect(failed.state).toBe('failed');
  expect(failed.failure).toContain('“2026年9月”的数据不能按新规则计算');
  expect(result).toBeNull();
  await saveContent(world, saved, sound);
});

test('X2 the start of a trial is audited without a number, and the newest twenty are kept', async () => {
  const audited = await world.server.db
    .selectFrom('audit_event')
    .select(['summary', 'subject_id'])
    .where('action', '=', 'simulation.started')
    .execute();
  expect(audited[0]).toEqual({
    summary: '考核办法“测试办法”第 2 版在往期数据上试算：2026年9月',
    subject_id: trial.ruleSetId,
  });
  const latest: string[] = [];
  for (let run = 1; run <= 21; run += 1) {
    await travel(world, new Date(afterNotice.getTime() + run * 1000));
    latest.push(await tryOut(world, trial));
  }
  const kept = await world.office.call(simulations.listSimulations, {
    params: { ruleSetId: trial.ruleSetId },
    query: { versionId: trial.draftId },
  });
  expect(kept.total).toBe(20);
  expect(kept.items.map(({ id }) => id).toSorted()).toEqual(latest.slice(1).toSorted());
});

test('X2 a published version is tried on the periods before it', async () => {
  const fresh = await draftOnMonth(world, '-3');
  const { version } = await world.office.call(ruleSets.getVersion, { params: { versionId: fresh.draftId } });
  await world.office.call(ruleSets.publishVersion, {
    params: { versionId: version.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, effectiveOn: '2026-11-01' },
  });
  const id = await tryOut(world, fresh);
  const { items } = await world.office.call(simulations.listMoves, officersOf(id, fresh.periodId));
  expect(items.map(({ name, difference }) => [name, difference])).toEqual([
    ['李某', '-4'],
    ['赵某', '-2'],
  ]);
  expect(withAbsence(version.content as RuleSet, '-3')).toEqual(version.content);
});
