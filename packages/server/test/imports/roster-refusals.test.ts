import { randomUUID } from 'node:crypto';
import { imports } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import type { TestUnit } from '../support/seed.ts';
import { countPeople, fixture, ofBatch, request, seedLinxi, upload } from './linxi.ts';

let server: TestApp;
let county: TestUnit;
let office: TestClient;
let foreign: TestClient;
let cityOffice: TestClient;
let before: Awaited<ReturnType<typeof countPeople>>;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  const seeded = await seedLinxi(server.db);
  county = seeded.county;
  office = await server.signInWith({ roles: ['office'], unit: county });
  foreign = await server.signInWith({ roles: ['office'], unit: seeded.other });
  cityOffice = await server.signInWith({ roles: ['office'], unit: seeded.city });
  before = await countPeople(server.db);
});
afterAll(() => server.stop());

const uploadRoster = () => upload(office, '警力通讯录.xlsx', fixture('roster.xlsx'));

test('P1 another unit’s office and a visitor reach no batch', async () => {
  const batch = await uploadRoster();
  expect(await foreign.refusal(imports.getImport, ofBatch(batch.id))).toMatchObject({ code: 'forbidden' });
  expect(await foreign.refusal(imports.listImportRows, ofBatch(batch.id))).toMatchObject({
    code: 'forbidden',
  });
  expect(
    await foreign.refusal(imports.confirmImport, { ...ofBatch(batch.id), body: { ...request(), taken: 1 } }),
  ).toMatchObject({ code: 'forbidden' });
  expect((await foreign.call(imports.listImports, { query: {} })).items.map(({ id }) => id)).not.toContain(
    batch.id,
  );
  expect((await cityOffice.call(imports.listImports, { query: {} })).items.map(({ id }) => id)).toContain(
    batch.id,
  );
  expect(await server.visitor.refusal(imports.listImports, { query: {} })).toMatchObject({ status: 401 });
  expect(await server.visitor.refusal(imports.getImport, ofBatch(batch.id))).toMatchObject({ status: 401 });
  const officer = await server.signInWith({ roles: ['officer'], unit: county });
  expect(await officer.refusal(imports.listImports, { query: {} })).toMatchObject({ code: 'forbidden' });
});

test('§15 the same request id confirms once; twenty at a time too', async () => {
  const batch = await uploadRoster();
  const { taken } = batch.summary;
  const body = { ...request(), taken };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => office.call(imports.confirmImport, { ...ofBatch(batch.id), body })),
  );
  expect(new Set(answers.map((answer) => answer.batch.number)).size).toBe(1);
  expect((await countPeople(server.db)).officers - before.officers).toBe(taken);
  expect(
    await office.refusal(imports.confirmImport, { ...ofBatch(batch.id), body: { ...request(), taken } }),
  ).toMatchObject({ code: 'conflict' });
  await office.call(imports.undoImport, { ...ofBatch(batch.id), body: { ...request(), reason: '测试撤销' } });
  expect(await countPeople(server.db)).toEqual(before);
});

test('P18 what is not a workbook is refused in words, and an abandoned file leaves nothing', async () => {
  const refusalOf = (bytes: Uint8Array) =>
    office
      .upload(imports.startImport, { name: '名册.xlsx', bytes }, { query: { requestId: randomUUID() } })
      .then(
        () => 'taken',
        (refused: { code: string; body?: { message: string }; message: string }) =>
          `${refused.code} ${refused.body?.message ?? refused.message}`,
      );
  const container = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(512),
    ]);
  // Each says what is wrong with this file as a workbook; none speaks of attachments and pictures.
  expect(await refusalOf(Buffer.from('不是表格'))).toMatch(/^unsupportedFile .*不是 \.xlsx 表格.*另存为/);
  expect(await refusalOf(container('EncryptedPackage'))).toMatch(/^unsupportedFile .*打开密码.*去掉密码/);
  expect(await refusalOf(container('Workbook'))).toMatch(/^unsupportedFile .*旧的 \.xls/);
  expect(await refusalOf(fixture('roster.xlsx').slice(0, 15_000))).toMatch(/^unsupportedFile .*已损坏/);
  expect(await refusalOf(Buffer.alloc(0))).toMatch(/^unsupportedFile .*是空的/);
  const batch = await uploadRoster();
  await office.call(imports.abandonImport, { ...ofBatch(batch.id), body: request() });
  expect((await office.call(imports.listImports, { query: {} })).items.map(({ id }) => id)).not.toContain(
    batch.id,
  );
});
