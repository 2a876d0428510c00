import { imports } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import {
  fixture,
  linxiSheet,
  ofBatch,
  otherLayout,
  request,
  rosterKey,
  rowsOf,
  seedLinxi,
  upload,
} from './linxi.ts';

let server: TestApp;
let office: TestClient;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  const { county } = await seedLinxi(server.db);
  office = await server.signInWith({ roles: ['office'], unit: county });
});
afterAll(() => server.stop());

const uploadRoster = () => upload(office, '警力通讯录.xlsx', fixture('roster.xlsx'));
/** The fixture's full-width police numbers were made plain on their way here, so these five rows read as they are. */
const plain = (why: string | null) => why === 'full-width digits in policeNo';

test('P18 another office’s layout of the same people gives the same people', async () => {
  const { bytes, rowOf } = await otherLayout(await linxiSheet());
  const batch = await upload(office, '民警名册.xlsx', bytes);
  expect(batch).toMatchObject({ kind: 'roster', sheet: 'Sheet2' });
  const rows = new Map((await rowsOf(office, batch.id)).map((row) => [row.row, row.verdict]));
  const differing = rosterKey.rows.filter(
    ({ row, verdict, expected, why }) =>
      expected !== null && !plain(why) && rows.get(rowOf.get(row) ?? 0) !== verdict,
  );
  expect(differing.length).toBeLessThan(rosterKey.rows.length / 20);
});

test('P18 a mapping corrected by hand is used, and shown as chosen', async () => {
  const batch = await uploadRoster();
  const columns = batch.columns.map(({ column, field }) => ({
    column,
    field: field === 'politics' ? null : field,
  }));
  const { batch: changed } = await office.call(imports.setImportReading, {
    ...ofBatch(batch.id),
    body: { ...request(), kind: 'roster', sheet: batch.sheet, columns },
  });
  expect(changed.columns.some(({ field }) => field === 'politics')).toBe(false);
  const withoutName = columns.map(({ column, field }) => ({
    column,
    field: field === 'name' ? null : field,
  }));
  const { batch: broken } = await office.call(imports.setImportReading, {
    ...ofBatch(batch.id),
    body: { ...request(), kind: 'roster', sheet: batch.sheet, columns: withoutName },
  });
  expect(broken.tableProblems).toEqual([expect.stringContaining('姓名')]);
  expect(
    await office.refusal(imports.confirmImport, { ...ofBatch(batch.id), body: { ...request(), taken: 0 } }),
  ).toMatchObject({ code: 'refused' });
});
