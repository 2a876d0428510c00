import { beforeEach, expect, test } from 'vitest';
import { ceiling, codes, decide, effect, message, scaleOf, scales } from '../test-support/grade-cases.ts';
import { decision, GRADES } from '../test-support/routine-rules.ts';

let { plain, quota, raising } = scales();
beforeEach(() => {
  ({ plain, quota, raising } = scales());
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
