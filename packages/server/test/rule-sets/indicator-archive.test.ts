import { randomUUID } from 'node:crypto';
import { ruleSets } from '@mingji/contract';
import type { Indicator, RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { bookAbsence, type MonthWorld, openMonth, startMonthWorld } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';
import {
  dutyIndicator,
  inspectionIndicator,
  publishTestRuleSet,
  testRuleSet,
} from '../support/rule-set-content.ts';
import { seedBureau } from '../support/seed.ts';

let world: MonthWorld;
let ruleSetId: string;
let periodId: string;
const owner = '治安管理大队';
const evidence = '现场检查记录和照片';

/** One method: the first version of 2024, the second in force since July 2026, the third waits for 2027. */
beforeAll(async () => {
  world = await startMonthWorld();
  const first = await publishTestRuleSet(world.office, world.county, {
    code: 'archive',
    content: named(testRuleSet(owner)),
    effectiveOn: '2024-01-01',
  });
  ruleSetId = first.ruleSet.id;
  await nextVersion(withDuty({ evidence, scoring: deduct('-2') }), '2026-07-01');
  await nextVersion(withDuty({ evidence, name: '值班备勤和应急', scoring: deduct('-2') }), '2027-01-01');
  periodId = await openMonth(world);
});
afterAll(() => world.server.stop());

const named = (content: RuleSet): RuleSet => ({ ...content, name: '沿革测试办法' });
const deduct = (points: string): Indicator['scoring'] => ({
  family: 'deductFromFull',
  events: [{ code: 'absent', name: '抽查不在位', points, unit: '次' }],
});
function withDuty(more: Partial<Indicator>): RuleSet {
  return named(
    testRuleSet(owner, {
      modules: [
        {
          code: 'main',
          name: '业务工作',
          items: [
            {
              code: 'duty',
              name: '队伍日常管理',
              marks: '60',
              indicators: [{ ...dutyIndicator(owner), ...more }],
            },
            { code: 'security', name: '治安管理', marks: '40', indicators: [inspectionIndicator(owner)] },
          ],
        },
      ],
    }),
  );
}

async function nextVersion(content: RuleSet, effectiveOn: string): Promise<void> {
  const { version: copy } = await world.office.call(ruleSets.createDraft, {
    params: { ruleSetId },
    body: { requestId: randomUUID() } as never,
  });
  const { version: draft } = await world.office.call(ruleSets.saveDraft, {
    params: { versionId: copy.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: copy.updatedAt, content: content as never },
  });
  await world.office.call(ruleSets.publishVersion, {
    params: { versionId: draft.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: draft.updatedAt, effectiveOn },
  });
}

const search = async (query: Record<string, string>, client: TestClient = world.liClient) => {
  const found = await client.call(ruleSets.listIndicators, { query: { ruleSetId, ...query } as never });
  return found.items.map(({ version, code }) => `${version} ${code}`);
};

test('P12 the library of a year holds the versions that were in force on some day of it', async () => {
  expect(await search({ year: '2023' })).toEqual([]);
  expect(await search({ year: '2025' })).toEqual(['1 duty-1', '1 inspection']);
  expect(await search({ year: '2026', item: '队伍' })).toEqual(['2 duty-1', '1 duty-1']);
  expect(await search({ year: '2027', item: '队伍' })).toEqual(['3 duty-1']);
});

test('P12 a version is waiting, in force or superseded, with the days from which and until which it counts', async () => {
  const { items } = await world.liClient.call(ruleSets.listIndicators, {
    query: { ruleSetId, text: 'duty-1' },
  });
  expect(
    items.map(({ version, standing, effectiveOn, effectiveTo }) => [
      version,
      standing,
      effectiveOn,
      effectiveTo,
    ]),
  ).toEqual([
    [3, 'upcoming', '2027-01-01', null],
    [2, 'inForce', '2026-07-01', '2026-12-31'],
    [1, 'superseded', '2024-01-01', '2026-06-30'],
  ]);
  expect(await search({ standing: 'superseded' })).toEqual(['1 duty-1', '1 inspection']);
  expect(await search({ standing: 'draft' })).toEqual([]);
});

test('P12 conditions combine: unit and below, level, owner, module, family, text of clause and of evidence', async () => {
  const now = { standing: 'inForce' };
  expect(await search({ ...now, unitId: world.city.id, level: '2' })).toEqual(['2 duty-1', '2 inspection']);
  expect(await search({ ...now, unitId: world.east.id })).toEqual([]);
  expect(await search({ ...now, level: '3' })).toEqual([]);
  expect(await search({ ...now, text: '照片' })).toEqual(['2 duty-1']);
  expect(await search({ ...now, text: '完成比例', family: 'ratio' })).toEqual(['2 inspection']);
  expect(await search({ ...now, text: '照片', family: 'ratio' })).toEqual([]);
  expect(await search({ ...now, owner: '治安', module: '业务', item: '治安' })).toEqual(['2 inspection']);
  const ofPeriod = await world.liClient.call(ruleSets.listIndicators, { query: { periodId } });
  expect(ofPeriod.items.map(({ code }) => code)).toEqual(['duty-1', 'inspection']);
});

test('P12 the library is searched by what the linter says, and by whether it has its answer (X6)', async () => {
  const quota = { ...inspectionIndicator(owner), name: '行政拘留人数' };
  const content = named(
    testRuleSet(owner, {
      modules: [
        {
          code: 'main',
          name: '业务工作',
          items: [
            { code: 'duty', name: '队伍日常管理', marks: '60', indicators: [dutyIndicator(owner)] },
            { code: 'security', name: '治安管理', marks: '40', indicators: [quota] },
          ],
        },
      ],
    }),
  );
  const { version: empty } = await world.office.call(ruleSets.createRuleSet, {
    body: { requestId: randomUUID(), unitId: world.county.id, code: 'flagged', name: '有问题的办法' },
  });
  const { version } = await world.office.call(ruleSets.saveDraft, {
    params: { versionId: empty.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: empty.updatedAt, content: content as never },
  });
  const flagged = async (lint: string) =>
    (
      await world.liClient.call(ruleSets.listIndicators, {
        query: { versionId: version.id, lint } as never,
      })
    ).items.map(({ code, lint: told }) => [code, told]);
  expect(await flagged('open')).toEqual([['inspection', 'open']]);
  expect(await flagged('signedOff')).toEqual([]);
  await world.office.call(ruleSets.recordSignOff, {
    params: { versionId: version.id },
    body: {
      requestId: randomUUID(),
      findingKey: version.findings.find((finding) => finding.needsSignOff)?.key ?? '',
      signer: '法制科 李某',
      reason: '只作统计，不作排名',
    },
  });
  expect(await flagged('open')).toEqual([]);
  expect(await flagged('signedOff')).toEqual([['inspection', 'signedOff']]);
  expect((await flagged('clean')).map(([code]) => code)).not.toContain('inspection');
});

test('P12 the export holds the lines of the screen, all of them and no others', async () => {
  const query = { ruleSetId, year: '2026' } as const;
  const shown = await world.liClient.call(ruleSets.listIndicators, { query: { ...query, pageSize: 200 } });
  const file = await world.liClient.download(ruleSets.exportIndicators, { query });
  const read = await readWorkbook(new Uint8Array(file.rawPayload));
  if (!read.ok) throw new Error(read.refusal.message);
  const rows = (read.workbook.sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => ('text' in cell ? cell.text : '')),
  );
  const lines = rows.filter((row) => /^\d+$/.test(row[0] ?? ''));
  expect(lines).toHaveLength(shown.total);
  expect(lines.map((row) => [row[2], row[9], row[10], row[15]])).toEqual(
    shown.items.map((line) => [String(line.version), line.name, line.code, line.clauseText]),
  );
});

test('P12 the history of one indicator tells what changed in which version', async () => {
  const { versions } = await world.liClient.call(ruleSets.getIndicatorHistory, {
    params: { ruleSetId, code: 'duty-1' },
  });
  expect(versions.map(({ version, changes }) => [version, changes.map(({ label }) => label)])).toEqual([
    [3, ['名称']],
    [2, ['证明材料', '规则']],
    [1, []],
  ]);
  expect(versions[0]?.changes[0]).toEqual({ label: '名称', old: '值班备勤', new: '值班备勤和应急' });
  expect(versions[0]?.indicator).toMatchObject({ clauseText: '抽查一次不在位扣 1 分。', marks: '60' });
});

test('P12 what was booked on an indicator is counted within the reader’s scope, without what was reversed', async () => {
  const { items } = await world.office.call(ruleSets.listIndicators, { query: { periodId } });
  const used = items[0]?.ruleSetId ?? '';
  await bookAbsence(world, periodId, world.li, '2');
  await bookAbsence(world, periodId, world.li, '1');
  await bookAbsence(world, periodId, world.zhao, '1');
  const uses = async (client: TestClient) =>
    (
      await client.call(ruleSets.getIndicatorHistory, { params: { ruleSetId: used, code: 'duty-1' } })
    ).uses?.map(({ entries, subjects, points }) => [entries, subjects, Number(points)]);
  expect(await uses(world.office)).toEqual([[3, 2, -4]]);
  expect(await uses(world.eastHead)).toEqual([[2, 1, -3]]);
  expect(await uses(world.liClient)).toEqual([[2, 1, -3]]);
  expect(await uses(world.otherOffice)).toEqual([]);
});

test('P12 the archive is closed to visitors and to other bureaus, and what is not there is not found', async () => {
  const params = { ruleSetId, code: 'duty-1' };
  const far = await world.server.signInWith({ roles: ['office'], unit: await seedBureau(world.server.db) });
  expect((await world.server.visitor.refusal(ruleSets.listIndicators, { query: {} })).status).toBe(401);
  expect((await world.server.visitor.refusal(ruleSets.exportIndicators, { query: {} })).status).toBe(401);
  expect((await world.server.visitor.refusal(ruleSets.getIndicatorHistory, { params })).status).toBe(401);
  expect((await far.refusal(ruleSets.getIndicatorHistory, { params })).code).toBe('notFound');
  expect((await far.call(ruleSets.listIndicators, { query: {} })).total).toBe(0);
  const gone = await world.office.refusal(ruleSets.getIndicatorHistory, {
    params: { ruleSetId, code: 'nowhere' },
  });
  expect(gone.code).toBe('notFound');
});

test('P1 P12 what another county is still writing is not in the library, nor in an indicator’s history', async () => {
  const { version: draft } = await world.office.call(ruleSets.createDraft, {
    params: { ruleSetId },
    body: { requestId: randomUUID() } as never,
  });
  const drafts = async (who: TestClient) =>
    (await who.call(ruleSets.listIndicators, { query: { standing: 'draft', ruleSetId } as never })).items.map(
      ({ versionId }) => versionId,
    );
  const history = async (who: TestClient) =>
    (
      await who.call(ruleSets.getIndicatorHistory, { params: { ruleSetId, code: 'duty-1' } } as never)
    ).versions.map(({ standing }) => standing);
  expect(await drafts(world.office)).toContain(draft.id);
  expect(await drafts(world.otherOffice)).toEqual([]);
  expect(await history(world.office)).toContain('draft');
  expect(await history(world.otherOffice)).toEqual(['upcoming', 'inForce', 'superseded']);
});
