import { randomUUID } from 'node:crypto';
import { imports, organization } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import type { TestUnit } from '../support/seed.ts';
import { countPeople, fixture, ofBatch, request, rosterKey, rowsOf, seedLinxi, upload } from './linxi.ts';

let server: TestApp;
let city: TestUnit;
let county: TestUnit;
let other: TestUnit;
let office: TestClient;
let foreign: TestClient;
let _cityOffice: TestClient;
let before: Awaited<ReturnType<typeof countPeople>>;

beforeAll(async () => {
  server = await startTestApp({ clock: () => new Date('2026-11-21T01:00:00Z') });
  ({ city, county, other } = await seedLinxi(server.db));
  office = await server.signInWith({ roles: ['office'], unit: county });
  foreign = await server.signInWith({ roles: ['office'], unit: other });
  _cityOffice = await server.signInWith({ roles: ['office'], unit: city });
  before = await countPeople(server.db);
});
afterAll(() => server.stop());

const uploadRoster = () => upload(office, '警力通讯录.xlsx', fixture('roster.xlsx'));
const summaryOf = async (batchId: string) =>
  (await office.call(imports.getImport, ofBatch(batchId))).batch.summary;
const acceptAll = async (batchId: string) => {
  const summary = await summaryOf(batchId);
  const kinds = summary.problems.filter(({ severity }) => severity === 'repair').map(({ code }) => code);
  return (
    await office.call(imports.acceptImportRepairs, {
      ...ofBatch(batchId),
      body: { ...request(), accept: true, kinds },
    })
  ).batch;
};
const confirm = async (batchId: string, taken: number, more = {}) =>
  (await office.call(imports.confirmImport, { ...ofBatch(batchId), body: { ...request(), taken, ...more } }))
    .batch;
const undo = async (batchId: string) =>
  (await office.call(imports.undoImport, { ...ofBatch(batchId), body: { ...request(), reason: '测试撤销' } }))
    .batch;

/** The fixture's full-width police numbers were made plain on their way here, so these five rows read as they are. */
const plain = (why: string | null) => why === 'full-width digits in policeNo';

test('P18 the roster is recognised as one, its columns with their confidence, every row judged as in the key', async () => {
  const batch = await uploadRoster();
  expect(batch).toMatchObject({
    kind: 'roster',
    state: 'judged',
    number: null,
    unit: { name: rosterKey.county },
  });
  expect(
    batch.columns.filter(({ field }) => field !== null).every(({ confidence }) => (confidence ?? 0) > 0.5),
  ).toBe(true);
  expect(batch.tableProblems).toEqual([]);
  const rows = await rowsOf(office, batch.id);
  expect(rows.map(({ row, verdict }) => ({ row, verdict }))).toEqual(
    rosterKey.rows.map(({ row, verdict, why }) => ({ row, verdict: plain(why) ? 'ok' : verdict })),
  );
  expect(await countPeople(server.db)).toEqual(before);
});

test('P18 nothing is written before the confirm; repairs are taken by kind, the rest is left out and can be found', async () => {
  const batch = await uploadRoster();
  const accepted = await acceptAll(batch.id);
  const errors = rosterKey.rows.filter(({ verdict }) => verdict === 'error').length;
  const people = rosterKey.rows.filter(({ expected }) => expected !== null).length;
  expect(accepted.summary).toMatchObject({ repair: 0, error: errors });
  expect(await countPeople(server.db)).toEqual(before);
  const left = await rowsOf(office, batch.id, { only: 'left' });
  expect(left.map(({ row }) => row)).toEqual(
    rosterKey.rows.filter(({ verdict }) => verdict === 'error').map(({ row }) => row),
  );
  const done = await confirm(batch.id, accepted.summary.taken);
  expect(done).toMatchObject({ state: 'confirmed', number: '导入〔2026〕1号', undo: { possible: true } });
  const written = await countPeople(server.db);
  expect(written.officers - before.officers).toBe(accepted.summary.taken);
  expect(written.services - before.services).toBe(accepted.summary.taken);
  expect(accepted.summary.taken).toBeGreaterThan(people - errors - 10);
  await checkValues();
  expect(await undo(batch.id)).toMatchObject({ state: 'undone' });
  expect(await countPeople(server.db)).toEqual(before);
});

/** Whoever was written has the key's unit, dates, status and category; and the ID number only masked. */
async function checkValues() {
  const wanted = rosterKey.rows.filter(({ verdict, expected }) => verdict !== 'error' && expected !== null);
  for (const { expected } of wanted.slice(0, 40)) {
    const { items } = await office.call(organization.listOfficers, {
      query: { text: expected?.policeNo ?? '', pageSize: 200 },
    });
    const officer = items.find((item) => item.policeNo === expected?.policeNo);
    expect(officer).toMatchObject({
      name: expected?.name,
      unit: { name: expected?.unit },
      category: expected?.kind,
      sex: expected?.sex === '男' ? 'male' : 'female',
    });
    const detail = await office.call(organization.getOfficer, { params: { officerId: officer?.id ?? '' } });
    expect(detail.officer).toMatchObject({ birth: expected?.birth, joined: expected?.joined });
    const idNo = expected?.idNo ?? null;
    expect(detail.officer.idNoMasked).toBe(idNo && `${idNo.slice(0, 6)}********${idNo.slice(-4)}`);
  }
}

test('P18 a wrong cell is corrected by hand and judged again; the correction can be taken back', async () => {
  const batch = await uploadRoster();
  const [wrong] = await rowsOf(office, batch.id, { problem: 'unit-unknown' });
  if (!wrong) throw new Error('the roster has a row with an unknown unit');
  const edit = (value: string | null) =>
    office.call(imports.editImportCells, {
      ...ofBatch(batch.id),
      body: { ...request(), edits: [{ sheet: wrong.sheet, row: wrong.row, field: 'unit', value }] },
    });
  await edit('城关所');
  const [judged] = (await rowsOf(office, batch.id)).filter(({ row }) => row === wrong.row);
  expect(judged).toMatchObject({ verdict: 'repair', problems: [{ code: 'unit-alias' }] });
  await edit('城关派出所');
  const [right] = (await rowsOf(office, batch.id)).filter(({ row }) => row === wrong.row);
  expect(right).toMatchObject({ verdict: 'ok', taken: true });
  expect(right?.cells.find(({ field }) => field === 'unit')).toMatchObject({
    value: '城关派出所',
    edited: true,
  });
  await edit(null);
  const [again] = (await rowsOf(office, batch.id)).filter(({ row }) => row === wrong.row);
  expect(again?.verdict).toBe('error');
});

test('P18 one repair is accepted by itself; once the cell is changed the agreement no longer holds', async () => {
  const batch = await uploadRoster();
  const [row] = await rowsOf(office, batch.id, { problem: 'police-no-leading-zeros' });
  const [problem] = row?.problems ?? [];
  if (!row || !problem) throw new Error('the roster has a police number without its zeros');
  const single = [{ sheet: row.sheet, row: row.row, key: problem.key }];
  await office.call(imports.acceptImportRepairs, {
    ...ofBatch(batch.id),
    body: { ...request(), accept: true, single },
  });
  const find = async () => (await rowsOf(office, batch.id)).find((each) => each.row === row.row);
  expect(await find()).toMatchObject({ verdict: 'ok', taken: true });
  expect((await rowsOf(office, batch.id, { verdict: 'repair' })).length).toBeGreaterThan(0);
  await office.call(imports.editImportCells, {
    ...ofBatch(batch.id),
    body: { ...request(), edits: [{ sheet: row.sheet, row: row.row, field: 'name', value: '张 改名' }] },
  });
  expect(await find()).toMatchObject({ verdict: 'repair', taken: false });
});

test('P1 an ID number is shown in full only where it is wrong, and corrections of it are stored encrypted', async () => {
  const batch = await uploadRoster();
  const rows = await rowsOf(office, batch.id);
  const shown = rows.flatMap((row) =>
    row.cells
      .filter(({ field, text }) => field === 'idNo' && /^\d{17}[\dX]$/.test(text))
      .map(() => row.problems.some((problem) => problem.field === 'idNo')),
  );
  expect(shown.every(Boolean)).toBe(true);
  expect(batch.columns.find(({ field }) => field === 'idNo')?.samples.join()).toMatch(/\*{8}/);
  const [damaged] = await rowsOf(office, batch.id, { problem: 'id-no-damaged' });
  if (!damaged) throw new Error('the roster has a damaged ID number');
  const edits = [{ sheet: damaged.sheet, row: damaged.row, field: 'idNo', value: '990007199412281828' }];
  await office.call(imports.editImportCells, { ...ofBatch(batch.id), body: { ...request(), edits } });
  const stored = await server.db
    .selectFrom('import_row')
    .select('edits_cipher')
    .where('batch_id', '=', batch.id)
    .executeTakeFirstOrThrow();
  expect(stored.edits_cipher?.includes('990007199412281828')).toBe(false);
  const answers = await server.db.selectFrom('request_record').select('response').execute();
  expect(JSON.stringify(answers)).not.toContain('990007199412281828');
});

test('P18 rows are skipped, and the number on the screen must be the number that is written', async () => {
  const batch = await uploadRoster();
  const rows = await rowsOf(office, batch.id, { only: 'taken' });
  const [first, ...rest] = rows;
  const place = ({ sheet, row }: imports.ImportRow) => ({ sheet, row });
  const skip = (which: imports.ImportRow[]) =>
    office.call(imports.skipImportRows, {
      ...ofBatch(batch.id),
      body: { ...request(), skipped: true, rows: which.map(place) },
    });
  await skip(rest.slice(1));
  const stale = await office.refusal(imports.confirmImport, {
    ...ofBatch(batch.id),
    body: { ...request(), taken: rows.length },
  });
  expect(stale).toMatchObject({ code: 'conflict' });
  expect(await countPeople(server.db)).toEqual(before);
  const done = await confirm(batch.id, 2, { from: '2026-03-01' });
  expect(done.written).toBe('新增人员 2 人（民警 2 人）');
  const policeNo = first?.cells.find(({ field }) => field === 'policeNo')?.value ?? '';
  const { items } = await office.call(organization.listOfficers, { query: { text: policeNo } });
  const { officer } = await office.call(organization.getOfficer, {
    params: { officerId: items[0]?.id ?? '' },
  });
  expect(officer.memberships.map(({ from }) => from)).toEqual(['2026-03-01']);
  await undo(batch.id);
});

test('P18 who is registered already is an error, and another office’s people are not named', async () => {
  const first = await uploadRoster();
  const accepted = await acceptAll(first.id);
  await confirm(first.id, accepted.summary.taken);
  const again = await uploadRoster();
  const registered = await rowsOf(office, again.id, { problem: 'already-registered' });
  const alone = registered.filter(({ problems }) =>
    problems.every(({ code }) => code !== 'duplicate-in-file'),
  );
  expect(alone.length).toBe(accepted.summary.taken);
  expect(registered[0]?.problems.at(-1)?.message).toContain('指挥中心');
  const theirs = await upload(foreign, '名册.xlsx', fixture('roster.xlsx'), { kind: 'roster' });
  const [row] = await rowsOf(foreign, theirs.id, { problem: 'already-registered' });
  const message = row?.problems.find(({ code }) => code === 'already-registered')?.message;
  expect(message).toContain('其他单位人员');
  expect(message).not.toContain('指挥中心');
  await undo(first.id);
});

test('P18 an undo is refused while anything depends on the people, and says what', async () => {
  const batch = await uploadRoster();
  const accepted = await acceptAll(batch.id);
  await confirm(batch.id, accepted.summary.taken);
  const [officer, moved] = (await office.call(organization.listOfficers, { query: {} })).items;
  if (!officer || !moved) throw new Error('nobody was imported');
  await server.db
    .insertInto('account')
    .values({
      id: randomUUID(),
      bureau_id: county.bureauId,
      username: `u${officer.policeNo}`,
      display_name: officer.name,
      officer_id: officer.id,
      unit_id: county.id,
    })
    .execute();
  await office.call(organization.transferOfficer, {
    params: { officerId: moved.id },
    body: {
      ...request(),
      unitId: county.id,
      position: '民警',
      post: null,
      status: 'normal',
      statusNote: null,
      from: '2026-12-01',
    },
  });
  const refused = await office.refusal(imports.undoImport, {
    ...ofBatch(batch.id),
    body: { ...request(), reason: '重来' },
  });
  expect(refused.body.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining(officer.name),
    expect.stringContaining(moved.name),
  ]);
  const view = await office.call(imports.getImport, ofBatch(batch.id));
  expect(view.batch.undo).toMatchObject({
    possible: false,
    obstacles: expect.arrayContaining([expect.any(String)]),
  });
  await server.db.deleteFrom('account').where('officer_id', '=', officer.id).execute();
  await server.db
    .deleteFrom('membership')
    .where('officer_id', '=', moved.id)
    .where('import_batch_id', 'is', null)
    .execute();
  await undo(batch.id);
  expect(await countPeople(server.db)).toEqual(before);
});
