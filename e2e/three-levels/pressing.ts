import { expect, type Page } from '@playwright/test';
import { button, choose, dialog, field, goTo, row, segment } from '../support/controls.ts';
import { methodOf } from '../support/methods.ts';
import { type City, me, STATION } from './city.ts';

const METHOD = methodOf({ unit: '江临市公安局', periods: 'month' });

/** P10: both offices press the same late station in the same moment; it is pressed once, and who was slower is told. */
export async function pressTheLateStation(city: City): Promise<void> {
  const desks = await city.both('cityOffice', 'countyOffice');
  const [first, second] = desks.map((_, index) => `请三日内分解到人并说明 ${city.run}-${index}`);
  const wanted = [first ?? '', second ?? ''];
  await Promise.all(desks.map((page, index) => openPress(page, wanted[index] ?? '')));
  const pressed = await Promise.all(desks.map((page, index) => press(page, wanted[index] ?? '')));
  expect(pressed.toSorted()).toEqual([false, true]);
  const quicker = pressed[0] ? 0 : 1;
  await reply(city, desks[quicker], wanted[quicker] ?? '');
}

async function openPress(page: Page, text: string): Promise<void> {
  await goTo(page, '督办');
  const words = field(page, '姓名、单位、事项');
  await words.fill(STATION);
  await words.press('Enter');
  const line = row(page, STATION, '目标未分解', METHOD).first();
  await expect(line).toContainText('已逾期');
  await button(line, /^催\s*办$/).click();
  await field(dialog(page), '催办内容').fill(text);
}

/** Whether it was this one's press. Refused, it says by whom and when, and keeps the words. */
async function press(page: Page, text: string): Promise<boolean> {
  const done = page.getByText('已催办 1 项').filter({ visible: true });
  const refused = dialog(page).getByRole('alert').filter({ hasText: '不重复催办' }).first();
  await button(dialog(page), /^催\s*办$/).click();
  await expect(done.or(refused).first()).toBeVisible();
  if (await refused.isVisible()) {
    await expect(field(dialog(page), '催办内容')).toHaveValue(text);
    await button(dialog(page), /^取\s*消$/).click();
    return false;
  }
  await button(dialog(page), '知道了').click();
  await expect(dialog(page)).toHaveCount(0);
  return true;
}

/** The head says why; the office finds the answer in the record. */
async function reply(city: City, office: Page | undefined, text: string): Promise<void> {
  if (!office) throw new Error('nobody pressed');
  const head = await city.at('head');
  const { name } = await me(office);
  await goTo(head, '督办', '收到的催办');
  await row(head, STATION, name, '待说明').first().dblclick();
  await expect(head.getByText(text).first()).toBeVisible();
  await button(head, '说明情况').click();
  const answer = `人员调整后重新分解，本周五前完成 ${city.run}`;
  await field(dialog(head), '原因和完成时间').fill(answer);
  await button(dialog(head), '提交说明').click();
  await expect(head.getByRole('heading', { level: 1 })).toContainText('已说明');
  await segment(office, '催办记录').click();
  // Those still to be answered stand first.
  await choose(office, '是否说明', '已说明');
  await expect(row(office, answer)).toContainText('已说明');
}
