import { expect, type Page } from '@playwright/test';
import { button, choose, dialog, field, goTo, row, segment } from '../support/controls.ts';
import { methodOf } from '../support/methods.ts';
import { CITY, type City, COUNTY, me, STATION } from './city.ts';
import { downloadedText } from './document.ts';

/** Each office's own series: its mark, what it tells about, and who approves. */
const SERIES = {
  cityOffice: {
    unit: CITY,
    mark: '江公考',
    kind: '月考评',
    method: methodOf({ unit: '江临市公安局', periods: 'month' }),
    leader: 'chief',
    below: COUNTY,
  },
  countyOffice: {
    unit: COUNTY,
    mark: '清公考',
    kind: '季汇总',
    method: methodOf({ unit: '江临市公安局', periods: 'quarter', ranks: 'station-1' }),
    leader: 'leader',
    below: STATION,
  },
} as const;
type Office = keyof typeof SERIES;
const OFFICES = Object.keys(SERIES) as Office[];

export interface Bulletin {
  readonly office: Office;
  readonly address: string;
  readonly words: string;
}
const wordsOf = ({ run }: City, office: Office) => `${SERIES[office].mark}本期另行提示${run}`;

/** P15: at the same time, from the template, with a sentence of one's own. */
export function drawUp(city: City): Promise<Bulletin[]> {
  return Promise.all(OFFICES.map((office) => drawUpOne(city, office)));
}

async function drawUpOne(city: City, office: Office): Promise<Bulletin> {
  const page = await city.at(office);
  const { unit, kind, method } = SERIES[office];
  const words = wordsOf(city, office);
  await goTo(page, '通报');
  await button(page, '拟制通报').click();
  await choose(dialog(page), '发文单位', unit);
  await choose(dialog(page), '类别', kind);
  await choose(dialog(page), '考核办法', method);
  await button(dialog(page), '生成草稿').click();
  const text = page.getByLabel('段落').last();
  await text.fill(`${words}。${await text.inputValue()}`);
  await expect(page.getByText(/已保存/).first()).toBeVisible();
  await expect(page.locator('article, section').filter({ hasText: words }).first()).toBeVisible();
  await button(page, /^送\s*审$/).click();
  const naming = field(dialog(page), '点名通报的理由');
  if (await naming.isVisible()) await naming.fill('办法规定各序列后三名通报批评。');
  await button(dialog(page), /^送\s*审$/).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待审批');
  return { office, address: new URL(page.url()).pathname, words };
}

/** Approved at the same time, each gets the next number of its own series. */
export async function approve(city: City, bulletins: readonly Bulletin[]): Promise<string[]> {
  return Promise.all(
    bulletins.map(async ({ office, address }) => {
      const { leader, mark } = SERIES[office];
      const page = await city.at(leader);
      const last = await lastNumber(page, mark);
      await page.goto(address);
      await button(page, /^批\s*准$/).click();
      await button(dialog(page), /^批\s*准$/).click();
      const heading = page.getByText(new RegExp(`${mark}〔\\d{4}〕\\d+号 ·`));
      await expect(heading).toBeVisible();
      const number = new RegExp(`${mark}〔(\\d{4})〕(\\d+)号`).exec((await heading.textContent()) ?? '');
      expect(Number(number?.[2])).toBe((last.get(number?.[1] ?? '') ?? 0) + 1);
      return number?.[0] ?? '';
    }),
  );
}

interface Listed {
  readonly items: readonly { readonly number: string | null }[];
}
/** The highest number of the series in each year. */
async function lastNumber(page: Page, mark: string): Promise<ReadonlyMap<string, number>> {
  const answer = await page.request.get(`/api/bulletins?pageSize=200&text=${encodeURIComponent(mark)}`);
  const { items } = (await answer.json()) as Listed;
  const last = new Map<string, number>();
  for (const { number } of items) {
    const [, year, serial] = new RegExp(`^${mark}〔(\\d{4})〕(\\d+)号$`).exec(number ?? '') ?? [];
    if (year !== undefined) last.set(year, Math.max(last.get(year) ?? 0, Number(serial)));
  }
  return last;
}

/** Published by the offices; the document says what the page says. */
export async function publish(city: City, bulletins: readonly Bulletin[], numbers: readonly string[]) {
  await Promise.all(
    bulletins.map(async ({ office, address, words }, index) => {
      const page = await city.at(office);
      await page.goto(address);
      await button(page, /^发\s*布$/).click();
      await button(dialog(page), /^发\s*布$/).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('已发布');
      const text = await downloadedText(page);
      expect(text).toContain(numbers[index]);
      expect(text).toContain(words);
    }),
  );
}

/** Opened on the phone is read; the office sees the receipt. */
export async function readOnThePhone(city: City, bulletins: readonly Bulletin[], numbers: readonly string[]) {
  const phone = await city.at('officer');
  const officer = await me(phone);
  for (const [index, { office, address, words }] of bulletins.entries()) {
    await phone.goto('/bulletins');
    const card = phone.getByRole('listitem').filter({ hasText: numbers[index] ?? '' });
    await expect(card).toContainText('未读');
    await button(card, '打开').click();
    await expect(phone.getByText(words).first()).toBeVisible();
    expect(new URL(phone.url()).pathname).toBe(address);
    const page = await city.at(office);
    await button(page, '阅读情况').click();
    await segment(dialog(page), '已读').click();
    await choose(dialog(page), '单位', SERIES[office].below);
    await expect(row(dialog(page), officer.name)).toBeVisible();
    await button(dialog(page), /关闭|Close/)
      .first()
      .click();
  }
}
