import { expect, type Locator, type Page } from '@playwright/test';

type Scope = Page | Locator;
const pageOf = (scope: Scope): Page => ('page' in scope ? scope.page() : scope);

/** An icon before the words of a button has a name of its own, which nobody reads. */
const worded = (name: string): RegExp => new RegExp(`^(?:[a-z-]+ )*${name.replace(/[.*+?()[\]]/g, '\\$&')}$`);
export const button = (scope: Scope, name: string | RegExp): Locator =>
  scope.getByRole('button', { name: typeof name === 'string' ? worded(name) : name });
export const field = (scope: Scope, label: string): Locator => scope.getByLabel(label, { exact: true });
/** The drawer or window that is open, the topmost of several. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true }).last();

/** Chooses from a list that opens under the field; what is typed narrows the list as it does for people. */
export async function choose(scope: Scope, label: string | Locator, option: string): Promise<void> {
  const box = typeof label === 'string' ? field(scope, label) : label;
  await box.click();
  const listed = pageOf(scope)
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option });
  if (await box.isEditable()) await box.fill(option);
  await listed.first().click();
}

/** A day: typed, so that its month is shown, and taken from there. */
export async function fillDay(scope: Scope, label: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-').map(Number);
  await field(scope, label).fill(`${year}年${month}月${date}日`);
  await pageOf(scope)
    .locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) td.ant-picker-cell-in-view')
    .getByText(String(date), { exact: true })
    .click();
}

/** Goes to a page through the navigation at the left; an entry of several pages shows them below itself. */
export async function goTo(page: Page, entry: string, title = entry): Promise<void> {
  const nav = page.getByRole('navigation', { name: '主导航' });
  const heading = page.getByRole('heading', { level: 1, name: title });
  const below = nav.getByRole('link', { name: title, exact: true }).last();
  // An entry with a single page for this account bears the name of the page.
  await nav.getByRole('link', { name: entry, exact: true }).or(below).first().click();
  await expect(heading.or(below).first()).toBeVisible();
  if (!(await heading.isVisible())) await below.click();
  await expect(heading).toBeVisible();
}

/** The row of a table that holds all these texts. */
export function row(scope: Scope, ...texts: readonly string[]): Locator {
  return texts.reduce(
    (rows, text) => rows.filter({ hasText: text }),
    scope.locator('tbody tr:not(.ant-table-measure-row)'),
  );
}

/** One of the choices that stand side by side; counts may follow its words. */
export const segment = (scope: Scope, words: string): Locator =>
  scope
    .locator('label')
    .filter({ has: pageOf(scope).getByRole('radio'), hasText: words })
    .first();
