import { expect } from '@playwright/test';
import { test } from './support/demo-app.ts';
import { roleCard, roleCards, SIZES, type Size, Visit } from './support/demo-pages.ts';

test('N8 the sign-in page of the demo offers a card for each kind of person', async ({ browser, demo }) => {
  const visit = await Visit.begin(browser, demo.url, 'desk');
  const roles = (await roleCards(visit.page)).map(({ role }) => role);
  for (const role of ['民警', '单位负责人', '考核办', '纪检督察', '系统管理员', '安全管理员', '审计管理员']) {
    expect(
      roles.some((each) => each.includes(role)),
      role,
    ).toBe(true);
  }
  await visit.end();
});

test('P12 a link opened before signing in is reached after it, and leaving leaves none behind', async ({
  browser,
  demo,
}) => {
  const visit = await Visit.begin(browser, demo.url, 'desk');
  const { page } = visit;
  const { name } = await roleCard(page, '民警');
  await page.goto('/score-log?page=1');
  await expect(page.getByText('登录后打开您要看的页面')).toBeVisible();
  await page.getByRole('region', { name: '演示账号' }).getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name: '得分流水' })).toBeVisible();
  await page.getByRole('button', { name }).click();
  await page.getByText('退出登录').click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await visit.end();
});

test('P6 a report pressed without network is refused at once and stays for a second press', async ({
  browser,
  demo,
}) => {
  const visit = await Visit.begin(browser, demo.url, 'phone');
  const { page } = visit;
  const { name } = await roleCard(page, '民警');
  await visit.enterAt('民警', name);
  await visit.open('/report');
  await page.getByRole('main').getByRole('button').filter({ hasText: '入户走访' }).first().click();
  await page.getByLabel('完成数量').fill('２');
  await page.getByLabel('事项').first().fill('走访旅馆两家');
  // The Enter of the phone's keyboard ends the line, it does not send the form.
  await page.getByLabel('事项').first().press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.context().setOffline(true);
  const send = page.getByRole('button', { name: /报送，由/ });
  await send.click();
  await expect(page.getByRole('dialog')).toContainText('还没有附上：走访检查登记');
  await page.getByRole('button', { name: '回去补充' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await send.click();
  await page.getByRole('button', { name: '仍要报送' }).click();
  await expect(page.getByText('连接不上服务器，您的操作没有生效')).toBeVisible();
  await page.context().setOffline(false);
  await send.dblclick();
  await expect(page.getByText('已报送')).toBeVisible();
  await visit.open('/submissions');
  await expect(page.getByText('走访旅馆两家')).toHaveCount(1);
  await visit.end();
});

/** Whose walk belongs to every test run; `e2e/screenshots.ts` walks as everybody. */
const WALKERS: Readonly<Record<Size, readonly string[]>> = {
  desk: ['民警', '归口部门审核员', '考核办'],
  phone: ['民警', '单位负责人'],
};

for (const size of Object.keys(SIZES) as Size[]) {
  test(`N8 people open every page they are offered at the ${size}, whole and without an error`, async ({
    browser,
    demo,
  }) => {
    test.setTimeout(480_000);
    const first = await Visit.begin(browser, demo.url, size);
    const all = await roleCards(first.page);
    await first.end();
    const roles = new Map(all.map((card) => [card.role, card]));
    const cards = [...roles.values()].filter(({ role }) => WALKERS[size].includes(role));
    expect(cards.length).toBe(WALKERS[size].length);
    const troubles: string[] = [];
    for (const card of cards) {
      const visit = await Visit.begin(browser, demo.url, size);
      await visit.enterAs(card);
      for (const path of await visit.offeredPages()) {
        await visit.open(path).catch((error: unknown) => visit.troubles.push(`${path}: ${String(error)}`));
        const wide = await visit.overflow();
        if (wide > 0) visit.troubles.push(`${path}: ${wide} px wider than the screen`);
      }
      troubles.push(...visit.troubles.map((trouble) => `${card.role} ${card.name} ${trouble}`));
      await visit.end();
    }
    expect(troubles).toEqual([]);
  });
}
