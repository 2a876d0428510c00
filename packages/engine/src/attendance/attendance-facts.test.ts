import { expect, test } from 'vitest';
import { checkRuleSet } from '../rules/check-rule-set.ts';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { type AttendanceMonth, attendanceFacts } from './attendance-facts.ts';
import type { AttendanceRule } from './attendance-rules.ts';

const rules: readonly AttendanceRule[] = [
  { column: 'late', indicator: 'a', event: 'late' },
  { column: 'absent', indicator: 'a', event: 'absent', per: '0.5' },
  { column: 'full', indicator: 'a', event: 'full' },
  { column: 'present', of: 'due', indicator: 'rate' },
  { column: 'leave', indicator: 'leaves' },
  { column: 'sickLeave', indicator: 'sick' },
];
const told = (month: AttendanceMonth) =>
  attendanceFacts(rules, month).map(
    ({ rule, quantity, of }) =>
      `${rule.event ?? rule.indicator} ${quantity}${of === undefined ? '' : `/${of}`}`,
  );

test('P3 a full month is full attendance and a rate, and no event for what did not happen', () => {
  expect(told({ due: '22', present: '22.0', late: '0', early: '0', absent: '0', leave: {} })).toEqual([
    'full 1',
    'rate 22/22',
    'leaves 0',
  ]);
});

test('P3 half days stay halves: 1.5 days of absence are three half days', () => {
  expect(
    told({ due: '22', present: '18.5', late: '2', absent: '1.5', leave: { sick: '1.5', annual: '0.5' } }),
  ).toEqual(['late 2', 'absent 3', 'rate 18.5/22', 'leaves 2', 'sick 1.5']);
});

test('P3 absent is not zero: a file without days makes neither full attendance nor a rate', () => {
  expect(told({ late: '1', leave: {} })).toEqual(['late 1', 'leaves 0']);
  expect(told({ due: '0', present: '0', leave: {} })).toEqual(['leaves 0']);
  expect(told({ due: '22', present: '22', early: '1', leave: {} })).toEqual(['rate 22/22', 'leaves 0']);
});

test('P3 the mapping names indicators and events that are there', () => {
  const events = [{ code: 'late', name: '迟到', points: '-1' }];
  const ruleSet = ruleSetOf([item('p', [indicator('a', { family: 'occurrence', events })])]);
  const attendance: readonly AttendanceRule[] = [
    { column: 'late', indicator: 'a', event: 'late' },
    { column: 'late', indicator: 'a' },
    { column: 'late', indicator: 'gone' },
  ];
  expect(checkRuleSet({ ...ruleSet, attendance }).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'eventUnknown attendance[1].event',
    'indicatorUnknown attendance[2].indicator',
  ]);
});
