import { randomUUID } from 'node:crypto';
import { appeals, entries, notifications, scoreLog, submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

const post = async (more: Record<string, unknown> = {}) =>
  (
    await city.as.inspector.call(entries.postEntry, {
      body: {
        ...{
          requestId: randomUUID(),
          periodId: city.periodId,
          indicatorCode: 'attendance',
          eventCode: 'late',
        },
        ...{ subjectKind: 'officer' as const, subjectId: city.officer.id, occurredOn: '2026-09-16' },
        ...{ reason: '迟到', fileIds: [], quantity: '1' },
        ...more,
      },
    })
  ).entry;
const log = async (who: TestClient, query: Record<string, string> = {}) =>
  (await who.call(entries.listEntries, { query: { pageSize: 200, ...query } as never })).items;
const idsOf = async (who: TestClient, query: Record<string, string> = {}) =>
  (await log(who, query)).map((entry) => entry.id);
const marking = (entryIds: string[], mark: 'seen' | 'disagreed' = 'seen') => ({
  body: { requestId: randomUUID(), entryIds, mark },
});
const acknowledge = (who: TestClient, ids: string[], mark: 'seen' | 'disagreed' = 'seen') =>
  who.call(scoreLog.acknowledgeEntries, marking(ids, mark));

test('P13 nothing is hidden from the one concerned: every entry of his stands in his log, whatever made it', async () => {
  const { submission } = await city.as.officer.call(submissions.createSubmission, {
    body: {
      ...{
        requestId: randomUUID(),
        periodId: city.periodId,
        subjectKind: 'officer',
        subjectId: city.officer.id,
      },
      ...{
        indicatorCode: 'hazard',
        title: '隐患',
        eventCode: 'found',
        occurredOn: '2026-09-17',
        fileIds: [],
      },
    },
  });
  await city.as.orderReviewer.call(submissions.acceptSubmission, {
    params: { submissionId: submission.id },
    body: { requestId: randomUUID(), version: 1 } as never,
  });
  const wrong = await post();
  await city.as.inspector.call(entries.correctEntry, {
    params: { entryId: wrong.id },
    body: { requestId: randomUUID(), reason: '记错', replacement: { quantity: '2' }, fileIds: [] },
  });
  const contested = await post();
  const { appeal } = await city.as.officer.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: contested.id, grounds: '出警', fileIds: [] },
  });
  await city.as.office.call(appeals.decideAppeal, {
    params: { appealId: appeal.id },
    body: { requestId: randomUUID(), outcome: 'upheld', answer: '属实', fileIds: [], correction: null },
  });
  // As an import writes it: by the system's own hand, of an indicator that nobody owns any more.
  const row = await app.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('id', '=', wrong.id)
    .executeTakeFirstOrThrow();
  const { seq: _seq, ...copy } = row;
  await app.db
    .insertInto('ledger_entry')
    .values({
      ...copy,
      id: randomUUID(),
      request_id: randomUUID(),
      source_kind: 'import',
      owner_unit_id: null,
    })
    .execute();
  const stored = await app.db
    .selectFrom('ledger_entry')
    .select(['id', 'kind', 'source_kind'])
    .where('subject_id', '=', city.officer.id)
    .orderBy('seq', 'desc')
    .execute();
  expect(new Set(stored.map((each) => each.source_kind))).toEqual(
    new Set(['submission', 'posting', 'appeal', 'import']),
  );
  expect(stored.filter((each) => each.kind === 'reversal').length).toBe(2);
  expect(await idsOf(city.as.officer, { log: 'mine' })).toEqual(stored.map((each) => each.id));
});

test('P13 each entry is marked as seen or disagreed with; the newest mark counts and nothing earlier is changed', async () => {
  const entry = await post();
  const fresh = async () => (await idsOf(city.as.officer, { log: 'mine', mark: 'new' })).includes(entry.id);
  expect(await fresh()).toBe(true);
  expect(await acknowledge(city.as.officer, [entry.id])).toEqual({ marked: 1 });
  expect(await acknowledge(city.as.officer, [entry.id])).toEqual({ marked: 0 });
  expect(await fresh()).toBe(false);
  await acknowledge(city.as.officer, [entry.id], 'disagreed');
  const [shown] = (await log(city.as.inspector)).filter((each) => each.id === entry.id);
  expect(shown?.acknowledgement).toMatchObject({
    mark: 'disagreed',
    byName: expect.any(String),
    appealId: null,
  });
  const kept = await app.db
    .selectFrom('entry_acknowledgement')
    .select('mark')
    .where('entry_id', '=', entry.id)
    .orderBy('seq')
    .execute();
  expect(kept.map((each) => each.mark)).toEqual(['seen', 'disagreed']);
  const change = app.db.updateTable('entry_acknowledgement').set({ mark: 'seen' }).execute();
  await expect(change).rejects.toThrow(/permission denied/);
});

test('P13 to contest an entry marks it as disagreed with, and the mark leads to the appeal', async () => {
  const entry = await post();
  const { appeal } = await city.as.officer.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: entry.id, grounds: '出警', fileIds: [] },
  });
  const disagreed = await log(city.as.officer, { log: 'mine', mark: 'disagreed' });
  expect(disagreed.find((each) => each.id === entry.id)).toMatchObject({
    acknowledgement: { mark: 'disagreed', appealId: appeal.id },
    appeal: { id: appeal.id, state: 'filed', instance: 1 },
  });
});

test('P13 nobody marks for another: not the head, the scorer, the neighbour, nor one entry among own ones', async () => {
  const entry = await post();
  const other = await post({ subjectId: city.neighbour.id });
  expect((await city.as.eastHead.refusal(scoreLog.acknowledgeEntries, marking([entry.id]))).code).toBe(
    'forbidden',
  );
  expect((await city.as.inspector.refusal(scoreLog.acknowledgeEntries, marking([entry.id]))).code).toBe(
    'forbidden',
  );
  const mixed = await city.as.officer.refusal(scoreLog.acknowledgeEntries, marking([entry.id, other.id]));
  expect(mixed.code).toBe('notFound');
  expect(await idsOf(city.as.officer, { log: 'mine', mark: 'new' })).toContain(entry.id);
  expect((await city.as.officer.refusal(scoreLog.acknowledgeEntries, marking([]))).code).toBe('invalid');
  expect((await app.visitor.refusal(scoreLog.acknowledgeEntries, marking([entry.id]))).status).toBe(401);
});

test('P13 a unit’s entries stand in the log of its head and clerk, who mark them each for himself', async () => {
  const entry = await post({ subjectKind: 'unit', subjectId: city.east.id });
  for (const who of [city.as.eastHead, city.as.eastClerk]) {
    expect(await idsOf(who, { log: 'unit', mark: 'new' })).toContain(entry.id);
  }
  expect(await idsOf(city.as.westClerk, { log: 'unit' })).toEqual([]);
  await acknowledge(city.as.eastClerk, [entry.id]);
  expect(await idsOf(city.as.eastHead, { log: 'unit', mark: 'new' })).toContain(entry.id);
  expect(await idsOf(city.as.eastClerk, { log: 'unit', mark: 'new' })).not.toContain(entry.id);
});

test('P13 who is concerned is told at once, without a score in the text', async () => {
  const told = async (who: TestClient) =>
    (await who.call(notifications.listNotifications, { query: { kind: 'scored' } })).items;
  const entry = await post({ quantity: '7' });
  const address = `/score-log?log=mine&entry=${entry.id}`;
  const notice = (await told(city.as.officer)).find((each) => each.address === address);
  expect(notice?.title).toBe(`新增得分记录：${entry.indicator.name}`);
  expect(`${notice?.title}${notice?.detail}`).not.toMatch(/7|-/);
  await post({ subjectKind: 'unit', subjectId: city.east.id });
  expect((await told(city.as.eastHead))[0]?.address).toContain('log=unit');
  expect(await told(city.as.inspector)).toEqual([]);
});

test('P13 a reviewer has a log of what he scored himself; others see it within their reach', async () => {
  const entry = await post();
  const own = await log(city.as.inspector, { log: 'scored' });
  expect(own.map((each) => each.id)).toContain(entry.id);
  expect(new Set(own.map((each) => each.byName))).toEqual(new Set(['督察员']));
  const { items } = await city.as.office.call(scoreLog.listScorers, { query: { periodId: city.periodId } });
  const inspector = items.find((each) => each.name === '督察员');
  expect(inspector?.entries).toBeGreaterThan(0);
  expect(await idsOf(city.as.office, { scorerId: inspector?.id ?? '' })).toContain(entry.id);
  expect(await idsOf(city.as.stranger, { scorerId: inspector?.id ?? '' })).toEqual([]);
  const contested = await log(city.as.inspector, { log: 'scored', appealed: '1' });
  expect(contested.length).toBeGreaterThan(0);
  expect(contested.every((each) => each.appeal !== null)).toBe(true);
});

test('P13 the last day to contest stands beside each score that may be contested, and beside no other', async () => {
  const entry = await post();
  const find = async (who: TestClient) => (await log(who)).find((each) => each.id === entry.id);
  expect(await find(city.as.officer)).toMatchObject({
    appealUntil: '2026-09-24',
    can: { acknowledge: true },
  });
  expect(await find(city.as.inspector)).toMatchObject({ appealUntil: null, can: { acknowledge: false } });
});

test('X3 the receipt of an entry gives its hash and says whether it still holds', async () => {
  const entry = await post();
  const params = { entryId: entry.id };
  expect(await city.as.officer.call(scoreLog.getEntryReceipt, { params })).toEqual({
    ...{ entryId: entry.id, hash: entry.hash, unchanged: true, seal: null },
  });
  expect((await city.as.stranger.refusal(scoreLog.getEntryReceipt, { params })).code).toBe('notFound');
});

test('P13 the ledger is searched by name, police number, unit or reason, within the reader’s own reach', async () => {
  const own = await post({ reason: '晨会迟到 3 分钟' });
  const other = await post({ subjectId: city.stranger.id, reason: '夜间抽查 100% 在位' });
  const found = async (who: TestClient, text: string) =>
    (await idsOf(who, { text })).filter((id) => id === own.id || id === other.id);
  expect(await found(city.as.office, city.officer.name)).toEqual([own.id]);
  expect(await found(city.as.office, city.stranger.policeNo)).toEqual([other.id]);
  expect(await found(city.as.office, '城西')).toEqual([other.id]);
  expect(await found(city.as.office, '晨会')).toEqual([own.id]);
  // What stands for anything in a pattern stands for itself.
  expect(await found(city.as.office, '100%')).toEqual([other.id]);
  expect(await found(city.as.office, '%')).toEqual([other.id]);
  expect(await found(city.as.officer, city.stranger.name)).toEqual([]);
});
