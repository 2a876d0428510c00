import { randomUUID } from 'node:crypto';
import { organization } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let city: TestUnit;
let countyA: TestUnit;
let countyB: TestUnit;
let cityOffice: TestClient;
let officeA: TestClient;
const now = new Date('2026-11-21T01:00:00Z');

beforeAll(async () => {
  server = await startTestApp({ clock: () => now });
  city = await seedBureau(server.db, { name: '江临市公安局' });
  countyA = await seedUnit(server.db, city, { name: '甲县公安局', kind: 'county' });
  countyB = await seedUnit(server.db, city, { name: '乙县公安局', kind: 'county' });
  cityOffice = await server.signInWith({ roles: ['office'], unit: city });
  officeA = await server.signInWith({ roles: ['office'], unit: countyA });
});
afterAll(() => server.stop());

let code = 990_000_000_000;
const nextCode = () => String(++code);
const newUnit = (parent: TestUnit, name: string, more = {}) => ({
  requestId: randomUUID(),
  parentId: parent.id,
  code: nextCode(),
  name,
  kind: 'station' as const,
  ...more,
});
const unitsOf = async (client: TestClient) =>
  (await client.call(organization.listUnits, { query: {} })).units;

test('P1 a unit gets its path and level from its parent, and appears in everybody’s tree', async () => {
  const { unit } = await officeA.call(organization.createUnit, {
    body: newUnit(countyA, '城关派出所', { aliases: ['城关所'] }),
  });
  expect(unit).toMatchObject({
    level: 3,
    path: `${countyA.path}${unit.code}/`,
    aliases: ['城关所'],
    abilities: { manage: true },
  });
  const seen = (await unitsOf(await server.signInWith({ roles: ['officer'], unit: countyB }))).find(
    (other) => other.id === unit.id,
  );
  expect(seen?.abilities.manage).toBe(false);
});

test('P1 another unit’s office is refused, and the refusal is in the audit', async () => {
  const refused = await officeA.refusal(organization.createUnit, { body: newUnit(countyB, '越权派出所') });
  expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
  const events = await server.db
    .selectFrom('audit_event')
    .select('action')
    .where('outcome', '=', 'refused')
    .execute();
  expect(events.map((event) => event.action)).toContain('access.refused');
  expect((await unitsOf(cityOffice)).map((unit) => unit.name)).not.toContain('越权派出所');
});

test('P1 the tree requires a session', async () => {
  expect(await server.visitor.refusal(organization.listUnits, { query: {} })).toMatchObject({ status: 401 });
  expect(
    await server.visitor.refusal(organization.createUnit, { body: newUnit(city, '无会话') }),
  ).toMatchObject({
    status: 401,
  });
});

test('P1 a code and a sibling’s name can be used once; both are told together', async () => {
  const first = (await cityOffice.call(organization.createUnit, { body: newUnit(countyB, '河东派出所') }))
    .unit;
  const refused = await cityOffice.refusal(organization.createUnit, {
    body: newUnit(countyB, '河东派出所', { code: first.code }),
  });
  expect(refused.code).toBe('conflict');
  expect(refused.body.problems.map((problem) => problem.path)).toEqual(['code', 'name']);
  await cityOffice.call(organization.createUnit, { body: newUnit(countyA, '河东派出所') });
});

test('P1 moving a unit rewrites the paths below it, and with them who may see its people', async () => {
  const brigade = await seedUnit(server.db, countyB, { name: '巡警大队', kind: 'brigade' });
  const squad = await seedUnit(server.db, brigade, { name: '一中队', kind: 'squad' });
  const officer = await seedOfficer(server.db, squad);
  expect(await officeA.refusal(organization.getOfficer, { params: { officerId: officer.id } })).toMatchObject(
    {
      code: 'notFound',
    },
  );
  const code = nextCode();
  await cityOffice.call(organization.changeUnit, {
    params: { unitId: brigade.id },
    body: { requestId: randomUUID(), parentId: countyA.id, code },
  });
  const moved = (await unitsOf(cityOffice)).find((unit) => unit.id === squad.id);
  expect(moved).toMatchObject({ path: `${countyA.path}${code}/${squad.code}/`, level: 4 });
  const seen = await officeA.call(organization.getOfficer, { params: { officerId: officer.id } });
  expect(seen.officer.name).toBe(officer.name);
});

test('P1 a unit cannot go below itself, nor deeper than five levels', async () => {
  const [a, b, c] = [
    await seedUnit(server.db, countyA, { name: '深一' }),
    await seedUnit(server.db, countyB, { name: '深二' }),
    await seedUnit(server.db, city, { name: '深三' }),
  ];
  const below = await seedUnit(server.db, a, { name: '深四' });
  const deepest = await seedUnit(server.db, below, { name: '深五' });
  const body = (parentId: string) => ({ requestId: randomUUID(), parentId });
  const refuse = (unitId: string, parentId: string) =>
    cityOffice.refusal(organization.changeUnit, { params: { unitId }, body: body(parentId) });
  expect(await refuse(a.id, deepest.id)).toMatchObject({ code: 'refused' });
  expect(await refuse(b.id, deepest.id)).toMatchObject({ code: 'refused' });
  const tooDeep = await seedUnit(server.db, b, { name: '深六' });
  expect(await refuse(a.id, tooDeep.id)).toMatchObject({ code: 'refused' });
  await cityOffice.call(organization.changeUnit, { params: { unitId: a.id }, body: body(c.id) });
});

test('P1 only the own parent counts: an office may not move a unit into another county', async () => {
  const station = await seedUnit(server.db, countyA, { name: '边界派出所' });
  const refused = await officeA.refusal(organization.changeUnit, {
    params: { unitId: station.id },
    body: { requestId: randomUUID(), parentId: countyB.id },
  });
  expect(refused.code).toBe('forbidden');
});

test('P1 a unit with people cannot be abolished; without them it ends on its day and can be restored', async () => {
  const station = await seedUnit(server.db, countyA, { name: '将撤派出所' });
  await seedOfficer(server.db, station);
  const on = { requestId: randomUUID(), on: '2026-11-01', reason: '合并' };
  const params = { unitId: station.id };
  const refused = await officeA.refusal(organization.abolishUnit, { params, body: on });
  expect(refused.body.problems[0]?.message).toContain('1 人');
  await server.db
    .updateTable('membership')
    .set({ to_on: '2026-10-31' })
    .where('unit_id', '=', station.id)
    .execute();
  const { unit } = await officeA.call(organization.abolishUnit, {
    params,
    body: { ...on, requestId: randomUUID() },
  });
  expect(unit.abolishedOn).toBe('2026-11-01');
  expect((await unitsOf(officeA)).some((other) => other.id === station.id)).toBe(false);
  const restored = await officeA.call(organization.restoreUnit, {
    params,
    body: { requestId: randomUUID(), reason: '恢复建制' },
  });
  expect(restored.unit.abolishedOn).toBeNull();
});

test('P17 an abolished unit names its successor, which must be there and in one’s own hands; a restored one has none', async () => {
  const [old, next, gone] = [
    await seedUnit(server.db, countyA, { name: '并入前派出所' }),
    await seedUnit(server.db, countyA, { name: '并入后派出所' }),
    await seedUnit(server.db, countyA, { name: '先撤派出所' }),
  ];
  const foreign = await seedUnit(server.db, countyB, { name: '乙县派出所' });
  const abolish = (unitId: string, successorId: string | null) => ({
    params: { unitId },
    body: { requestId: randomUUID(), on: '2026-11-01', reason: '合并', successorId },
  });
  await officeA.call(organization.abolishUnit, abolish(gone.id, null));
  const refused = (successorId: string) =>
    officeA.refusal(organization.abolishUnit, abolish(old.id, successorId));
  expect((await refused(old.id)).message).toContain('不能并入它自己');
  expect((await refused(gone.id)).message).toContain('届时已经撤销');
  expect((await refused(foreign.id)).code).toBe('forbidden');
  const { unit } = await officeA.call(organization.abolishUnit, abolish(old.id, next.id));
  expect(unit.succeededBy).toEqual({ id: next.id, name: '并入后派出所' });
  const { unit: restored } = await officeA.call(organization.restoreUnit, {
    params: { unitId: old.id },
    body: { requestId: randomUUID(), reason: '恢复建制' },
  });
  expect(restored.succeededBy).toBeNull();
});

test('P18 siblings cannot share an alias, counties can', async () => {
  const [one, two] = [
    await seedUnit(server.db, countyA, { name: '东湖派出所' }),
    await seedUnit(server.db, countyA, { name: '西湖派出所' }),
  ];
  const elsewhere = await seedUnit(server.db, countyB, { name: '湖心派出所' });
  const set = (unitId: string, aliases: string[]) => ({
    params: { unitId },
    body: { requestId: randomUUID(), aliases },
  });
  await cityOffice.call(organization.setUnitAliases, set(one.id, ['湖所']));
  await cityOffice.call(organization.setUnitAliases, set(elsewhere.id, ['湖所']));
  expect(
    await cityOffice.refusal(organization.setUnitAliases, set(two.id, ['湖所', '东湖派出所'])),
  ).toMatchObject({
    code: 'conflict',
    body: { problems: expect.arrayContaining([expect.objectContaining({ path: 'aliases' })]) },
  });
});

test('§15 the same request id makes one unit, however often it arrives', async () => {
  const body = newUnit(countyA, '重复派出所');
  const answers = await Promise.all([1, 2, 3, 4].map(() => officeA.call(organization.createUnit, { body })));
  expect(new Set(answers.map((answer) => answer.unit.id)).size).toBe(1);
  expect((await unitsOf(officeA)).filter((unit) => unit.name === '重复派出所')).toHaveLength(1);
  expect(
    await officeA.refusal(organization.createUnit, { body: { ...body, name: '另一派出所' } }),
  ).toMatchObject({
    code: 'requestReused',
  });
});
