import { randomUUID } from 'node:crypto';
import { appeals, bulletins, outcomes, results } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { listRules } from '../outcomes/lists-world.ts';
import type { TestClient } from '../support/client.ts';
import { appealAgainst, type MonthWorld, publishedMonth, startMonthWorld } from './month.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

const SUSPENDED = '复议中，名次暂不显示';
async function rowOf(who: TestClient, periodId: string) {
  const { items } = await who.call(results.listRanking, {
    params: { periodId },
    query: { subjectKind: 'officer' },
  });
  return items.find((row) => row.subjectId === world.li.id);
}
const ref = (periodId: string) => ({ periodId, subjectKind: 'officer' as const, subjectId: world.li.id });

test('P7 where the method says so the rank is not shown while an appeal is open, except to the office', async () => {
  const { periodId } = await publishedMonth(world, (absence) => appealAgainst(world, absence), {
    procedure: { appealSuspends: 'rank' },
  });
  const forOffice = await rowOf(world.office, periodId);
  expect(forOffice).toMatchObject({ rankSuspended: false, rank: expect.any(Number) });
  for (const who of [world.liClient, world.eastHead, world.leader]) {
    expect(await rowOf(who, periodId)).toMatchObject({ rankSuspended: true, rank: null, shared: null });
    const result = await who.call(results.getResult, { params: ref(periodId) });
    expect(result).toMatchObject({ rankSuspended: true, rank: null, score: { state: 'scored' } });
  }
  const history = await world.liClient.call(results.listSubjectResults, {
    params: { subjectKind: 'officer', subjectId: world.li.id },
    query: {},
  });
  expect(history.items.find((item) => item.periodId === periodId)?.rank).toBeNull();
  const sheet = await world.eastHead.download(results.exportRanking, {
    params: { periodId },
    query: { subjectKind: 'officer' },
  });
  expect(JSON.stringify(await readWorkbook(sheet.rawPayload))).toContain(SUSPENDED);
  const score = await world.liClient.download(results.exportScoreSheet, { params: ref(periodId) });
  expect(JSON.stringify(await readWorkbook(score.rawPayload))).toContain(SUSPENDED);
  const open = await world.secondOffice.call(appeals.listAppeals, { query: { view: 'toAnswer' } });
  await world.secondOffice.call(appeals.decideAppeal, {
    params: { appealId: open.items[0]?.id ?? '' },
    body: { requestId: randomUUID(), outcome: 'dismissed', answer: '属实', fileIds: [], correction: null },
  });
  expect(await rowOf(world.liClient, periodId)).toMatchObject({
    rankSuspended: false,
    rank: forOffice?.rank,
  });
});

test('P7 without such a rule an open appeal leaves the ranks where they are', async () => {
  const { periodId } = await publishedMonth(world, (absence) => appealAgainst(world, absence));
  expect(await rowOf(world.liClient, periodId)).toMatchObject({
    rankSuspended: false,
    rank: expect.any(Number),
  });
});

test('P7 a suspended rank is in no list of outcomes but the office’s, and in no bulletin', async () => {
  const { periodId } = await publishedMonth(world, (absence) => appealAgainst(world, absence), {
    ...listRules,
    procedure: { appealSuspends: 'rank' },
  });
  const top = async (who: TestClient) => {
    const { groups } = await who.call(outcomes.getOutcomeLists, {
      query: { periodId, subjectKind: 'officer' },
    });
    const field = groups.find(({ sequenceCode }) => sequenceCode === 'field');
    return { names: field?.top.map(({ subject }) => subject.name), note: field?.note ?? '' };
  };
  expect((await top(world.office)).names).toEqual(['王某', '李某']);
  const forHead = await top(world.eastHead);
  expect(forHead.names).toEqual(['王某']);
  expect(forHead.note).toContain('正在复议');
  const candidates = await world.office.call(outcomes.listCandidates, { query: { periodId } });
  expect(candidates.items.map(({ subject }) => subject.name)).toContain('李某');
  await world.office.call(bulletins.setIssuer, {
    params: { unitId: world.county.id },
    body: { requestId: randomUUID(), mark: '甲公考', addressee: '各派出所' },
  });
  const { bulletinId } = await world.office.call(bulletins.createBulletin, {
    body: {
      requestId: randomUUID(),
      unitId: world.county.id,
      kind: 'monthly',
      periodIds: [periodId],
      corrects: null,
    },
  });
  const { draft } = await world.office.call(bulletins.getDraft, { params: { bulletinId } });
  const { draft: written } = await world.office.call(bulletins.saveDraft, {
    params: { bulletinId },
    body: {
      requestId: randomUUID(),
      revision: draft.revision,
      mark: draft.mark,
      content: {
        title: '关于{周期}考核情况的通报',
        addressee: '各派出所',
        blocks: [
          {
            type: 'table',
            key: 'a',
            caption: '',
            data: {
              source: 'extremes',
              subjectKind: 'officer',
              sequenceCode: 'field',
              places: 3,
              which: 'first',
            },
          },
        ],
      },
    },
  });
  const [table] = written.document.blocks;
  expect(table?.type === 'table' && table.rows.map((row) => row.slice(1, 3))).toEqual([['1', '王某']]);
});
