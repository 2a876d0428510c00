import { expect, type Page } from '@playwright/test';
import { button, choose, dialog, field, goTo, row } from '../support/controls.ts';
import { fixtureBytes, fixtureKey, unitsKey, unitsListWorkbook } from '../support/units-list.ts';
import { type World, whoIs } from './world.ts';

interface RosterKey {
  readonly rows: readonly {
    row: number;
    verdict: string;
    expected: Readonly<Record<string, string>> | null;
  }[];
}
const roster = fixtureKey<RosterKey>('roster.key.json').rows;
const count = (verdict: string): number => roster.filter((each) => each.verdict === verdict).length;
/** Five police numbers of the file have become plain digits on their way here: nothing is left to repair in them. */
const PLAIN = 5;

/** Step 1 to 2: the file goes up and its columns are shown as they were recognised. */
export async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await goTo(page, '机构人员', '数据导入');
  await page.locator('input[type=file]').setInputFiles({
    name,
    buffer,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  await expect(page.getByText('列的对应')).toBeVisible();
}

/** How many rows stand in one state, as the bar above the rows says. */
export async function expectFigure(page: Page, label: string, number: number): Promise<void> {
  const figure = page.getByRole('toolbar', { name: '核对情况' }).getByRole('button', { name: label });
  await expect(figure).toHaveText(`${label}${number}`);
}

export async function confirm(page: Page, rows: number): Promise<void> {
  await button(page, `确认导入 ${rows} 行`).click();
  await expect(page.getByText('已导入：').or(page.getByText('已导入：')).first()).toBeVisible();
}

/** The list of units: imported, found wrong, undone as a whole, imported again. */
export async function importUnits(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  const bytes = await unitsListWorkbook();
  for (const undoing of [true, false]) {
    await upload(page, '临溪县公安局机构一览表.xlsx', bytes);
    await button(page, '下一步：逐行核对').click();
    await expectFigure(page, '将导入', unitsKey.units.length);
    await button(page, '下一步：确认').click();
    await confirm(page, unitsKey.units.length);
    await expect(page.getByText(`新增机构 ${unitsKey.units.length} 个`)).toBeVisible();
    if (undoing) await undoBatch(page);
  }
  await goTo(page, '机构人员', '机构人员');
  await expect(page.getByRole('treeitem', { name: '南川派出所' })).toBeVisible();
}

async function undoBatch(page: Page): Promise<void> {
  await button(page, '撤销整批').click();
  await field(dialog(page), '撤销原因').fill('先核对机构代码');
  await button(dialog(page), '撤销整批').click();
  await expect(page.getByText('已撤销').first()).toBeVisible();
}

/** The roster: repairs accepted by kind, damaged rows typed again or skipped; nothing written before the confirm. */
export async function importRoster(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  await upload(page, '临溪县公安局警力通讯录.xlsx', fixtureBytes('roster.xlsx'));
  await expect(row(page, '警号').first()).toContainText('%');
  await button(page, '下一步：逐行核对').click();
  await expectFigure(page, '全部', roster.length);
  await expectFigure(page, '待接受修正', count('repair') - PLAIN);
  await expectFigure(page, '须更正', count('error'));
  await acceptAllRepairs(page);
  await correctDamagedRows(page);
  const taken = count('ok') + count('repair') + count('warning') + 3;
  await expectFigure(page, '将导入', taken);
  await nothingWrittenYet(page);
  await button(page, '下一步：确认').click();
  await confirm(page, taken);
  await expect(page.getByText(`新增人员 ${taken} 人`)).toBeVisible();
}

async function acceptAllRepairs(page: Page): Promise<void> {
  const kinds = page.getByRole('list', { name: '问题种类' });
  for (const kind of ['警号丢失前导零', '名称或姓名含空格', '单位简称', '身份证号带撇号']) {
    const line = kinds.getByRole('listitem').filter({ hasText: kind });
    await button(line, '全部接受').click();
    await expect(line).toContainText('已接受');
  }
}

/** Three of the wrong rows are put right by hand; the others are skipped. */
async function correctDamagedRows(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: '核对情况' }).getByRole('button', { name: '须更正' }).click();
  const expected = (number: number, field: string): string =>
    roster.find((each) => each.row === number)?.expected?.[field] ?? '';
  await retype(page, 31, expected(31, 'idNo').slice(0, 15), expected(31, 'idNo'));
  await retype(page, 81, '第八派出所筹备组', expected(81, 'unit'));
  await retype(page, 203, '', expected(203, 'name'), 5);
  await expectFigure(page, '须更正', count('error') - 3);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await button(page, '跳过所选行').click();
  await expectFigure(page, '已跳过', count('error') - 3);
}

/** Corrects the cell that holds the text, or the one in the column where it holds nothing. */
async function retype(
  page: Page,
  number: number,
  text: string,
  value: string,
  column?: number,
): Promise<void> {
  const line = page.locator('tbody tr').filter({ has: page.getByText(String(number), { exact: true }) });
  const cell =
    column === undefined
      ? line.getByTitle('点击更正').filter({ hasText: text })
      : line.getByRole('cell').nth(column).getByTitle('点击更正');
  await cell.first().click();
  await page.getByLabel('更正为').fill(value);
  await button(page, '更正并重新核对').click();
  await expect(line).toHaveCount(0);
}

/** Left in the middle and found again: the people are not there yet, the work done on the file is. */
async function nothingWrittenYet(page: Page): Promise<void> {
  await goTo(page, '机构人员', '机构人员');
  await expect(page.getByText('民警 0 人，辅警及其他 0 人')).toBeVisible();
  await goTo(page, '机构人员', '数据导入');
  await page.getByRole('link', { name: '临溪县公安局警力通讯录.xlsx' }).click();
  await button(page, '下一步：逐行核对').click();
}

/** Who is ranked against whom this year: the ten stations, and their officers. */
export async function makeSequences(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  await goTo(page, '机构人员', '机构人员');
  await page.getByRole('tab', { name: '排名序列' }).click();
  for (const { code, name, kind } of [
    { code: 'stations', name: '派出所序列', kind: '单位' },
    { code: 'station-officers', name: '派出所民警序列', kind: '人员' },
  ]) {
    await button(page, '新建序列').click();
    const form = dialog(page);
    await field(form, '代码').fill(code);
    await field(form, '名称').fill(name);
    await form.getByRole('radio', { name: kind }).check();
    for (const unit of unitsKey.units.filter((each) => each.kind === '派出所')) {
      await choose(form, form.getByRole('combobox'), unit.name);
    }
    await button(form, '提交').click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
}

/** The year's working days, read from the notice as it is pasted. */
export async function setCalendar(world: World): Promise<void> {
  const { page } = whoIs(world, 'office');
  await page.getByRole('tab', { name: '工作日历' }).click();
  await button(page, '录入 2026 年日历').click();
  const form = dialog(page);
  await field(form, '粘贴放假通知').fill(
    '国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
  );
  await button(form, '识别').click();
  await expect(form.getByLabel('调休上班')).toHaveValue('2026-09-20\n2026-10-10');
  await field(form, '依据').fill('国务院办公厅关于2026年部分节假日安排的通知');
  await button(form, '提交').click();
  await expect(page.getByRole('heading', { name: '2026 年' })).toBeVisible();
}
