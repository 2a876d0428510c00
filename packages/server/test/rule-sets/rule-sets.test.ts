import { randomUUID } from 'node:crypto';
import { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indicatorOf, ownerUnitOf, publishedRuleSet } from '../../src/modules/rule-sets/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { inspectionIndicator, publishTestRuleSet, testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let city: TestUnit;
let countyA: TestUnit;
let countyB: TestUnit;
let brigadeA: TestUnit;
let officeA: TestClient;
let officeB: TestClient;
let officer: TestClient;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  city = await seedBureau(server.db, { name: '江临市公安局' });
  countyA = await seedUnit(server.db, city, { name: '甲县公安局', kind: 'county' });
  countyB = await seedUnit(server.db, city, { name: '乙县公安局', kind: 'county' });
  brigadeA = await seedUnit(server.db, countyA, { name: '治安管理大队', kind: 'brigade' });
  await seedUnit(server.db, countyB, { name: '治安管理大队', kind: 'brigade' });
  officeA = await server.signInWith({ roles: ['office'], unit: countyA, displayName: '考核办甲' });
  officeB = await server.signInWith({ roles: ['office'], unit: countyB });
  officer = await server.signInWith({ roles: ['officer'], unit: brigadeA });
});
afterAll(() => server.stop());

const create = (client: TestClient, unit: TestUnit, code: string, yaml: string | null = null) =>
  client.call(ruleSets.createRuleSet, {
    body: { requestId: randomUUID(), unitId: unit.id, code, name: '目标责任考核办法', yaml },
  });
const draftOf = async (content: RuleSet, code: string) => {
  const { version } = await create(officeA, countyA, code);
  const saved = await officeA.call(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, content: content as never },
  });
  return saved.version;
};
const publish = (version: { id: string; updatedAt: string }, effectiveOn = '2026-01-01') => ({
  params: { versionId: version.id },
  body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, effectiveOn },
});

test('P4 an empty draft says what is missing, and publishing it is refused with all of it', async () => {
  const { version } = await create(officeA, countyA, 'empty');
  expect(version).toMatchObject({ state: 'draft', version: 1, indicatorCount: 0 });
  expect(version.problems.length).toBeGreaterThan(0);
  const refused = await officeA.refusal(ruleSets.publishVersion, publish(version));
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.problems.length).toBe(version.problems.length);
});

test('§4 marks that do not sum are refused with the difference, on screen before publishing', async () => {
  const sound = testRuleSet('治安管理大队');
  const version = await draftOf({ ...sound, totalMarks: '110' }, 'unbalanced');
  expect(version.balance.total).toMatchObject({ declared: '110', sum: '100', difference: '-10' });
  const refused = await officeA.refusal(ruleSets.publishVersion, publish(version));
  expect(refused.body.problems.map((problem) => problem.message).join()).toContain('10');
});

test('P9 an owner nobody knows is a problem; of two departments of one name the own county’s is meant', async () => {
  const unknown = await draftOf(testRuleSet('不存在的大队'), 'unknown-owner');
  expect(unknown.problems.filter((problem) => problem.message.includes('不存在的大队'))).toHaveLength(2);
  expect(unknown.owners).toEqual([{ owner: '不存在的大队', unit: null }]);
  const version = await publishTestRuleSet(officeA, countyA, {
    code: 'known-owner',
    content: testRuleSet('治安管理大队'),
  });
  const rules = await publishedRuleSet(server.db, city.bureauId, version.id);
  const method = { ruleSetId: version.ruleSet.id, unitPath: countyA.path };
  const owner = await ownerUnitOf(server.db, city.bureauId, method, indicatorOf(rules, 'inspection'));
  expect(owner?.id).toBe(brigadeA.id);
});

test('X6 a flagged indicator is published only with the legal office’s opinion, signer and reason on record', async () => {
  const content = testRuleSet('治安管理大队');
  const quota = { ...inspectionIndicator('治安管理大队'), name: '行政拘留人数' };
  const [module] = content.modules;
  if (!module) throw new Error('no module');
  const items = module.items.map((item) =>
    item.code === 'security' ? { ...item, indicators: [quota] } : item,
  );
  const version = await draftOf({ ...content, modules: [{ ...module, items }] }, 'flagged');
  const [flag] = version.findings.filter((finding) => finding.needsSignOff);
  expect(flag?.indicatorName).toBe('行政拘留人数');
  const refused = await officeA.refusal(ruleSets.publishVersion, publish(version));
  expect(refused.body.message).toContain('法制');

  const signed = await officeA.call(ruleSets.recordSignOff, {
    params: { versionId: version.id },
    body: {
      requestId: randomUUID(),
      findingKey: flag?.key ?? '',
      signer: '法制科 李某',
      reason: '只作统计，不作排名',
    },
  });
  expect(signed.version.findings.find((finding) => finding.key === flag?.key)?.signOff).toMatchObject({
    signer: '法制科 李某',
    recordedByName: '考核办甲',
  });
  const { version: published } = await officeA.call(ruleSets.publishVersion, publish(signed.version));
  expect(published).toMatchObject({ state: 'published', effectiveOn: '2026-01-01' });
  expect(published.contentHash).toMatch(/^[0-9a-f]{64}$/);
});

test('X6 rewording a flagged indicator takes its sign-off away', async () => {
  const content = testRuleSet('治安管理大队');
  const quota = { ...inspectionIndicator('治安管理大队'), name: '行政拘留人数' };
  const [module] = content.modules;
  if (!module) throw new Error('no module');
  const items = module.items.map((item) =>
    item.code === 'security' ? { ...item, indicators: [quota] } : item,
  );
  const version = await draftOf({ ...content, modules: [{ ...module, items }] }, 'reworded');
  const { version: signed } = await officeA.call(ruleSets.recordSignOff, {
    params: { versionId: version.id },
    body: {
      requestId: randomUUID(),
      findingKey: version.findings.find((finding) => finding.needsSignOff)?.key ?? '',
      signer: '法制科',
      reason: '同意',
    },
  });
  const { version: edited } = await officeA.call(ruleSets.editIndicator, {
    params: { versionId: version.id, indicatorCode: 'inspection' },
    body: {
      requestId: randomUUID(),
      expectedUpdatedAt: signed.updatedAt,
      indicator: { ...quota, name: '罚没款数额' } as never,
    },
  });
  const flag = edited.findings.find((finding) => finding.needsSignOff);
  expect(flag).toMatchObject({ indicatorName: '罚没款数额', signOff: null });
});

test('§16 a published version never changes; the next begins from it and may not take effect earlier', async () => {
  const version = await publishTestRuleSet(officeA, countyA, {
    code: 'versions',
    content: testRuleSet('治安管理大队'),
    effectiveOn: '2026-03-01',
  });
  const frozen = await officeA.refusal(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, content: version.content },
  });
  expect(frozen).toMatchObject({ status: 409, code: 'conflict' });
  await expect(
    server.db.updateTable('rule_set_version').set({ content: '{}' }).where('id', '=', version.id).execute(),
  ).rejects.toThrow('不可修改');

  const draftAgain = () =>
    officeA.call(ruleSets.createDraft, {
      params: { ruleSetId: version.ruleSet.id },
      body: { requestId: randomUUID() },
    });
  const { version: next } = await draftAgain();
  expect(next).toMatchObject({ version: 2, state: 'draft' });
  expect({ ...next.content, version: '1' }).toEqual(version.content);
  await expect(draftAgain()).rejects.toThrow('已有一份草稿');
  const early = await officeA.refusal(ruleSets.publishVersion, publish(next, '2026-02-01'));
  expect(early.body.message).toContain('2026-03-01');
  const { version: second } = await officeA.call(ruleSets.publishVersion, publish(next, '2026-06-01'));
  expect(second.contentHash).not.toBe(version.contentHash);
});

test('X8 a rule set goes out as YAML and comes back the same; faults are told with their place', async () => {
  const version = await publishTestRuleSet(officeA, countyA, {
    code: 'yaml-out',
    content: testRuleSet('治安管理大队'),
  });
  const file = await officer.download(ruleSets.exportYaml, { params: { versionId: version.id } });
  expect(file.headers['content-type']).toContain('yaml');
  expect(file.body).toContain('抽查一次不在位扣 1 分。');
  const { version: copy } = await create(officeA, countyA, 'yaml-in', file.body);
  expect({ ...copy.content, id: 'yaml-out', name: '测试办法' }).toEqual(version.content);

  const broken = await officeA.refusal(ruleSets.importYaml, {
    params: { versionId: copy.id },
    body: {
      requestId: randomUUID(),
      expectedUpdatedAt: copy.updatedAt,
      yaml: file.body.replace('family: ratio', 'family: formula').replace('marks: "60"', 'mark: "60"'),
    },
  });
  expect(broken).toMatchObject({ status: 400, code: 'invalid' });
  expect(broken.body.problems.length).toBeGreaterThan(1);
  const bomb = await officeA.refusal(ruleSets.importYaml, {
    params: { versionId: copy.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: copy.updatedAt, yaml: 'a: &a [1]\nb: [*a, *a]\n' },
  });
  expect(bomb.code).toBe('invalid');
});

test('P6 two people editing one draft: the second is told and overwrites nothing', async () => {
  const version = await draftOf(testRuleSet('治安管理大队'), 'two-editors');
  const edit = (name: string) =>
    officeA.call(ruleSets.editIndicator, {
      params: { versionId: version.id, indicatorCode: 'inspection' },
      body: {
        requestId: randomUUID(),
        expectedUpdatedAt: version.updatedAt,
        indicator: { ...inspectionIndicator('治安管理大队'), name } as never,
      },
    });
  const outcomes = await Promise.allSettled([edit('甲的改法'), edit('乙的改法')]);
  const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect([won.length, lost.length]).toEqual([1, 1]);
  expect(String(lost[0]?.reason)).toContain('已被他人保存');
});

test('§15 publishing twice with one request id is one publication, with another id it is refused', async () => {
  const version = await draftOf(testRuleSet('治安管理大队'), 'publish-twice');
  const request = publish(version);
  const [first, again] = await Promise.all([
    officeA.call(ruleSets.publishVersion, request),
    officeA.call(ruleSets.publishVersion, request),
  ]);
  expect(again.version.publishedAt).toBe(first.version.publishedAt);
  const other = await officeA.refusal(ruleSets.publishVersion, publish(first.version));
  expect(other.code).toBe('conflict');
});

test('P12 the indicator library is searched by any combination', async () => {
  const version = await publishTestRuleSet(officeA, countyA, {
    code: 'library',
    content: testRuleSet('治安管理大队'),
  });
  const search = async (query: Record<string, string>) => {
    const found = await officer.call(ruleSets.listIndicators, {
      query: { ruleSetId: version.ruleSet.id, ...query } as never,
    });
    return found.items.map((item) => item.code);
  };
  expect(await search({})).toEqual(['duty-1', 'inspection']);
  expect(await search({ text: '完成比例' })).toEqual(['inspection']);
  expect(await search({ owner: '治安', item: '队伍', year: '2026' })).toEqual(['duty-1']);
  expect(await search({ family: 'ratio', standing: 'inForce' })).toEqual(['inspection']);
  expect(await search({ year: '2025' })).toEqual([]);
  expect(await search({ text: '%' })).toEqual([]);
});

test('P1 a draft may be discarded, and another county’s office may neither edit nor publish it', async () => {
  const version = await draftOf(testRuleSet('治安管理大队'), 'not-yours');
  const body = { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt };
  const params = { versionId: version.id };
  const refusals = [
    await officeB.refusal(ruleSets.saveDraft, { params, body: { ...body, content: version.content } }),
    await officeB.refusal(ruleSets.publishVersion, { params, body: { ...body, effectiveOn: '2026-01-01' } }),
    await officeB.refusal(ruleSets.discardDraft, { params, body: { requestId: randomUUID() } }),
    await officeB.refusal(ruleSets.createRuleSet, {
      body: { requestId: randomUUID(), unitId: countyA.id, code: 'theirs', name: '别县办法' },
    }),
    await officer.refusal(ruleSets.createDraft, {
      params: { ruleSetId: version.ruleSet.id },
      body: { requestId: randomUUID() },
    }),
  ];
  for (const refused of refusals) expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
  await officeA.call(ruleSets.discardDraft, { params, body: { requestId: randomUUID() } });
  expect((await officeA.refusal(ruleSets.getVersion, { params })).code).toBe('notFound');
});

test('P1 every endpoint requires a session, and another bureau’s rule set does not exist', async () => {
  const version = await draftOf(testRuleSet('治安管理大队'), 'closed');
  const params = { versionId: version.id, ruleSetId: version.ruleSet.id, indicatorCode: 'x' };
  for (const endpoint of Object.values(ruleSets)) {
    if (!('method' in endpoint) || !('gate' in endpoint)) continue;
    const refused = await server.visitor.refusal(endpoint, { params });
    expect([endpoint.path, refused.status]).toEqual([endpoint.path, refused.code === 'invalid' ? 400 : 401]);
    expect(['notSignedIn', 'invalid']).toContain(refused.code);
  }
  const other = await seedBureau(server.db, { name: '别市公安局' });
  const stranger = await server.signInWith({ roles: ['office'], unit: other });
  expect((await stranger.refusal(ruleSets.getVersion, { params: { versionId: version.id } })).code).toBe(
    'notFound',
  );
});
