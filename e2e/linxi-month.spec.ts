import { test } from '@playwright/test';
import { initBureau, openAccount } from './month/accounts.ts';
import { importRoster, importUnits, makeSequences, setCalendar } from './month/organization.ts';
import { importTargetBook, openOctober, publishRuleSet } from './month/target-book.ts';
import { type World, welcome } from './month/world.ts';
import { startApp } from './support/app.ts';

test.setTimeout(420_000);

test('P14 a county lives one month: from the empty database to a sealed and verified result', async ({
  browser,
}) => {
  const app = await startApp('serve');
  const world: World = { app, browser, people: new Map() };
  try {
    await app.moveClock('2026-10-08T09:00:00+08:00');
    await test.step('初始化：三员各自改密', () => initBureau(world));
    await test.step('考核办账号：新建、审批、首次登录', async () => {
      const office = { username: 'kaohe', name: '周敏', unit: '临溪县公安局', role: '考核办' };
      await welcome(world, 'office', await openAccount(world, office));
    });
    await test.step('导入机构清单，撤销，再导入', () => importUnits(world));
    await test.step('导入花名册', () => importRoster(world));
    await test.step('排名序列', () => makeSequences(world));
    await test.step('工作日历', () => setCalendar(world));
    await test.step('导入目标责任细则，下达目标', () => importTargetBook(world));
    await test.step('法制审核后发布办法', () => publishRuleSet(world));
    await test.step('建立周期，开放十月', () => openOctober(world));
  } finally {
    await app.stop();
  }
});
