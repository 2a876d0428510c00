import { expect } from '@playwright/test';
import { test } from './support/demo-app.ts';
import { roleCards, SIZES, type Size, Visit } from './support/demo-pages.ts';

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
