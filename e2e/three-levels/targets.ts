import { expect, type Locator, type Page } from '@playwright/test';
import { button, choose, dialog, field, goTo, row } from '../support/controls.ts';
import { methodOf } from '../support/methods.ts';
import { CITY, type City, COUNTY, me, STATION } from './city.ts';

const VISITS = '入户走访与场所检查';
const DRILL = '实战训练';
const MORE = 4;
/** A quantity as the page writes it. */
const shown = (quantity: number): string => quantity.toLocaleString('en-US');

const floors = (page: Page): Locator => page.getByRole('list', { name: '所在层级' });
const below = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name}\\s*(\\d+ 人|民警)`) });

/** P1 P5: the same page at two desks; the county's ends at its own roof. */
export async function rideTheElevator(city: City): Promise<void> {
  const [above, county] = await city.both('cityOffice', 'countyOffice');
  const officer = await me(await city.at('officer'));
  await Promise.all([goTo(above, '目标任务'), goTo(county, '目标任务')]);
  await Promise.all([
    (async () => {
      for (const name of ['临溪县公安局', CITY, COUNTY, STATION, officer.unit, officer.name]) {
        const up = floors(above).getByRole('button', { name, exact: true });
        await up.or(below(above, name)).first().click();
        await expect(floors(above).locator('[aria-current]')).toHaveText(name);
      }
      await expect(floors(above).getByRole('listitem')).toHaveText([
        CITY,
        COUNTY,
        STATION,
        officer.unit,
        officer.name,
      ]);
    })(),
    (async () => {
      await expect(floors(county).getByRole('listitem')).toHaveText([COUNTY]);
      await expect(below(county, STATION)).toBeVisible();
      await expect(below(county, '临溪县公安局')).toHaveCount(0);
    })(),
  ]);
}

/** P1: an address from the city's screen opens nothing for the county that is not below it. */
export async function refuseOtherCounty(city: City): Promise<void> {
  const [above, county] = await city.both('cityOffice', 'countyOffice');
  await goTo(above, '目标任务');
  await below(above, '临溪县公安局').click();
  await expect(floors(above)).toContainText('临溪县公安局');
  const { pathname, search } = new URL(above.url());
  await county.goto(`${pathname}${search}`);
  await expect(county.getByText('未能加载')).toBeVisible();
  await expect(county.getByText('临溪县公安局')).toHaveCount(0);
}

/** Two methods change at the same time: the city's quantity, and the county's own. */
export async function changeAtTwoDesks(city: City): Promise<void> {
  const [above, county] = await city.both('cityOffice', 'countyOffice');
  await Promise.all([above.goto('/targets'), county.goto('/targets')]);
  const year = (await county.getByText(/ · \d{4} 年目标任务/).textContent())?.replace(
    /.* · (\d{4}) .*/,
    '$1',
  );
  await choose(
    county,
    '目标责任书',
    `${year} 年 · ${methodOf({ unit: '清河县公安局', periods: 'quarter' })}`,
  );
  await Promise.all([
    change(above, VISITS, `冬季走访加密 ${city.run}`),
    change(county, DRILL, `冬季练兵 ${city.run}`),
  ]);
}

/** P5: from the city through county, station and squad to one named officer, who sees it on the phone. */
export async function handDown(city: City): Promise<void> {
  const officer = await me(await city.at('officer'));
  const [above, county] = await city.both('cityOffice', 'countyOffice');
  await give(above, COUNTY);
  await county.goto('/targets');
  await give(county, STATION);
  const head = await city.at('head');
  await goTo(head, '目标任务');
  await tooMuchIsRefused(head, officer.unit);
  await give(head, officer.unit);
  await below(head, officer.unit).click();
  await expect(floors(head).locator('[aria-current]')).toHaveText(officer.unit);
  const quantity = await give(head, officer.name);
  const phone = await city.at('officer');
  await phone.goto('/targets');
  await expect(phone.getByRole('listitem').filter({ hasText: VISITS }).first()).toContainText(
    `${shown(quantity)} `,
  );
}

async function change(page: Page, indicator: string, reason: string): Promise<void> {
  const target = row(page, indicator);
  await button(target, '调整').click();
  const quantity = field(dialog(page), '新的数量');
  const next = String(Number(await quantity.inputValue()) + MORE);
  await quantity.fill(next);
  await field(dialog(page), '调整原因').fill(reason);
  await button(dialog(page), /^保\s*存$/).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(target.getByRole('cell').nth(2)).toContainText(shown(Number(next)));
}

async function split(page: Page): Promise<Locator> {
  await button(row(page, VISITS), '分解').click();
  await expect(dialog(page).getByRole('status')).toBeVisible();
  return dialog(page);
}

/** The part grows by what came from above; told is what it is now. */
async function give(page: Page, name: string): Promise<number> {
  const form = await split(page);
  const part = row(form, name).getByRole('spinbutton');
  const quantity = Number(await part.inputValue()) + MORE;
  await part.fill(String(quantity));
  await button(form, '保存分解').click();
  await expect(dialog(page)).toHaveCount(0);
  return quantity;
}

/** More than there is, without a reason: refused, and what was typed is still there. */
async function tooMuchIsRefused(page: Page, name: string): Promise<void> {
  const form = await split(page);
  const part = row(form, name).getByRole('spinbutton');
  const before = await part.inputValue();
  await part.fill('9000');
  await button(form, '保存分解').click();
  await expect(form.getByRole('alert')).toContainText('超额分解的理由');
  await expect(part).toHaveValue('9000');
  await part.fill(before);
  await button(form, /^取\s*消$/).click();
  await expect(dialog(page)).toHaveCount(0);
}
