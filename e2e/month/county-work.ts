import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { button, dialog, goTo } from '../support/controls.ts';
import { bookKey } from './target-book.ts';
import { STATION, type World, whoIs } from './world.ts';

interface Listed {
  readonly units: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}
interface Form {
  readonly periods: readonly {
    readonly id: string;
    readonly indicators: readonly { readonly code: string; readonly name: string }[];
  }[];
}

/**
 * The other stations' month in a few seconds: the clerk of the county reports each station's share of each target
 * through the same endpoints the pages use; better stations do more of it.
 */
export async function reportForAllStations(world: World): Promise<number> {
  const { page } = whoIs(world, 'clerk');
  const { csrfToken } = await ask<{ csrfToken: string }>(page, '/api/session');
  const { units } = await ask<Listed>(page, '/api/units');
  const stations = units.filter((unit) => unit.kind === 'station');
  let reported = 0;
  for (const [place, station] of stations.entries()) {
    const form = await ask<Form>(page, `/api/report-form?subjectKind=unit&subjectId=${station.id}`);
    const [period] = form.periods;
    if (!period) throw new Error('no period is open');
    for (const { indicator, shares } of bookKey.decomposition) {
      const code = period.indicators.find((each) => each.name === indicator)?.code;
      const share = shares[station.name] ?? 0;
      const quantity = Math.round((share * (12 - place)) / 144);
      if (code === undefined || (station.name === STATION && indicator === '行业场所检查')) continue;
      const answer = await page.request.post('/api/submissions', {
        headers: { 'x-csrf-token': csrfToken },
        data: {
          requestId: randomUUID(),
          periodId: period.id,
          subjectKind: 'unit',
          subjectId: station.id,
          indicatorCode: code,
          title: `${station.name}${indicator}十月完成情况`,
          quantity: String(quantity),
          occurredOn: '2026-10-08',
          fileIds: [],
        },
      });
      expect(answer.status(), await answer.text()).toBe(200);
      reported += 1;
    }
  }
  return reported;
}

async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as T;
}

/** The office accepts the whole queue in one act. */
export async function acceptAll(world: World, count: number): Promise<void> {
  const { page } = whoIs(world, 'office');
  await goTo(page, '审核');
  await page.getByRole('checkbox', { name: `共 ${count} 件` }).check();
  await button(page, `采纳 ${count} 件`).click();
  await expect(dialog(page)).toContainText(`按填报内容采纳 ${count} 件`);
  await button(dialog(page), `采纳 ${count} 件（Enter）`).click();
  await expect(page.getByText(new RegExp(`${count} 件`)).first()).toBeVisible();
  await expect(page.getByText('没有待审核的填报')).toBeVisible();
}
