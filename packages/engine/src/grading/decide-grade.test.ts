import { beforeEach, expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import { NOT_APPLICABLE, NOT_SCORED, scored } from '../kernel/score.ts';
import type { EffectRule } from '../rules/scoring.ts';
import { decision, GRADES, QUOTA, routineRules } from '../test-support/routine-rules.ts';
import { decideGrade, type GradeCase } from './decide-grade.ts';
import type { GradeOutcome } from './grade-result.ts';
import { cycleScale, type GradeScale, gradeAtScore, yearScale } from './grade-scale.ts';

const rules = routineRules();
function scaleOf(more: Parameters<typeof routineRules>[0] = {}): GradeScale {
  const scale = cycleScale(routineRules(more));
  if (scale === null) throw new Error('no scale');
  return scale;
}
let plain: GradeScale;
let quota: GradeScale;
let raising: GradeScale;
let unnominated: GradeScale;
beforeEach(() => {
  plain = scaleOf();
  quota = scaleOf({ quota: QUOTA });
  raising = scaleOf({ quota: QUOTA, grading: { grades: GRADES, allowRaise: true } });
  unnominated = scaleOf({ quota: QUOTA, grading: { grades: GRADES, nomination: 'none' } });
});

function decide(scale: GradeScale, score: string, more: Partial<GradeCase> = {}): GradeOutcome {
  const base = { subject: '张三', score: scored(exact(score)), status: null, effects: [], decisions: [] };
  return decideGrade(scale, { ...base, ...more });
}
const effect = (kind: EffectRule['kind'], rule: Partial<EffectRule> = {}, source = 'x1') => ({
  kind,
  source,
  ...rule,
});
const ceiling = (grade: string, source = 'x1') => effect('gradeCeiling', { grade }, source);
const codes = (outcome: GradeOutcome) => outcome.refusals.map(({ code }) => code);
const message = (outcome: GradeOutcome) => outcome.refusals[0]?.message ?? '';

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

test('§9 58 where below 60 must be 较差: nobody may lift it or move it', () => {
  for (const step of ['leader', 'committee', 'confirmation'] as const) {
    const lifted = decide(raising, '58', { decisions: [decision(step, '一般', '表现转好')] });
    expect(lifted.grade).toBe('poor');
    expect(codes(lifted)).toEqual(['gradeFixed']);
  }
  const outcome = decide(plain, '58', { decisions: [decision('leader', '好', '理由', { id: 'd9' })] });
  expect(outcome.refusals).toEqual([
    {
      code: 'gradeFixed',
      path: 'gradeDecisions[d9]',
      clause: 'g4',
      message:
        '“张三”的领导意见（d9）：58 分必须定为“较差”，依据条款 g4，任何人不得改动；请撤回，对分数有异议的走复核',
    },
  ]);
});

test('§9 62 where 60–75 may be 一般: a leader lowers with a reason and raises only where the rules allow it', () => {
  const lowered = decide(plain, '62', { decisions: [decision('leader', '较差', '多次推诿', { by: 'u1' })] });
  expect(lowered).toMatchObject({ grade: 'poor', byThreshold: 'plain', refusals: [] });
  expect(lowered.steps.at(-1)).toMatchObject({
    kind: 'leader',
    from: 'plain',
    to: 'poor',
    reason: '多次推诿',
    by: 'u1',
  });
  const silent = decide(plain, '62', { decisions: [decision('leader', '较差', '  ')] });
  expect(silent.grade).toBe('plain');
  expect(codes(silent)).toEqual(['reasonMissing']);
  expect(message(silent)).toContain('改动等次须写明理由；请补写理由后再提交');
  expect(codes(decide(plain, '62', { decisions: [decision('leader', '较差')] }))).toEqual(['reasonMissing']);
  const raised = decide(plain, '62', { decisions: [decision('leader', '较好', '理由')] });
  expect(raised.grade).toBe('plain');
  expect(codes(raised)).toEqual(['gradeOverThreshold']);
  expect(raised.refusals[0]).toMatchObject({ clause: 'g2' });
  expect(message(raised)).toContain(
    '62 分未达到“较好”的分数线 75 分，依据条款 g2，不能高定；请改为“一般”或更低的等次',
  );
  expect(decide(raising, '62', { decisions: [decision('leader', '较好', '理由')] }).grade).toBe('fair');
});

test('§10 a threshold is necessary for the scarce grade even where raising is allowed', () => {
  const outcome = decide(raising, '80', { decisions: [decision('committee', '好', '理由')] });
  expect(outcome.grade).toBe('fair');
  expect(codes(outcome)).toEqual(['gradeOverThreshold']);
  expect(message(outcome)).toContain('分数线 90 分');
});

test('§9 no decision passes a ceiling, up to it it may', () => {
  const effects = [ceiling('plain')];
  const over = decide(raising, '50', {
    effects: [ceiling('poor')],
    decisions: [decision('leader', '一般', '理由')],
  });
  expect(codes(over)).toEqual(['gradeFixed']);
  const back = decide(plain, '80', { effects, decisions: [decision('leader', '较好', '理由')] });
  expect(back.grade).toBe('plain');
  expect(codes(back)).toEqual(['gradeOverCeiling']);
  const decisions = [decision('leader', '较差', '理由'), decision('committee', '一般', '理由')];
  expect(decide(plain, '80', { effects, decisions })).toMatchObject({ grade: 'plain', refusals: [] });
});

test('§10 the scarce grade is given to the nominated only; who is not takes the grade below', () => {
  const outcome = decide(quota, '94');
  expect(outcome).toMatchObject({ byThreshold: 'good', grade: 'fair', usesQuota: false });
  expect(outcome.steps.at(-1)).toEqual({ kind: 'nomination', from: 'good', to: 'fair' });
  const nominated = decide(quota, '94', {
    decisions: [decision('nomination', '好', undefined, { id: 'n1' })],
  });
  expect(nominated).toMatchObject({ grade: 'good', usesQuota: true, refusals: [] });
  expect(nominated.steps.at(-1)).toEqual({ kind: 'nomination', from: 'good', to: 'good', source: 'n1' });
  expect(decide(quota, '80')).toMatchObject({ grade: 'fair', usesQuota: false });
  expect(decide(quota, '80').steps).toHaveLength(1);
});

test('§10 ⚙nomination none: the threshold gives the scarce grade, and it uses the quota', () => {
  expect(decide(unnominated, '94')).toMatchObject({ grade: 'good', usesQuota: true });
  const outcome = decide(unnominated, '94', { decisions: [decision('nomination', '好')] });
  expect(codes(outcome)).toEqual(['nominationNotNeeded']);
  const down = [decision('leader', '较好', '理由')];
  expect(decide(unnominated, '94', { decisions: down })).toMatchObject({ grade: 'fair', usesQuota: false });
  const leader = decide(unnominated, '94', {
    decisions: [...down, decision('committee', '好', '理由')],
  });
  expect(leader).toMatchObject({ grade: 'good', usesQuota: false });
  expect(decide(unnominated, '94', { decisions: [decision('leader', '好')] }).refusals).toEqual([]);
});

test('§10 a nomination below the threshold or for a grade without quota is refused', () => {
  const below = decide(quota, '89.99', { decisions: [decision('nomination', '好')] });
  expect(below).toMatchObject({ grade: 'fair', usesQuota: false });
  expect(codes(below)).toEqual(['gradeOverThreshold']);
  const fair = decide(quota, '94', { decisions: [decision('nomination', '较好')] });
  expect(fair).toMatchObject({ grade: 'fair', usesQuota: false });
  expect(codes(fair)).toEqual(['nominationNotNeeded']);
  expect(message(fair)).toContain('的提名（');
  expect(message(fair)).toContain('“较好”没有名额限制，不需要提名；请撤回');
  expect(codes(decide(plain, '94', { decisions: [decision('nomination', '好')] }))).toEqual([
    'nominationNotNeeded',
  ]);
});

test('§10 one the committee refuses still counts, one it adds does not; a leader takes a nomination back', () => {
  const nomination = decision('nomination', '好');
  const refused = [nomination, decision('committee', '较好', '名额所限')];
  expect(decide(quota, '94', { decisions: refused })).toMatchObject({ grade: 'fair', usesQuota: true });
  const added = [decision('committee', '好', '专项突出')];
  expect(decide(quota, '94', { decisions: added })).toMatchObject({ grade: 'good', usesQuota: false });
  const back = [nomination, decision('leader', '较好', '近期懈怠')];
  expect(decide(quota, '94', { decisions: back })).toMatchObject({ grade: 'fair', usesQuota: false });
});

test('§10 a leader gives the scarce grade only to the nominated', () => {
  const outcome = decide(quota, '94', { decisions: [decision('leader', '好', '理由')] });
  expect(outcome).toMatchObject({ grade: 'fair', usesQuota: false });
  expect(codes(outcome)).toEqual(['notNominated']);
  expect(message(outcome)).toContain('“好”只能从提名人选中确定；请先在名额内提名');
  const both = [decision('nomination', '好'), decision('leader', '好')];
  expect(decide(quota, '94', { decisions: both })).toMatchObject({ grade: 'good', refusals: [] });
  const lower = [decision('leader', '一般', '理由')];
  expect(decide(quota, '94', { decisions: lower })).toMatchObject({ grade: 'plain', refusals: [] });
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

test('§9 agreeing needs no reason and is kept as a step', () => {
  const outcome = decide(plain, '80', { decisions: [decision('confirmation', 'fair')] });
  expect(outcome.refusals).toEqual([]);
  expect(outcome.steps.at(-1)).toMatchObject({ kind: 'confirmation', from: 'fair', to: 'fair' });
  expect(outcome.steps.at(-1)).not.toHaveProperty('reason');
  expect(outcome.steps.at(-1)).not.toHaveProperty('by');
});

test('§9 an unknown grade and a second decision of one step are refused with what to do', () => {
  const unknown = decide(plain, '80', { decisions: [decision('leader', '优秀', '理由')] });
  expect(unknown.grade).toBe('fair');
  expect(codes(unknown)).toEqual(['gradeUnknown']);
  expect(message(unknown)).toContain('没有等次“优秀”；可以写：好、较好、一般、较差');
  const twice = [
    decision('leader', '较差', '理由', { id: 'd2' }),
    decision('leader', '一般', '理由', { id: 'd1' }),
  ];
  for (const decisions of [twice, [...twice].reverse()]) {
    const outcome = decide(plain, '80', { decisions });
    expect(outcome.grade).toBe('plain');
    expect(outcome.refusals).toEqual([
      {
        code: 'decisionDuplicate',
        path: 'gradeDecisions[d2]',
        message: '“张三”的领导意见（d2）：同一环节只能有一个决定，已有 d1；请撤回其中一个',
      },
    ]);
  }
});

test('§9 manualReview leaves the grade open until somebody decides with a reason', () => {
  const effects = [effect('manualReview', {}, 'r9')];
  const open = decide(quota, '94', { effects, decisions: [decision('nomination', '好', '突出')] });
  expect(open).toMatchObject({ outcome: 'graded', byThreshold: 'good', grade: null, usesQuota: true });
  expect(open.waitsFor).toBe('manualReview');
  expect(open.steps[0]).toEqual({
    kind: 'effect',
    from: null,
    to: null,
    effect: 'manualReview',
    source: 'r9',
  });
  const silent = decide(plain, '80', { effects, decisions: [decision('leader', '较好')] });
  expect(silent).toMatchObject({ grade: null, waitsFor: 'manualReview' });
  expect(codes(silent)).toEqual(['reasonMissing']);
  const blank = decide(plain, '80', { effects, decisions: [decision('leader', '较好', ' ')] });
  expect(blank.waitsFor).toBe('manualReview');
  for (const step of ['leader', 'committee', 'confirmation'] as const) {
    const decided = decide(plain, '80', { effects, decisions: [decision(step, '较好', '已核实')] });
    expect(decided).toMatchObject({ grade: 'fair', waitsFor: null, refusals: [] });
  }
  const agreed = [decision('leader', '较好', '已核实'), decision('confirmation', '较好')];
  expect(decide(plain, '80', { effects, decisions: agreed })).toMatchObject({ grade: 'fair', refusals: [] });
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

test('§9 a refusal names a clause only where there is one', () => {
  const low = decide(plain, '50', {
    effects: [ceiling('plain')],
    decisions: [decision('committee', '', 'x')],
  });
  expect(low.refusals[0]).not.toHaveProperty('clause');
  const over = decide(plain, '80', {
    effects: [ceiling('plain')],
    decisions: [decision('leader', '较好', '理由')],
  });
  expect(over.refusals[0]).not.toHaveProperty('clause');
  expect(message(over)).toContain('等次最高为“一般”（x1），不能定为“较好”');
  const bare = scaleOf({
    grading: {
      grades: [
        { code: 'a', name: '甲', from: '60' },
        { code: 'b', name: '乙', binding: 'must' },
      ],
    },
  });
  const fixed = decide(bare, '10', { decisions: [decision('leader', '甲', '理由')] });
  expect(fixed.refusals[0]).not.toHaveProperty('clause');
  expect(message(fixed)).toContain('10 分必须定为“乙”，任何人不得改动');
  const high = decide(
    scaleOf({ grading: { grades: GRADES.map(({ clause: _, ...grade }) => grade) } }),
    '62',
    {
      decisions: [decision('leader', '较好', '理由')],
    },
  );
  expect(high.refusals[0]).not.toHaveProperty('clause');
  expect(message(high)).toContain('62 分未达到“较好”的分数线 75 分，不能高定');
});

test('§9 a nomination with a reason is no decision about a review', () => {
  const effects = [effect('manualReview')];
  const decisions = [decision('nomination', '好', '突出'), decision('leader', '好')];
  const outcome = decide(quota, '94', { effects, decisions });
  expect(codes(outcome)).toEqual(['reasonMissing']);
  expect(outcome.waitsFor).toBe('manualReview');
  expect(decide(quota, '94', { decisions: [decision('leader', '好', '理由')] }).refusals).toHaveLength(1);
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
