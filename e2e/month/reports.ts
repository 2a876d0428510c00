import { expect, type Page } from '@playwright/test';
import { type Attachment, pdf, photo } from '../support/attachments.ts';
import { button, choose, dialog, field, fillDay, goTo, row } from '../support/controls.ts';
import { COLLEAGUE, OFFICER, STATION, type World, whoIs } from './world.ts';

interface Report {
  readonly indicator: string;
  readonly quantity: string;
  readonly title: string;
  readonly file: Attachment;
}
const PHONE_REPORT = '检查辖区旅馆 2 家、网吧 1 家';
const DESK_REPORT = '检查辖区娱乐场所 2 家';

export async function fillReport(page: Page, report: Report): Promise<void> {
  // What was used lately stands above the whole list.
  await page.getByRole('button', { name: report.indicator }).first().click();
  await field(page, '完成数量').fill(report.quantity);
  await field(page, '事项').fill(report.title);
  await page.locator('input[type=file]').first().setInputFiles(report.file);
  await expect(page.getByRole('button', { name: `移除 ${report.file.name}` })).toBeVisible();
}

const send = (page: Page): Promise<void> => page.getByRole('button', { name: /^报送/ }).click();

/** With a photo from the phone, and with a document from the desk. */
export async function reportWork(world: World): Promise<void> {
  const phone = whoIs(world, 'officer').page;
  await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '填报' }).click();
  await expect(phone.getByRole('button', { name: /行业场所检查/ })).toContainText('25');
  await fillReport(phone, {
    indicator: '行业场所检查',
    quantity: '3',
    title: PHONE_REPORT,
    file: photo('检查现场.png'),
  });
  await send(phone);
  await expect(phone.getByText('已报送')).toBeVisible();

  const desk = whoIs(world, 'colleague').page;
  await goTo(desk, '我的考核', '填报工作');
  await fillReport(desk, {
    indicator: '行业场所检查',
    quantity: '2',
    title: DESK_REPORT,
    file: pdf('检查记录.pdf'),
  });
  await send(desk);
  await expect(desk.getByText('已报送')).toBeVisible();
}

/** 治安管理大队 owns the indicator: one piece is accepted, the other returned, resubmitted and accepted. */
export async function reviewWork(world: World): Promise<void> {
  const { page } = whoIs(world, 'reviewer');
  await goTo(page, '审核');
  await openInQueue(page, DESK_REPORT);
  await button(page, '采纳（a）').click();
  await expect(queue(page)).not.toContainText(DESK_REPORT);
  await openInQueue(page, PHONE_REPORT);
  await button(page, '退回（r）').click();
  await field(dialog(page), '退回理由').fill('照片看不清检查日期，请补拍检查登记本。');
  await button(dialog(page), '退回').click();
  await expect(page.getByText('没有待审核的填报')).toBeVisible();

  await resubmit(whoIs(world, 'officer').page);

  await page.reload();
  await openInQueue(page, PHONE_REPORT);
  await expect(page.getByText('第 1 版（原样保存）')).toBeVisible();
  await button(page, '采纳（a）').click();
  await expect(page.getByText('没有待审核的填报')).toBeVisible();
}

const queue = (page: Page) => page.getByRole('list', { name: '待审核' });
async function openInQueue(page: Page, title: string): Promise<void> {
  await queue(page).getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

/** From the workbench, where the returned work waits with its reason. */
async function resubmit(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作台' }).click();
  await page.getByRole('link', { name: PHONE_REPORT }).click();
  await button(page, '补正重报').click();
  await expect(dialog(page)).toContainText('照片看不清检查日期');
  await dialog(page).locator('input[type=file]').first().setInputFiles(photo('检查登记本.png', 1));
  await expect(button(dialog(page), '移除 检查登记本.png')).toBeVisible();
  await button(dialog(page), '重新报送').click();
  await expect(page.getByText('待审核').first()).toBeVisible();
}

const FINDING = '10月8日上午抽查，值班民警不在位';

/** 督察 books what it found; the officer contests it with proof; the office answers and the ledger says so. */
export async function deductAndAppeal(world: World): Promise<void> {
  const discipline = whoIs(world, 'discipline').page;
  await goTo(discipline, '审核', '得分台账');
  await fillFinding(discipline, FINDING, '2026-10-08');
  await button(dialog(discipline), '登记').click();
  await expect(discipline.getByText('已登记').first()).toBeVisible();

  const officer = whoIs(world, 'officer').page;
  await officer.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的' }).click();
  await openCard(officer, FINDING);
  // The last day to contest stands on the button.
  await officer.getByRole('button', { name: /有异议，提出复议（最迟 2026年10月14日）/ }).click();
  await field(dialog(officer), '复议理由').fill('当时在辖区处置警情，警单编号附后，并非脱岗。');
  await dialog(officer).locator('input[type=file]').first().setInputFiles(photo('警单.png', 2));
  await expect(button(dialog(officer), '移除 警单.png')).toBeVisible();
  await button(dialog(officer), '提出复议').click();
  await expect(officer.getByText('复议已提出').first()).toBeVisible();

  await answerAppeal(whoIs(world, 'office').page);
  await officer.reload();
  await expect(officer.getByText('已冲销').first()).toBeVisible();
}

/** A tap anywhere on the card opens it. */
async function openCard(page: Page, text: string): Promise<void> {
  const card = page.getByRole('listitem').filter({ hasText: text });
  await card.tap({ position: { x: 60, y: 20 } });
}

export async function fillFinding(page: Page, reason: string, day: string): Promise<void> {
  await button(page, '登记加减分').click();
  const form = dialog(page);
  await choose(form, '周期', '2026年10月');
  await choose(form, '指标', '值班备勤');
  await choose(form, form.getByRole('combobox').last(), OFFICER.policeNo);
  await fillDay(form, '发生日期', day);
  await field(form, '理由').fill(reason);
}

async function answerAppeal(page: Page): Promise<void> {
  await goTo(page, '复议');
  await row(page, FINDING).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${OFFICER.name}的首次复议`);
  await button(page, '答复').click();
  const form = dialog(page);
  await form.getByRole('radio', { name: /认定成立/ }).check();
  await form.getByRole('radio', { name: /只冲销原记录/ }).check();
  await field(form, '理由').fill('经核对警情记录，当时正在处警，扣分撤销。');
  await button(form, '答复').click();
  await expect(page.getByText('经核对警情记录').first()).toBeVisible();
}

/** The form is open on the phone when the 25th ends: at 24:00 it is in time, seconds later it is refused. */
export async function reportTooLate(world: World): Promise<void> {
  const { page } = whoIs(world, 'officer');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '填报' }).click();
  await fillReport(page, {
    indicator: '行业场所检查',
    quantity: '1',
    title: '检查辖区旅馆 1 家',
    file: photo('补报.png', 3),
  });
  await world.app.moveClock('2026-10-26T00:00:05+08:00');
  await send(page);
  const refusal = page.getByRole('alert').filter({ hasText: '2026年10月25日24:00' });
  await expect(refusal).toContainText('截止');
}

export { COLLEAGUE, STATION };
