import { randomUUID } from 'node:crypto';
import { identity } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let bureau: TestUnit;
let station: TestUnit;
let sysadmin: TestClient;
let secadmin: TestClient;
beforeAll(async () => {
  server = await startTestApp();
  bureau = await seedBureau(server.db);
  station = await seedUnit(server.db, bureau, { name: '城东派出所' });
  const brigade = await seedUnit(server.db, bureau, { name: '刑侦大队', kind: 'brigade' });
  await seedOfficer(server.db, station, { policeNo: '012001', name: '王所', position: '所长' });
  await seedOfficer(server.db, station, { policeNo: '012002', name: '李民', position: '民警' });
  await seedOfficer(server.db, station, { policeNo: '警012003', name: '赵号', position: '民警' });
  await seedOfficer(server.db, brigade, { policeNo: '012004', name: '孙副', position: '副大队长' });
  sysadmin = await server.signInWith({ roles: ['systemAdmin'], unit: bureau });
  secadmin = await server.signInWith({ roles: ['securityAdmin'], unit: bureau });
});
afterAll(() => server.stop());

const create = (unitId: string | null, requestId = randomUUID()) =>
  sysadmin.call(identity.createOfficerAccounts, { body: { requestId, unitId } });
const approve = (limit: number, requestId = randomUUID()) =>
  secadmin.call(identity.approveOfficerAccounts, { body: { requestId, limit } });

test('Identity officers get accounts by 警号， unit by unit; numbers that cannot be names are counted', async () => {
  expect(await create(station.id)).toEqual({ created: 2, skipped: 1 });
  expect(await create(station.id)).toEqual({ created: 0, skipped: 1 });
  expect(await create(null)).toEqual({ created: 1, skipped: 1 });
  const pending = await sysadmin.call(identity.listAccounts, { query: { state: 'pending' } });
  expect(pending.items.map((one) => [one.username, one.unit?.name, one.officer?.name])).toEqual([
    ['012001', '城东派出所', '王所'],
    ['012002', '城东派出所', '李民'],
    ['012004', '刑侦大队', '孙副'],
  ]);
});

test('Identity they are approved in batches with the roles of their positions; passwords are shown once', async () => {
  const requestId = randomUUID();
  const first = await approve(2, requestId);
  expect(first.remaining).toBe(1);
  expect(first.accounts.map((one) => [one.username, one.roles])).toEqual([
    ['012001', ['officer', 'unitHead']],
    ['012002', ['officer']],
  ]);
  const again = await approve(2, requestId);
  expect(again.accounts.map((one) => one.initialPassword)).toEqual([null, null]);
  const head = await server.signInAs('012001', first.accounts[0]?.initialPassword ?? '');
  expect(head.session.grants.map((one) => [one.role, one.unitPath])).toEqual([
    ['officer', station.path],
    ['unitHead', station.path],
  ]);
  const second = await approve(200);
  expect(second).toMatchObject({ remaining: 0, accounts: [{ username: '012004', roles: ['officer'] }] });
  expect(await approve(200)).toEqual({ accounts: [], remaining: 0 });
});

test('Identity whoever has left gets no account', async () => {
  const gone = await seedOfficer(server.db, station, { policeNo: '012009' });
  await server.db.updateTable('officer').set({ left_on: '2026-01-01' }).where('id', '=', gone.id).execute();
  expect(await create(null)).toEqual({ created: 0, skipped: 1 });
});
