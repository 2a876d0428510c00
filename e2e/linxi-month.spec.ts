import { expect, test } from '@playwright/test';
import { initBureau, openAccount, openOfficerAccounts } from './month/accounts.ts';
import { compareNumbers, computeAndPublish, seal, verify } from './month/closing.ts';
import { acceptAll, reportForAllStations } from './month/county-work.ts';
import { importRoster, importUnits, makeSequences, setCalendar } from './month/organization.ts';
import { deductAndAppeal, reportTooLate, reportWork, reviewWork } from './month/reports.ts';
import { importTargetBook, openOctober, publishRuleSet } from './month/target-book.ts';
import { decomposeTarget } from './month/targets.ts';
import { COLLEAGUE, HEAD, itIs, OFFICER, STATION, type World, welcome } from './month/world.ts';
import { startApp } from './support/app.ts';

test.setTimeout(600_000);

test('P14 a county lives one month: from the empty database to a sealed and verified result', async ({
  browser,
}) => {
  const app = await startApp('serve');
  const world: World = { app, browser, people: new Map() };
  try {
    await app.moveClock('2026-10-08T09:00:00+08:00');
    await prepareYear(world);
    await liveMonth(world);
    await closeMonth(world);
    for (const [name, person] of world.people) expect(person.errors, name).toEqual([]);
  } finally {
    await app.stop();
  }
});

/** From nothing to an opened October: people, units, the year's rules and targets. */
async function prepareYear(world: World): Promise<void> {
  await test.step('初始化：三员各自改密', () => initBureau(world));
  await test.step('考核办账号：新建、审批、首次登录', () =>
    comeIn(world, 'office', { username: 'kaohe', name: '周敏', unit: '临溪县公安局', role: '考核办' }));
  await test.step('导入机构清单，撤销，再导入', () => importUnits(world));
  await test.step('导入花名册', () => importRoster(world));
  await test.step('排名序列', () => makeSequences(world));
  await test.step('工作日历', () => setCalendar(world));
  await test.step('导入目标责任细则，下达目标', () => importTargetBook(world));
  await test.step('法制审核后发布办法', () => publishRuleSet(world));
  await test.step('建立周期，开放十月', () => openOctober(world));
  await test.step('归口部门、督察、综合室账号', () => departmentsComeIn(world));
  await test.step('为派出所民警批量开户', () => stationComesIn(world));
}

/** October: targets to people, work reported, reviewed, contested; the 25th ends at 24:00. */
async function liveMonth(world: World): Promise<void> {
  await test.step('所长分解目标到人', () => decomposeTarget(world));
  await test.step('手机和电脑填报', () => reportWork(world));
  await test.step('归口审核：采纳、退回、补正', () => reviewWork(world));
  await test.step('督察扣分，民警复议，考核办答复', () => deductAndAppeal(world));
  const reported = await test.step('全县派出所填报', () => reportForAllStations(world));
  await test.step('考核办批量采纳', () => acceptAll(world, reported));
  await itIs(world, '2026-10-25T23:58:00+08:00', 'officer');
  await test.step('25日24:00后不再受理', () => reportTooLate(world));
}

async function closeMonth(world: World): Promise<void> {
  await itIs(world, '2026-10-29T09:00:00+08:00', 'office');
  await test.step('计算并公示', () => computeAndPublish(world));
  await test.step('排名、条形图、依据、导出一致', () => compareNumbers(world));
  await itIs(world, '2026-11-06T09:00:00+08:00', 'office', 'discipline');
  await test.step('封存，此后不能再记', () => seal(world));
  await test.step('网页和命令行校验', () => verify(world));
}

async function comeIn(world: World, name: string, account: Parameters<typeof openAccount>[1]): Promise<void> {
  await welcome(world, name, await openAccount(world, account));
}

async function departmentsComeIn(world: World): Promise<void> {
  await comeIn(world, 'reviewer', {
    username: 'zhian',
    name: '李强',
    unit: '治安管理大队',
    role: '归口部门审核员',
  });
  await comeIn(world, 'discipline', {
    username: 'ducha',
    name: '赵刚',
    unit: '警务督察大队',
    role: '纪检督察',
  });
  await comeIn(world, 'clerk', {
    username: 'zonghe',
    name: '钱芳',
    unit: '临溪县公安局',
    role: '单位负责人',
  });
}

async function stationComesIn(world: World): Promise<void> {
  const passwords = await openOfficerAccounts(world, STATION);
  for (const [name, { policeNo }, place] of [
    ['head', HEAD, 'desk'],
    ['officer', OFFICER, 'phone'],
    ['colleague', COLLEAGUE, 'desk'],
  ] as const) {
    const password = passwords.get(policeNo);
    if (password === undefined) throw new Error(`no account was made for ${policeNo}`);
    await welcome(world, name, { username: policeNo, password }, place);
  }
}
