import { randomUUID } from 'node:crypto';
import { organization } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rosterSnapshot, subjectUnitPath, unitSnapshot } from '../../src/modules/organization/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let county: TestUnit;
let north: TestUnit;
let south: TestUnit;
let otherCounty: TestUnit;
let office: TestClient;
let foreign: TestClient;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  const city = await seedBureau(server.db);
  county = await seedUnit(server.db, city, { name: '甲县公安局', kind: 'county' });
  otherCounty = await seedUnit(server.db, city, { name: '乙县公安局', kind: 'county' });
  north = await seedUnit(server.db, county, { name: '城北派出所' });
  south = await seedUnit(server.db, county, { name: '城南派出所' });
  office = await server.signInWith({ roles: ['office'], unit: county });
  foreign = await server.signInWith({ roles: ['office'], unit: otherCounty });
});
afterAll(() => server.stop());

let made = 900_000;
const person = (name: string, more = {}) => ({
  requestId: randomUUID(),
  policeNo: String(++made),
  name,
  sex: 'male' as const,
  birth: '1985-03',
  joined: '2008-07-01',
  category: 'officer' as const,
  politics: '中共党员',
  jobRank: null,
  insignia: null,
  idNo: null,
  unitId: north.id,
  position: '民警',
  post: '社区警务',
  status: 'normal' as const,
  statusNote: null,
  from: '2026-01-01',
  ...more,
});
const create = async (name: string, more = {}) =>
  (await office.call(organization.createOfficer, { body: person(name, more) })).officer;
const move = (more = {}) => ({
  requestId: randomUUID(),
  unitId: south.id,
  position: '副所长',
  post: null,
  status: 'normal' as const,
  statusNote: null,
  from: '2026-07-01',
  ...more,
});

test('P1 an officer’s ID number leaves only masked and is stored only encrypted', async () => {
  const officer = await create('钱一', { idNo: '990007199412281828' });
  expect(officer.idNoMasked).toBe('990007********1828');
  const row = await server.db
    .selectFrom('officer')
    .select(['id_no_cipher', 'id_no_hash'])
    .where('id', '=', officer.id)
    .executeTakeFirstOrThrow();
  expect(row.id_no_cipher?.includes('990007199412281828')).toBe(false);
  const audited = await server.db.selectFrom('audit_event').select(['summary', 'detail']).execute();
  const requests = await server.db.selectFrom('request_record').select('response').execute();
  expect(JSON.stringify([audited, requests])).not.toContain('990007199412281828');
});

test('P1 a 警号 and an ID number belong to one person', async () => {
  const officer = await create('钱二', { idNo: '990017199206086805' });
  const same = person('钱三', { policeNo: officer.policeNo });
  expect(await office.refusal(organization.createOfficer, { body: same })).toMatchObject({
    code: 'conflict',
    body: { problems: [{ path: 'policeNo' }] },
  });
  const twin = person('钱四', { idNo: '990017199206086805' });
  expect(await office.refusal(organization.createOfficer, { body: twin })).toMatchObject({
    code: 'conflict',
    body: { problems: [{ path: 'idNo', message: expect.stringContaining(officer.policeNo) }] },
  });
});

test('§8 a transfer closes the old service the day before, and the past stays where it was', async () => {
  const officer = await create('孙一');
  const after = (
    await office.call(organization.transferOfficer, { params: { officerId: officer.id }, body: move() })
  ).officer;
  expect(after.memberships.map(({ unit, from, to }) => [unit.name, from, to])).toEqual([
    ['城南派出所', '2026-07-01', null],
    ['城北派出所', '2026-01-01', '2026-06-30'],
  ]);
  const at = async (day: string) =>
    (await subjectUnitPath(server.db, county.bureauId, { kind: 'officer', id: officer.id }, day)).unitName;
  expect([await at('2026-06-30'), await at('2026-07-01')]).toEqual(['城北派出所', '城南派出所']);
  expect(
    await office.refusal(organization.transferOfficer, {
      params: { officerId: officer.id },
      body: move({ from: '2026-07-01' }),
    }),
  ).toMatchObject({ code: 'refused', body: { problems: [{ path: 'from' }] } });
});

test('§8 a transfer planned for next month does not move anybody today', async () => {
  const officer = await create('孙二');
  const params = { officerId: officer.id };
  const after = await office.call(organization.transferOfficer, {
    params,
    body: move({ from: '2026-12-01' }),
  });
  expect(after.officer.unit?.name).toBe('城北派出所');
});

test('§8 a correction puts one service right and leaves the rest of the history', async () => {
  const officer = await create('李一');
  const params = { officerId: officer.id };
  const moved = (await office.call(organization.transferOfficer, { params, body: move() })).officer;
  const { unitId: _unit, ...service } = move({ from: '2026-08-01', position: '所长' });
  const membershipId = moved.memberships[0]?.id ?? '';
  const corrected = await office.call(organization.correctMembership, {
    params: { ...params, membershipId },
    body: { ...service, reason: '任命文件为 8 月' },
  });
  expect(corrected.officer.memberships.map(({ position, from, to }) => [position, from, to])).toEqual([
    ['所长', '2026-08-01', null],
    ['民警', '2026-01-01', '2026-07-31'],
  ]);
});

test('§8 who has left is in no snapshot afterwards', async () => {
  const officer = await create('周一');
  const params = { officerId: officer.id };
  await office.call(organization.recordDeparture, {
    params,
    body: { requestId: randomUUID(), on: '2026-09-30', reason: '退休' },
  });
  const on = async (day: string) =>
    (await rosterSnapshot(server.db, county.bureauId, day, county.path)).some(
      (one) => one.officerId === officer.id,
    );
  expect([await on('2026-09-30'), await on('2026-10-01'), await on('2025-12-31')]).toEqual([
    true,
    false,
    false,
  ]);
  const listed = await office.call(organization.listOfficers, { query: { text: '周一' } });
  expect(listed.total).toBe(0);
  const all = await office.call(organization.listOfficers, { query: { text: '周一', withLeft: 'true' } });
  expect(all.items[0]?.leftOn).toBe('2026-09-30');
});

test('P1 lists show exactly what opens: another county’s office sees and changes nobody here', async () => {
  const officer = await create('吴一', { category: 'auxiliary', policeNo: `FJ${++made}` });
  const params = { officerId: officer.id };
  const found = await office.call(organization.listOfficers, {
    query: { text: '吴一', category: 'auxiliary', unitId: county.id },
  });
  expect(found.items.map((one) => one.policeNo)).toEqual([officer.policeNo]);
  expect((await foreign.call(organization.listOfficers, { query: { text: '吴一' } })).total).toBe(0);
  expect(await foreign.refusal(organization.getOfficer, { params })).toMatchObject({ code: 'notFound' });
  expect(await foreign.refusal(organization.transferOfficer, { params, body: move() })).toMatchObject({
    code: 'forbidden',
  });
  expect(
    await office.refusal(organization.transferOfficer, { params, body: move({ unitId: otherCounty.id }) }),
  ).toMatchObject({ code: 'forbidden' });
});

test('P1 people and their changes require a session', async () => {
  const params = { officerId: randomUUID() };
  expect(await server.visitor.refusal(organization.listOfficers, { query: {} })).toMatchObject({
    status: 401,
  });
  expect(await server.visitor.refusal(organization.getOfficer, { params })).toMatchObject({ status: 401 });
});

test('P1 a list is paged', async () => {
  for (const name of ['郑一', '郑二', '郑三']) await create(name);
  const page = await office.call(organization.listOfficers, { query: { text: '郑', page: 2, pageSize: 2 } });
  expect(page).toMatchObject({ total: 3, page: 2, items: [{ name: '郑三' }] });
});

test('§7 sequences are per year, are copied from last year, and rank an officer where his unit is', async () => {
  const squad = await seedUnit(server.db, north, { name: '社区中队', kind: 'squad' });
  const officer = await create('王一', { unitId: squad.id });
  const wish = {
    requestId: randomUUID(),
    year: 2026,
    code: 'stations',
    name: '派出所序列',
    subjectKind: 'officer' as const,
    members: [
      { unitId: north.id, groupCode: '一组' },
      { unitId: south.id, exempt: true },
    ],
  };
  const { sequence } = await office.call(organization.createSequence, { body: wish });
  expect(sequence.members.map(({ unit, groupCode, exempt }) => [unit.name, groupCode, exempt])).toEqual([
    ['城北派出所', '一组', false],
    ['城南派出所', '', true],
  ]);
  const snapshot = await rosterSnapshot(server.db, county.bureauId, '2026-12-31', county.path);
  expect(snapshot.find((one) => one.officerId === officer.id)?.sequence).toEqual({
    sequenceCode: 'stations',
    sequenceName: '派出所序列',
    groupCode: '一组',
    exempt: false,
  });
  const copied = await office.call(organization.copySequences, {
    body: { requestId: randomUUID(), fromYear: 2026, toYear: 2027 },
  });
  expect(copied).toEqual({ copied: 1, leftOut: [] });
  const listed = await office.call(organization.listSequences, { query: { year: 2027 } });
  expect(listed.sequences[0]?.members).toHaveLength(2);
  expect(listed.years).toEqual([2027, 2026]);
  const units = await unitSnapshot(server.db, county.bureauId, '2026-12-31', county.path);
  expect(units.find((unit) => unit.unitId === north.id)?.sequence).toBeNull();
});

test('§7 a unit stands in one sequence under one method and in another under a second', async () => {
  for (const [code, name] of [
    ['a-first', '甲办法序列'],
    ['b-second', '乙办法序列'],
  ] as const) {
    await office.call(organization.createSequence, {
      body: {
        requestId: randomUUID(),
        year: 2025,
        code,
        name,
        subjectKind: 'unit' as const,
        members: [{ unitId: north.id }],
      },
    });
  }
  const under = async (...codes: string[]) => {
    const units = await unitSnapshot(server.db, county.bureauId, '2025-12-31', county.path, codes);
    return units.find((unit) => unit.unitId === north.id)?.sequence?.sequenceCode;
  };
  expect(await under('a-first')).toBe('a-first');
  expect(await under('b-second')).toBe('b-second');
  expect(await under('stations')).toBeUndefined();
});

test('P1 nobody ranks another county’s units', async () => {
  const body = {
    requestId: randomUUID(),
    year: 2026,
    code: 'theirs',
    name: '越界序列',
    subjectKind: 'unit' as const,
    members: [{ unitId: north.id }, { unitId: otherCounty.id }],
  };
  expect(await foreign.refusal(organization.createSequence, { body })).toMatchObject({ code: 'forbidden' });
  const listed = await office.call(organization.listSequences, { query: { year: 2026 } });
  expect(listed.sequences.map((sequence) => sequence.code)).not.toContain('theirs');
});

test('§13 the year’s calendar is entered once read, and contradictions are refused', async () => {
  const text = '元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。';
  const read = await office.call(organization.readCalendarText, { params: { year: 2026 }, body: { text } });
  expect(read).toEqual({ daysOff: ['2026-01-01', '2026-01-02'], workingDays: ['2026-01-04'], unread: [] });
  const body = {
    requestId: randomUUID(),
    daysOff: read.daysOff,
    workingDays: read.workingDays,
    source: '国办通知',
  };
  await office.call(organization.setCalendar, { params: { year: 2026 }, body });
  const listed = await office.call(organization.listCalendars);
  expect(listed.calendars).toEqual([
    { year: 2026, daysOff: read.daysOff, workingDays: read.workingDays, source: '国办通知' },
  ]);
  const wrong = { ...body, requestId: randomUUID(), workingDays: ['2026-01-05', '2025-01-05'] };
  const refused = await office.refusal(organization.setCalendar, { params: { year: 2026 }, body: wrong });
  expect(refused.body.problems).toHaveLength(2);
});
