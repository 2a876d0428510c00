import { expect, test } from 'vitest';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import { changesOfIndicator } from './changes-of-indicator.ts';

const late: Indicator = {
  code: 'late',
  name: '迟到',
  clause: 'c-1',
  owner: '督察大队',
  marks: '10',
  scoring: { family: 'deductFromFull', events: [{ code: 'late', name: '迟到', points: '-1' }] },
};
const version = (indicators: readonly Indicator[], text = '迟到一次扣 1 分。'): RuleSet => ({
  format: 'mingji/rule-set@1',
  id: 'x',
  name: '办法',
  version: '1',
  mode: 'percentage',
  totalMarks: '10',
  appraises: ['officer'],
  clauses: [{ id: 'c-1', text }],
  modules: [{ code: 'm', name: '模块', items: [{ code: 'i', name: '内务', marks: '10', indicators }] }],
});
const labels = (old: RuleSet, next: RuleSet) =>
  changesOfIndicator(old, next, 'late').map(({ label }) => label);

test('P12 the history of an indicator tells what changed: marks, owner, rule and the words of its clause', () => {
  const next: Indicator = {
    ...late,
    marks: '12',
    owner: '政工室',
    scoring: { family: 'deductFromFull', events: [{ code: 'late', name: '迟到', points: '-2' }] },
  };
  const changes = changesOfIndicator(version([late]), version([next], '迟到一次扣 2 分。'), 'late');
  expect(changes.map(({ label }) => label)).toEqual(['分值', '归口部门', '规则', '条款原文']);
  expect(changes[0]).toEqual({ label: '分值', old: '10', new: '12' });
  expect(changes[3]).toEqual({ label: '条款原文', old: '迟到一次扣 1 分。', new: '迟到一次扣 2 分。' });
});

test('P12 an indicator that comes or goes is told as such, and what stays has no change', () => {
  expect(changesOfIndicator(version([]), version([late]), 'late')).toEqual([
    { label: '指标', old: '（无）', new: '迟到' },
  ]);
  expect(changesOfIndicator(version([late]), version([]), 'late')).toEqual([
    { label: '指标', old: '迟到', new: '（无）' },
  ]);
  expect(labels(version([late]), version([late]))).toEqual([]);
  expect(changesOfIndicator(version([]), version([]), 'late')).toEqual([]);
});

test('P12 what changes beside an indicator is not told as its own', () => {
  const other = { ...late, code: 'other', marks: '0' };
  expect(labels(version([late, other]), version([late, { ...other, marks: '1' }]))).toEqual([]);
});
