import { randomUUID } from 'node:crypto';
import { bulletins, results } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookAbsence, compute, onPeriod, openMonth, publishedMonth, travel } from '../results/month.ts';
import {
  act,
  type BulletinWorld,
  creation,
  draftOf,
  drawUp,
  setMark,
  startBulletinWorld,
  submit,
} from './bulletin-world.ts';

let world: BulletinWorld;
beforeAll(async () => {
  world = await startBulletinWorld();
  await setMark(world);
});
afterAll(() => world.server.stop());

function ranking(draft: bulletins.DraftView): readonly (readonly string[])[] {
  const tables = draft.document.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
  return tables.find(({ columns }) => columns.some(({ heading }) => heading === '上期名次'))?.rows ?? [];
}

test('P15 the numbers of a bulletin are the very ones of the sealed ranking', async () => {
  const draft = await draftOf(world, await drawUp(world));
  const { items } = await world.office.call(results.listRanking, {
    params: { periodId: world.periodId },
    query: { subjectKind: 'unit' },
  });
  const told = new Map(ranking(draft).map(([rank, name, score]) => [name, [rank, score]]));
  const ranked = items.filter(({ sequenceCode }) => sequenceCode !== null);
  expect(ranked.length).toBeGreaterThan(0);
  for (const { name, rank, score } of ranked) {
    if (rank !== null) expect(told.get(name)).toEqual([String(rank), score.value]);
  }
});

test('P15 a weekly tells where everybody stands at the moment, and says that it is not sealed', async () => {
  await travel(world, new Date('2026-09-12T02:00:00Z'));
  const periodId = await openMonth(world);
  const bulletinId = await drawUp(world, { kind: 'weekly', periodIds: [periodId] });
  const before = await draftOf(world, bulletinId);
  const [opening] = before.document.blocks;
  expect(opening?.type === 'paragraph' && opening.text).toContain('截至2026年9月12日10时00分，未封存');
  // The next week's report of the same month is told from it.
  expect(before.document.title).toBe('关于2026年9月考核工作进展情况的通报（截至9月12日）');
  expect(before.document.sources[0]).toMatchObject({ evaluationId: null, sealNo: null, entryCount: 0 });
  await bookAbsence(world, periodId, world.li, '3');
  // What was gathered stays as it was told until it is gathered anew.
  expect((await draftOf(world, bulletinId)).document).toEqual(before.document);
  const { draft } = await world.office.call(bulletins.refreshFigures, act(bulletinId));
  expect(draft.document.sources[0]?.entryCount).toBe(1);
});

test('P15 another office gets no word of a month that is not on notice', async () => {
  const periodId = await openMonth(world);
  await world.cityOffice.call(bulletins.setIssuer, {
    params: { unitId: world.city.id },
    body: { requestId: randomUUID(), mark: '甲市公考', addressee: '' },
  });
  const own = creation(world, { unitId: world.city.id, periodIds: [periodId] });
  // The level above runs everything below it; a unit below does not look into the month of the level above.
  await world.cityOffice.call(bulletins.createBulletin, own);
  const east = await world.server.signInWith({ roles: ['office'], unit: world.east });
  const below = creation(world, { unitId: world.east.id, periodIds: [periodId] });
  expect((await east.refusal(bulletins.createBulletin, below)).code).toBe('refused');
  const beside = creation(world, { periodIds: [randomUUID()] });
  expect((await world.office.refusal(bulletins.createBulletin, beside)).code).toBe('notFound');
});

/** The office takes the notice back, computes once more an hour later and publishes again. */
async function computeAgain(periodId: string): Promise<void> {
  await travel(world, new Date(world.clock.now.getTime() + 3_600_000));
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
}

test('P15 results computed anew make a draft stale, which stops it until the figures are refreshed', async () => {
  const { periodId } = await publishedMonth(world);
  const bulletinId = await drawUp(world, { periodIds: [periodId] });
  expect((await draftOf(world, bulletinId)).stale).toEqual([]);
  await world.server.db
    .updateTable('period')
    .set({ state: 'reviewing' })
    .where('id', '=', periodId)
    .execute();
  await computeAgain(periodId);
  const draft = await draftOf(world, bulletinId);
  expect(draft.stale[0]).toContain('重新计算过');
  const refused = await world.office.refusal(bulletins.submitBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), revision: draft.revision, namingReason: null },
  });
  expect(refused.body.message).toContain('刷新数据');
  await world.office.call(bulletins.refreshFigures, act(bulletinId));
  expect((await submit(world, bulletinId)).stale).toEqual([]);
});

test('P15 numbers are frozen with the submission: what is computed later shows as a mark, not as other numbers', async () => {
  const { periodId } = await publishedMonth(world);
  const bulletinId = await drawUp(world, { periodIds: [periodId] });
  const submitted = await submit(world, bulletinId);
  await world.server.db
    .updateTable('period')
    .set({ state: 'reviewing' })
    .where('id', '=', periodId)
    .execute();
  await bookAbsence(world, periodId, world.wang, '4');
  await computeAgain(periodId);
  const { bulletin } = await world.countyLeader.call(bulletins.getBulletin, { params: { bulletinId } });
  expect(bulletin.document).toEqual(submitted.document);
  expect(bulletin.stale[0]).toContain('重新计算过');
  expect((await world.office.refusal(bulletins.refreshFigures, act(bulletinId))).code).toBe('conflict');
  const version = await world.server.db
    .selectFrom('bulletin_version')
    .select('sources')
    .where('bulletin_id', '=', bulletinId)
    .executeTakeFirstOrThrow();
  expect(version.sources).toEqual(submitted.document.sources);
});

test('P15 periods of two methods are not mixed in one bulletin', async () => {
  const { periodId } = await publishedMonth(world);
  const mixed = creation(world, { kind: 'quarterly', periodIds: [world.periodId, periodId] });
  const refused = await world.office.refusal(bulletins.createBulletin, mixed);
  expect(refused.body.message).toContain('不同的考核办法');
});

test('P15 a bulletin needs a period, and only a correction what it corrects', async () => {
  const none = await world.office.refusal(bulletins.createBulletin, creation(world, { periodIds: [] }));
  const both = await world.office.refusal(
    bulletins.createBulletin,
    creation(world, { corrects: randomUUID() }),
  );
  expect([none.code, both.code]).toEqual(['invalid', 'invalid']);
});
