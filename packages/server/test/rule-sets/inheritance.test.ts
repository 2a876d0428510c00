import { randomUUID } from 'node:crypto';
import { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { addressOf, type TestClient } from '../support/client.ts';
import { publishTestRuleSet, testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedUnit, type TestUnit } from '../support/seed.ts';

const OWNER = '治安管理支队';
let server: TestApp;
let city: TestUnit;
let county: TestUnit;
let cityOffice: TestClient;
let office: TestClient;
let upper: ruleSets.VersionView;

/** The test method with its second item opened: 20 of its 40 marks are the lower method's to fill. */
function openMethod(marks = '20'): RuleSet {
  const content = testRuleSet(OWNER);
  const [module] = content.modules;
  const [duty, security] = module?.items ?? [];
  if (!module || !duty || !security) throw new Error('the test rule set has other items');
  const [inspection] = security.indicators;
  if (!inspection) throw new Error('the test rule set has no inspection');
  const kept = String(40 - Number(marks));
  const opened = {
    ...security,
    opens: { marks, clause: 'c2' },
    indicators: [{ ...inspection, marks: kept }],
  };
  return { ...content, modules: [{ ...module, items: [duty, opened] }] };
}

const lowerYaml = (marks = '20', version = '1') => `# 分局办法
format: mingji/rule-set@1
id: written-elsewhere
name: 分局办法
version: 7
extends: { id: open-city, version: ${version} }
clauses:
  - { id: d1, text: 反诈宣传按完成比例得分。 }
modules:
  - code: main
    items:
      - code: security
        indicators:
          - { code: fraud, name: 反诈宣传, clause: d1, owner: ${OWNER}, marks: ${marks}, scoring: { family: ratio } }
`;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  city = await seedBureau(server.db, { name: '江临市公安局' });
  county = await seedUnit(server.db, city, { name: '甲县公安局', kind: 'county' });
  await seedUnit(server.db, city, { name: OWNER, kind: 'brigade' });
  cityOffice = await server.signInWith({ roles: ['office'], unit: city });
  office = await server.signInWith({ roles: ['office'], unit: county });
  upper = await publishTestRuleSet(cityOffice, city, { code: 'open-city', content: openMethod() });
});
afterAll(() => server.stop());

const creating = (code: string, yaml: string) => ({
  body: { requestId: randomUUID(), unitId: county.id, code, name: '甲县考核办法', yaml },
});
const create = async (code: string, yaml = lowerYaml()) =>
  (await office.call(ruleSets.createRuleSet, creating(code, yaml))).version;
const publishing = (version: { id: string; updatedAt: string }) => ({
  params: { versionId: version.id },
  body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, effectiveOn: '2026-12-01' },
});
const codesOf = (version: ruleSets.VersionView) =>
  version.content.modules.flatMap((module) =>
    module.items.flatMap((item) => item.indicators.map((indicator) => indicator.code)),
  );

test('§16 a file with extends is made whole over the published version it names, and published', async () => {
  const version = await create('county-whole');
  expect(version.content).toMatchObject({ id: 'county-whole', extends: { id: 'open-city', version: '1' } });
  expect(codesOf(version)).toEqual(['duty-1', 'inspection', 'fraud']);
  expect(version.upper).toMatchObject({ versionId: upper.id });
  expect(version.problems).toEqual([]);
  const { version: published } = await office.call(ruleSets.publishVersion, publishing(version));
  expect(published.state).toBe('published');
});

test('§16 a whole method exported and brought back is the same', async () => {
  const version = await create('county-round');
  const file = await office.download(ruleSets.exportYaml, { params: { versionId: version.id } });
  const { version: again } = await office.call(ruleSets.importYaml, {
    params: { versionId: version.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, yaml: file.body },
  });
  expect(again.content).toEqual(version.content);
});

test('§16 publishing is refused for what a lower method may not, naming both clauses', async () => {
  const version = await create('county-loose', lowerYaml('15'));
  expect(version.problems.map((problem) => problem.path)).toContain('modules[0].items[1]');
  const refused = await office.refusal(ruleSets.publishVersion, publishing(version));
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  const [problem] = refused.body.problems.filter((each) => each.message.includes('开放 20 分'));
  expect(problem?.message).toMatch(/上级办法“测试办法”条款c2“按月完成检查家次.*本办法条款d1“/);
  expect(problem).toMatchObject({ path: 'modules[0].items[1]', clause: 'c2' });
});

test('§16 an edit in the browser that changes what is fixed is a problem at once', async () => {
  const version = await create('county-edit');
  const [module] = version.content.modules;
  const items = module?.items.map((item) => (item.code === 'duty' ? { ...item, name: '改名' } : item));
  const { version: saved } = await office.call(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: {
      requestId: randomUUID(),
      expectedUpdatedAt: version.updatedAt,
      content: { ...version.content, modules: [{ ...module, items }] } as never,
    },
  });
  expect(saved.problems).toMatchObject([{ path: 'modules[0].items[0].name', clause: 'c1' }]);
});

test('§16 an upper version that is not published, and parts that are not there, are refused', async () => {
  const missing = await office.refusal(ruleSets.createRuleSet, creating('no-upper', lowerYaml('20', '9')));
  expect(missing).toMatchObject({ status: 422, code: 'refused' });
  expect(missing.body.message).toContain('“open-city”第 9 版没有发布');
  const strange = lowerYaml().replace('- code: security', '- code: nowhere');
  const unknown = await office.refusal(ruleSets.createRuleSet, creating('no-item', strange));
  expect(unknown).toMatchObject({ status: 400, code: 'invalid' });
  expect(unknown.body.problems).toMatchObject([{ path: 'modules[0].items[0]' }]);
});

test('§16 a draft whose upper version went away is told so', async () => {
  const version = await create('county-orphan');
  const content = { ...version.content, extends: { id: 'open-city', version: '5' } };
  const { version: saved } = await office.call(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: version.updatedAt, content },
  });
  expect(saved.problems).toMatchObject([{ path: 'extends' }]);
  expect(saved.upper).toBeNull();
});

test('X7 a fault of a file is told with its line', async () => {
  const wrong = await office.refusal(
    ruleSets.createRuleSet,
    creating('wrong-line', lowerYaml().replace('items:', 'item:')),
  );
  expect(wrong.body.problems).toMatchObject([
    { path: 'modules[0].item', message: expect.stringMatching(/^第 11 行：.*是不是想写 items？/) },
  ]);
  const broken = await office.refusal(ruleSets.createRuleSet, creating('broken-line', 'a: 1\nb: [1\n'));
  expect(broken.body.problems[0]?.message).toMatch(/第 \d 行第 \d 列/);
});

test('§1 a decimal in a file needs no quotes', async () => {
  const version = await create('county-plain', lowerYaml().replace('marks: 20', 'marks: 20.0'));
  expect(version.problems).toEqual([]);
});

test('X6 a flag on what is taken over is the upper office’s to answer', async () => {
  const unlawful = testRuleSet(OWNER);
  const [module] = unlawful.modules;
  const items = module?.items.map((item) => ({
    ...item,
    indicators: item.indicators.map((own) =>
      own.code === 'inspection' ? { ...own, name: '行政拘留人数' } : own,
    ),
  }));
  const content = { ...unlawful, modules: [{ ...module, items }] } as RuleSet;
  const { version: empty } = await cityOffice.call(ruleSets.createRuleSet, {
    body: { requestId: randomUUID(), unitId: city.id, code: 'flagged-city', name: '市局办法' },
  });
  const { version: draft } = await cityOffice.call(ruleSets.saveDraft, {
    params: { versionId: empty.id },
    body: { requestId: randomUUID(), expectedUpdatedAt: empty.updatedAt, content: content as never },
  });
  const key = draft.findings.find((finding) => finding.needsSignOff)?.key ?? '';
  const { version: signed } = await cityOffice.call(ruleSets.recordSignOff, {
    params: { versionId: draft.id },
    body: { requestId: randomUUID(), findingKey: key, signer: '法制支队', reason: '只作统计' },
  });
  await cityOffice.call(ruleSets.publishVersion, publishing(signed));
  const lower = await create(
    'under-flagged',
    lowerYaml()
      .replace('open-city', 'flagged-city')
      .replace(/modules:[\s\S]*$/, 'modules: []\n'),
  );
  expect(lower.findings.filter((finding) => finding.needsSignOff)).toEqual([]);
  expect(lower.problems).toEqual([]);
});

const dependants = async (client: TestClient, versionId: string) =>
  (await client.call(ruleSets.listDependants, { params: { versionId } })).items;

test('§16 the next version of an upper method lists the methods under it with what breaks, a draft already', async () => {
  const { version: next } = await cityOffice.call(ruleSets.createDraft, {
    params: { ruleSetId: upper.ruleSet.id },
    body: { requestId: randomUUID() },
  });
  const fits = await dependants(cityOffice, next.id);
  const own = fits.find((each) => each.unit.id === county.id && each.state === 'published');
  expect(own).toMatchObject({ ruleSetName: '甲县考核办法', version: 1, upperVersion: '1', problems: [] });

  const { version: changed } = await cityOffice.call(ruleSets.saveDraft, {
    params: { versionId: next.id },
    body: {
      requestId: randomUUID(),
      expectedUpdatedAt: next.updatedAt,
      content: { ...openMethod('10'), extends: undefined } as never,
    },
  });
  const { version: published } = await cityOffice.call(ruleSets.publishVersion, publishing(changed));
  const broken = (await dependants(cityOffice, published.id)).find((each) => each.state === 'published');
  expect(broken?.upperVersion).toBe('1');
  expect(broken?.problems.map((problem) => problem.message).join()).toContain(
    '开放 10 分，本级指标和再开放的分值合计 20 分，多出 10 分',
  );
  const before = (await dependants(cityOffice, upper.id)).find((each) => each.state === 'published');
  expect(before?.problems).toEqual([]);
});

test('§16 drafts whose upper version is not there are listed too, with that; older versions are not', async () => {
  const lines = await dependants(office, upper.id);
  expect(lines.find((each) => each.upperVersion === '5')?.problems).toMatchObject([{ path: 'extends' }]);
  const [whole] = lines.filter((each) => each.state === 'published');
  const { items } = await office.call(ruleSets.listRuleSets, { query: { page: 1, pageSize: 50 } as never });
  const ruleSet = items.find((each) => each.versions.some((version) => version.id === whole?.versionId));
  const { version: second } = await office.call(ruleSets.createDraft, {
    params: { ruleSetId: ruleSet?.id ?? '' },
    body: { requestId: randomUUID() },
  });
  const ids = async () => (await dependants(office, upper.id)).map((each) => each.versionId);
  expect(await ids()).toEqual(expect.arrayContaining([whole?.versionId, second.id]));
  await office.call(ruleSets.publishVersion, publishing(second));
  expect(await ids()).not.toContain(whole?.versionId);
});

test('§16 dependants want a session, the ability to read methods, and a version of the own bureau', async () => {
  const address = addressOf(ruleSets.listDependants.path, { params: { versionId: upper.id } });
  expect((await server.visitor.inject({ method: 'GET', url: address })).statusCode).toBe(401);
  const powerless = await server.signInWith({ roles: [], unit: county });
  expect((await powerless.refusal(ruleSets.listDependants, { params: { versionId: upper.id } })).status).toBe(
    403,
  );
  const other = await seedBureau(server.db, { name: '别市公安局' });
  const stranger = await server.signInWith({ roles: ['office'], unit: other });
  expect((await stranger.refusal(ruleSets.listDependants, { params: { versionId: upper.id } })).status).toBe(
    404,
  );
});
