import { results } from '@mingji/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import type { Sheet } from '../../src/spreadsheet/workbook.ts';
import type { TestClient } from '../support/client.ts';
import { type MonthWorld, publishedMonth, startMonthWorld } from './month.ts';

let world: MonthWorld;
let periodId: string;
beforeAll(async () => {
  world = await startMonthWorld();
  ({ periodId } = await publishedMonth(world));
});
afterAll(() => world.server.stop());

async function sheetOf(
  client: TestClient,
  endpoint: typeof results.exportRanking,
  parts: object,
  at?: number,
): Promise<Sheet>;
async function sheetOf(
  client: TestClient,
  endpoint: typeof results.exportScoreSheet,
  parts: object,
  at?: number,
): Promise<Sheet>;
async function sheetOf(
  client: TestClient,
  endpoint: typeof results.exportRanking | typeof results.exportScoreSheet,
  parts: object,
  at = 0,
) {
  const response = await client.download(endpoint, parts);
  expect(response.headers['content-type']).toContain('spreadsheetml');
  expect(response.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''.+\.xlsx$/);
  const read = await readWorkbook(new Uint8Array(response.rawPayload));
  if (!read.ok) throw new Error(read.refusal.message);
  const sheet = read.workbook.sheets[at];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
const cells = (sheet: Sheet) =>
  sheet.rows.map((row) => row.map((cell) => (cell.mergedFrom || !('text' in cell) ? '' : cell.text)));
/** The rows below the heading that begins with 序号, up to the closing line. */
function tableOf(sheet: Sheet): { heading: string[]; rows: string[][] } {
  const all = cells(sheet);
  const at = all.findIndex((row) => row[0] === '序号');
  const rows = all.slice(at + 1).filter((row) => /^\d+$/.test(row[0] ?? ''));
  return { heading: all[at] ?? [], rows };
}
const withoutIdleZeros = (text: string | null) => (text === null ? '' : String(Number(text)));

test('P11 the exported ranking opens and holds the numbers of the screen, as numbers', async () => {
  const query = { subjectKind: 'officer', sequenceCode: 'field' } as const;
  const shown = await world.office.call(results.listRanking, { params: { periodId }, query });
  const sheet = await sheetOf(world.office, results.exportRanking, { params: { periodId }, query });
  const { heading, rows } = tableOf(sheet);
  expect(cells(sheet)[0]?.[0]).toBe('2026年9月测试办法民警排名');
  expect(heading).toEqual([
    ...['序号', '序列', '警号', '姓名', '所在单位', '名次', '位次说明', '得分'],
    ...['队伍日常管理（60分）', '治安管理（40分）'],
  ]);
  expect(rows).toEqual(
    shown.items.map((row, index) => [
      String(index + 1),
      row.sequenceName ?? '',
      row.code,
      row.name,
      row.unitName,
      String(row.rank),
      `第 ${row.rank} 名（共 3 名）`,
      withoutIdleZeros(row.score.value),
      ...row.items.map((item) => withoutIdleZeros(item?.value ?? null)),
    ]),
  );
  const at = sheet.rows.findIndex((row) => row[3]?.kind === 'text' && row[3].text === '李某');
  expect(sheet.rows[at]?.[7]).toMatchObject({ kind: 'number', text: '92' });
});

test('P11 the export keeps the order of the screen', async () => {
  const query = { subjectKind: 'officer', sort: 'score', descending: 'true' } as const;
  const { rows } = tableOf(
    await sheetOf(world.office, results.exportRanking, { params: { periodId }, query }),
  );
  expect(rows.map((row) => row[3])).toEqual(['王某', '李某', '钱某', '赵某']);
});

test('P11 a ranking by a part is exported as it is on screen, and says that no grade rests on it', async () => {
  const query = { subjectKind: 'officer', part: 'item:duty', unitId: world.county.id } as const;
  const shown = await world.office.call(results.listRanking, { params: { periodId }, query });
  const sheet = await sheetOf(world.office, results.exportRanking, { params: { periodId }, query });
  const { heading, rows } = tableOf(sheet);
  expect(heading.slice(0, 8)).toEqual([
    ...['序号', '序列', '警号', '姓名', '所在单位', '单项名次', '队伍日常管理得分（60分）', '总名次'],
  ]);
  expect(rows.map((row) => [row[3], row[5], row[6], row[7]])).toEqual(
    shown.items.map((row) => [
      row.name,
      String(row.part?.rank),
      withoutIdleZeros(row.part?.score.value ?? null),
      String(row.rank),
    ]),
  );
  const printed = cells(sheet).flat().join('');
  expect(printed).toContain('单项排名，不作等次依据');
  expect(printed).toContain('本表范围：甲县公安局及下级');
});

test('§17 an officer’s export holds the own sequence, and nobody’s detail but his own', async () => {
  const query = { subjectKind: 'officer' } as const;
  const { rows } = tableOf(
    await sheetOf(world.liClient, results.exportRanking, { params: { periodId }, query }),
  );
  expect(rows.map((row) => [row[3], row[8] ?? ''])).toEqual([
    ['王某', ''],
    ['李某', '58'],
    ['赵某', ''],
  ]);
});

test('X1 the score sheet tells the result in the sentences of the screen, to be signed', async () => {
  const params = { periodId, subjectKind: 'officer' as const, subjectId: world.li.id };
  const result = await world.liClient.call(results.getResult, { params });
  const sheet = await sheetOf(world.liClient, results.exportScoreSheet, { params });
  const { heading, rows } = tableOf(sheet);
  expect(heading).toEqual(['序号', '得分说明', '分值']);
  expect(rows.map((row) => row[1])).toEqual(
    result.lines.filter((line) => line.sentence).map((line) => line.text),
  );
  expect(rows.length).toBeLessThan(result.lines.length);
  expect(rows.some((row) => row[1]?.includes('抽查不在位'))).toBe(true);
  expect(cells(sheet).flat().join('')).toContain('得分：92.00，派出所民警序列第 2 名（共 3）');
  expect(cells(sheet).flat().join('')).toContain('本人签字');
});

test('X1 behind the sentences the score sheet holds every step with clause, scorer and day', async () => {
  const params = { periodId, subjectKind: 'officer' as const, subjectId: world.li.id };
  const result = await world.liClient.call(results.getResult, { params });
  const sheet = await sheetOf(world.liClient, results.exportScoreSheet, { params }, 1);
  const { heading, rows } = tableOf(sheet);
  expect(heading).toEqual(['序号', '说明', '分值', '条款', '条款内容', '记分人', '记分时间']);
  expect(rows.map((row) => row[1]?.trim())).toEqual(result.lines.map((line) => line.text));
  const absence = rows.find((row) => row[1]?.includes('抽查不在位'));
  const scorer = world.reviewer.session.account.displayName;
  expect(rows.find((row) => row[5] === scorer)?.slice(3)).toEqual([
    'c1',
    '抽查一次不在位扣 1 分。',
    scorer,
    '2026年9月10日',
  ]);
  expect(absence).toBeDefined();
});

test('P1 nobody exports what is not below him', async () => {
  const params = { periodId, subjectKind: 'officer' as const, subjectId: world.wang.id };
  for (const client of [world.liClient, world.otherOffice]) {
    expect((await client.refusal(results.exportScoreSheet, { params })).code).toBe('forbidden');
  }
  const ranking = { params: { periodId }, query: { subjectKind: 'officer' } };
  expect((await world.reviewer.refusal(results.exportRanking, ranking)).status).toBe(403);
});

test('三员 who took a ranking or a score sheet out of the system is on the audit record with rows and filter', async () => {
  const query = { subjectKind: 'officer', sequenceCode: 'field' } as const;
  const shown = await world.office.call(results.listRanking, { params: { periodId }, query });
  await world.office.download(results.exportRanking, { params: { periodId }, query });
  const { rows } = await sql<{ account_name: string; summary: string; detail: unknown }>`
    select account_name, summary, detail from audit_event
    where action = 'ranking.exported' and subject_id = ${periodId} order by seq desc limit 1`.execute(
    world.server.db,
  );
  expect(rows[0]).toMatchObject({
    account_name: world.office.session.account.displayName,
    summary: expect.stringMatching(`^导出排名：“.+\\.xlsx”，${shown.total} 行，范围：序列为`),
    detail: { rows: shown.total, asked: { periodId, ...query } },
  });
});
