import { imports, organization } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedOfficer, seedUnit, type TestUnit } from '../support/seed.ts';
import { ofBatch, request, rowsOf, upload } from './linxi.ts';
import { workbookBytes } from './typed-workbook.ts';

let server: TestApp;
let county: TestUnit;
let office: TestClient;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  const city = await seedBureau(server.db, { name: '江临市公安局' });
  county = await seedUnit(server.db, city, { name: '临溪县公安局', kind: 'county' });
  office = await server.signInWith({ roles: ['office'], unit: county });
});
afterAll(() => server.stop());

const list = () =>
  workbookBytes([
    ['临溪县公安局机构一览表'],
    ['序号', '单位名称', '类别', '上级单位', '机构代码', '简称'],
    [1, '一中队', null, '刑侦大队', '990001000201', null],
    [2, '刑事侦查大队', '实战', '临溪县公安局', '990001000200', '刑侦大队、刑警大队'],
    [3, '南川派出所', '派出所', null, 990001005000, '南川所'],
    [4, '没有代码的室', '机关', null, null, null],
    ['合计', '4个'],
  ]);
const unitNames = async () =>
  (await office.call(organization.listUnits, { query: {} })).units.map((unit) => unit.name);
const acceptAll = (batchId: string) =>
  office.call(imports.acceptImportRepairs, {
    ...ofBatch(batchId),
    body: {
      ...request(),
      accept: true,
      kinds: ['unit-alias', 'code-leading-zeros', 'code-written', 'name-spaces'],
    },
  });

test('P18 a list of units becomes units with paths and aliases, upper ones first; what lacks a code stays out', async () => {
  const before = await unitNames();
  const batch = await upload(office, '机构清单.xlsx', await list());
  expect(batch.kind).toBe('units');
  const rows = await rowsOf(office, batch.id);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['repair', 'ok', 'ok', 'error', 'not-a-person']);
  const kindsShown = rows.map(({ cells }) => cells.find(({ field }) => field === 'kind')?.value ?? null);
  expect(kindsShown).toEqual(['中队', '大队', '派出所', '机关部门', null]);
  const { batch: accepted } = await acceptAll(batch.id);
  expect(await unitNames()).toEqual(before);
  const { batch: done } = await office.call(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: { ...request(), taken: accepted.summary.taken },
  });
  expect(done.written).toBe('新增机构 3 个');
  const { units } = await office.call(organization.listUnits, { query: {} });
  const brigade = units.find((unit) => unit.name === '刑事侦查大队');
  expect(brigade).toMatchObject({ level: 3, kind: 'brigade', aliases: ['刑侦大队', '刑警大队'] });
  expect(units.find((unit) => unit.name === '一中队')).toMatchObject({
    path: `${brigade?.path}990001000201/`,
    kind: 'squad',
  });

  const station = units.find((unit) => unit.name === '南川派出所');
  await seedOfficer(server.db, { ...county, id: station?.id ?? '' });
  const undo = () => ({ ...ofBatch(batch.id), body: { ...request(), reason: '测试' } });
  const refused = await office.refusal(imports.undoImport, undo());
  expect(refused.body.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('南川派出所'),
  ]);
  await server.db.deleteFrom('membership').execute();
  await office.call(imports.undoImport, undo());
  expect(await unitNames()).toEqual(before);
});

test('P18 a unit whose upper unit is skipped is refused with its name, and nothing is written', async () => {
  const before = await unitNames();
  const batch = await upload(office, '机构清单.xlsx', await list());
  const { batch: accepted } = await acceptAll(batch.id);
  const rows = await rowsOf(office, batch.id);
  const upper = rows.find(({ cells }) => cells.some(({ value }) => value === '刑事侦查大队'));
  const place = rows.filter(({ row }) => row === 4).map(({ sheet, row }) => ({ sheet, row }));
  expect(upper).toBeDefined();
  await office.call(imports.skipImportRows, {
    ...ofBatch(batch.id),
    body: { ...request(), skipped: true, rows: place },
  });
  const refused = await office.refusal(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: { ...request(), taken: accepted.summary.taken - 1 },
  });
  expect(refused.body.problems[0]?.message).toContain('刑事侦查大队');
  expect(await unitNames()).toEqual(before);
});
