import { expect, test } from 'vitest';
import type { RuleSet } from '../rules/rule-set.ts';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { changed, violations } from '../test-support/three-tiers.ts';
import { checkInheritance } from './check-inheritance.ts';

const GRADES = [
  { code: 'a', name: '好', from: '90' },
  { code: 'b', name: '较好', from: '80', binding: 'may' as const },
  { code: 'c', name: '一般', binding: 'must' as const },
];
const treatment = { grader: 'ownUnit', outcome: 'graded' } as const;
const UPPER: RuleSet = ruleSetOf([item('p', [indicator('x', { family: 'ratio' })])], {
  sequences: [
    { code: 's', name: '甲', kind: 'unit' },
    { code: 't', name: '乙', kind: 'unit' },
  ],
  grading: { grades: GRADES, clause: 'c' },
  redLine: { below: '60', task: '书面检查', dueWorkingDays: 5 },
  statuses: [{ code: 'probation', name: '试用期', cycle: treatment, year: treatment }],
  sanctions: [
    {
      code: 'warning',
      name: '警告',
      effects: [
        { year: 0, effect: { kind: 'gradeCeiling', grade: 'b' } },
        { year: 1, appliesTo: 'year', effect: { kind: 'noGrade' } },
      ],
    },
  ],
  quota: { grade: 'a', rate: '0.4' },
  year: {
    grades: [
      { code: 'y1', name: '优秀' },
      { code: 'y2', name: '称职' },
    ],
    barredBy: ['c'],
    countedGrade: 'a',
    lowGrades: ['c'],
    lowProposals: ['y2'],
    worstGrade: 'c',
    allWorstProposal: 'y2',
    quota: { rate: '0.2', raisedRate: '0.25' },
  },
  lists: {
    top: 10,
    streaks: [{ among: 'last', years: 2, proposal: '约谈' }],
    zeroList: {},
    commendation: { gradeFloor: 'b' },
  },
  procedure: {},
  visibility: { points: 'unit', withheld: ['i'] },
  coefficients: { identities: [{ code: 'k', name: '所长', factor: '1.1', clause: 'c' }] },
  posts: [{ code: 'post', name: '社区民警', category: '社区', duties: ['走访'], performance: ['每月走访'] }],
});
/** What is refused of the change, without the code when a field was loosened. */
const change = (path: string, to: unknown) =>
  violations(UPPER, changed(UPPER, path, to)).map((line) => line.replace('inheritedLoosened ', ''));
/** The same with another upper value. */
const between = (path: string, upper: unknown, lower: unknown) =>
  violations(changed(UPPER, path, upper), changed(UPPER, path, lower));

test('§16 a lower method that says the same passes', () => {
  expect(violations(UPPER, UPPER)).toEqual([]);
});

test.each<readonly [string, unknown, unknown]>([
  ['appraises', ['unit'], ['unit', 'x']],
  ['sequences', [UPPER.sequences?.[0]], [{ code: 'z', name: '丙', kind: 'unit' }]],
  ['sequences', [], undefined],
  ['notApplicable', 'rescale', 'full'],
  ['filing', 'required', 'other'],
  ['rounding', undefined, 'none'],
  ['ranking', undefined, { minGroup: 3 }],
  ['matters', undefined, { split: 'each' }],
  ['aggregation', undefined, { kind: 'sum' }],
  ['mode', 'accumulating', 'percentage'],
  ['totalMarks', undefined, '100'],
  ['grading.allowRaise', false, true],
  ['grading.nomination', 'required', 'none'],
  ['grading.kinds', undefined, ['unit']],
  ['grading.grades.0.from', '91', '89'],
  ['grading.grades.0.from', '90', undefined],
  ['grading.grades.1.binding', 'must', 'other'],
  ['grading.grades.2.binding', 'must', 'may'],
  ['redLine.below', '61', '59'],
  ['redLine.dueWorkingDays', 4, 6],
  ['redLine.task', '书面检查', '口头'],
  ['redLine.kinds', undefined, ['unit']],
  ['quota.rate', '40%', '0.41'],
  ['quota.rate', '0.39', '1/2'],
  ['quota.minimumOne', false, 'x'],
  ['quota.bureauCap', true, false],
  ['quota.grade', 'a', 'b'],
  ['year.lowShare', '0.4', '0.6'],
  ['year.barredBy', ['c', 'b'], []],
  ['year.lowGrades', ['b', 'c'], ['b']],
  ['year.countedGrade', 'a', 'b'],
  ['year.lowProposals', ['y2'], ['y2', 'y1']],
  ['year.quota.rate', '0.1', '0.3'],
  ['year.quota.raisedRate', '0.2', '0.3'],
  ['year.quota.raisedRate', undefined, '0.26'],
  ['year.quota.pools', undefined, []],
  ['lists.first', 3, 4],
  ['lists.last', 4, 2],
  ['lists.top', 10, 11],
  ['lists.streaks', [...(UPPER.lists?.streaks ?? []), { among: 'last', years: 3, proposal: '调整' }], []],
  ['lists.zeroList.presentDays', 9, 11],
  ['lists.commendation.notAmongLast', 4, 2],
  ['lists.commendation.gradeFloor', 'a', 'c'],
  ['lists.commendation.gradeFloor', 'b', undefined],
  ['procedure.noticeDays', 6, 4],
  ['procedure.appealDays', 7, 3],
  ['procedure.answerDays', 4, 6],
  ['procedure.statutoryReviewDays', 30, 31],
  ['procedure.statutoryAppealDays', 15, 14],
  ['visibility.points', 'line', 'all'],
  ['visibility.unitRanks', 'sequence', 'other'],
  ['visibility.officerRanks', 'unit', 'all'],
  ['visibility.withheld', ['i', 'j'], []],
  ['coefficients.mean', '1.0', '1.1'],
  ['coefficients.tolerance', '0.04', '0.06'],
  ['coefficients.identities.0.factor', '1.10', '1.2'],
  ['statuses.0.cycle.outcome', 'graded', 'offList'],
  ['statuses.0.name', '试用期', '见习期'],
  ['posts.0.duties', ['走访', '宣传'], ['宣传']],
  ['posts.0.performance', ['每月走访', '每季'], []],
  ['posts.0.category', '社区', '内勤'],
])('§16 %s may become %j, not %j', (path, stricter, looser) => {
  expect(change(path, stricter)).toEqual([]);
  expect(change(path, looser)).toHaveLength(1);
});

test.each([
  ['grading.clause', 'd'],
  ['grading.grades.2.from', '10'],
  ['grading.grades.1.clause', 'd'],
  ['year.grades.0.from', '1'],
  ['statuses.0.clause', 'd'],
  ['posts.0.indicators', ['x']],
])('§16 %s may become %j', (path, to) => {
  expect(change(path, to)).toEqual([]);
});

test('§16 what the upper method leaves at its default may be tightened from there, and its own words loosened never', () => {
  expect(between('filing', 'required', undefined)).toHaveLength(1);
  expect(between('filing', 'none', 'required')).toEqual([]);
  expect(between('grading.allowRaise', true, undefined)).toEqual([]);
  expect(between('grading.nomination', 'none', 'required')).toEqual([]);
  expect(between('quota.minimumOne', false, undefined)).toHaveLength(1);
  expect(between('quota.bureauCap', false, undefined)).toEqual([]);
  expect(between('lists.first', undefined, 3)).toEqual([]);
  expect(between('procedure.noticeDays', 7, undefined)).toHaveLength(1);
  expect(between('procedure.statutoryReviewDays', undefined, 30)).toEqual([]);
  expect(between('year.lowShare', undefined, '1/2')).toEqual([]);
  expect(between('posts.0.indicators', ['x'], undefined)).toHaveLength(1);
  expect(between('sequences', undefined, UPPER.sequences)).toEqual([]);
  const unlimited = changed(UPPER, 'quota', undefined);
  expect(violations(unlimited, changed(unlimited, 'grading.nomination', 'none'))).toEqual([]);
  expect(
    violations(changed(UPPER, 'grading.nomination', 'none'), changed(UPPER, 'quota', undefined)),
  ).toEqual(['inheritedRemoved quota']);
});

test.each(['grading', 'redLine', 'quota', 'procedure', 'visibility', 'year', 'lists', 'coefficients'])(
  '§16 the section %s of the upper method stays',
  (name) => {
    expect(change(name, undefined)).toEqual([`inheritedRemoved ${name}`]);
  },
);

test('§16 parts of sections stay', () => {
  expect(change('year.quota', undefined)).toEqual(['inheritedRemoved year.quota']);
  expect(change('lists.zeroList', undefined)).toEqual(['inheritedRemoved lists.zeroList']);
  expect(change('lists.commendation', undefined)).toEqual(['inheritedRemoved lists.commendation']);
  const [refusal] = checkInheritance(UPPER, changed(UPPER, 'year.quota', undefined));
  expect(refusal?.message).toContain('上级办法的年度名额被去掉了');
});

test('§16 where the upper method is silent the lower may speak, except by coefficients', () => {
  const silent = changed(changed(UPPER, 'redLine', undefined), 'statuses', undefined);
  const { sanctions: _sanctions, posts: _posts, ...quiet } = silent;
  expect(violations(quiet, UPPER)).toEqual([]);
  const plain = changed(UPPER, 'coefficients', undefined);
  expect(violations(plain, UPPER)).toEqual(['coefficientsAdded coefficients']);
  const [refusal] = checkInheritance(plain, UPPER);
  expect(refusal?.message).toContain('本办法条款c“条款原文”');
  const unnamed = changed(UPPER, 'coefficients.identities.0.clause', undefined);
  expect(checkInheritance(plain, unnamed)[0]?.message).toContain('本办法条款（未注明条款）');
});

test('§16 grades keep their order and number', () => {
  expect(change('grading.grades', [...GRADES].reverse())).toEqual(['grading.grades']);
  expect(change('grading.grades', GRADES.slice(0, 2))).toEqual([
    'grading.grades',
    'inheritedRemoved grading.grades',
  ]);
  expect(change('grading.grades.0.name', '最好')).toEqual(['grading.grades[0].name']);
  const [refusal] = checkInheritance(UPPER, changed(UPPER, 'grading.grades.0.from', '80'));
  expect(refusal?.message).toContain('等次“好”的 from 只可提高，不可降低，上级为 90，本级为 80');
  expect(refusal?.clause).toBe('c');
});

test('§8 statuses are the upper method’s; a status more would take people out of it', () => {
  const more = { code: 'own', name: '本级情形', clause: 'c', cycle: treatment, year: treatment };
  expect(change('statuses.1', more)).toEqual(['memberAdded statuses[1]']);
  expect(change('statuses', [])).toEqual(['inheritedRemoved statuses']);
  const [refusal] = checkInheritance(UPPER, changed(UPPER, 'statuses.1', more));
  expect(refusal?.message).toContain('情形“本级情形”是本级增加的，参加情形由上级规定');
  expect(refusal?.message).toContain('本办法条款c“');
});

test('§8 sanctions may be added and made heavier, never milder or dropped', () => {
  const effects = (...each: readonly object[]) => change('sanctions.0.effects', each);
  const [now, next] = UPPER.sanctions?.[0]?.effects ?? [];
  const heavier = { year: 0, effect: { kind: 'noGrade' } };
  expect(change('sanctions.1', { code: 'more', name: '更多', effects: [] })).toEqual([]);
  expect(change('sanctions', [])).toEqual(['inheritedRemoved sanctions']);
  expect(change('sanctions.0.name', '记过')).toEqual(['sanctions[0].name']);
  expect(effects({ ...heavier }, { ...next })).toEqual([]);
  expect(effects({ ...next }, { ...now }, { ...heavier, year: 3 })).toEqual([]);
  expect(effects({ ...now })).toEqual(['effectMilder sanctions[0].effects']);
  expect(effects({ ...now }, { ...next, year: 2 })).toEqual(['effectMilder sanctions[0].effects']);
  expect(effects({ ...now }, { ...next, appliesTo: 'cycle' })).toEqual(['effectMilder sanctions[0].effects']);
  expect(effects({ ...now }, { year: 1, effect: { kind: 'noGrade' } })).toEqual([]);
  expect(effects({ year: 0, appliesTo: 'year', effect: now?.effect }, { ...next })).toEqual([
    'effectMilder sanctions[0].effects',
  ]);
  const [refusal] = checkInheritance(UPPER, changed(UPPER, 'sanctions.0.effects.1', heavier));
  expect(refusal?.message).toContain('处分“警告”第 2 年去掉了上级规定的后果');
});

test('§16 posts may be added, and their lists only grow', () => {
  expect(change('posts.1', { ...UPPER.posts?.[0], code: 'more' })).toEqual([]);
  expect(change('posts', undefined)).toEqual(['inheritedRemoved posts']);
});

test('§16 each direction is told in words', () => {
  const told = (path: string, to: unknown) => checkInheritance(UPPER, changed(UPPER, path, to))[0]?.message;
  expect(told('quota.rate', '0.5')).toContain('名额的 rate 只可降低，不可提高');
  expect(told('appraises', ['x'])).toContain('办法的 appraises 只可缩小范围，不可扩大');
  expect(told('year.barredBy', [])).toContain('年度等次的 barredBy 只可增加，不可减少或改动');
  expect(told('quota.bureauCap', false)).toContain('bureauCap 只可从严（由宽到严：false、true）');
  expect(told('quota.grade', 'b')).toContain('名额的 grade 不可改动');
  expect(told('lists.zeroList.presentDays', 20)).toContain('零报告名单的 presentDays');
  expect(told('lists.commendation.notAmongLast', 1)).toContain('表彰核查的 notAmongLast');
  expect(told('redLine.below', '1')).toContain('红线的 below');
  expect(told('procedure.noticeDays', 1)).toContain('程序的 noticeDays');
  expect(told('lists.top', 1)).toContain('名单的 top');
  expect(told('coefficients.mean', '2')).toContain('系数的 mean');
  expect(told('grading.allowRaise', true)).toContain('等次评定的 allowRaise');
  expect(told('posts.0.name', '别名')).toContain('岗位“社区民警”的 name');
  expect(told('clauses.0.text', '别文')).toContain('条款 c的 text');
});
