import { randomUUID } from 'node:crypto';
import { entries, files } from '@mingji/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryHash } from '../../src/modules/ledger/index.ts';
import { findEntries } from '../../src/modules/ledger/queries/find-entries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedOfficer } from '../support/seed.ts';
import { makePeriod, makeWorkCity, setPeriodState, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
const now = new Date('2026-09-18T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

const posting = (more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  periodId: city.periodId,
  subjectKind: 'officer' as const,
  subjectId: city.officer.id,
  indicatorCode: 'attendance',
  eventCode: 'late',
  quantity: '2',
  occurredOn: '2026-09-16',
  reason: '夜查两次不在岗',
  fileIds: [] as string[],
  ...more,
});
const post = async (more: Record<string, unknown> = {}) =>
  (await city.as.inspector.call(entries.postEntry, { body: posting(more) })).entry;

test('P13 a deduction is visible at once to the one it concerns: who, when, why, which evidence, which clause', async () => {
  const { file } = await city.as.inspector.upload(files.uploadFile, {
    name: '查岗记录.txt',
    bytes: Buffer.from('记录'),
  });
  const made = await post({ fileIds: [file.id] });
  const { items } = await city.as.officer.call(entries.listEntries, { query: { log: 'mine' } });
  expect(items[0]).toMatchObject({
    id: made.id,
    bookedPoints: '-2',
    event: { code: 'late', name: '迟到', points: '-1' },
    quantity: '2',
    reason: '夜查两次不在岗',
    byName: '督察员',
    at: now.toISOString(),
    clause: { id: '3.3', text: expect.stringContaining('迟到一次扣1分') },
    evidence: [{ id: file.id, name: '查岗记录.txt' }],
    can: { appeal: true, correct: false },
  });
  expect(
    (await city.as.officer.download(files.downloadFile, { params: { fileId: file.id } })).statusCode,
  ).toBe(200);
});

test('§15 the stored hash is the SM3 of the canonical bytes, and any changed fact changes it', async () => {
  const { id } = await post();
  const row = await app.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(entryHash(app.deps.crypto, row, []).equals(row.entry_hash)).toBe(true);
  for (const change of [
    { quantity: '1' },
    { booked_points: '-1' },
    { reason: '' },
    { subject_id: city.neighbour.id },
  ]) {
    expect(entryHash(app.deps.crypto, { ...row, ...change }, []).equals(row.entry_hash)).toBe(false);
  }
});

test('§15 entries are only added: the application can neither change nor delete one', async () => {
  const { id } = await post();
  const change = app.db.updateTable('ledger_entry').set({ quantity: '9' }).where('id', '=', id).execute();
  await expect(change).rejects.toThrow(/permission denied/);
  await expect(app.db.deleteFrom('ledger_entry').where('id', '=', id).execute()).rejects.toThrow(
    /permission denied/,
  );
});

test('§15 a correction reverses and books anew, once, and both carry the reason', async () => {
  const wrong = await post({ quantity: '3' });
  const params = { entryId: wrong.id };
  const body = {
    requestId: randomUUID(),
    reason: '第三次系公务外出',
    replacement: { quantity: '2' },
    fileIds: [],
  };
  const { reversal, replacement } = await city.as.inspector.call(entries.correctEntry, { params, body });
  expect(reversal).toMatchObject({
    kind: 'reversal',
    reversesId: wrong.id,
    reason: '第三次系公务外出',
    bookedPoints: null,
  });
  expect(replacement).toMatchObject({
    kind: 'event',
    quantity: '2',
    bookedPoints: '-2',
    event: { code: 'late' },
  });
  const again = await city.as.inspector.refusal(entries.correctEntry, {
    params,
    body: { ...body, requestId: randomUUID() },
  });
  expect(again).toMatchObject({ status: 409, code: 'conflict' });
  const { entry } = await city.as.officer.call(entries.getEntry, { params });
  expect(entry).toMatchObject({ reversedById: reversal.id, can: { appeal: false } });
});

test('§15 of two who correct the same entry at the same time one is refused', async () => {
  const wrong = await post();
  const correct = () =>
    city.as.inspector.call(entries.correctEntry, {
      params: { entryId: wrong.id },
      body: { requestId: randomUUID(), reason: '记错对象', replacement: null, fileIds: [] },
    });
  const both = await Promise.allSettled([correct(), correct()]);
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
});

test('§15 the same request again books nothing new; with other content it is refused', async () => {
  const body = posting();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => city.as.inspector.call(entries.postEntry, { body })),
  );
  expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
  const booked = await app.db
    .selectFrom('ledger_entry')
    .select('id')
    .where('request_id', '=', body.requestId)
    .execute();
  expect(booked).toHaveLength(1);
  const reused = await city.as.inspector.refusal(entries.postEntry, { body: { ...body, quantity: '5' } });
  expect(reused.code).toBe('requestReused');
});

test('P9 a department posts on its own indicators only; the office on all of its bureau', async () => {
  expect((await city.as.orderReviewer.refusal(entries.postEntry, { body: posting() })).code).toBe(
    'forbidden',
  );
  expect((await city.as.officer.refusal(entries.postEntry, { body: posting() })).code).toBe('forbidden');
  const office = await city.as.office.call(entries.postEntry, {
    body: posting({ eventCode: 'absent', quantity: '1' }),
  });
  expect(office.entry.bookedPoints).toBe('-5');
});

test('P9 the posting form offers a department its own indicators and the office all', async () => {
  const codes = async (who: TestClient) =>
    (await who.call(entries.getPostingForm)).periods
      .find((period) => period.id === city.periodId)
      ?.indicators.map((indicator) => indicator.code);
  expect(await codes(city.as.inspector)).toEqual(['attendance']);
  expect(await codes(city.as.orderReviewer)).toEqual(['hazard', 'task', 'visits']);
  expect(await codes(city.as.office)).toEqual(['hazard', 'quality', 'task', 'attendance', 'visits']);
  expect((await city.as.officer.refusal(entries.getPostingForm)).code).toBe('forbidden');
});

test('§13 an inspector who is the subject cannot post on himself', async () => {
  const self = await seedOfficer(app.db, city.inspection, { name: '督察本人' });
  const client = await app.signInWith({ unit: city.inspection, officer: self, roles: ['discipline'] });
  const refusal = await client.refusal(entries.postEntry, { body: posting({ subjectId: self.id }) });
  expect(refusal).toMatchObject({ status: 403 });
  expect(refusal.message).toContain('不得审核本人');
});

test('P13 each sees the own line: another station, another department and administrators see nothing', async () => {
  const { id } = await post();
  const params = { entryId: id };
  for (const who of [city.as.officer, city.as.eastHead, city.as.office, city.as.inspector]) {
    expect((await who.call(entries.getEntry, { params })).entry.id).toBe(id);
  }
  for (const who of [city.as.neighbour, city.as.stranger, city.as.westClerk, city.as.legalReviewer]) {
    expect((await who.refusal(entries.getEntry, { params })).code).toBe('notFound');
  }
  const west = await city.as.westClerk.call(entries.listEntries, { query: {} });
  expect(west.total).toBe(0);
  expect((await city.as.securityAdmin.refusal(entries.listEntries)).code).toBe('forbidden');
  expect((await app.visitor.refusal(entries.listEntries)).status).toBe(401);
  expect((await app.visitor.refusal(entries.postEntry, { body: posting() })).status).toBe(401);
});

test('§2 what the rule does not know is refused with the field named', async () => {
  const problems = async (more: Record<string, unknown>) =>
    (await city.as.inspector.refusal(entries.postEntry, { body: posting(more) })).body;
  expect((await problems({ eventCode: 'sleeping' })).problems).toMatchObject([{ path: 'eventCode' }]);
  expect((await problems({ occurredOn: '2026-09-19' })).problems).toMatchObject([{ path: 'occurredOn' }]);
  expect((await problems({ chosenPoints: '-9' })).problems).toMatchObject([{ path: 'chosenPoints' }]);
  expect((await problems({ indicatorCode: 'nothing' })).code).toBe('notFound');
});

test('P14 a sealed or unopened period takes no entry', async () => {
  const sealed = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 7 });
  await setPeriodState(app, sealed, 'sealed');
  const refusal = await city.as.inspector.refusal(entries.postEntry, {
    body: posting({ periodId: sealed, occurredOn: '2026-07-10' }),
  });
  expect(refusal).toMatchObject({ status: 409, code: 'sealed' });
  const draft = await makePeriod(app, {
    bureau: city.bureau,
    versionId: city.versionId,
    month: 11,
    state: 'draft',
  });
  expect(
    (await city.as.inspector.refusal(entries.postEntry, { body: posting({ periodId: draft }) })).code,
  ).toBe('refused');
});

test('P13 the list goes by time or points, either way, what has no points of its own last, and says when there is more', async () => {
  await post({ occurredOn: '2026-09-15', eventCode: 'absent', quantity: '1' });
  const listed = async (sort: 'at' | '-at' | 'points' | '-points') =>
    city.as.office.call(entries.listEntries, { query: { sort, pageSize: 100 } as never });
  const points = async (sort: 'points' | '-points') =>
    (await listed(sort)).items.map((row) => row.bookedPoints);
  const [up, down] = [await points('points'), await points('-points')];
  const known = (all: readonly (string | null)[]) =>
    all.flatMap((each) => (each === null ? [] : [Number(each)]));
  expect(known(up)).toEqual(known(up).toSorted((a, b) => a - b));
  expect(known(down)).toEqual(known(up).toReversed());
  expect(up.slice(0, known(up).length)).not.toContain(null);
  const at = (await listed('at')).items.map(({ id }) => id);
  expect((await listed('-at')).items.map(({ id }) => id)).toEqual(at.toReversed());
  expect(await listed('at')).toMatchObject({ total: at.length, more: false });
  const beyond = await city.as.office.call(entries.listEntries, { query: { page: 400 } as never });
  expect([beyond.items, beyond.total]).toEqual([[], at.length]);
});

test('P13 of more entries than a list shows the first are listed, with the word that there are more', async () => {
  const one = await post();
  const where = [sql<boolean>`entry.id = ${one.id}`];
  expect(await findEntries(app.db, where, '-seq', { page: 1, pageSize: 20 })).toMatchObject({
    total: 1,
    more: false,
  });
  await post();
  const both = await findEntries(app.db, [sql<boolean>`entry.reason <> ''`], '-at', {
    page: 1,
    pageSize: 1,
    most: 1,
  });
  expect([both.seqs.length, both.total, both.more]).toEqual([1, 1, true]);
});
