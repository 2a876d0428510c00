import { expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import { NOT_SCORED, scored } from '../kernel/score.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import type { FactEntry, Facts, PeriodFact } from '../rules/facts.ts';
import { decision, GRADES, QUOTA, routineRules } from '../test-support/routine-rules.ts';
import {
  entry,
  evaluated,
  factsOf,
  officer,
  refusalCodes,
  resultOf,
  textOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { decideGrades } from './decide-grades.ts';
import type { GradeResult } from './grade-result.ts';
import { cycleScale } from './grade-scale.ts';

const rules = routineRules();
const points = (quantity: string, subject = 'a'): FactEntry => entry('points', { quantity, subject });
const happened = (kind: string, subject = 'a'): FactEntry =>
  entry(kind, { subject, id: `${kind}-${subject}` });
const people = (...ids: string[]) => ids.map((id) => officer(id, { unit: 'own' }));
const year: PeriodFact = { id: '2026', from: '2026-01-01', to: '2026-12-31', kind: 'year' };

function evaluation(entries: readonly FactEntry[], more: Partial<Facts> = {}, ruleSet = rules): Evaluation {
  return evaluated(ruleSet, factsOf(entries, { subjects: people('a'), ...more }));
}
function gradeOf(result: Evaluation, subject = 'a'): GradeResult {
  const found = result.grades.find((grade) => grade.subject === subject);
  if (found === undefined) throw new Error(`no grade of ${subject}`);
  return found;
}

test('§1 89.996 is rounded to 90.00 and reaches the line of 90; unrounded rules leave it below', () => {
  expect(gradeOf(evaluation([points('89.996')])).grade).toBe('good');
  expect(gradeOf(evaluation([points('89.994')])).grade).toBe('fair');
  const unrounded = routineRules({ rounding: 'none' });
  expect(gradeOf(evaluation([points('89.996')], {}, unrounded)).grade).toBe('fair');
});

test('R4 everybody is graded, by subject id; plain cases of one grade share one outcome', () => {
  const subjects = people('c', 'a', 'b', 'd');
  const entries = [points('95', 'a'), points('91', 'b'), points('61', 'c'), points('5', 'd')];
  const { grades } = evaluation(entries, { subjects });
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
  const { grades } = evaluation(entries, { subjects, gradeDecisions });
  expect(grades.map(({ grade }) => grade)).toEqual(['plain', 'fair', 'good']);
  const reversed = evaluation([...entries].reverse(), { subjects: [...subjects].reverse(), gradeDecisions });
  expect(reversed.grades).toEqual(grades);
});

test('§9 messages call people by name where there is one', () => {
  const subjects = [officer('a', { unit: 'own', name: '李四' }), officer('b')];
  const gradeDecisions = ['a', 'b'].map((subject) => decision('leader', '好', '理由', { subject }));
  const { grades } = evaluation([points('80', 'a'), points('80', 'b')], { subjects, gradeDecisions });
  expect(grades[0]?.refusals[0]?.message).toContain('“李四”的领导意见');
  expect(grades[1]?.refusals[0]?.message).toContain('“b”的领导意见');
  expect(grades[1]).toMatchObject({ gradedBy: null, inQuota: true });
});

test('R4 a rule set grades only the kinds it names; without grading it grades nobody', () => {
  const subjects = [officer('a'), unit('u')];
  const officersOnly = routineRules({ grading: { grades: GRADES, kinds: ['officer'] } });
  expect(evaluation([], { subjects }, officersOnly).grades.map(({ subject }) => subject)).toEqual(['a']);
  expect(evaluation([], { subjects }).grades.map(({ subject }) => subject)).toEqual(['a', 'u']);
  const { grading: _, ...none } = rules;
  expect(evaluation([points('80')], {}, none).grades).toEqual([]);
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
  expect(evaluation([points('95')], { period: year }, withYear).grades).toEqual([]);
  expect(evaluation([points('95')], {}, withYear).grades).toHaveLength(1);
  expect(gradeOf(evaluation([points('95')], { period: year })).grade).toBe('good');
});

test('R1 the off-list are on no list and in no denominator', () => {
  const subjects = people('a', 'b').concat(officer('c', { unit: 'own', group: 'alone' }));
  const entries = [points('95', 'a'), points('80', 'b')];
  const statuses = [
    { subject: 'a', status: 'left' },
    { subject: 'c', status: 'left' },
  ];
  const result = evaluation(entries, { subjects, statuses });
  expect(result.rankings.map(({ rows }) => rows.map(({ subject, rank }) => `${subject} ${rank}`))).toEqual([
    ['b 1'],
  ]);
  expect(textOf(resultOf(result, 'a').score)).toBe('exempt');
  expect(gradeOf(result, 'a')).toMatchObject({ outcome: 'offList', grade: null, inQuota: false });
  const decided = evaluation(entries, {
    subjects,
    statuses,
    gradeDecisions: [decision('leader', '好', '理由')],
  });
  expect(gradeOf(decided).refusals[0]?.message).toContain('不在本期考核名单内；请撤回');
});

test('R1 the status is told with its grading unit, who else is heard, and whether the quota counts the person', () => {
  const grade = (status: string, more: Partial<Facts> = {}) =>
    gradeOf(evaluation([points('80')], { statuses: [{ subject: 'a', status, host: 'b' }], ...more }));
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
  expect(gradeOf(evaluation([points('80')], { leaves }))).toMatchObject({
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
  const counted = evaluation([points('80')], { statuses: [{ subject: 'a', status: 'x' }] }, outside);
  expect(gradeOf(counted)).toMatchObject({ grade: 'fair', inQuota: false });
});

test('R1 under investigation the grade waits; concluded, the committee makes it up with a reason', () => {
  const made = (to: string | undefined, ...gradeDecisions: ReturnType<typeof decision>[]) =>
    gradeOf(
      evaluation([points('80')], {
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

test('§9 a decided effect with dates holds only where its days meet the period', () => {
  const effect = (from?: string, to?: string) => {
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const fact = { subject: 'a', id: 'x1', kind: 'gradeCeiling', grade: '一般', ...days } as const;
    return gradeOf(evaluation([points('95')], { effects: [fact] })).grade;
  };
  expect(effect()).toBe('plain');
  expect(effect('2026-09-30')).toBe('plain');
  expect(effect('2026-10-01')).toBe('good');
  expect(effect('2026-01-01', '2026-08-31')).toBe('good');
  expect(effect('2026-01-01', '2026-09-01')).toBe('plain');
  expect(effect(undefined, '2026-08-31')).toBe('good');
});

test('§9 the steps name the legal basis of an effect', () => {
  const fact = { subject: 'a', id: 'x1', kind: 'noGrade', basis: '政务处分法', clause: 'e1' } as const;
  const { steps } = gradeOf(evaluation([points('95')], { effects: [fact] }));
  expect(steps).toEqual([
    {
      kind: 'effect',
      from: null,
      to: null,
      effect: 'noGrade',
      source: 'x1',
      basis: '政务处分法',
      clause: 'e1',
    },
  ]);
});

test('§8 sanctions work by their dated table, the heaviest wins', () => {
  const sanction = (id: string, code: string, on: string) => ({ id, subject: 'a', sanction: code, on });
  const grade = (...sanctions: ReturnType<typeof sanction>[]) =>
    gradeOf(evaluation([points('95')], { sanctions, period: year }));
  const demerit = sanction('p1', 'demerit', '2026-03-01');
  const grave = sanction('p2', 'grave', '2025-11-01');
  expect(grade(demerit).outcome).toBe('commentOnly');
  expect(grade(demerit, grave).outcome).toBe('noGrade');
  expect(grade(grave, demerit).outcome).toBe('noGrade');
  expect(grade(sanction('p3', 'grave', '2024-11-01')).outcome).toBe('graded');
  expect(grade(demerit).steps[0]).toMatchObject({ effect: 'noGrade', source: 'p1', sanction: 'demerit' });
  const { sanctions: _, ...without } = rules;
  expect(evaluation([points('95')], { sanctions: [demerit] }, without).grades[0]?.outcome).toBe('graded');
});

test('§9 effects of facts are checked: grade, item, months, points', () => {
  const codes = (effect: object) =>
    refusalCodes(rules, factsOf([], { effects: [{ subject: 'a', id: 'x1', ...effect } as never] }));
  expect(codes({ kind: 'gradeCeiling', grade: '优秀' })).toEqual(['gradeUnknown']);
  expect(codes({ kind: 'zeroItem' })).toEqual(['itemMissing']);
  expect(codes({ kind: 'noCommendation' })).toEqual(['monthsMissing']);
  expect(codes({ kind: 'noCommendation', to: '2026-12-31' })).toEqual([]);
  expect(codes({ kind: 'leaderLiability' })).toEqual(['pointsMissing']);
  expect(codes({ kind: 'rankLast' })).toEqual([]);
});

test('§9 each of the nine effects acts, and none of them on a number it does not name', () => {
  const subjects = people('a', 'b');
  const of = (kind: string, more: readonly FactEntry[] = []) =>
    evaluation([points('95', 'a'), points('80', 'b'), happened(kind), ...more], { subjects });
  const score = (kind: string) => textOf(resultOf(of(kind)).score);
  const rank = (kind: string) => resultOf(of(kind)).rank;
  expect(score('zeroTotal')).toBe('0');
  expect(gradeOf(of('zeroTotal')).grade).toBe('poor');
  expect(score('zeroItem')).toBe('0');
  for (const kind of ['gradeCeiling', 'noGrade', 'excludeFromRanking', 'rankLast', 'noCommendation']) {
    expect(score(kind)).toBe('95');
  }
  expect(score('leaderLiability')).toBe('95');
  expect(score('manualReview')).toBe('95');
  expect(gradeOf(of('gradeCeiling')).grade).toBe('plain');
  expect(gradeOf(of('noGrade')).grade).toBeNull();
  expect(rank('excludeFromRanking')).toBeNull();
  expect(gradeOf(of('excludeFromRanking')).grade).toBe('good');
  expect(rank('rankLast')).toBe(2);
  expect(gradeOf(of('manualReview')).waitsFor).toBe('manualReview');
  expect(of('noCommendation').commendationBars).toEqual([
    { subject: 'a', until: '2027-03-30', source: 'noCommendation-a', clause: 'c' },
  ]);
  const { liabilities } = of('leaderLiability');
  expect(
    liabilities.map(({ subject, points: own, source, indicator }) => [
      subject,
      toText(own),
      source,
      indicator,
    ]),
  ).toEqual([['a', '-0.5', 'leaderLiability-a', 'leaderLiability']]);
});

test('§9 tasks, liabilities and bars come by subject id, whatever the order of the roster', () => {
  const red = routineRules({ redLine: { below: '60', task: '书面检查', dueWorkingDays: 5 } });
  const entries = ['a', 'b'].flatMap((id) => [
    happened('leaderLiability', id),
    happened('noCommendation', id),
  ]);
  for (const subjects of [people('a', 'b'), people('b', 'a')]) {
    const result = evaluation(entries, { subjects }, red);
    for (const list of [result.redLine, result.liabilities, result.commendationBars]) {
      expect(list.map(({ subject }) => subject)).toEqual(['a', 'b']);
    }
  }
});

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

test('R1 a rule set without a status matrix asks for no statuses', () => {
  const { statuses: _, ...none } = rules;
  const statuses = [{ subject: 'a', status: 'whatever' }];
  expect(gradeOf(evaluation([points('95')], { statuses }, none))).toMatchObject({
    status: null,
    grade: 'good',
  });
});

test('R4 nominations use the quota in a whole evaluation', () => {
  const scarce = routineRules({ quota: QUOTA });
  const subjects = people('a', 'b', 'c');
  const entries = subjects.map(({ id }) => points('95', id));
  const gradeDecisions = ['a', 'b'].map((subject) => decision('nomination', '好', undefined, { subject }));
  const { grades } = evaluation(entries, { subjects, gradeDecisions }, scarce);
  expect(grades.map(({ grade, usesQuota }) => `${grade} ${usesQuota}`)).toEqual([
    'good true',
    'good true',
    'fair false',
  ]);
});

test('§9 months of a bar run from the first day of a dated fact', () => {
  const fact = { subject: 'a', id: 'x1', kind: 'noCommendation', months: 6 } as const;
  const until = (more: object) =>
    evaluation([], { effects: [{ ...fact, ...more }] }).commendationBars.map((bar) => bar.until);
  expect(until({ from: '2026-08-15' })).toEqual(['2027-02-15']);
  expect(until({})).toEqual(['2027-03-30']);
  expect(until({ from: '2026-10-01' })).toEqual([]);
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

test('R1 several facts of one person are taken together, beside people without any', () => {
  const subjects = people('a', 'b');
  const half = { subject: 'a', kind: 'sick' };
  const leaves = [
    { ...half, from: '2026-09-01', to: '2026-09-08' },
    { ...half, from: '2026-09-11', to: '2026-09-18' },
  ];
  const { grades } = evaluation([], { subjects, leaves });
  expect(grades.map(({ status }) => status)).toEqual(['longLeave', null]);
  const one = { subject: 'a', status: 'lent', host: 'x' };
  const mixed = evaluation([], { subjects, leaves: leaves.slice(1), statuses: [one] });
  expect(mixed.grades.map(({ status }) => status)).toEqual(['lent', null]);
});

test('§8 whoever is not off the list keeps rank and score though somebody else is', () => {
  const subjects = people('a', 'b', 'c');
  const statuses = [
    { subject: 'a', status: 'probation' },
    { subject: 'b', status: 'left' },
  ];
  const result = evaluation([points('95', 'a'), points('90', 'b'), points('80', 'c')], {
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
