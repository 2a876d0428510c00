import { type Ability, abilities, heldAbilities, type Role } from '@mingji/engine';
import { expect, test } from 'vitest';
import {
  homeOf,
  linkAbove,
  mayOpen,
  type NavPage,
  navigationFor,
  pageAt,
  phoneTabsFor,
} from './navigation.ts';

const pages: readonly NavPage[] = [
  { path: '/workbench', title: '工作台', nav: 'workbench', ability: 'workbench.read', phoneTab: 'workbench' },
  { path: '/report', title: '填报', nav: 'mine', ability: 'submission.create', phoneTab: 'report' },
  { path: '/mine', title: '我的考核', nav: 'mine', ability: 'result.read', phoneTab: 'mine' },
  { path: '/ranking', title: '排名', nav: 'ranking', ability: 'ranking.read', phoneTab: 'ranking' },
  { path: '/ranking/$periodId', title: '某期排名', nav: 'ranking', ability: 'ranking.read' },
  { path: '/accounts', title: '账号管理', nav: 'system', ability: 'account.read' },
  { path: '/audit-log', title: '审计日志', nav: 'system', ability: 'audit.read' },
  { path: '/ranking/compare', title: '对比', nav: 'ranking', ability: 'ranking.read', hidden: true },
];
const held = (role: Role) =>
  heldAbilities({ accountId: 'a', officerId: null, grants: [{ role, unitPath: 'c/' }] });
const paths = (abilities: readonly Ability[]) =>
  navigationFor(pages, abilities).flatMap((section) =>
    section.items.flatMap((item) => item.links.map((link) => link.path)),
  );

test('三员 an administrator’s navigation leads to no score', () => {
  expect(paths(held('systemAdmin'))).toEqual(['/workbench', '/accounts']);
  expect(paths(held('auditAdmin'))).toEqual(['/workbench', '/accounts', '/audit-log']);
});

test('P1 an officer finds the own work and no account', () => {
  expect(paths(held('officer'))).toEqual(['/workbench', '/report', '/mine', '/ranking']);
});

test('P1 without an ability there is no navigation and no home, closed by default', () => {
  expect(navigationFor(pages, [])).toEqual([]);
  expect(homeOf(navigationFor(pages, []))).toBeNull();
  expect(homeOf(navigationFor(pages, held('officer')))).toBe('/workbench');
});

test('P1 of several abilities any one opens a page', () => {
  expect(mayOpen({ ability: ['audit.read', 'ranking.read'] }, ['ranking.read'])).toBe(true);
  expect(mayOpen({ ability: ['audit.read'] }, ['ranking.read'])).toBe(false);
  expect(mayOpen({}, [])).toBe(true);
});

test('N5 the phone’s tabs keep their order and show only what may be opened', () => {
  expect(phoneTabsFor(pages, held('officer')).map(({ tab }) => tab)).toEqual([
    'workbench',
    'report',
    'mine',
    'ranking',
  ]);
  expect(phoneTabsFor(pages, held('systemAdmin')).map(({ tab }) => tab)).toEqual(['workbench']);
  expect(phoneTabsFor(pages.slice(5), abilities).map(({ path }) => path)).toEqual([
    '/accounts',
    '/audit-log',
  ]);
});

test('P11 an address with a parameter belongs to its page', () => {
  expect(pageAt(pages, '/ranking/8f2c')?.title).toBe('某期排名');
  expect(pageAt(pages, '/ranking/8f2c/more')).toBeUndefined();
});

test('P12 a page opened from a list stands under that list in the navigation', () => {
  const links = [
    { path: '/outcomes', title: '先进与末位' },
    { path: '/outcomes/checks', title: '评优核查' },
  ];
  expect(linkAbove(links, '/outcomes/checks/$checkId')).toBe('/outcomes/checks');
  expect(linkAbove(links, '/outcomes/proposals/$proposalId')).toBe('/outcomes');
  expect(linkAbove(links, '/outcomesX')).toBeNull();
});

test('P12 an entry with one page bears the name of that page', () => {
  const titles = (role: Role) =>
    navigationFor(pages, held(role)).flatMap((section) => section.items.map((item) => item.title));
  expect(titles('systemAdmin')).toContain('账号管理');
  expect(titles('auditAdmin')).toContain('系统管理');
});
