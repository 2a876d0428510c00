import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { button } from './controls.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Somebody at a desk or with a phone: a browser of their own, and whatever went wrong in it. */
export class Person {
  readonly page: Page;
  readonly errors: string[] = [];
  readonly #context: BrowserContext;
  readonly #app: RunningApp;
  #credentials: Credentials;

  private constructor(app: RunningApp, context: BrowserContext, page: Page, credentials: Credentials) {
    this.#app = app;
    this.#context = context;
    this.page = page;
    this.#credentials = credentials;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async at(
    place: 'desk' | 'phone',
    { app, browser }: { readonly app: RunningApp; readonly browser: Browser },
    credentials: Credentials,
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: app.url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 768 },
      ...(place === 'phone' ? PHONE : {}),
    });
    return new Person(app, context, await context.newPage(), credentials);
  }

  /** Signs in with the one-time password and chooses one's own, as the page insists. */
  async enterFirst(password: string): Promise<void> {
    await this.#fillSignIn();
    const { page } = this;
    await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
    await page.getByLabel('当前密码').fill(this.#credentials.password);
    await page.getByLabel('新密码', { exact: true }).fill(password);
    await page.getByLabel('再次输入新密码').fill(password);
    await button(page, '确定').click();
    await this.#seeFrame();
    this.#credentials = { ...this.#credentials, password };
  }

  /** Back after days away: the session has ended. */
  async enter(): Promise<void> {
    await this.#fillSignIn();
    await this.#seeFrame();
  }

  /** The same account on another device. */
  async alsoAt(place: 'desk' | 'phone', browser: Browser): Promise<Person> {
    const other = await Person.at(place, { app: this.#app, browser }, this.#credentials);
    await other.enter();
    return other;
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  async #fillSignIn(): Promise<void> {
    const { page } = this;
    await page.goto('/sign-in');
    await page.getByLabel('账号').fill(this.#credentials.username);
    await page.getByLabel('密码').fill(this.#credentials.password);
    await button(page, /^登\s*录$/).click();
  }

  async #seeFrame(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  }
}
