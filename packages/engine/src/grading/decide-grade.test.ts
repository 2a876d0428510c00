import { beforeEach, expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import { NOT_APPLICABLE, NOT_SCORED } from '../kernel/score.ts';
import { ceiling, codes, decide, effect, message, scaleOf, scales } from '../test-support/grade-cases.ts';
import { decision, routineRules } from '../test-support/routine-rules.ts';
import { decideGrade, type GradeCase } from './decide-grade.ts';
import { cycleScale, gradeAtScore, yearScale } from './grade-scale.ts';

const rules = routineRules();

let { plain, quota, raising, unnominated } = scales();
beforeEach(() => {
  ({ plain, quota, raising, unnominated } = scales());
});

test('§9 a score reaches the grade whose line it stands on; what reaches none has the last grade', () => {
  const grade = (score: string) => decide(plain, score).grade;
  expect(grade('90')).toBe('good');
  expect(grade('89.99')).toBe('fair');
  expect(grade('75')).toBe('fair');
  expect(grade('60')).toBe('plain');
  expect(grade('59.99')).toBe('poor');
  expect(grade('-3')).toBe('poor');
  expect(gradeAtScore(plain, exact('120'))).toBe(0);
});

test('X1 a plain grade is told by one step with its line and clause', () => {
  const outcome = decide(plain, '94');
  expect(outcome).toMatchObject({ outcome: 'graded', byThreshold: 'good', ceiling: null, waitsFor: null });
  expect(outcome).toMatchObject({ usesQuota: false, refusals: [] });
  const [step] = outcome.steps;
  expect(outcome.steps).toHaveLength(1);
  expect(step).toMatchObject({ kind: 'threshold', from: null, to: 'good', clause: 'g1' });
  expect(step?.line === undefined ? '' : toText(step.line)).toBe('90');
  expect(decide(plain, '10').steps).toEqual([{ kind: 'threshold', from: null, to: 'poor', clause: 'g4' }]);
  expect(decide(plain, '61').steps[0]).not.toHaveProperty('clause');
});

test('§9 94 with 好 from 90 and a ceiling of 一般 is 一般 and uses no quota', () => {
  const outcome = decide(quota, '94', {
    effects: [effect('gradeCeiling', { grade: '一般', clause: 'e1' }, 'n7')],
    decisions: [decision('nomination', '好')],
  });
  expect(outcome).toMatchObject({ byThreshold: 'good', grade: 'plain', usesQuota: false });
  expect(outcome.ceiling).toEqual({ grade: 'plain', source: 'n7', clause: 'e1' });
  expect(codes(outcome)).toEqual(['gradeOverCeiling']);
  expect(outcome.refusals[0]).toMatchObject({ clause: 'e1' });
  expect(message(outcome)).toContain(
    '等次最高为“一般”（n7，依据条款 e1），不能定为“好”；请改为“一般”或更低的等次',
  );
  expect(outcome.steps.at(-1)).toMatchObject({ kind: 'ceiling', from: 'good', to: 'plain', source: 'n7' });
});

test('§9 “最高为较好” allows 较好; “不得定为较好以上” is written as the grade below and forbids 较好 too', () => {
  expect(decide(plain, '94', { effects: [ceiling('较好')] }).grade).toBe('fair');
  expect(decide(plain, '80', { effects: [ceiling('较好')] }).grade).toBe('fair');
  expect(decide(plain, '94', { effects: [ceiling('一般')] }).grade).toBe('plain');
  expect(decide(plain, '80', { effects: [ceiling('一般')] }).grade).toBe('plain');
});

test('§9 of several ceilings the lowest wins, whatever their order; a ceiling above the score changes nothing', () => {
  const list = [ceiling('fair', 'x1'), ceiling('plain', 'x2'), ceiling('good', 'x3')];
  for (const effects of [list, [...list].reverse()]) {
    expect(decide(plain, '94', { effects })).toMatchObject({
      grade: 'plain',
      ceiling: { grade: 'plain', source: 'x2' },
    });
  }
  const low = decide(plain, '50', { effects: [ceiling('fair')] });
  expect(low).toMatchObject({ grade: 'poor', ceiling: { grade: 'fair' } });
  expect(low.steps.at(-1)).toMatchObject({ kind: 'ceiling', from: 'poor', to: 'poor' });
  expect(decide(plain, '94', { effects: [ceiling('称职'), effect('gradeCeiling')] })).toMatchObject({
    grade: 'good',
    ceiling: null,
  });
});

test('§9 the order is nomination, leader, committee, confirmation, whatever the order of the facts', () => {
  const decisions = [
    decision('confirmation', '一般', '核减'),
    decision('committee', '较好', '理由'),
    decision('leader', '较差', '理由'),
    decision('nomination', '好'),
  ];
  const outcome = decide(quota, '94', { decisions });
  expect(outcome.steps.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
    'threshold good',
    'nomination good',
    'leader poor',
    'committee fair',
    'confirmation plain',
  ]);
  expect(outcome).toMatchObject({ grade: 'plain', usesQuota: false, refusals: [] });
});

test('§9 noGrade takes the grade away, with or without a comment; the heavier of several wins', () => {
  const withComment = effect('noGrade', { comment: true });
  expect(decide(plain, '94', { effects: [withComment] })).toMatchObject({
    outcome: 'commentOnly',
    byThreshold: null,
    ceiling: null,
    grade: null,
    waitsFor: null,
    usesQuota: false,
  });
  expect(decide(plain, '94', { effects: [effect('noGrade')] }).outcome).toBe('noGrade');
  expect(decide(plain, '94', { effects: [effect('noGrade', { comment: false })] }).outcome).toBe('noGrade');
  for (const effects of [
    [withComment, effect('noGrade')],
    [effect('noGrade'), withComment],
  ]) {
    expect(decide(plain, '94', { effects }).outcome).toBe('noGrade');
  }
});

test('§9 voiding effects stand before the threshold in the steps, others do not', () => {
  const effects = [
    effect('zeroItem', { item: 'work' }),
    effect('zeroTotal'),
    effect('rankLast'),
    effect('leaderLiability', { points: '-1' }),
  ];
  expect(decide(plain, '0', { effects }).steps.map(({ kind, effect: own }) => own ?? kind)).toEqual([
    'zeroItem',
    'zeroTotal',
    'threshold',
  ]);
});

test('§1 without a score there is no grade yet; exempt and not applicable have none', () => {
  const unscored = decideGrade(plain, {
    subject: '张三',
    score: NOT_SCORED,
    status: null,
    effects: [],
    decisions: [decision('leader', '好', '理由')],
  });
  expect(unscored).toMatchObject({ outcome: 'graded', grade: null, waitsFor: 'score' });
  expect(codes(unscored)).toEqual(['noGradeToDecide']);
  expect(message(unscored)).toContain('尚未评分；请先完成评分');
  for (const score of [NOT_APPLICABLE, { state: 'exempt' } as const]) {
    const none = decide(plain, '0', { score, decisions: [decision('leader', '好', '理由')] });
    expect(none).toMatchObject({ outcome: 'noGrade', grade: null, waitsFor: null });
    expect(message(none)).toContain('本期不确定等次；请撤回');
  }
});

test('R9 the year’s grades move inside ceilings by people, from a proposal instead of a threshold', () => {
  const year = {
    grades: ['优秀', '称职', '基本称职', '不称职'].map((name) => ({ code: name, name })),
    barredBy: [],
    countedGrade: 'good',
    lowGrades: [],
    lowProposals: [],
    worstGrade: 'poor',
    allWorstProposal: '不称职',
  };
  expect(yearScale(rules)).toBeNull();
  const scale = yearScale(routineRules({ year }));
  if (scale === null) throw new Error('no scale');
  const proposed = scale.indexOf.get('称职') ?? -1;
  expect(decide(scale, '94', { proposed }).grade).toBe('称职');
  expect(decide(scale, '94', { proposed, score: NOT_SCORED }).grade).toBe('称职');
  const up = [decision('committee', '优秀', '推荐')];
  expect(decide(scale, '94', { proposed, decisions: up })).toMatchObject({ grade: '优秀', usesQuota: false });
  const held = decide(scale, '94', { proposed, decisions: up, effects: [ceiling('称职')] });
  expect(held.grade).toBe('称职');
  expect(codes(held)).toEqual(['gradeOverCeiling']);
});

test('§9 a rule set without grades has no scale; grades are found by code and by name', () => {
  const { grading: _, ...none } = rules;
  expect(cycleScale(none)).toBeNull();
  expect(plain).toMatchObject({ allowRaise: false, quota: null, nomination: true });
  expect(quota).toMatchObject({ quota: 0, nomination: true });
  expect(unnominated).toMatchObject({ quota: 0, nomination: false });
  expect(raising.allowRaise).toBe(true);
  expect(scaleOf({ quota: { grade: '优秀', rate: '0.4' } }).quota).toBeNull();
  expect([plain.indexOf.get('fair'), plain.indexOf.get('较好'), plain.indexOf.get('无')]).toEqual([
    1,
    1,
    undefined,
  ]);
  const swapped = scaleOf({
    grading: {
      grades: [
        { code: 'A', name: 'B', from: '90' },
        { code: 'B', name: 'A' },
      ],
    },
  });
  expect([swapped.indexOf.get('A'), swapped.indexOf.get('B')]).toEqual([0, 1]);
});

test('§9 only a ceiling lowers, whatever else an effect names; of two equal ones the first is told', () => {
  const other = effect('noCommendation', { months: 1, grade: '较差' });
  expect(decide(plain, '94', { effects: [other] })).toMatchObject({ grade: 'good', ceiling: null });
  const twice = [ceiling('fair', 'x1'), ceiling('一般', 'x2'), ceiling('plain', 'x3')];
  expect(decide(plain, '94', { effects: twice }).ceiling?.source).toBe('x2');
});

test('X1 a step holds nothing but what is known of it', () => {
  const effects = [ceiling('fair'), effect('zeroTotal', { clause: 'e1' })];
  const outcome = decide(plain, '94', {
    effects,
    decisions: [decision('leader', '较好', undefined, { id: 'd1' })],
  });
  expect(outcome.steps).toStrictEqual([
    { kind: 'effect', from: null, to: null, effect: 'zeroTotal', source: 'x1', clause: 'e1' },
    { kind: 'threshold', from: null, to: 'good', line: exact('90'), clause: 'g1' },
    { kind: 'ceiling', from: 'good', to: 'fair', effect: 'gradeCeiling', source: 'x1' },
    { kind: 'leader', from: 'fair', to: 'fair', source: 'd1' },
  ]);
  expect(outcome.ceiling).toStrictEqual({ grade: 'fair', source: 'x1' });
  const rich = { indicator: 'i', sanction: 's', basis: 'b' };
  expect(decide(plain, '94', { effects: [{ ...ceiling('fair'), ...rich }] }).steps[1]).toMatchObject(rich);
  expect(decide(plain, '61').steps).toStrictEqual([
    { kind: 'threshold', from: null, to: 'plain', line: exact('60') },
  ]);
});

test('R1 only a concluded investigation is made up; other outcomes without a grade stay', () => {
  const status = { rule: rules.statuses?.[0], treatment: { grader: 'ownUnit', outcome: 'noGrade' } };
  const finding = {
    ...status,
    gradedBy: null,
    host: null,
    concluded: true,
  } as unknown as GradeCase['status'];
  const committee = [decision('committee', '较好', '理由')];
  expect(decide(plain, '80', { status: finding, decisions: committee })).toMatchObject({
    outcome: 'noGrade',
    grade: null,
  });
});
