import { expect, test } from 'vitest';
import { GRADES, QUOTA, routineRules, SANCTIONS, STATUSES } from '../test-support/routine-rules.ts';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import type { Grade } from './appraisal-rules.ts';
import { checkRuleSet } from './check-rule-set.ts';
import type { RuleSet } from './rule-set.ts';
import type { EffectRule } from './scoring.ts';

const faults = (more: Partial<RuleSet>) =>
  checkRuleSet(routineRules(more)).map(({ code, path }) => `${code} ${path}`);
const message = (more: Partial<RuleSet>) => checkRuleSet(routineRules(more))[0]?.message ?? '';
const graded = (...grades: Grade[]): Partial<RuleSet> => ({ grading: { grades }, sanctions: [] });
const [good, fair, plain, poor] = GRADES as readonly [Grade, Grade, Grade, Grade];
const swapped = { effects: [] };

test('R1 the whole status table, grades, sanctions, a quota and a red line are sound together', () => {
  const redLine = { below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'r1' };
  const coefficients = { identities: [{ code: 'x', name: '骨干', factor: '1.2', clause: 'k1' }] };
  const quota = { ...QUOTA, clause: 'c' };
  const grading = { grades: GRADES, clause: 'g1' };
  expect(faults({ redLine, coefficients, quota, grading })).toEqual([]);
});

test('§9 grades are ordered, best first: every line below the one before, the last without one', () => {
  expect(faults(graded(good, { ...fair, from: '90' }, poor))).toContain(
    'gradesNotDescending grading.grades[1].from',
  );
  expect(faults(graded(good, { ...fair, from: '89.99' }, { ...poor, name: '一般' }))).toEqual([]);
  expect(faults(graded(fair, { ...good, from: '95' }, { ...plain, from: '90' }, { ...poor }))).toContain(
    'gradesNotDescending grading.grades[1].from',
  );
  expect(message(graded(good, { ...fair, from: '91' }, { ...poor, code: 'plain' }))).toBe(
    '等次“较好”的分数线 91 不低于上一等次的 90，等次应从高到低排列',
  );
  const { from: _, ...lineless } = fair;
  expect(faults(graded(good, lineless, { ...poor, name: '一般' }))).toEqual([
    'gradeWithoutLine grading.grades[1].from',
  ]);
  expect(message(graded(good, lineless, { ...poor, name: '一般' }))).toBe(
    '等次“较好”没有分数线，请写明 from',
  );
  expect(faults(graded(good, fair, plain))).toEqual(['lastGradeWithLine grading.grades[2].from']);
  expect(message(graded(good, fair, plain))).toContain('末位等次“一般”不写分数线');
});

test('§9 a malformed line is refused as a number, twice the same code as a code', () => {
  expect(faults(graded(good, { ...fair, from: '七十五' }, { ...poor, name: '一般' }))).toEqual([
    'numberMalformed grading.grades[1].from',
  ]);
  expect(faults(graded(good, { ...fair, code: 'good' }, { ...poor, name: '一般' }))).toEqual([
    'codeDuplicate grading.grades[1].code',
  ]);
});

test('§10 the scarce grade is one of the grades, not the last and not bound by must', () => {
  expect(faults({ quota: { ...QUOTA, grade: 'good' } })).toEqual([]);
  expect(faults({ quota: { ...QUOTA, grade: '优秀' } })).toEqual(['gradeUnknown quota.grade']);
  const { grading: _, ...none } = routineRules({ quota: QUOTA });
  expect(checkRuleSet(none).map(({ code }) => code)).toContain('gradeUnknown');
  expect(faults({ quota: { ...QUOTA, grade: '较差' } })).toEqual([
    'quotaGradeLast quota.grade',
    'quotaGradeMust grading.grades[3].binding',
  ]);
  expect(faults({ ...graded({ ...good, binding: 'must' }, plain, poor), quota: QUOTA })).toEqual([
    'quotaGradeMust grading.grades[0].binding',
  ]);
  expect(message({ quota: { ...QUOTA, grade: '优秀' } })).toBe(
    '有名额限制的等次“优秀”不在 grading.grades 中，请核对',
  );
  const low = checkRuleSet(routineRules({ quota: { ...QUOTA, grade: '较差' } })).map(
    (found) => found.message,
  );
  expect(low).toEqual([
    '末位等次“较差”不能限制名额，请改为较高的等次',
    '“较差”有名额限制，不能写成必须（must），请改为 may',
  ]);
});

test('§8 statuses and sanctions have codes of their own, a share of leave lies between 0 and 1', () => {
  expect(faults({ statuses: [...STATUSES, ...STATUSES.slice(0, 1)] })).toEqual([
    `codeDuplicate statuses[${STATUSES.length}].code`,
  ]);
  expect(message({ statuses: [...STATUSES, ...STATUSES.slice(0, 1)] })).toBe(
    '情形代码“normal”重复（statuses[11].code），请改用不同的代码',
  );
  expect(faults({ sanctions: [...SANCTIONS, ...SANCTIONS.slice(0, 1)] })).toEqual([
    'codeDuplicate sanctions[3].code',
  ]);
  const share = (over: string) =>
    faults({
      statuses: STATUSES.map((rule) =>
        rule.leave === undefined ? rule : { ...rule, leave: { ...rule.leave, over } },
      ),
    });
  expect(share('1/3')).toEqual([]);
  expect(share('0')).toEqual([]);
  for (const wrong of ['1', '-1/2', '一半']) {
    expect(share(wrong)).toEqual(['shareOutOfRange statuses[6].leave.over']);
  }
});

test('N6 coefficients are above 0, their codes are unique, mean and tolerance are rates', () => {
  const identity = { code: 'x', name: '骨干', factor: '1.2' };
  const of = (factor: string, more: object = {}) =>
    faults({ coefficients: { identities: [{ ...identity, factor }], ...more } });
  expect(of('1.2', { mean: '1', tolerance: '5%' })).toEqual([]);
  expect(of('0')).toEqual(['factorNotPositive coefficients.identities[0].factor']);
  expect(of('-1')).toEqual(['factorNotPositive coefficients.identities[0].factor']);
  expect(of('多')).toEqual(['numberMalformed coefficients.identities[0].factor']);
  expect(of('1', { mean: '一' })).toEqual(['numberMalformed coefficients.mean']);
  expect(of('1', { tolerance: '小' })).toEqual(['numberMalformed coefficients.tolerance']);
  expect(faults({ coefficients: { identities: [identity, identity] } })).toEqual([
    'codeDuplicate coefficients.identities[1].code',
  ]);
});

test('P16 a red line is a number', () => {
  const redLine = { below: '六十', task: '书面检查', dueWorkingDays: 5 };
  expect(faults({ redLine })).toEqual(['numberMalformed redLine.below']);
  expect(message({ redLine })).toContain('红线分数“六十”');
});

test('X7 every clause beside grades, statuses, sanctions, identities, effects must be written out', () => {
  const redLine = { below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'z' };
  expect(faults({ redLine })).toEqual(['clauseUnknown redLine.clause']);
  expect(message({ redLine })).toBe('redLine.clause 引用的条款“z”没有列在 clauses 中，请补上条款原文');
  expect(faults({ grading: { grades: GRADES, clause: 'z' } })).toEqual(['clauseUnknown grading.clause']);
  expect(faults({ quota: { ...QUOTA, clause: 'z' } })).toEqual(['clauseUnknown quota.clause']);
  expect(faults({ grading: { grades: GRADES.map((grade) => ({ ...grade, clause: 'z' })) } })).toHaveLength(4);
  expect(faults({ statuses: STATUSES.slice(0, 1).map((rule) => ({ ...rule, clause: 'z' })) })).toEqual([
    'clauseUnknown statuses[0].clause',
  ]);
  expect(
    faults({ sanctions: SANCTIONS.slice(0, 1).map((rule) => ({ ...rule, ...swapped, clause: 'z' })) }),
  ).toEqual(['clauseUnknown sanctions[0].clause']);
  const identities = [{ code: 'x', name: '骨干', factor: '1.2', clause: 'z' }];
  expect(faults({ coefficients: { identities } })).toEqual([
    'clauseUnknown coefficients.identities[0].clause',
  ]);
  const effects = [{ year: 0, effect: { kind: 'noGrade', clause: 'z' } as const }];
  expect(faults({ sanctions: [{ code: 's', name: '处分', effects }] })).toEqual([
    'clauseUnknown sanctions[0].effects[0].effect.clause',
  ]);
});

function ofEffect(effect: EffectRule, more: Partial<RuleSet> = {}): readonly string[] {
  const rules = ruleSetOf([item('work', [indicator('x', { family: 'effectOnly', effect })])], more);
  return checkRuleSet(rules).map(({ code, path }) => `${code} ${path}`);
}
const at = 'modules[0].items[0].indicators[0].scoring';

test('§9 a ceiling names one of the grades, routine or annual, by code or name', () => {
  const grading = {
    grades: [
      { ...good, clause: 'c' },
      { code: 'rest', name: '其余' },
    ],
  };
  expect(ofEffect({ kind: 'gradeCeiling', grade: '其余' }, { grading })).toEqual([]);
  expect(ofEffect({ kind: 'gradeCeiling', grade: 'rest' }, { grading })).toEqual([]);
  expect(ofEffect({ kind: 'gradeCeiling', grade: '称职' }, { grading })).toEqual([
    `gradeUnknown ${at}.effect.grade`,
  ]);
  expect(ofEffect({ kind: 'gradeCeiling' }, { grading })).toEqual([`gradeMissing ${at}.effect.grade`]);
  expect(ofEffect({ kind: 'gradeCeiling', grade: '称职' })).toEqual([]);
  expect(ofEffect({ kind: 'gradeCeiling' })).toEqual([`gradeMissing ${at}.effect.grade`]);
  const year = {
    grades: [
      { code: '优秀', name: '优秀' },
      { code: '称职', name: '称职' },
    ],
    barredBy: [],
    countedGrade: 'good',
    lowGrades: [],
    lowProposals: [],
    worstGrade: 'rest',
    allWorstProposal: '称职',
  };
  expect(ofEffect({ kind: 'gradeCeiling', grade: '称职' }, { grading, year })).toEqual([]);
});

test('§9 zeroItem means the indicator’s own item or one that is named; other effects say months or points', () => {
  expect(ofEffect({ kind: 'zeroItem' })).toEqual([]);
  expect(ofEffect({ kind: 'zeroItem', item: 'work' })).toEqual([]);
  expect(ofEffect({ kind: 'zeroItem', item: 'none' })).toEqual([`itemUnknown ${at}.effect.item`]);
  expect(ofEffect({ kind: 'noCommendation' })).toEqual([`monthsMissing ${at}.effect.months`]);
  expect(ofEffect({ kind: 'noCommendation', months: 6 })).toEqual([]);
  expect(ofEffect({ kind: 'leaderLiability' })).toEqual([`pointsMissing ${at}.effect.points`]);
  expect(ofEffect({ kind: 'leaderLiability', points: '半分' })).toEqual([
    `pointsMissing ${at}.effect.points`,
  ]);
  expect(ofEffect({ kind: 'leaderLiability', points: '-0.5' })).toEqual([]);
  expect(ofEffect({ kind: 'rankLast' })).toEqual([]);
});

test('§9 effects of a sanction and of an escalation are checked too', () => {
  const sanction = (effect: EffectRule) =>
    faults({ sanctions: [{ code: 's', name: '处分', effects: [{ year: 0, effect }] }] });
  expect(sanction({ kind: 'zeroItem' })).toEqual(['itemMissing sanctions[0].effects[0].effect.item']);
  expect(sanction({ kind: 'zeroItem', item: 'work' })).toEqual([]);
  expect(sanction({ kind: 'noCommendation' })).toEqual([
    'monthsMissing sanctions[0].effects[0].effect.months',
  ]);
  const steps = [{ points: '-1' }, { points: '-2', effect: { kind: 'gradeCeiling' } as const }];
  const rules = ruleSetOf([item('work', [indicator('x', { family: 'escalation', steps })])]);
  expect(checkRuleSet(rules)).toEqual([
    {
      code: 'gradeMissing',
      path: `${at}.steps[1].effect.grade`,
      message: `${at}.steps[1].effect：等次受限须写明最高为哪个等次（grade）`,
    },
  ]);
});

test('§9 a fault names the clause of its effect and what may be written', () => {
  const effect: EffectRule = { kind: 'gradeCeiling', grade: '甲', clause: 'c' };
  const rules = ruleSetOf([item('work', [indicator('x', { family: 'effectOnly', effect })])], {
    grading: {
      grades: [
        { code: 'good', name: '好', from: '90' },
        { code: 'rest', name: '其余' },
      ],
    },
  });
  expect(checkRuleSet(rules)[0]).toMatchObject({
    clause: 'c',
    message: `${at}.effect：没有等次“甲”，可以写：good、好、rest、其余`,
  });
});

test('X7 every fault says what is wrong and what to write instead', () => {
  const identity = { code: 'x', name: '骨干', factor: '0' };
  const first = (more: Partial<RuleSet>) => {
    const [found] = checkRuleSet(routineRules(more));
    return `${found?.message} ${found?.clause ?? ''}`;
  };
  const leave = { kinds: ['sick'], over: '2' };
  expect(first({ statuses: STATUSES.slice(1, 2).map((rule) => ({ ...rule, leave })) })).toBe(
    '“试用期”的请假比例应在 0 和 1 之间，例如 1/2 s1',
  );
  expect(first({ coefficients: { identities: [{ ...identity, clause: 'k1' }] } })).toBe(
    '身份“骨干”的系数应大于 0 k1',
  );
  const sound = { ...identity, factor: '1' };
  expect(first({ coefficients: { identities: [sound, sound] } })).toContain('身份代码“x”重复');
  expect(first({ coefficients: { identities: [sound], mean: '一' } })).toBe(
    'coefficients.mean 的“一”不是规范的比率，请写成如 0.05、5% 或 1/20 的形式 ',
  );
  expect(first(graded(good, { ...fair, code: 'good' }, { ...poor, name: '一般' }))).toContain(
    '等次代码“good”重复',
  );
  expect(first({ sanctions: [...SANCTIONS, ...SANCTIONS.slice(0, 1)] })).toContain('处分代码“warning”重复');
  expect(first({ grading: { grades: GRADES.map((grade) => ({ ...grade, clause: 'z' })) } })).toContain(
    'grading.grades[0].clause 引用的条款“z”',
  );
  const effect = (rule: EffectRule) =>
    first({ sanctions: [{ code: 's', name: '处分', effects: [{ year: 0, effect: rule }] }] });
  const path = 'sanctions[0].effects[0].effect';
  expect(effect({ kind: 'zeroItem' })).toBe(`${path}：本项目记零分须写明是哪个项目（item） `);
  expect(effect({ kind: 'zeroItem', item: 'none' })).toBe(`${path}：没有项目“none”，请核对项目代码 `);
  expect(effect({ kind: 'noCommendation' })).toBe(`${path}：不得评先评优须写明几个月（months） `);
  expect(effect({ kind: 'leaderLiability' })).toBe(`${path}：领导连带责任须写明分值（points），例如 -0.5 `);
});

test('§9 an escalation may empty its own item', () => {
  const steps = [{ points: '-1', effect: { kind: 'zeroItem' } as const }];
  expect(checkRuleSet(ruleSetOf([item('work', [indicator('x', { family: 'escalation', steps })])]))).toEqual(
    [],
  );
});

test('§17 what a method withholds is named by items it has, or a slip of the pen would publish it', () => {
  expect(faults({ visibility: { points: 'all', withheld: ['nowhere'] } })).toEqual([
    'itemUnknown visibility.withheld[0]',
  ]);
  const [module] = routineRules({}).modules;
  expect(faults({ visibility: { withheld: [module?.items[0]?.code ?? ''] } })).toEqual([]);
});
