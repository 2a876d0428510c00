import { results } from '@mingji/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyOnSchedule } from '../../src/modules/results/index.ts';
import { afterNotice, type MonthWorld, sealedMonth, startMonthWorld, travel } from '../results/month.ts';

let world: MonthWorld;
let months: { readonly periodId: string; readonly sealId: string }[];
beforeAll(async () => {
  world = await startMonthWorld();
  months = [await sealedMonth(world), await sealedMonth(world), await sealedMonth(world)];
});
afterAll(() => world.server.stop());

const HOUR = 3_600_000;
const listed = async (query: object = {}) =>
  (await world.leader.call(results.listSeals, { query: query as never })).items;
const verifications = () =>
  world.server.db.selectFrom('seal_verification').selectAll().orderBy('seq').execute();

test('P14 at night those longest without a look are verified first, so many a night, and none twice', async () => {
  await travel(world, afterNotice);
  expect((await listed()).map(({ lastVerified }) => lastVerified)).toEqual([null, null, null]);
  expect(await verifyOnSchedule(world.server.deps, 2)).toEqual({ verified: 2, failed: 0 });
  expect(await verifyOnSchedule(world.server.deps, 2)).toEqual({ verified: 1, failed: 0 });
  expect(await verifyOnSchedule(world.server.deps, 2)).toEqual({ verified: 0, failed: 0 });
  const seen = await verifications();
  expect(seen.map(({ seal_id }) => seal_id)).toEqual(months.map(({ sealId }) => sealId));
  expect(
    seen.every(({ ok, by_account_id, by_name }) => ok && by_account_id === null && by_name === '定时校验'),
  ).toBe(true);
  const night = new Date(afterNotice.getTime() + 24 * HOUR);
  await travel(world, night);
  const [one, other] = await Promise.all([
    verifyOnSchedule(world.server.deps, 3),
    verifyOnSchedule(world.server.deps, 3),
  ]);
  expect(one.verified + other.verified).toBe(3);
  expect((await listed())[0]?.lastVerified).toMatchObject({ ok: true, at: night.toISOString() });
});

test('P14 verifications are append-only, for the application too', async () => {
  await expect(world.server.db.deleteFrom('seal_verification').execute()).rejects.toThrow();
  await expect(
    world.server.db.updateTable('seal_verification').set({ ok: true }).execute(),
  ).rejects.toThrow();
});

test('X3 an officer proves his own sealed result; others’ he does not; a byte changed shows', async () => {
  const { periodId } = months[0] ?? { periodId: '' };
  const proof = await world.liClient.call(results.getSealProof, {
    params: { periodId, subjectKind: 'officer', subjectId: world.li.id },
  });
  expect(proof).toMatchObject({ ok: true, entries: 2, sealed: { rank: 2 } });
  const others = { params: { periodId, subjectKind: 'officer', subjectId: world.zhao.id } };
  expect((await world.liClient.refusal(results.getSealProof, others)).code).toBe('forbidden');
  expect((await world.server.visitor.refusal(results.getSealProof, others)).status).toBe(401);
});

test('P14 what was changed behind a seal is found at night, marked, told to the office and on the audit record', async () => {
  await travel(world, new Date(afterNotice.getTime() + 48 * HOUR));
  const month = months[1];
  if (!month) throw new Error('no month');
  const owner = new pg.Client({ connectionString: world.server.ownerUrl });
  await owner.connect();
  await owner.query('alter table result disable trigger user');
  await owner.query(`update result set score = score + 1 where period_id = $1 and subject_id = $2`, [
    month.periodId,
    world.li.id,
  ]);
  await owner.query('alter table result enable trigger user');
  await owner.end();
  expect(await verifyOnSchedule(world.server.deps)).toMatchObject({ verified: 3, failed: 1 });
  const failed = await world.leader.call(results.listSeals, { query: { outcome: 'failed' } });
  expect(failed.items.map(({ id }) => id)).toEqual([month.sealId]);
  expect(failed.failed).toBe(1);
  expect((await listed({ outcome: 'ok' })).length).toBe(2);
  const history = await world.leader.call(results.listVerifications, { params: { sealId: month.sealId } });
  expect(history.items.map(({ ok }) => ok)).toEqual([false, true, true]);
  expect(history.items[0]?.findings[0]).toContain('李某');
  const told = await world.server.db
    .selectFrom('notification')
    .select(['account_id', 'title'])
    .where('kind', '=', 'sealFailed')
    .execute();
  expect(told.map(({ account_id }) => account_id)).toContain(world.office.session.account.id);
  const audit = await world.server.db
    .selectFrom('audit_event')
    .select(['outcome', 'account_name'])
    .where('action', '=', 'seal.verifyFailed')
    .execute();
  expect(audit).toEqual([{ outcome: 'refused', account_name: '定时校验' }]);
  const auditor = await world.server.signInWith({ roles: ['auditAdmin'], unit: world.city });
  const { items } = await auditor.call(results.listVerifications, { params: { sealId: month.sealId } });
  expect(items[0]?.findings[0]).toMatch(/^李某 的.*在封存之后被改动$/);
  const own = await auditor.call(results.verifySeal, { params: { sealId: month.sealId } });
  expect(own.ok).toBe(false);
  expect(JSON.stringify(own.findings)).not.toContain('现在为');
  const proof = await world.liClient.call(results.getSealProof, {
    params: { periodId: month.periodId, subjectKind: 'officer', subjectId: world.li.id },
  });
  expect(proof.ok).toBe(false);
});

test('P14 the list is filtered by year, method, outcome and words, and leaves as Excel and JSON', async () => {
  expect(await listed({ year: 2025 })).toEqual([]);
  expect(await listed({ year: 2026, text: '9月' })).toHaveLength(3);
  const all = await world.leader.call(results.listSeals, { query: {} });
  const hash = all.items[0]?.sealHash ?? '';
  expect(await listed({ text: hash.slice(0, 10) })).toHaveLength(1);
  expect(await listed({ ruleSetId: all.ruleSets[0]?.id })).toHaveLength(1);
  const workbook = await world.leader.download(results.exportSeals, { query: {} });
  expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK');
  const json = await world.leader.download(results.exportSealsAsJson, { query: { outcome: 'never' } });
  expect(json.json()).toMatchObject({ format: 'mingji/seal-list@1', seals: [] });
  const taken = await world.server.db
    .selectFrom('audit_event')
    .select('summary')
    .where('action', '=', 'seal.exported')
    .execute();
  expect(taken.map(({ summary }) => summary)).toEqual([
    '导出封存清单（Excel）：“封存清单.xlsx”，3 行',
    '导出封存清单（JSON，可供外部比对）：“封存清单.json”，0 行',
  ]);
  expect((await world.liClient.refusal(results.listSeals)).status).toBe(403);
  expect((await world.server.visitor.refusal(results.exportSeals)).status).toBe(401);
});
