import { type Browser, expect, type Page } from '@playwright/test';
import { button, dialog, field, fillDay, goTo, row, segment } from './support/controls.ts';
import { test } from './support/demo-app.ts';
import { Visit } from './support/demo-pages.ts';

const CITY = '江临市公安局';
const DEPARTMENT = '经济犯罪侦查支队';

/** The appraisal office of a unit, by its card on the sign-in page. */
async function officeAt(browser: Browser, demo: { readonly url: string }, unit: string): Promise<Visit> {
  const visit = await Visit.begin(browser, demo.url, 'desk');
  await visit.enterAt('考核办', unit);
  return visit;
}

/** The method that the unit has made: the first of the list, when there are several. */
async function openMethodOf(page: Page, unit: string): Promise<void> {
  await goTo(page, '指标与办法');
  await row(page, unit).first().getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: '指标与规则' })).toBeVisible();
}

async function draftNewVersion(page: Page): Promise<void> {
  await button(page, '起草新版本').click();
  await expect(page.getByText('第 2 版（草稿）')).toBeVisible();
}

/** A value in the list of an indicator's events: the paper says it left, the rule has it right. */
async function editIndicator(page: Page, name: string): Promise<ReturnType<typeof dialog>> {
  await button(page, `修改指标 ${name}`).click();
  const drawer = dialog(page);
  await expect(field(drawer, '条款原文')).not.toBeEmpty();
  return drawer;
}

async function save(page: Page): Promise<void> {
  await button(dialog(page), '保存').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** X2: sealed months computed with the draft: some fall, by the change that was made. */
async function tryOnThePast(page: Page): Promise<void> {
  await button(page, '在往期数据上试算').click();
  await button(page, '开始试算').click();
  const cards = page.locator('dl').filter({ hasText: '得分下降' });
  await expect(cards).toBeVisible({ timeout: 60_000 });
  await expect(cards.locator('div').filter({ hasText: '得分上升' })).toHaveText('得分上升0');
  await expect(cards.locator('div').filter({ hasText: '得分下降' })).toHaveText(/得分下降[1-9]/);
  await page.getByRole('tab', { name: /^规则变动/ }).click();
  await expect(row(page, '内务与警容风纪').first()).toContainText('每处扣 0.7 分');
  await page.getByRole('link', { name: /第 2 版$/ }).click();
}

async function publish(page: Page): Promise<void> {
  await button(page, '发布').click();
  await fillDay(dialog(page), '施行日期', '2027-01-01');
  await button(dialog(page), '发布').click();
  await expect(page.getByText('自 2027年1月1日 起施行')).toBeVisible();
}

test('X7 X6 X2 N8 the office drafts a version, sees the rule at work, mends an unlawful wording, tries it on the past and publishes', async ({
  browser,
  demo,
}) => {
  const office = await officeAt(browser, demo, '目标考核办公室');
  const { page } = office;
  await openMethodOf(page, CITY);
  await draftNewVersion(page);

  const drawer = await editIndicator(page, '内务与警容风纪');
  await drawer.getByRole('spinbutton', { name: /^检查发现问题/ }).fill('4');
  await expect(drawer.getByText('−2 分', { exact: true })).toBeVisible();
  await drawer.getByPlaceholder('扣分写负数').fill('-0.7');
  await expect(drawer.getByText('检查发现问题：每处扣 0.7 分')).toBeVisible();
  await expect(drawer.getByText('−2.8 分', { exact: true })).toBeVisible();
  await expect(drawer.getByText('条款原文没有写 0.7 分，与规则对不上')).toBeVisible();
  await field(drawer, '条款原文').fill(
    '内务、装备、警容风纪检查发现问题的，每处扣0.7分，同一次检查合并不超过3分。',
  );
  await expect(drawer.getByText('没有问题，也没有提示。')).toBeVisible();
  await field(drawer, '指标名称').fill('罚没款任务数');
  await expect(drawer.getByText('不得以罚没款数额作为考核指标').first()).toBeVisible();
  await save(page);

  await expect(page.getByText('须法制审核')).toBeVisible();
  await button(page, '发布').click();
  await expect(dialog(page).getByText('须法制审核的指标均已登记意见（还差 1 个）')).toBeVisible();
  await button(dialog(page), '发布').click();
  await expect(dialog(page).getByRole('alert').filter({ hasText: '罚没款任务数' })).toBeVisible();
  await button(dialog(page), '取消').click();
  const mended = await editIndicator(page, '罚没款任务数');
  await field(mended, '指标名称').fill('内务与警容风纪');
  await expect(mended.getByText('没有问题，也没有提示。')).toBeVisible();
  await save(page);
  await expect(page.getByText('须法制审核')).toHaveCount(0);

  await page.getByRole('tab', { name: '版本对照' }).click();
  const changed = row(page, '内务与警容风纪');
  await expect(changed).toContainText('每处扣 0.5 分');
  await expect(changed).toContainText('每处扣 0.7 分');

  await tryOnThePast(page);
  await publish(page);
  // The publication that was refused above is told by the browser as well.
  expect(office.troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
  await office.end();
});

test('Q6 a department sends its method up, the city returns it with a reason, accepts it mended, and it is published', async ({
  browser,
  demo,
}) => {
  const department = await officeAt(browser, demo, DEPARTMENT);
  const { page } = department;
  await openMethodOf(page, DEPARTMENT);
  await draftNewVersion(page);
  await expect(button(page, '发布')).toHaveCount(0);
  await deductForLateWork(page, '-2');
  await sendUp(page, '将超期办件扣分提高到2分');

  const city = await officeAt(browser, demo, '目标考核办公室');
  await decide(city.page, '将超期办件扣分提高到2分', '退回修改', '提高幅度过大，请改为每件1分');

  await page.reload();
  await expect(page.getByText('意见：提高幅度过大，请改为每件1分')).toBeVisible();
  await deductForLateWork(page, '-1');
  await sendUp(page, '已按意见改为每件1分');
  await decide(city.page, '已按意见改为每件1分', '同意备案', '');

  await page.reload();
  await button(page, '发布').click();
  await expect(dialog(page).getByText(`已报 ${CITY} 备案并获同意`)).toBeVisible();
  await button(dialog(page), '取消').click();
  await publish(page);
  expect([...department.troubles, ...city.troubles]).toEqual([]);
  await department.end();
  await city.end();
});

async function deductForLateWork(page: Page, points: string): Promise<void> {
  const drawer = await editIndicator(page, '办理期限');
  await drawer.getByPlaceholder('扣分写负数').fill(points);
  await field(drawer, '条款原文').fill(
    `接报回复、协作回函、涉案财物处置超过规定期限的，一件扣${points.slice(1)}分。`,
  );
  await save(page);
}

async function sendUp(page: Page, note: string): Promise<void> {
  await button(page, '报送备案').click();
  await field(dialog(page), '说明（可不填）').fill(note);
  await button(dialog(page), '报送').click();
  await expect(page.getByText('第 2 版（备案审核中）')).toBeVisible();
}

/** What waits stands in the queue of the office above, with the words it was sent with. */
async function decide(
  page: Page,
  note: string,
  decision: '同意备案' | '退回修改',
  opinion: string,
): Promise<void> {
  await goTo(page, '指标与办法');
  await page.getByRole('link', { name: '备案办理', exact: true }).click();
  await row(page, DEPARTMENT, '待办理', note).getByRole('link').first().click();
  await button(page, '办理备案').click();
  await segment(dialog(page), decision).click();
  await field(dialog(page), decision === '退回修改' ? '退回原因（制定单位可见）' : '意见（可不填）').fill(
    opinion,
  );
  await button(dialog(page), '确定').click();
  await expect(
    page.getByText(decision === '同意备案' ? '第 2 版（已备案）' : '第 2 版（草稿）'),
  ).toBeVisible();
}
