import { expect, test } from '@playwright/test';
import { type RunningApp, startApp } from './support/app.ts';
import { roleCards, SIZES, type Size, Visit } from './support/demo-pages.ts';

// One demo city for all of it: making it takes a minute or two.
test.describe.configure({ mode: 'serial' });
let app: RunningApp;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app = await startApp('demo');
});
test.afterAll(() => app?.stop());

test('N8 the sign-in page of the demo offers a card for each kind of person', async ({ browser }) => {
  const visit = await Visit.begin(browser, app.url, 'desk');
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
  desk: ['民警', '归口部门考核员', '考核办'],
  phone: ['民警', '单位负责人'],
};

for (const size of Object.keys(SIZES) as Size[]) {
  test(`N8 people open every page they are offered at the ${size}, whole and without an error`, async ({
    browser,
  }) => {
    test.setTimeout(480_000);
    const first = await Visit.begin(browser, app.url, size);
    const all = await roleCards(first.page);
    await first.end();
    const roles = new Map(all.map((card) => [card.role, card]));
    const cards = [...roles.values()].filter(({ role }) => WALKERS[size].includes(role));
    expect(cards.length).toBe(WALKERS[size].length);
    const troubles: string[] = [];
    for (const card of cards) {
      const visit = await Visit.begin(browser, app.url, size);
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
