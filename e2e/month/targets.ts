import { expect } from '@playwright/test';
import { button, dialog, goTo, row } from '../support/controls.ts';
import { COLLEAGUE, OFFICER, type World, whoIs } from './world.ts';

/** The station's 51 inspections: too much is told while it is typed, what adds up is saved. */
export async function decomposeTarget(world: World): Promise<void> {
  const { page } = whoIs(world, 'head');
  await goTo(page, '目标任务');
  const target = row(page, '行业场所检查');
  await expect(target).toContainText('51');
  await button(target, '分解').click();
  const form = dialog(page);
  const part = (name: string) => row(form, name).getByRole('spinbutton');
  const balance = form.getByRole('status');
  await part(OFFICER.name).fill('40');
  await part(COLLEAGUE.name).fill('15');
  await expect(balance).toContainText('分解 55');
  await expect(form.getByLabel('超额分解的理由')).toBeVisible();
  await part(OFFICER.name).fill('25');
  await form.getByLabel('自留').fill('11');
  await expect(balance).toContainText('分解 40');
  await expect(balance).toContainText('自留 11');
  await button(form, '保存分解').click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(target.getByRole('cell').nth(3)).toHaveText('40');
  await expect(target.getByRole('cell').nth(4)).toHaveText('11');
  await expect(target).toContainText('0');
}
