import { randomUUID } from 'node:crypto';
import { outcomes, writtenReviews } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decimal, text, writeWorkbook } from '../../src/spreadsheet/write-workbook.ts';
import { afterDeadline, appealAgainst, countOf, duringSeptember, travel } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';
import { seedOfficer } from '../support/seed.ts';
import { type ListsWorld, publishedLists, startListsWorld } from './lists-world.ts';

let world: ListsWorld;
const redLine = {
  kinds: ['officer' as const],
  below: '60',
  task: '书面检查',
  dueWorkingDays: 5,
  clause: 'c1',
};
beforeAll(async () => {
  world = await startListsWorld();
  const { absence } = await publishedLists(world, { redLine });
  await travel(world, duringSeptember);
  await appealAgainst(world, absence);
  await travel(world, afterDeadline);
});
afterAll(() => world.server.stop());

const run = async (lines: readonly string[], who: TestClient = world.office, subjectKind = 'officer') => {
  const { check } = await who.call(outcomes.runCheck, {
    body: { requestId: randomUUID(), title: '年度优秀民警', subjectKind, lines } as never,
  });
  return read(check.id, who);
};
const read = async (checkId: string, who: TestClient) =>
  (await who.call(outcomes.getCheck, { params: { checkId } })).check;
const codes = (nominee: { flags: readonly { code: string }[] } | undefined) =>
  nominee?.flags.map((flag) => flag.code);

test('P17 nominees are checked: among the last, with an open written review, with an appeal, or clear', async () => {
  const check = await run(['王某', `${world.zhao.policeNo} 赵某`, '李 某']);
  expect(check.counts).toEqual({ clear: 1, look: 1, forbidden: 1, unresolved: 0 });
  const [wang, zhao, li] = check.nominees;
  expect([wang?.verdict, codes(wang)]).toEqual(['clear', []]);
  expect(wang?.basis[0]).toContain('第 1 名（共 3）');
  expect([zhao?.verdict, codes(zhao)]).toEqual(['forbidden', ['amongLast', 'writtenReviewOpen']]);
  expect(zhao?.flags[0]?.message).toContain('3 个中第 3 名');
  expect(zhao?.flags[0]?.address).toMatch(/^\/results\//);
  expect(zhao?.flags[1]?.address).toMatch(/^\/written-reviews\//);
  expect([li?.verdict, codes(li)]).toEqual(['look', ['appealOpen']]);
});

test('P17 the record is kept with who, when and on which data, and does not change when the facts do', async () => {
  const first = await run(['赵某']);
  const { items } = await world.office.call(writtenReviews.listWrittenReviews, { query: { view: 'all' } });
  expect(items.length).toBeGreaterThan(0);
  await world.server.db.updateTable('written_review').set({ state: 'cancelled' }).execute();
  const again = await read(first.id, world.office);
  expect(codes(again.nominees[0])).toEqual(['amongLast', 'writtenReviewOpen']);
  // Below the red line without an accepted review is told as such.
  expect(codes((await run(['赵某'])).nominees[0])).toEqual(['amongLast', 'belowRedLine']);
  await world.server.db.updateTable('written_review').set({ state: 'open' }).execute();
  const listed = await world.office.call(outcomes.listChecks, { query: {} });
  expect(listed.items.map((one) => one.title)).toContain('年度优秀民警');
});

test('P17 who is not found, not unique, misspelt or named twice is listed and never guessed', async () => {
  const second = await seedOfficer(world.server.db, world.west, { name: '王某' });
  const check = await run([
    '不存在',
    '王某',
    `${world.li.policeNo} 张某`,
    '王某 城东派出所',
    world.wang.policeNo,
    '999999',
  ]);
  expect(check.nominees.map((one) => [one.verdict, one.problem])).toEqual([
    ['unresolved', '未找到，或不在您的管理范围内'],
    ['unresolved', '有 2 人同名，请写警号'],
    ['unresolved', `警号 ${world.li.policeNo} 是李某，与所写姓名不符，请核对`],
    ['clear', null],
    ['unresolved', '名单中重复，前面已有'],
    ['unresolved', '未找到警号 999999，或不在您的管理范围内'],
  ]);
  expect(check.nominees[1]?.candidates.map((one) => one.code).toSorted()).toEqual(
    [world.wang.policeNo, second.policeNo].toSorted(),
  );
});

test('P17 §17 facts of discipline are told to office, discipline and committee; a unit head learns whom to ask', async () => {
  await world.server.db
    .updateTable('membership')
    .set({ status: 'underInvestigation' })
    .where('officer_id', '=', world.li.id)
    .execute();
  for (const who of [world.office, world.discipline, world.committee]) {
    const { nominees } = await run(['李某'], who);
    expect(codes(nominees[0])).toContain('underSanction');
    expect(nominees[0]?.flags[0]?.message).toContain('立案审查调查');
  }
  const { id, nominees } = await run(['李某'], world.eastHead);
  expect(nominees[0]?.verdict).toBe('forbidden');
  expect(codes(nominees[0])).toEqual(['appealOpen', 'restricted']);
  expect(nominees[0]?.flags[1]?.message).toBe('不符合条件（原因请向考核办了解）');
  expect(JSON.stringify(nominees)).not.toContain('立案');
  const file = await world.eastHead.download(outcomes.exportCheck, { params: { checkId: id } });
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  await world.server.db
    .updateTable('membership')
    .set({ status: 'normal' })
    .where('officer_id', '=', world.li.id)
    .execute();
});

test('P17 one checks one’s own line only, and reads the records made below one', async () => {
  const head = await run(['赵某', '李某'], world.eastHead);
  expect(head.nominees.map((one) => one.verdict)).toEqual(['unresolved', 'look']);
  expect((await read(head.id, world.office)).id).toBe(head.id);
  const away = await world.otherOffice.refusal(outcomes.getCheck, { params: { checkId: head.id } });
  expect(away.code).toBe('notFound');
  expect((await world.otherOffice.call(outcomes.listChecks, { query: {} })).items).toEqual([]);
  const officer = await world.liClient.refusal(outcomes.runCheck, {
    body: { requestId: randomUUID(), title: '自查', subjectKind: 'officer', lines: ['李某'] },
  });
  expect(officer.code).toBe('forbidden');
});

test('P17 units are checked by name, code or alias', async () => {
  const check = await run([world.west.code, '城东派出所', '没有的所'], world.office, 'unit');
  expect(check.nominees.map((one) => [one.subject?.name ?? null, one.verdict])).toEqual([
    ['城西派出所', expect.any(String)],
    ['城东派出所', expect.any(String)],
    [null, 'unresolved'],
  ]);
});

test('P17 P18 names are read out of an office workbook; what is no list of names is refused', async () => {
  const bytes = await writeWorkbook([
    {
      name: '名单',
      title: '优秀民警推荐名单',
      columns: [
        { heading: '警号', width: 10 },
        { heading: '姓名', width: 10 },
      ],
      rows: [
        [text(world.wang.policeNo), text('王某')],
        [null, text('赵 某')],
      ],
    },
  ]);
  const found = await world.office.upload(outcomes.readNominees, {
    name: '名单.xlsx',
    bytes: Buffer.from(bytes),
  });
  expect(found.lines).toEqual([`${world.wang.policeNo} 王某`, '赵 某']);
  const other = await writeWorkbook([
    { name: '表', title: '得分', columns: [{ heading: '得分', width: 8 }], rows: [[decimal('90')]] },
  ]);
  await expect(
    world.office.upload(outcomes.readNominees, { name: '得分.xlsx', bytes: Buffer.from(other) }),
  ).rejects.toThrow('没有找到');
  await expect(
    world.office.upload(outcomes.readNominees, { name: '坏.xlsx', bytes: Buffer.from('不是表格') }),
  ).rejects.toThrow();
});

test('P17 an empty list is refused and nothing is stored; the same request twice is one record', async () => {
  const before = await countOf(world, 'commendation_check');
  const empty = await world.office.refusal(outcomes.runCheck, {
    body: { requestId: randomUUID(), title: '空', subjectKind: 'officer', lines: [] },
  });
  expect(empty.body.problems[0]?.path).toBe('lines');
  const body = { requestId: randomUUID(), title: '一次', subjectKind: 'officer' as const, lines: ['李某'] };
  const first = await world.office.call(outcomes.runCheck, { body });
  expect(await world.office.call(outcomes.runCheck, { body })).toEqual(first);
  expect(await countOf(world, 'commendation_check')).toBe(before + 1);
});
