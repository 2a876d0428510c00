import type { Locator, Page } from '@playwright/test';
import type { Size } from '../support/demo-pages.ts';

/** One picture of the handbook: who looks, at what, and what is opened or pointed at before it is taken. */
export interface HandbookPicture {
  /** In docs/handbook/images/, without the ending. */
  readonly file: string;
  readonly account: readonly string[];
  readonly size: Size;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
  /** What the text speaks of, framed. */
  readonly mark?: (page: Page) => Locator;
}

/** The words on a card of the sign-in page: a role and where it serves. */
const officer = ['民警', '清河枫桥所案件办理中队'];
const head = ['单位负责人', '清河枫桥派出所'];
const reviewer = ['归口部门审核员', '治安管理支队'];
const cityOffice = ['考核办', '目标考核办公室'];
const systemAdministrator = ['系统管理员'];

const click = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

/** The first row of a table, or card of a phone, that says so. */
const openRow =
  (hasText = '') =>
  async (page: Page): Promise<void> => {
    const row = page
      .locator('tr.ant-table-row, li:has(> button[aria-label="打开"])')
      .filter({ hasText })
      .first();
    await row.waitFor();
    const open = row.getByRole('button', { name: '打开', exact: true });
    await ((await open.count()) > 0 ? open.click() : row.dblclick());
  };

export const pictures: readonly HandbookPicture[] = [
  { file: 'officer-workbench', account: officer, size: 'phone', path: '/workbench' },
  { file: 'officer-indicators', account: officer, size: 'phone', path: '/report' },
  {
    file: 'officer-report',
    account: officer,
    size: 'phone',
    path: '/report',
    prepare: (page) =>
      page
        .getByRole('button', { name: /隐患排查整改/ })
        .first()
        .click(),
    mark: (page) => page.getByRole('button', { name: '拍照' }),
  },
  { file: 'officer-score', account: officer, size: 'phone', path: '/my-appraisal' },
  {
    file: 'officer-why',
    account: officer,
    size: 'phone',
    path: '/my-appraisal',
    prepare: openRow(),
    mark: (page) => page.getByRole('button', { name: /有异议，提出复议/ }),
  },
  { file: 'officer-log', account: officer, size: 'desk', path: '/score-log' },
  { file: 'officer-appeals', account: officer, size: 'phone', path: '/appeals' },
  {
    file: 'officer-bulletin',
    account: officer,
    size: 'phone',
    path: '/bulletins',
    prepare: openRow('考核情况'),
  },
  { file: 'head-elevator', account: head, size: 'desk', path: '/targets' },
  {
    file: 'head-decompose',
    account: head,
    size: 'desk',
    path: '/targets',
    prepare: (page) => page.getByRole('button', { name: '分解', exact: true }).first().click(),
  },
  { file: 'head-supervision', account: head, size: 'desk', path: '/supervision' },
  { file: 'head-press', account: head, size: 'desk', path: '/presses', prepare: openRow('待说明') },
  {
    file: 'reviewer-queue',
    account: reviewer,
    size: 'desk',
    path: '/review',
    // One that scores at once and that no colleague has taken.
    prepare: (page) =>
      page
        .getByRole('list', { name: '待审核' })
        .getByRole('listitem')
        .filter({ hasText: '督促整改', hasNotText: '受理中' })
        .first()
        .click(),
    mark: (page) => page.getByRole('button', { name: /^采纳（a）/ }),
  },
  {
    file: 'reviewer-keys',
    account: reviewer,
    size: 'desk',
    path: '/review',
    prepare: (page) => page.keyboard.press('?'),
  },
  { file: 'reviewer-post', account: reviewer, size: 'desk', path: '/review', prepare: click('登记加减分') },
  { file: 'reviewer-duties', account: reviewer, size: 'desk', path: '/review-duties' },
  { file: 'office-workbench', account: cityOffice, size: 'desk', path: '/workbench' },
  { file: 'office-periods', account: cityOffice, size: 'desk', path: '/periods' },
  {
    file: 'office-closing',
    account: cityOffice,
    size: 'desk',
    path: '/periods',
    prepare: (page) => page.getByRole('link', { name: '结账' }).first().click(),
  },
  {
    file: 'office-bulletin',
    account: cityOffice,
    size: 'desk',
    path: '/bulletins',
    prepare: openRow('考核情况'),
  },
  { file: 'office-operation', account: cityOffice, size: 'desk', path: '/operations' },
  { file: 'office-pilot', account: cityOffice, size: 'desk', path: '/pilot' },
  { file: 'office-seals', account: cityOffice, size: 'desk', path: '/seals' },
  {
    file: 'office-webhook',
    account: systemAdministrator,
    size: 'desk',
    path: '/webhook',
    prepare: click('设置网关'),
  },
];
