import { expect, type Page } from '@playwright/test';
import { readWorkbook } from '../../packages/server/src/spreadsheet/read-workbook.ts';
import type { Sheet } from '../../packages/server/src/spreadsheet/workbook.ts';
import { button, dialog, field, goTo, row, segment } from '../support/controls.ts';
import { fillFinding } from './reports.ts';
import { bookKey } from './target-book.ts';
import { STATION, type World, whoIs } from './world.ts';

/** Checks cleared, computed in the background with its progress, published. */
export async function computeAndPublish(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  await goTo(page, '考核周期');
  const october = page.getByRole('article').filter({ hasText: '2026年10月' });
  const reviewing = october.getByText('审核中').first();
  const turn = button(october, '转入审核');
  await expect(turn.or(reviewing).first()).toBeVisible();
  // The calendar turns it by itself within five minutes; whoever is first.
  if (await turn.isVisible()) {
    await turn.click();
    await button(dialog(page), '转入审核').click();
  }
  await expect(reviewing).toBeVisible();
  await october.getByRole('link', { name: '结账' }).click();
  await expect(page.getByText('复议已全部答复')).toBeVisible();
  await button(page, '计算成绩').click();
  await expect(page.getByText(/依据 \d+ 条台账/)).toBeVisible({ timeout: 60_000 });
  await button(page, '公示成绩').click();
  // Most indicators of the book were not lived in this month: published all the same, with the reason on record.
  await field(dialog(page), '仍予公示的理由').fill('其余指标本月没有任务，按办法计分。');
  await button(dialog(page), '公示成绩').click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(button(page, '公示成绩')).toBeDisabled();
}

/** Ranking, bar chart, explanation and both downloads: everywhere the same numbers. */
export async function compareNumbers(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  await goTo(page, '排名');
  const table = page.getByRole('region', { name: /单位排名/ });
  await expect(row(table, '派出所')).toHaveCount(10);
  const shown = await shownRanking(table);
  await sameInWorkbook(await downloaded(page, /导出/), shown);
  await sameInChart(page, shown);
  await explain(page, shown.get(STATION) ?? '');
}

async function shownRanking(table: ReturnType<Page['getByRole']>): Promise<Map<string, string>> {
  const lines = await row(table, '派出所').all();
  const pairs = await Promise.all(
    lines.map(async (line) => {
      const cells = await line.getByRole('cell').allInnerTexts();
      const name = cells.find((text) => text.endsWith('派出所')) ?? '';
      const score = cells.find((text) => /^\d+\.\d+/.test(text.trim())) ?? '';
      return [name.trim(), score.trim()] as const;
    }),
  );
  return new Map(pairs);
}

async function downloaded(page: Page, name: RegExp): Promise<Sheet> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).last().click();
  const stream = await (await waiting).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  const read = await readWorkbook(new Uint8Array(Buffer.concat(pieces)));
  if (!read.ok) throw new Error(read.refusal.message);
  const [sheet] = read.workbook.sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
}

const textsOf = (sheet: Sheet): string[][] =>
  sheet.rows.map((cells) => cells.map((cell) => ('text' in cell ? cell.text : '')));

async function sameInWorkbook(sheet: Sheet, shown: ReadonlyMap<string, string>): Promise<void> {
  const rows = textsOf(sheet);
  const header = rows.find((cells) => cells.includes('单位名称')) ?? [];
  const [name, score] = [header.indexOf('单位名称'), header.indexOf('得分')];
  const exported = new Map(
    rows
      .filter((cells) => cells[name]?.endsWith('派出所'))
      .map((cells) => [cells[name], Number(cells[score])]),
  );
  expect(exported).toEqual(new Map([...shown].map(([unit, text]) => [unit, Number(text)])));
}

/** The picture's own numbers, one click behind it. */
async function sameInChart(page: Page, shown: ReadonlyMap<string, string>): Promise<void> {
  await segment(page, '条形图').click();
  await expect(page.locator('figure canvas, figure svg').first()).toBeVisible();
  await button(page, '看表格').click();
  for (const [unit, score] of shown) await expect(row(page.locator('figure'), unit)).toContainText(score);
  await segment(page, '表格').click();
}

/** From the number to its clause, its arithmetic and who wrote it; and the same on the printed sheet. */
async function explain(page: Page, score: string): Promise<void> {
  const line = row(page, STATION);
  await line.getByTitle('查看依据').click();
  const why = dialog(page);
  await expect(why).toContainText(score);
  const rule = bookKey.indicators.find(({ name }) => name === '行业场所检查')?.rule ?? '';
  await expect(why).toContainText(rule);
  await expect(why).toContainText('完成 5');
  await expect(why).toContainText('检查辖区娱乐场所 2 家');
  const sheet = textsOf(await downloaded(page, /导出成绩单/));
  expect(sheet.flat().some((text) => Number(text) === Number(score))).toBe(true);
  await why.getByRole('button', { name: '关闭' }).first().click();
}

/** Sealed for good: what 督察 still had open on the desk is refused. */
export async function seal(world: World): Promise<void> {
  const discipline = whoIs(world, 'discipline').page;
  await goTo(discipline, '审核', '得分台账');
  await fillFinding(discipline, '补记十月抽查', '2026-10-20');

  const { page } = whoIs(world, 'office');
  await goTo(page, '考核周期');
  await page
    .getByRole('article')
    .filter({ hasText: '2026年10月' })
    .getByRole('link', { name: '结账' })
    .click();
  await button(page, '封存').click();
  await button(dialog(page), '封存').click();
  await expect(page.getByText('封存摘要（SM3）')).toBeVisible();

  await button(dialog(discipline), '登记').click();
  await expect(dialog(discipline).getByText('已封存')).toBeVisible();
}

/** Verified on the page, and by the command at the server. */
export async function verify(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  await goTo(page, '封存校验');
  await button(row(page, '2026年10月'), '校验').click();
  await expect(row(page, '2026年10月')).toContainText('完好');
  const verified = await world.app.mingji('verify');
  expect(verified.code, verified.output).toBe(0);
  expect(verified.output).toContain('共 1 份封存');
}
