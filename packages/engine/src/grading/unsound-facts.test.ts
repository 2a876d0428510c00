import { expect, test } from 'vitest';
import { evaluate } from '../rules/evaluate.ts';
import type { Facts } from '../rules/facts.ts';
import { decision, routineRules } from '../test-support/routine-rules.ts';
import { factsOf, refusalCodes } from '../test-support/small-rule-set.ts';

const rules = routineRules();

test('§9 decisions about, and statuses, leave and sanctions of somebody not on the roster are refused', () => {
  const codes = (more: Partial<Facts>) => refusalCodes(rules, factsOf([], more));
  expect(codes({ gradeDecisions: [decision('leader', '好', '理由', { subject: 'zz' })] })).toEqual([
    'subjectUnknown',
  ]);
  expect(codes({ statuses: [{ subject: 'zz', status: 'left' }] })).toEqual(['subjectUnknown']);
  expect(codes({ leaves: [{ subject: 'zz', kind: 'sick', from: '2026-09-01', to: '2026-09-02' }] })).toEqual([
    'subjectUnknown',
  ]);
  expect(codes({ sanctions: [{ id: 'p', subject: 'zz', sanction: 'warning', on: '2026-09-01' }] })).toEqual([
    'subjectUnknown',
  ]);
  expect(codes({ sanctions: [{ id: 'p', subject: 'a', sanction: 'none', on: '2026-09-01' }] })).toEqual([
    'sanctionUnknown',
  ]);
  expect(codes({ statuses: [{ subject: 'a', status: 'none' }] })).toEqual(['statusUnknown']);
  expect(
    codes({ statuses: [{ subject: 'a', status: 'left', from: '2026-09-02', to: '2026-09-01' }] }),
  ).toEqual(['datesReversed']);
  expect(
    codes({ statuses: [{ subject: 'a', status: 'lent', from: '2026-09-01', to: '2026-09-01' }] }),
  ).toEqual([]);
  expect(codes({ leaves: [{ subject: 'a', kind: 'sick', from: '2026-09-02', to: '2026-09-01' }] })).toEqual([
    'datesReversed',
  ]);
});

test('§9 refusals of facts say which one and what to do', () => {
  const messages = (more: Partial<Facts>) => {
    const result = evaluate({ ruleSet: rules, facts: factsOf([], more) });
    return result.ok ? [] : result.refusals.map(({ path, message }) => `${path} ${message}`);
  };
  const from = '2026-09-02';
  expect(messages({ statuses: [{ subject: 'a', status: 'left', from, to: '2026-09-01' }] })).toEqual([
    'statuses[0] statuses[0]：2026-09-02 晚于 2026-09-01，请把起止日期对调',
  ]);
  expect(messages({ leaves: [{ subject: 'a', kind: 'sick', from, to: '2026-09-01' }] })).toEqual([
    'leaves[0] leaves[0]：2026-09-02 晚于 2026-09-01，请把起止日期对调',
  ]);
  expect(messages({ statuses: [{ subject: 'a', status: 'lent', from, host: 'b' }] })).toEqual([]);
  expect(messages({ statuses: [{ subject: 'a', status: 'lent', to: from, host: 'b' }] })).toEqual([]);
  expect(messages({ statuses: [{ subject: 'a', status: '离奇' }] })).toEqual([
    'statuses[0].status statuses[0].status 的情形“离奇”不在本办法的 statuses 中，请核对代码',
  ]);
  expect(messages({ sanctions: [{ id: 'p', subject: 'a', sanction: '罚站', on: from }] })).toEqual([
    'sanctions[0].sanction sanctions[0] 的处分“罚站”不在本办法的 sanctions 中，请核对代码或补上这一种处分的后果',
  ]);
  const unknown = '的对象“zz”不在名单 subjects 中，请核对';
  expect(messages({ sanctions: [{ id: 'p', subject: 'zz', sanction: 'grave', on: from }] })).toEqual([
    `sanctions[0].subject sanctions[0] ${unknown}`,
  ]);
  expect(messages({ effects: [{ id: 'x', subject: 'zz', kind: 'rankLast' }] })).toEqual([
    `effects[0].subject effects[0] ${unknown}`,
  ]);
  expect(messages({ effects: [{ id: 'x', subject: 'a', kind: 'zeroItem' }] })).toEqual([
    'effects[0].item effects[0]：本项目记零分须写明是哪个项目（item）',
  ]);
  expect(
    messages({ gradeDecisions: [decision('leader', '好', '理由', { id: 'd7', subject: 'zz' })] }),
  ).toEqual([`gradeDecisions[d7].subject gradeDecisions[d7] ${unknown}`]);
});
