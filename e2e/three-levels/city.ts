import { type Browser, expect, type Page } from '@playwright/test';
import { type Size, Visit } from '../support/demo-pages.ts';

/** Who works on the journeys, at which screen, and the words on their card of the sign-in page. */
const PEOPLE = {
  cityOffice: { size: 'desk', words: ['考核办', '目标考核办公室'] },
  countyOffice: { size: 'desk', words: ['考核办', '清河考核办公室'] },
  chief: { size: 'desk', words: ['局领导', '江临市公安局'] },
  leader: { size: 'desk', words: ['分管领导', '清河县公安局'] },
  reviewer: { size: 'desk', words: ['答复复议', '治安管理支队'] },
  committee: { size: 'desk', words: ['考核委员会'] },
  head: { size: 'desk', words: ['单位负责人', '清河枫桥派出所'] },
  officer: { size: 'phone', words: ['查看本人成绩'] },
} as const satisfies Record<string, { readonly size: Size; readonly words: readonly string[] }>;
export type Who = keyof typeof PEOPLE;

export const CITY = '江临市公安局';
export const COUNTY = '清河县公安局';
export const STATION = '清河枫桥派出所';

/** The demo city of one journey: everybody comes in when first needed and stays at the same screen. */
export class City {
  /** Told apart from earlier runs on the same demo. */
  readonly run = Date.now().toString(36).slice(-5);
  readonly #browser: Browser;
  readonly #url: string;
  readonly #visits = new Map<Who, Promise<Visit>>();

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  async at(who: Who): Promise<Page> {
    const known = this.#visits.get(who) ?? this.#enter(who);
    this.#visits.set(who, known);
    return (await known).page;
  }

  /** Two people's screens side by side. */
  both(one: Who, other: Who): Promise<[Page, Page]> {
    return Promise.all([this.at(one), this.at(other)]);
  }

  /** Nobody's page broke; answers that refuse are part of the journey. */
  async end(): Promise<void> {
    for (const [who, visit] of this.#visits) {
      const { troubles } = await visit;
      expect(
        troubles.filter((trouble) => !/(: 4\d\d )|(status of 4\d\d)/.test(trouble)),
        who,
      ).toEqual([]);
      await (await visit).end();
    }
  }

  async #enter(who: Who): Promise<Visit> {
    const { size, words } = PEOPLE[who];
    const visit = await Visit.begin(this.#browser, this.#url, size);
    await visit.enterAt(...words);
    return visit;
  }
}

interface Session {
  readonly account: { readonly displayName: string };
  readonly officer: { readonly name: string; readonly unitName: string };
}

/** Whose screen this is. */
export async function me(page: Page): Promise<{ readonly name: string; readonly unit: string }> {
  const answer = await page.request.get('/api/session');
  const { account, officer } = (await answer.json()) as Session;
  return { name: account.displayName, unit: officer.unitName };
}
