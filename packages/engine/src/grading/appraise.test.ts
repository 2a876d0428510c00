import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { NOT_SCORED, scored } from '../kernel/score.ts';
import type { Facts } from '../rules/facts.ts';
import { appraisalOf, gradeOf, happened, people, points, YEAR } from '../test-support/routine-appraisal.ts';
import { decision, GRADES, QUOTA, routineRules } from '../test-support/routine-rules.ts';
import { officer, resultOf, textOf, unit } from '../test-support/small-rule-set.ts';
import { decideGrades } from './decide-grades.ts';
import { cycleScale } from './grade-scale.ts';

const rules = routineRules();

test('§1 89.996 is rounded to 90.00 and reaches the line of 90; unrounded rules leave it below', () => {
  expect(gradeOf(appraisalOf([points('89.996')])).grade).toBe('good');
  expect(gradeOf(appraisalOf([points('89.994')])).grade).toBe('fair');
  const unrounded = routineRules({ rounding: 'none' });
  expect(gradeOf(appraisalOf([points('89.996')], {}, unrounded)).grade).toBe('fair');
});

test('R4 everybody is graded, by subject id; plain cases of one grade share one outcome', () => {
  const subjects = people('c', 'a', 'b', 'd');
  const entries = [points('95', 'a'), points('91', 'b'), points('61', 'c'), points('5', 'd')];
  const { grades } = appraisalOf(entries, { subjects });
  expect(grades.map(({ subject, grade }) => `${subject} ${grade}`)).toEqual([
    'a good',
    'b good',
    'c plain',
    'd poor',
  ]);
  expect(grades[0]?.steps).toBe(grades[1]?.steps);
  expect(grades[0]).toEqual({
    subject: 'a',
    status: null,
    gradedBy: 'own',
    hears: null,
    host: null,
    inQuota: true,
    outcome: 'graded',
    byThreshold: 'good',
    ceiling: null,
    grade: 'good',
    waitsFor: null,
    usesQuota: false,
    refusals: [],
    steps: grades[0]?.steps,
  });
});

test('R4 one person’s effect or decision touches nobody else of the same grade', () => {
  const subjects = people('a', 'b', 'c');
  const entries = [points('95', 'a'), points('95', 'b'), points('95', 'c'), happened('gradeCeiling', 'a')];
  const gradeDecisions = [decision('leader', '较好', '理由', { subject: 'b' })];
  const { grades } = appraisalOf(entries, { subjects, gradeDecisions });
  expect(grades.map(({ grade }) => grade)).toEqual(['plain', 'fair', 'good']);
  const reversed = appraisalOf([...entries].reverse(), { subjects: [...subjects].reverse(), gradeDecisions });
  expect(reversed.grades).toEqual(grades);
});

test('§9 messages call people by name where there is one', () => {
  const subjects = [officer('a', { unit: 'own', name: '李四' }), officer('b')];
  const gradeDecisions = ['a', 'b'].map((subject) => decision('leader', '好', '理由', { subject }));
  const { grades } = appraisalOf([points('80', 'a'), points('80', 'b')], { subjects, gradeDecisions });
  expect(grades[0]?.refusals[0]?.message).toContain('“李四”的领导意见');
  expect(grades[1]?.refusals[0]?.message).toContain('“b”的领导意见');
  expect(grades[1]).toMatchObject({ gradedBy: null, inQuota: true });
});

test('R4 a rule set grades only the kinds it names; without grading it grades nobody', () => {
  const subjects = [officer('a'), unit('u')];
  const officersOnly = routineRules({ grading: { grades: GRADES, kinds: ['officer'] } });
  expect(appraisalOf([], { subjects }, officersOnly).grades.map(({ subject }) => subject)).toEqual(['a']);
  expect(appraisalOf([], { subjects }).grades.map(({ subject }) => subject)).toEqual(['a', 'u']);
  const { grading: _, ...none } = rules;
  expect(appraisalOf([points('80')], {}, none).grades).toEqual([]);
});

test('§11 where the year is proposed from the cycles, the score of a year is no grade', () => {
  const yearRules = {
    grades: ['优秀', '称职'].map((name) => ({ code: name, name })),
    barredBy: [],
    countedGrade: 'good',
    lowGrades: [],
    lowProposals: [],
    worstGrade: 'poor',
    allWorstProposal: '称职',
  };
  const withYear = routineRules({ year: yearRules });
  expect(appraisalOf([points('95')], { period: YEAR }, withYear).grades).toEqual([]);
  expect(appraisalOf([points('95')], {}, withYear).grades).toHaveLength(1);
  expect(gradeOf(appraisalOf([points('95')], { period: YEAR })).grade).toBe('good');
});

test('R1 the off-list are on no list and in no denominator', () => {
  const subjects = people('a', 'b').concat(officer('c', { unit: 'own', group: 'alone' }));
  const entries = [points('95', 'a'), points('80', 'b')];
  const statuses = [
    { subject: 'a', status: 'left' },
    { subject: 'c', status: 'left' },
  ];
  const result = appraisalOf(entries, { subjects, statuses });
  expect(result.rankings.map(({ rows }) => rows.map(({ subject, rank }) => `${subject} ${rank}`))).toEqual([
    ['b 1'],
  ]);
  expect(textOf(resultOf(result, 'a').score)).toBe('exempt');
  expect(gradeOf(result, 'a')).toMatchObject({ outcome: 'offList', grade: null, inQuota: false });
  const decided = appraisalOf(entries, {
    subjects,
    statuses,
    gradeDecisions: [decision('leader', '好', '理由')],
  });
  expect(gradeOf(decided).refusals[0]?.message).toContain('不在本期考核名单内；请撤回');
});

test('R1 the status is told with its grading unit, who else is heard, and whether the quota counts the person', () => {
  const grade = (status: string, more: Partial<Facts> = {}) =>
    gradeOf(appraisalOf([points('80')], { statuses: [{ subject: 'a', status, host: 'b' }], ...more }));
  expect(grade('probation')).toMatchObject({ status: 'probation', outcome: 'commentOnly', inQuota: false });
  expect(grade('probation').steps).toEqual([
    { kind: 'status', from: null, to: null, source: 'probation', clause: 's1' },
  ]);
  expect(grade('lent')).toMatchObject({
    gradedBy: 'b',
    host: 'b',
    hears: null,
    inQuota: false,
    grade: 'fair',
  });
  expect(grade('training')).toMatchObject({ gradedBy: 'own', host: 'b', hears: 'hostUnit', inQuota: true });
  expect(grade('training').steps[0]).toEqual({ kind: 'status', from: null, to: null, source: 'training' });
  expect(grade('transferred')).toMatchObject({ gradedBy: 'own', hears: 'formerUnit', inQuota: true });
  expect(grade('window', { subjects: [officer('a', { unit: 'x', status: 'exempt' })] })).toMatchObject({
    outcome: 'noGrade',
    inQuota: false,
  });
  expect(grade('window')).toMatchObject({ status: 'window', inQuota: true });
  const leaves = [{ subject: 'a', kind: 'sick', from: '2026-09-01', to: '2026-09-16' }];
  expect(gradeOf(appraisalOf([points('80')], { leaves }))).toMatchObject({
    outcome: 'noGrade',
    gradedBy: 'own',
  });
  const outside = routineRules({
    statuses: [
      {
        code: 'x',
        name: '情形',
        cycle: { grader: 'ownUnit', outcome: 'graded' },
        year: { grader: 'ownUnit', outcome: 'graded' },
        inQuota: false,
      },
    ],
  });
  const counted = appraisalOf([points('80')], { statuses: [{ subject: 'a', status: 'x' }] }, outside);
  expect(gradeOf(counted)).toMatchObject({ grade: 'fair', inQuota: false });
});

test('R1 under investigation the grade waits; concluded, the committee makes it up with a reason', () => {
  const made = (to: string | undefined, ...gradeDecisions: ReturnType<typeof decision>[]) =>
    gradeOf(
      appraisalOf([points('80')], {
        statuses: [{ subject: 'a', status: 'investigated', ...(to === undefined ? {} : { to }) }],
        gradeDecisions,
      }),
    );
  expect(made('2026-11-03')).toMatchObject({
    outcome: 'deferred',
    grade: null,
    waitsFor: null,
    inQuota: false,
  });
  const committee = decision('committee', '较好', '未予处分');
  expect(made('2026-11-03', committee)).toMatchObject({ outcome: 'graded', grade: 'fair', refusals: [] });
  const lowered = made('2026-11-03', committee, decision('confirmation', '一般', '核减'));
  expect(lowered).toMatchObject({ outcome: 'graded', grade: 'plain' });
  const early = made(undefined, committee);
  expect(early).toMatchObject({ outcome: 'deferred', grade: null });
  expect(early.refusals[0]).toMatchObject({ code: 'noGradeToDecide' });
  expect(early.refusals[0]?.message).toContain('结案后由考核委补定');
  const leader = made('2026-11-03', decision('leader', '较好', '理由'));
  expect(leader).toMatchObject({ outcome: 'deferred', grade: null });
  expect(leader.refusals).toHaveLength(1);
  const silent = made('2026-11-03', decision('committee', '较好'));
  expect(silent).toMatchObject({ outcome: 'deferred', grade: null, byThreshold: 'fair' });
  expect(silent.refusals.map(({ code }) => code)).toEqual(['reasonMissing']);
  const tooHigh = made('2026-11-03', decision('committee', '好', '理由'));
  expect(tooHigh).toMatchObject({ outcome: 'deferred', grade: null });
});

test('R1 a rule set without a status matrix asks for no statuses', () => {
  const { statuses: _, ...none } = rules;
  const statuses = [{ subject: 'a', status: 'whatever' }];
  expect(gradeOf(appraisalOf([points('95')], { statuses }, none))).toMatchObject({
    status: null,
    grade: 'good',
  });
});

test('R4 nominations use the quota in a whole evaluation', () => {
  const scarce = routineRules({ quota: QUOTA });
  const subjects = people('a', 'b', 'c');
  const entries = subjects.map(({ id }) => points('95', id));
  const gradeDecisions = ['a', 'b'].map((subject) => decision('nomination', '好', undefined, { subject }));
  const { grades } = appraisalOf(entries, { subjects, gradeDecisions }, scarce);
  expect(grades.map(({ grade, usesQuota }) => `${grade} ${usesQuota}`)).toEqual([
    'good true',
    'good true',
    'fair false',
  ]);
});

test('R1 several facts of one person are taken together, beside people without any', () => {
  const subjects = people('a', 'b');
  const half = { subject: 'a', kind: 'sick' };
  const leaves = [
    { ...half, from: '2026-09-01', to: '2026-09-08' },
    { ...half, from: '2026-09-11', to: '2026-09-18' },
  ];
  const { grades } = appraisalOf([], { subjects, leaves });
  expect(grades.map(({ status }) => status)).toEqual(['longLeave', null]);
  const one = { subject: 'a', status: 'lent', host: 'x' };
  const mixed = appraisalOf([], { subjects, leaves: leaves.slice(1), statuses: [one] });
  expect(mixed.grades.map(({ status }) => status)).toEqual(['lent', null]);
});

test('§8 whoever is not off the list keeps rank and score though somebody else is', () => {
  const subjects = people('a', 'b', 'c');
  const statuses = [
    { subject: 'a', status: 'probation' },
    { subject: 'b', status: 'left' },
  ];
  const result = appraisalOf([points('95', 'a'), points('90', 'b'), points('80', 'c')], {
    subjects,
    statuses,
  });
  expect(result.rankings[0]?.rows.map(({ subject, rank }) => `${subject} ${rank}`)).toEqual(['a 1', 'c 2']);
});

test('§11 proposals of the year are moved and capped like any grade', () => {
  const scale = cycleScale(rules);
  if (scale === null) throw new Error('no scale');
  const result = (subject: string) => ({ subject, kind: 'officer', score: NOT_SCORED, effects: [] }) as const;
  const grades = decideGrades({
    scale,
    subjects: people('a', 'b', 'c', 'd'),
    results: ['a', 'b', 'c'].map(result),
    statuses: new Map(),
    decisions: [decision('leader', '一般', '理由', { subject: 'b' })],
    proposals: new Map([
      ['a', '较好'],
      ['b', 'fair'],
      ['c', '没有的等次'],
    ]),
  });
  expect(grades.map(({ subject, grade, waitsFor }) => `${subject} ${grade} ${waitsFor}`)).toEqual([
    'a fair null',
    'b plain null',
    'c null score',
  ]);
  const scoredOnly = { ...result('a'), score: scored(exact('95')) };
  const proposed = decideGrades({
    scale,
    subjects: people('a'),
    results: [scoredOnly],
    statuses: new Map(),
    decisions: [],
    proposals: new Map([['a', 'plain']]),
  });
  expect(proposed[0]?.grade).toBe('plain');
});
