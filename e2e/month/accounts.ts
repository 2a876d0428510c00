import { expect, type Page } from '@playwright/test';
import { button, choose, dialog, field, goTo, row } from '../support/controls.ts';
import type { Credentials } from '../support/person.ts';
import { COUNTY_CODE, unitsKey } from '../support/units-list.ts';
import { type World, welcome, whoIs } from './world.ts';

/** `mingji init` on the empty database, and the three administrators choose their own passwords. */
export async function initBureau(world: World): Promise<void> {
  const made = await world.app.mingji('init', '--name', unitsKey.county, '--code', COUNTY_CODE, '--county');
  expect(made.code, made.output).toBe(0);
  for (const username of ['sysadmin', 'secadmin', 'auditadmin']) {
    const password = new RegExp(`账号 ${username}\\s+初始密码 (\\S+)`).exec(made.output)?.[1] ?? '';
    await welcome(world, username, { username, password });
  }
}

interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly unit: string;
  readonly role: string;
}

/** Made by the system administrator, of no use until the security administrator has approved and granted it. */
export async function openAccount(world: World, account: NewAccount): Promise<Credentials> {
  const system = whoIs(world, 'sysadmin').page;
  await goTo(system, '系统管理', '账号管理');
  await button(system, '新建账号').click();
  const form = dialog(system);
  await field(form, '账号').fill(account.username);
  await field(form, '姓名').fill(account.name);
  await choose(form, '所属单位', account.unit);
  await button(form, '提交').click();
  await expect(row(system, account.username, '待审批')).toBeVisible();
  return approve(whoIs(world, 'secadmin').page, account);
}

async function approve(page: Page, account: NewAccount): Promise<Credentials> {
  await goTo(page, '系统管理', '账号管理');
  await page.reload();
  await row(page, account.username).getByRole('button', { name: '审批' }).click();
  const form = dialog(page);
  await choose(form, '角色', account.role);
  await button(form, '审批通过').click();
  const password = await oneTimePassword(page, account.username);
  return { username: account.username, password };
}

async function oneTimePassword(page: Page, username: string): Promise<string> {
  const passwords = await oneTimePasswords(page);
  const password = passwords.get(username);
  if (password === undefined) throw new Error(`no one-time password for ${username}`);
  return password;
}

/** Read from the dialog that shows them once, which closes only on the word that they were kept. */
async function oneTimePasswords(page: Page): Promise<Map<string, string>> {
  const shown = page.getByRole('dialog', { name: '一次性密码' });
  await expect(shown.getByRole('cell').first()).toBeVisible();
  const rows = await shown.locator('tbody tr').all();
  const pairs = await Promise.all(
    rows.map(async (each) => {
      const cells = await each.getByRole('cell').allInnerTexts();
      return [cells[2] ?? '', cells[3] ?? ''] as const;
    }),
  );
  await expect(button(shown, '关闭')).toBeDisabled();
  await field(shown, '我已妥善保存').check();
  await button(shown, '关闭').click();
  return new Map(pairs);
}

/** Accounts for all officers of a unit at once: 警号 and one-time passwords. */
export async function openOfficerAccounts(world: World, unit: string): Promise<Map<string, string>> {
  const system = whoIs(world, 'sysadmin').page;
  await goTo(system, '系统管理', '账号管理');
  await button(system, '为人员批量开户').click();
  await choose(dialog(system), '单位范围', unit);
  await button(dialog(system), '开户').click();
  await expect(system.getByText(/新开 \d+ 个账号.?待安全管理员审批/)).toBeVisible();
  const security = whoIs(world, 'secadmin').page;
  await security.reload();
  await button(security, '批量审批人员账号').click();
  await button(dialog(security), '批量审批人员账号').click();
  return oneTimePasswords(security);
}
