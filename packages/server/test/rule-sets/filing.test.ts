import { randomUUID } from 'node:crypto';
import { ruleSets, workbench } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let city: TestUnit;
let countyA: TestUnit;
let cityOffice: TestClient;
let officeA: TestClient;
let officeB: TestClient;

const OWNER = '治安管理大队';

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  city = await seedBureau(server.db, { name: '江临市公安局' });
  countyA = await seedUnit(server.db, city, { name: '甲县公安局', kind: 'county' });
  const countyB = await seedUnit(server.db, city, { name: '乙县公安局', kind: 'county' });
  await seedUnit(server.db, countyA, { name: OWNER, kind: 'brigade' });
  cityOffice = await server.signInWith({ roles: ['office'], unit: city, displayName: '市局考核办' });
  officeA = await server.signInWith({ roles: ['office'], unit: countyA, displayName: '甲县考核办' });
  officeB = await server.signInWith({ roles: ['office'], unit: countyB });
});
afterAll(() => server.stop());

const request = () => randomUUID();

async function draft(
  client: TestClient,
  unit: TestUnit,
  code: string,
  content: RuleSet,
  name = '派出所考核办法',
) {
  const { version } = await client.call(ruleSets.createRuleSet, {
    body: { requestId: request(), unitId: unit.id, code, name, yaml: null },
  });
  const saved = await client.call(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: {
      requestId: request(),
      expectedUpdatedAt: version.updatedAt,
      content: content as ruleSets.VersionView['content'],
    },
  });
  return saved.version;
}
const toFile = (code: string) => draft(officeA, countyA, code, testRuleSet(OWNER, { filing: 'required' }));
const sending = (version: { id: string; updatedAt: string }) => ({
  params: { versionId: version.id },
  body: { requestId: request(), expectedUpdatedAt: version.updatedAt, note: '经局党委会研究' },
});
const send = async (version: { id: string; updatedAt: string }) =>
  (await officeA.call(ruleSets.submitFiling, sending(version))).version;
const deciding = (version: ruleSets.VersionView, decision: 'accept' | 'return', opinion = '') => ({
  params: { versionId: version.id },
  body: { requestId: request(), filingId: version.filing.rounds[0]?.id ?? '', decision, opinion },
});
const publishing = (version: { id: string; updatedAt: string }) => ({
  params: { versionId: version.id },
  body: { requestId: request(), expectedUpdatedAt: version.updatedAt, effectiveOn: '2026-12-01' },
});

test('Q6 a method is filed with the level above, accepted, and only then published as it was filed', async () => {
  const version = await toFile('filed');
  expect(version.filing).toMatchObject({ demanded: true, receiver: { name: '江临市公安局' }, rounds: [] });
  expect(version.abilities).toMatchObject({ submit: true, withdraw: false, decide: false });
  const early = await officeA.refusal(ruleSets.publishVersion, publishing(version));
  expect(early).toMatchObject({ status: 422, code: 'refused' });
  expect(early.body.message).toContain('备案');

  const sent = await send(version);
  expect(sent).toMatchObject({ state: 'submitted', abilities: { submit: false, withdraw: true } });
  const waiting = await cityOffice.call(ruleSets.listFilings, { query: { page: 1, pageSize: 20 } });
  expect(waiting.items.filter((line) => line.versionId === sent.id)).toMatchObject([
    { state: 'pending', unit: { name: '甲县公安局' }, note: '经局党委会研究', mayDecide: true },
  ]);
  const { version: seen } = await cityOffice.call(ruleSets.getVersion, { params: { versionId: sent.id } });
  expect(seen.abilities.decide).toBe(true);
  const { version: accepted } = await cityOffice.call(
    ruleSets.decideFiling,
    deciding(sent, 'accept', '同意'),
  );
  expect(accepted).toMatchObject({
    state: 'filed',
    filing: { rounds: [{ state: 'accepted', opinion: '同意', decidedByName: '市局考核办' }] },
  });
  const { version: published } = await officeA.call(ruleSets.publishVersion, publishing(accepted));
  expect(published.state).toBe('published');
  const filing = await server.db
    .selectFrom('rule_set_filing')
    .select('content_hash')
    .where('rule_set_version_id', '=', sent.id)
    .executeTakeFirstOrThrow();
  expect(published.contentHash).toBe(filing.content_hash.toString('hex'));
});

test('Q6 a returned draft comes back with the reason and goes up again; without a reason it is not returned', async () => {
  const sent = await send(await toFile('returned'));
  const bare = await cityOffice.refusal(ruleSets.decideFiling, deciding(sent, 'return', '  '));
  expect(bare).toMatchObject({ status: 422, code: 'refused' });
  const { version: back } = await cityOffice.call(
    ruleSets.decideFiling,
    deciding(sent, 'return', '分值与市局框架不一致'),
  );
  expect(back).toMatchObject({
    state: 'draft',
    filing: { rounds: [{ state: 'returned', opinion: '分值与市局框架不一致' }] },
  });
  const again = await send(back);
  expect(again.filing.rounds.map((round) => round.state)).toEqual(['pending', 'returned']);
});

test('§16 a draft that is being filed is edited by nobody: not saved, signed off, discarded, nor written past the API', async () => {
  const sent = await send(await toFile('frozen'));
  const save = await officeA.refusal(ruleSets.saveDraft, {
    params: { versionId: sent.id },
    body: { requestId: request(), expectedUpdatedAt: sent.updatedAt, content: sent.content },
  });
  expect(save).toMatchObject({ status: 409, code: 'conflict' });
  expect(save.body.message).toContain('撤回备案');
  const discard = await officeA.refusal(ruleSets.discardDraft, {
    params: { versionId: sent.id },
    body: { requestId: request() },
  });
  expect(discard.code).toBe('conflict');
  const direct = server.db
    .updateTable('rule_set_version')
    .set({ content: '{}' })
    .where('id', '=', sent.id)
    .execute();
  await expect(direct).rejects.toMatchObject({ code: 'MJ003' });
  const gone = server.db.deleteFrom('rule_set_version').where('id', '=', sent.id).execute();
  await expect(gone).rejects.toMatchObject({ code: 'MJ003' });

  const { version: back } = await officeA.call(ruleSets.withdrawFiling, {
    params: { versionId: sent.id },
    body: { requestId: request() },
  });
  expect(back).toMatchObject({ state: 'draft', filing: { rounds: [{ state: 'withdrawn' }] } });
  const { version: saved } = await officeA.call(ruleSets.saveDraft, {
    params: { versionId: back.id },
    body: { requestId: request(), expectedUpdatedAt: back.updatedAt, content: back.content },
  });
  expect(saved.state).toBe('draft');
});

test('§16 a filed text that is withdrawn has to be filed anew before it is published', async () => {
  const sent = await send(await toFile('withdrawn'));
  await cityOffice.call(ruleSets.decideFiling, deciding(sent, 'accept'));
  const { version: back } = await officeA.call(ruleSets.withdrawFiling, {
    params: { versionId: sent.id },
    body: { requestId: request() },
  });
  const refused = await officeA.refusal(ruleSets.publishVersion, publishing(back));
  expect(refused.code).toBe('refused');
});

test('Q6 neither the own office, another county’s office nor the sender decides a filing', async () => {
  const sent = await send(await toFile('who-decides'));
  for (const client of [officeA, officeB]) {
    expect(await client.refusal(ruleSets.decideFiling, deciding(sent, 'accept'))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  }
  const { version: read } = await officeB.call(ruleSets.getVersion, { params: { versionId: sent.id } });
  expect(read.filing.rounds).toEqual([]);
  const list = await officeA.call(ruleSets.listFilings, { query: { page: 1, pageSize: 20 } });
  expect(list.items).toEqual([]);

  const byCity = await draft(cityOffice, countyA, 'by-city', testRuleSet(OWNER, { filing: 'required' }));
  const { version: own } = await cityOffice.call(ruleSets.submitFiling, sending(byCity));
  expect(own.abilities.decide).toBe(false);
  const refused = await cityOffice.refusal(ruleSets.decideFiling, deciding(own, 'accept'));
  expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
  expect(refused.body.message).toContain('本人');
});

test('Q6 another unit’s office neither sends nor withdraws a draft', async () => {
  const version = await toFile('other-unit');
  expect((await officeB.refusal(ruleSets.submitFiling, sending(version))).code).toBe('forbidden');
  const sent = await send(version);
  const withdrawal = { params: { versionId: sent.id }, body: { requestId: request() } };
  expect((await officeB.refusal(ruleSets.withdrawFiling, withdrawal)).code).toBe('forbidden');
});

test('§16 a filing is sent once and decided once', async () => {
  const version = await toFile('twice');
  const sent = await send(version);
  expect((await officeA.refusal(ruleSets.submitFiling, sending(sent))).code).toBe('conflict');
  const first = deciding(sent, 'return', '请补充条款');
  const { version: back } = await cityOffice.call(ruleSets.decideFiling, first);
  const repeated = await cityOffice.call(ruleSets.decideFiling, first);
  expect(repeated.version.updatedAt).toBe(back.updatedAt);
  const second = await cityOffice.refusal(ruleSets.decideFiling, deciding(sent, 'accept'));
  expect(second).toMatchObject({ status: 409, code: 'conflict' });
});

test('§16 two who decide a filing at the same time: one is heard, the other is told', async () => {
  const sent = await send(await toFile('at-once'));
  const answers = await Promise.allSettled([
    cityOffice.call(ruleSets.decideFiling, deciding(sent, 'accept')),
    cityOffice.call(ruleSets.decideFiling, deciding(sent, 'return', '请补充条款')),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { version } = await cityOffice.call(ruleSets.getVersion, { params: { versionId: sent.id } });
  expect(version.filing.rounds).toHaveLength(1);
});

test('§16 what has problems, was changed meanwhile or needs no filing is not sent', async () => {
  const broken = await draft(
    officeA,
    countyA,
    'broken',
    testRuleSet(OWNER, { filing: 'required', totalMarks: '110' }),
  );
  const refused = await officeA.refusal(ruleSets.submitFiling, sending(broken));
  expect(refused.code).toBe('refused');
  expect(refused.body.problems.length).toBeGreaterThan(0);
  const stale = await toFile('stale');
  const late = sending({ id: stale.id, updatedAt: '2026-01-01T00:00:00.000Z' });
  expect((await officeA.refusal(ruleSets.submitFiling, late)).code).toBe('conflict');
  const free = await draft(officeA, countyA, 'free', testRuleSet(OWNER));
  expect(free.filing.demanded).toBe(false);
  const needless = await officeA.refusal(ruleSets.submitFiling, sending(free));
  expect(needless.body.message).toContain('无须备案');
});

test('§16 the bureau’s own method has no level above to be filed with', async () => {
  const version = await draft(cityOffice, city, 'top', testRuleSet(OWNER, { filing: 'required' }));
  expect(version.filing).toMatchObject({ demanded: false, receiver: null });
});

test('Q6 a method must be filed when the published one it is under says so', async () => {
  const frame = await draft(cityOffice, city, 'frame', testRuleSet(OWNER, { filing: 'required' }));
  const { version: published } = await cityOffice.call(ruleSets.publishVersion, publishing(frame));
  expect(published.state).toBe('published');
  const below = await draft(
    officeA,
    countyA,
    'below',
    testRuleSet(OWNER, { extends: { id: 'frame', version: '1' } }),
  );
  expect(below.filing).toMatchObject({ demanded: true, byRuleSet: '派出所考核办法' });
  // A text that repeats what it inherits does not become the source of the demand.
  const repeating = testRuleSet(OWNER, { extends: { id: 'frame', version: '1' }, filing: 'required' });
  const { filing } = await draft(officeA, countyA, 'repeating', repeating, '县局自己的办法');
  expect(filing).toMatchObject({ demanded: true, byRuleSet: '派出所考核办法' });
});

test('Q6 a method that waits for filing stands on the workbench of the office above, not of the one that sent it', async () => {
  const sent = await send(await toFile('workbench'));
  const onBench = async (client: TestClient) => {
    const { groups } = await client.call(workbench.getWorkbench, {});
    return groups.find((group) => group.key === 'filings')?.items.map((item) => item.address) ?? [];
  };
  expect(await onBench(cityOffice)).toContain(`/rule-sets/${sent.id}`);
  expect(await onBench(officeA)).toEqual([]);
});

test('P5 an indicator with issued targets is not taken out of the draft', async () => {
  const version = await toFile('targeted');
  await server.db
    .insertInto('target')
    .values({
      id: randomUUID(),
      bureau_id: city.bureauId,
      rule_set_version_id: version.id,
      indicator_code: 'inspection',
      year: 2026,
      unit_id: countyA.id,
      quantity: '10',
    })
    .execute();
  const { version: seen } = await officeA.call(ruleSets.getVersion, { params: { versionId: version.id } });
  expect(seen.targetedCodes).toEqual(['inspection']);
  const [module] = version.content.modules;
  if (!module) throw new Error('no module');
  const without = { ...version.content, modules: [{ ...module, items: module.items.slice(0, 1) }] };
  const refused = await officeA.refusal(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: { requestId: request(), expectedUpdatedAt: version.updatedAt, content: without },
  });
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.problems).toMatchObject([{ path: 'indicators.inspection' }]);
});

test('P1 filing requires a session', async () => {
  const nobody = await server.app.inject({ method: 'GET', url: '/api/rule-set-filings' });
  expect(nobody.statusCode).toBe(401);
});
