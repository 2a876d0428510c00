import { expect, type Locator, type Page } from '@playwright/test';
import { type Attachment, photo } from '../support/attachments.ts';
import { button, choose, dialog, field, goTo, segment } from '../support/controls.ts';
import { methodOf } from '../support/methods.ts';
import { type City, me } from './city.ts';

const OPERATION = '今冬社会治安防控行动';

interface Piece {
  /** Typed to find the period by; the button of the indicator. */
  readonly period: string;
  readonly indicator: string;
  readonly label: '数量' | '完成数量';
  readonly quantity: string;
  readonly title: string;
}
/** What the officer reports in the journey; the run tells it apart from earlier ones. */
export function pieces({ run }: City) {
  const operation = { period: OPERATION, label: '数量' } as const;
  return {
    withdrawn: { ...operation, indicator: '当场化解纠纷', quantity: '1', title: `化解占道纠纷（${run}）` },
    accepted: { ...operation, indicator: '当场化解纠纷', quantity: '2', title: `化解邻里噪声纠纷（${run}）` },
    lowered: { ...operation, indicator: '防范宣传入户', quantity: '5', title: `入户宣传防范（${run}）` },
    training: {
      period: methodOf({ unit: '清河县公安局', periods: 'quarter' }),
      indicator: '实战训练',
      label: '完成数量',
      quantity: '1',
      title: `参加夜间处突训练（${run}）`,
    },
  } as const satisfies Record<string, Piece>;
}
/** The reviewer's words under which less was recognised; so the score log names the entry. */
export const recognised = ({ run }: City) => `有签字的登记 2 户（${run}）`;
const evidence = (run: string, seed: number): Attachment =>
  photo(`现场-${run}-${seed}.png`, (Number.parseInt(run, 36) + seed) % 256);

/** P9: handed in by mistake, it is taken back while nobody has taken it up. */
export async function withdraw(city: City): Promise<void> {
  const phone = await city.at('officer');
  await report(phone, pieces(city).withdrawn, evidence(city.run, 1));
  await button(phone, /^撤\s*回$/).click();
  await button(dialog(phone), /^撤\s*回$/).click();
  await expect(phone.getByText('已撤回').first()).toBeVisible();
}

/** Two pieces for the department and one against the county's target; a script dressed as a photo is refused. */
export async function reportFromThePhone(city: City): Promise<Record<'accepted' | 'lowered', string>> {
  const phone = await city.at('officer');
  const { accepted, lowered, training } = pieces(city);
  const disguised = { ...photo('现场.png'), buffer: Buffer.from('<script>alert(1)</script>') };
  await fill(phone, accepted);
  await phone.locator('input[type=file]').first().setInputFiles(disguised);
  await expect(phone.getByRole('alert').filter({ hasText: '不能作为附件' })).toBeVisible();
  await button(phone, '移除 现场.png').click();
  await expect(field(phone, '事项')).toHaveValue(accepted.title);
  await send(phone, evidence(city.run, 2));
  const first = phone.url();
  await report(phone, lowered, evidence(city.run, 3));
  const second = phone.url();
  await report(phone, training, evidence(city.run, 4));
  await expect(phone.getByText(/目标任务：\d+/)).toBeVisible();
  return { accepted: first, lowered: second };
}

/** P9: one key takes it up, and then it stays handed in; another key accepts. */
export async function acceptByKeyboard(city: City, address: string): Promise<void> {
  const [desk, phone] = await city.both('reviewer', 'officer');
  const { accepted } = pieces(city);
  await openInQueue(desk, accepted.title, await me(phone));
  await desk.keyboard.press('s');
  await expect(queue(desk).getByText('我已受理')).toBeVisible();
  await phone.goto(address);
  await expect(phone.getByText('正在审核这一件')).toBeVisible();
  await expect(button(phone, /^撤\s*回$/)).toHaveCount(0);
  await desk.keyboard.press('a');
  await expect(queue(desk)).not.toContainText(accepted.title);
}

/** Returned with its reason, corrected with the photo that was missing, recognised for less than was handed in. */
export async function returnAndResubmit(city: City, address: string): Promise<void> {
  const [desk, phone] = await city.both('reviewer', 'officer');
  const { lowered } = pieces(city);
  const officer = await me(phone);
  await openInQueue(desk, lowered.title, officer);
  await desk.keyboard.press('r');
  await field(dialog(desk), '退回理由').fill('入户登记缺户主签字，请补正。');
  await desk.keyboard.press('Control+Enter');
  await expect(queue(desk)).not.toContainText(lowered.title);

  await phone.goto(address);
  await button(phone, '补正重报').click();
  await expect(dialog(phone)).toContainText('入户登记缺户主签字');
  await attach(dialog(phone), evidence(city.run, 5));
  await button(dialog(phone), '重新报送').click();
  await expect(dialog(phone)).toHaveCount(0);

  await openInQueue(desk, lowered.title, officer);
  await expect(desk.getByText('第 1 版（原样保存）')).toBeVisible();
  await desk.keyboard.press('e');
  await field(dialog(desk), '数量').fill('2');
  await field(dialog(desk), '理由').fill(recognised(city));
  await desk.keyboard.press('Control+Enter');
  await expect(queue(desk)).not.toContainText(lowered.title);
}

/** P5 P9: what no department owns the county's office reviews, and the officer's own target grows by it. */
export async function countTowardsTarget(city: City): Promise<void> {
  const [desk, phone] = await city.both('countyOffice', 'officer');
  const { training } = pieces(city);
  await openReport(phone, training);
  const before = await doneOf(phone);
  await openInQueue(desk, training.title, await me(phone));
  await desk.keyboard.press('a');
  await expect(queue(desk)).not.toContainText(training.title);
  await openReport(phone, training);
  await expect.poll(() => doneOf(phone)).toBe(before + Number(training.quantity));
}

const doneOf = async (page: Page): Promise<number> =>
  Number((await page.getByText(/^目标 \d+，已完成 \d+$/).textContent())?.replace(/.*已完成 /, ''));

async function openReport(page: Page, { period, indicator }: Piece): Promise<void> {
  await page.goto('/report');
  await choose(page, '周期', period);
  await page.getByRole('button', { name: indicator }).first().click();
}

async function fill(page: Page, piece: Piece): Promise<void> {
  await openReport(page, piece);
  await field(page, piece.label).fill(piece.quantity);
  await field(page, '事项').fill(piece.title);
}

async function attach(scope: Page | Locator, file: Attachment): Promise<void> {
  await scope.locator('input[type=file]').first().setInputFiles(file);
  await expect(button(scope, `移除 ${file.name}`)).toBeVisible();
  await expect(scope.getByRole('progressbar')).toHaveCount(0);
}

/** Ends on the page of the piece. */
async function send(page: Page, file: Attachment): Promise<void> {
  await attach(page, file);
  await page.getByRole('button', { name: /^报送/ }).click();
  await button(page, '查看这一件').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审核');
}

async function report(page: Page, piece: Piece, file: Attachment): Promise<void> {
  await fill(page, piece);
  await send(page, file);
}

const queue = (page: Page): Locator => page.getByRole('list', { name: '待审核' });

/** Among hundreds: everybody's, of the officer's unit. */
async function openInQueue(page: Page, title: string, { unit }: { readonly unit: string }): Promise<void> {
  await goTo(page, '审核');
  await segment(page, '全部').click();
  await choose(page, '单位', unit);
  await queue(page).getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}
