import { expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import { EXEMPT, NOT_SCORED, type Score, scored } from '../kernel/score.ts';
import type { RedLineRule } from '../rules/appraisal-rules.ts';
import type { SubjectKind } from '../rules/rule-set.ts';
import { routineRules } from '../test-support/routine-rules.ts';
import { redLineTasks } from './red-line.ts';

const rule: RedLineRule = { below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'r1' };
const of = (subject: string, score: Score, kind: SubjectKind = 'unit') => ({
  subject,
  kind,
  score,
  effects: [],
});
const at = (text: string) => scored(exact(text));
const tasks = (redLine: RedLineRule, ...results: ReturnType<typeof of>[]) =>
  redLineTasks(routineRules({ redLine }), results);

test('P16 below the red line a written review is due; on the line it is not', () => {
  const found = tasks(rule, of('a', at('59.99')), of('b', at('60')), of('c', at('60.01')));
  expect(
    found.map(({ score, below, ...rest }) => ({ ...rest, score: toText(score), below: toText(below) })),
  ).toEqual([
    { subject: 'a', score: '59.99', below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'r1' },
  ]);
});

test('P16 the line is for the kinds it names and for scores only', () => {
  const results = [of('a', at('1')), of('b', at('1'), 'officer'), of('c', NOT_SCORED), of('d', EXEMPT)];
  const subjects = (redLine: RedLineRule) => tasks(redLine, ...results).map(({ subject }) => subject);
  expect(subjects(rule)).toEqual(['a', 'b']);
  expect(subjects({ ...rule, kinds: ['officer'] })).toEqual(['b']);
  expect(redLineTasks(routineRules(), results)).toEqual([]);
  const { clause: _, ...bare } = rule;
  expect(tasks(bare, of('a', at('1')))[0]).not.toHaveProperty('clause');
});
