import { expect, type Page } from '@playwright/test';
import { button, dialog, field } from '../support/controls.ts';
import type { City } from './city.ts';
import { pieces, recognised } from './work.ts';

const card = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

async function openEntry(page: Page, text: string): Promise<void> {
  await page.goto('/score-log');
  await button(card(page, text).first(), '打开').click();
  await expect(dialog(page)).toContainText(text);
}

/** P13: points as they came; one is seen, and of the other it says how it was reckoned. */
export async function readScoreLog(city: City): Promise<void> {
  const phone = await city.at('officer');
  const { accepted } = pieces(city);
  await phone.goto('/score-log');
  await expect(card(phone, accepted.title).first()).toContainText('+2');
  await expect(card(phone, recognised(city)).first()).toContainText('+0.2');
  await openEntry(phone, accepted.title);
  await button(dialog(phone), '已知悉').click();
  await expect(card(phone, accepted.title).first()).toContainText('已知悉');
}

const grounds = ({ run }: City) => `五户都有签字，登记簿第二页未扫描（${run}）`;

/** P7 P13: disagreed is contested; from a second window it cannot be contested again, and no word is lost. */
export async function appealOnce(city: City): Promise<string> {
  const phone = await city.at('officer');
  const other = await phone.context().newPage();
  for (const page of [phone, other]) {
    await openEntry(page, recognised(city));
    await page.getByRole('button', { name: /有异议，提出复议/ }).click();
    await field(dialog(page), '复议理由').fill(grounds(city));
  }
  await button(dialog(phone), '提出复议').click();
  await expect(card(phone, recognised(city)).first()).toContainText('有异议');
  await button(dialog(other), '提出复议').click();
  await expect(dialog(other).getByRole('alert').first()).toContainText('已提出过复议');
  await expect(field(dialog(other), '复议理由')).toHaveValue(grounds(city));
  await other.close();
  await openEntry(phone, recognised(city));
  await dialog(phone).getByRole('link', { name: /复议/ }).first().click();
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('首次复议');
  return new URL(phone.url()).pathname;
}

/** P7: not by who gave the score; another one answers, and keeps to it. */
export async function firstInstance(city: City, address: string): Promise<void> {
  const [scorer, office] = await city.both('reviewer', 'countyOffice');
  await Promise.all([scorer.goto(address), office.goto(address)]);
  await expect(scorer.getByText(grounds(city))).toBeVisible();
  await expect(scorer.getByText('原评分人不得答复对该评分的复议')).toBeVisible();
  await expect(button(scorer, /^答\s*复$/)).toHaveCount(0);
  await answer(office, /维持原结果/, `登记簿所附只有两户签字（${city.run}）`);
  await expect(office.getByRole('heading', { level: 1 })).toContainText('维持');
}

/** P7: the committee grants a part, and a new entry says so beside the reversed one. */
export async function secondInstance(city: City, address: string): Promise<void> {
  const phone = await city.at('officer');
  await phone.goto(address);
  await button(phone, '提出二次复议').click();
  await field(dialog(phone), '二次复议理由').fill(`已补扫登记簿第二页（${city.run}）`);
  await button(dialog(phone), '提出二次复议').click();
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('二次复议');
  const committee = await city.at('committee');
  await committee.goto(new URL(phone.url()).pathname);
  await answer(committee, /部分支持/, `第二页可认定两户，合计四户（${city.run}）`, '4');
  await expect(committee.getByText('答复（终局）')).toBeVisible();
  await phone.goto('/score-log');
  await expect(card(phone, recognised(city)).filter({ hasText: '已冲销' }).first()).toBeVisible();
  await expect(card(phone, '+0.4').first()).toBeVisible();
}

async function answer(page: Page, outcome: RegExp, reason: string, quantity?: string): Promise<void> {
  await button(page, /^答\s*复$/).click();
  const form = dialog(page);
  await form.getByRole('radio', { name: outcome }).check();
  if (quantity !== undefined) await field(form, '数量').fill(quantity);
  await field(form, '理由').fill(reason);
  await button(form, /^答\s*复$/).click();
  await expect(page.getByText(reason).first()).toBeVisible();
}
