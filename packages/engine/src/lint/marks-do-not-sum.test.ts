import { expect, test } from 'vitest';
import type { Scoring } from '../rules/scoring.ts';
import { briefOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '扣分', points: '-1' }] };
const leaf = (code: string, marks?: string) => proven(code, minus, marks === undefined ? {} : { marks });
const percentage = (totalMarks: string) => ({ mode: 'percentage' as const, totalMarks });
const about = (findings: ReturnType<typeof lintOf>) =>
  findings.filter((finding) => finding.code.startsWith('marks'));

test('X6 §4 leaves that do not sum to their item are named with the difference', () => {
  const items = [item('p', [leaf('a', '4'), leaf('b', '5')], { marks: '10' })];
  const [short] = about(lintOf(items));
  expect(short).toMatchObject({
    code: 'marksDoNotSum',
    name: '项目p',
    path: 'modules[0].items[0].marks',
    words: ['-1'],
  });
  expect(short?.reason).toBe('写明 10 分，下面合计 9 分，还差 1 分');
  const [over] = about(lintOf([item('p', [leaf('a', '4'), leaf('b', '8')], { marks: '10' })]));
  expect(over?.reason).toBe('写明 10 分，下面合计 12 分，多出 2 分');
});

test('X6 §4 leaves that sum, or leave a rest to one without marks, are not named', () => {
  expect(about(lintOf([item('p', [leaf('a', '4'), leaf('b', '6')], { marks: '10' })]))).toEqual([]);
  expect(about(lintOf([item('p', [leaf('a', '4'), leaf('b')], { marks: '10' })]))).toEqual([]);
  expect(about(lintOf([item('p', [leaf('a')], { marks: '10' })]))).toEqual([]);
  expect(about(lintOf([item('p', [leaf('a', '4')])]))).toEqual([]);
  expect(briefOf(about(lintOf([item('p', [leaf('a', '14'), leaf('b')], { marks: '10' })])))).toEqual([
    'marksDoNotSum modules[0].items[0].marks 4',
  ]);
});

test('X6 §4 items that do not sum to the total are named; modules weigh theirs, accumulating sets have no total', () => {
  const items = [item('p', [leaf('a')], { marks: '60' })];
  expect(briefOf(about(lintOf(items, percentage('100'))))).toEqual(['marksDoNotSum totalMarks -40']);
  expect(about(lintOf(items, percentage('60')))).toEqual([]);
  expect(about(lintOf(items, { mode: 'accumulating', totalMarks: '100' }))).toEqual([]);
  expect(about(lintOf(items, { mode: 'percentage' }))).toEqual([]);
  const half = { modules: [{ code: 'm', name: '模块', weight: '50%', items }] };
  expect(briefOf(about(lintOf(items, { ...percentage('60'), ...half })))).toEqual([
    'marksDoNotSum totalMarks -30',
  ]);
});

test('X6 a leaf without marks beside others with marks is named in a percentage set only', () => {
  const items = [item('p', [leaf('a', '60'), leaf('b')], { marks: '100' })];
  expect(briefOf(about(lintOf(items, percentage('100'))))).toEqual([
    'marksMissing modules[0].items[0].indicators[1]',
  ]);
  expect(about(lintOf(items))).toEqual([]);
  expect(about(lintOf([item('p', [leaf('a', '60'), leaf('b')])], { mode: 'percentage' }))).toEqual([]);
  expect(about(lintOf(items, percentage('100')))[0]?.needsSignOff).toBe(false);
  expect(about(lintOf(items, percentage('90')))[0]?.needsSignOff).toBe(false);
  expect(about(lintOf([item('p', [leaf('a'), leaf('b')], { marks: '100' })], percentage('100')))).toEqual([]);
});

test('X6 §16 what an item opens to lower methods counts as their marks', () => {
  const opened = (marks: string | undefined, ...leaves: Parameters<typeof item>[1]) => {
    const opens = { clause: 'c', ...(marks === undefined ? {} : { marks }) };
    return briefOf(about(lintOf([item('p', leaves, { marks: '10', opens })])));
  };
  expect(opened('6', leaf('a', '4'))).toEqual([]);
  expect(opened('10')).toEqual([]);
  expect(opened(undefined)).toEqual([]);
  expect(opened('5', leaf('a', '4'))).toEqual(['marksDoNotSum modules[0].items[0].marks -1']);
  expect(opened('9')).toEqual(['marksDoNotSum modules[0].items[0].marks -1']);
  expect(opened('5', leaf('a', '4'), leaf('b'))).toEqual([]);
});
