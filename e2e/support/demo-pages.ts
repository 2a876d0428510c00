import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

export const SIZES = {
  desk: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} as const;
export type Size = keyof typeof SIZES;

export interface RoleCard {
  readonly name: string;
  readonly role: string;
}

/** The roles the sign-in page offers in demo mode, as their cards say. */
export async function roleCards(page: Page): Promise<RoleCard[]> {
  await page.goto('/sign-in');
  const cards = page.getByRole('region', { name: '演示账号' }).getByRole('button');
  await expect(cards.first()).toBeVisible();
  const texts = await cards.evaluateAll((all) =>
    all.map((card) => [...card.children].map((part) => part.textContent ?? '')),
  );
  return texts.map(([role = '', name = '']) => ({ role, name }));
}

/** The first account of a role on the sign-in page. */
export async function roleCard(page: Page, role: string): Promise<RoleCard> {
  const found = (await roleCards(page)).find((card) => card.role === role);
  if (found === undefined) throw new Error(`the sign-in page offers nobody as ${role}`);
  return found;
}

/** A browser of one size, with whatever goes wrong in it collected. */
export class Visit {
  readonly page: Page;
  readonly troubles: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.troubles.push(`${this.#where()}: ${error.message}`));
    page.on('console', (message) => {
      const refused = /status of (\d+)/.exec(message.text())?.[1];
      if (refused !== undefined && isAnswer(Number(refused), message.location().url)) return;
      if (message.type() === 'error') this.troubles.push(`${this.#where()}: ${message.text()}`);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 400 && !isAnswer(answer.status(), answer.url())) {
        this.troubles.push(`${this.#where()}: ${answer.status()} ${new URL(answer.url()).pathname}`);
      }
    });
  }

  static async begin(browser: Browser, baseURL: string, size: Size): Promise<Visit> {
    const context = await browser.newContext({ ...SIZES[size], baseURL, locale: 'zh-CN' });
    return new Visit(context, await context.newPage());
  }

  /** One click on the card of the role. */
  async enterAs({ role, name }: RoleCard): Promise<void> {
    await this.enterAt(role, name);
  }

  /** The same, by the words on the card: a name, or a unit. */
  async enterAt(...words: readonly string[]): Promise<void> {
    await this.page.goto('/sign-in');
    const cards = this.page.getByRole('region', { name: '演示账号' }).getByRole('button');
    await words
      .reduce((all, hasText) => all.filter({ hasText }), cards)
      .first()
      .click();
    await expect(this.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  }

  /** Every page the navigation offers, those behind 更多 on the phone too. */
  async offeredPages(): Promise<string[]> {
    const more = this.page.getByRole('button', { name: '更多' });
    if (await more.isVisible()) await more.click();
    const seen = new Set<string>();
    const nav = this.page.getByRole('navigation', { name: '主导航' });
    for (const link of await this.#links()) seen.add(link);
    const desk = await nav.getByRole('link').count();
    for (let index = 0; index < desk && !(await more.isVisible()); index++) {
      await nav.getByRole('link').nth(index).click();
      for (const link of await this.#links()) seen.add(link);
    }
    return [...seen].sort();
  }

  /** Opens the page and waits until it has said what it has to say. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await this.settled();
  }

  /** Waits until nothing is loading and nothing has failed. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await expect(this.page.getByText('正在加载……')).toHaveCount(0);
    await expect(this.page.getByText('未能加载')).toHaveCount(0);
    await expect(this.page.getByText('页面出现意外错误')).toHaveCount(0);
  }

  /** How many pixels the page is wider than its screen. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  async end(): Promise<void> {
    await this.#context.close();
  }

  async #links(): Promise<string[]> {
    return this.page
      .getByRole('link')
      .evaluateAll((all) =>
        all.map((link) => link.getAttribute('href') ?? '').filter((href) => /^\/[a-z-]+$/.test(href)),
      );
  }

  #where(): string {
    return this.page.url().replace(/^https?:\/\/[^/]+/, '');
  }
}

/** Nobody is signed in yet; a leader is not appraised in the period and is told so on the page. */
function isAnswer(status: number, url: string): boolean {
  const { pathname } = new URL(url);
  return (
    (status === 401 && pathname === '/api/session') || (status === 404 && pathname.includes('/standing/'))
  );
}
