import { expect, test } from 'vitest';
import { chooseIndicators, type ReportIndicator } from './choose-indicators.ts';

const indicator = (code: string, moduleName: string, lastUsedAt: string | null): ReportIndicator => ({
  code,
  name: `指标${code}`,
  itemName: '项目',
  moduleName,
  form: { takes: 'event', events: [], band: null, measureUnit: null },
  clause: code === 'c' ? '走访群众' : '',
  evidenceRule: null,
  familyName: '',
  ownerName: null,
  target: null,
  lateAllowed: false,
  lastUsedAt,
  namedRoles: [],
});
const all = [
  indicator('a', '业务工作', null),
  indicator('b', '队伍建设', '2026-09-01T00:00:00Z'),
  indicator('c', '业务工作', '2026-09-05T00:00:00Z'),
];

test('P3 the picker offers the last used first and the rest by module', () => {
  const { recent, modules } = chooseIndicators(all, '');
  expect(recent.map((each) => each.code)).toEqual(['c', 'b']);
  expect(modules.map(({ name, list }) => [name, list.length])).toEqual([
    ['业务工作', 2],
    ['队伍建设', 1],
  ]);
});

test('N5 typing finds an indicator by its name or by the words of its clause', () => {
  expect(chooseIndicators(all, '走访').modules).toMatchObject([{ name: '业务工作', list: [{ code: 'c' }] }]);
  expect(chooseIndicators(all, '走访').recent).toEqual([]);
  expect(chooseIndicators(all, '没有').modules).toEqual([]);
});
