import type { Ability } from '@mingji/engine';

export type NavGroupKey = 'work' | 'appraisal' | 'use' | 'setup';

export const navGroups: readonly { readonly key: NavGroupKey; readonly title: string }[] = [
  { key: 'work', title: '日常工作' },
  { key: 'appraisal', title: '考核评定' },
  { key: 'use', title: '通报运用' },
  { key: 'setup', title: '制度与管理' },
];

/** The entries of the side navigation, in the order of the work. An entry without a page is not shown. */
export const navEntries = {
  workbench: { title: '工作台', group: 'work' },
  mine: { title: '我的考核', group: 'work' },
  targets: { title: '目标任务', group: 'work' },
  review: { title: '审核', group: 'work' },
  appeals: { title: '复议', group: 'work' },
  periods: { title: '考核周期', group: 'appraisal' },
  ranking: { title: '排名', group: 'appraisal' },
  archives: { title: '政绩档案', group: 'appraisal' },
  routine: { title: '平时考核', group: 'appraisal' },
  unitAppraisal: { title: '单位考核', group: 'appraisal' },
  conduct: { title: '考勤与奖惩', group: 'appraisal' },
  supervision: { title: '督办', group: 'appraisal' },
  bulletins: { title: '通报', group: 'use' },
  outcomes: { title: '结果运用', group: 'use' },
  analysis: { title: '分析', group: 'use' },
  ruleSets: { title: '指标与办法', group: 'setup' },
  organization: { title: '机构人员', group: 'setup' },
  seals: { title: '封存校验', group: 'setup' },
  system: { title: '系统管理', group: 'setup' },
} as const satisfies Record<string, { readonly title: string; readonly group: NavGroupKey }>;

export type NavKey = keyof typeof navEntries;

/** The first four tabs of the phone; 更多 is always there. */
export const phoneTabs = ['workbench', 'report', 'mine', 'ranking'] as const;
export type PhoneTab = (typeof phoneTabs)[number];

/** What navigation needs to know of a page. */
export interface NavPage {
  readonly path: string;
  readonly title: string;
  readonly nav: NavKey;
  /** Held anywhere opens the page; of several, any one does. Without it every signed-in account may. */
  readonly ability?: Ability | readonly Ability[];
  /** Reached from other pages only. Pages with a `$` parameter never stand in the navigation. */
  readonly hidden?: boolean;
  readonly phoneTab?: PhoneTab;
}

export interface NavLink {
  readonly path: string;
  readonly title: string;
}
/** One entry: a plain link under its page's own name when it has one page, else its pages below it. */
export interface NavItem {
  readonly key: NavKey;
  readonly title: string;
  readonly links: readonly NavLink[];
}
export interface NavSection {
  readonly key: NavGroupKey;
  readonly title: string;
  readonly items: readonly NavItem[];
}

export function mayOpen(page: Pick<NavPage, 'ability'>, abilities: readonly Ability[]): boolean {
  if (page.ability === undefined) return true;
  const wanted = typeof page.ability === 'string' ? [page.ability] : page.ability;
  return wanted.some((one) => abilities.includes(one));
}

/** The side navigation of one account: only what it may open, grouped, without empty groups. */
export function navigationFor(pages: readonly NavPage[], abilities: readonly Ability[]): NavSection[] {
  const open = pages.filter((page) => !page.hidden && !page.path.includes('$') && mayOpen(page, abilities));
  const keys = Object.keys(navEntries) as NavKey[];
  return navGroups
    .map((group) => ({
      ...group,
      items: keys
        .filter((key) => navEntries[key].group === group.key)
        .map((key) => itemOf(key, open))
        .filter((item) => item.links.length > 0),
    }))
    .filter((section) => section.items.length > 0);
}

function itemOf(key: NavKey, open: readonly NavPage[]): NavItem {
  const links = open.filter((page) => page.nav === key).map(({ path, title }) => ({ path, title }));
  const [only, second] = links;
  return { key, title: only && !second ? only.title : navEntries[key].title, links };
}

/** The link of an entry that a page stands under: its own, or that of the list it was opened from. */
export function linkAbove(links: readonly NavLink[], path: string): string | null {
  const above = links.filter((link) => path === link.path || path.startsWith(`${link.path}/`));
  return above.sort((one, other) => other.path.length - one.path.length)[0]?.path ?? null;
}

/** Where an account lands: its first page. */
export function homeOf(sections: readonly NavSection[]): string | null {
  return sections[0]?.items[0]?.links[0]?.path ?? null;
}

/** The phone's tabs this account has; who has none of them gets the first entries of the navigation. */
export function phoneTabsFor(
  pages: readonly NavPage[],
  abilities: readonly Ability[],
): { readonly tab: PhoneTab | NavKey; readonly title?: string; readonly path: string }[] {
  const tabs = phoneTabs.flatMap((tab) => {
    const page = pages.find((one) => one.phoneTab === tab && mayOpen(one, abilities));
    return page ? [{ tab, path: page.path }] : [];
  });
  if (tabs.length > 0) return tabs;
  return navigationFor(pages, abilities)
    .flatMap((section) => section.items)
    .flatMap((item) => item.links.map((link) => ({ tab: item.key, title: link.title, path: link.path })))
    .slice(0, 4);
}

/** The page that an address belongs to: `$name` stands for one segment. */
export function pageAt<P extends { readonly path: string }>(
  pages: readonly P[],
  address: string,
): P | undefined {
  const given = address.split('/').filter(Boolean);
  return pages.find((page) => {
    const wanted = page.path.split('/').filter(Boolean);
    return (
      wanted.length === given.length &&
      wanted.every((part, index) => part.startsWith('$') || part === given[index])
    );
  });
}
