import type { AppraisalStatusRule, Grade, SanctionRule } from '../rules/appraisal-rules.ts';
import type { GradeDecision } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { EffectKind, EffectRule } from '../rules/scoring.ts';
import { indicator, item, ruleSetOf } from './small-rule-set.ts';

/** A routine appraisal as a test rule set: four grades, the whole status table of §8, sanctions, a scarce grade. */
export const GRADES: readonly Grade[] = [
  { code: 'good', name: '好', from: '90', clause: 'g1' },
  { code: 'fair', name: '较好', from: '75', clause: 'g2' },
  { code: 'plain', name: '一般', from: '60' },
  { code: 'poor', name: '较差', binding: 'must', clause: 'g4' },
];

const own = { grader: 'ownUnit', outcome: 'graded' } as const;
const host = { grader: 'hostUnit', outcome: 'graded' } as const;
const both = (treatment: AppraisalStatusRule['cycle']) => ({ cycle: treatment, year: treatment });

export const STATUSES: readonly AppraisalStatusRule[] = [
  { code: 'normal', name: '正常', ...both(own) },
  { code: 'probation', name: '试用期', ...both({ grader: 'ownUnit', outcome: 'commentOnly' }), clause: 's1' },
  { code: 'training', name: '学习培训', ...both({ ...own, hears: 'hostUnit' }) },
  { code: 'aid', name: '援派挂职', cycle: host, year: { grader: 'whereMostOfPeriod', outcome: 'graded' } },
  { code: 'window', name: '服务窗口', cycle: { ...own, hears: 'hostUnit' }, year: own, inQuota: true },
  { code: 'lent', name: '借用', cycle: host, year: { ...own, hears: 'hostUnit' } },
  {
    code: 'longLeave',
    name: '病事假过半',
    ...both({ grader: 'ownUnit', outcome: 'noGrade' }),
    leave: { kinds: ['sick', 'personal'] },
    clause: 's6',
  },
  { code: 'investigated', name: '立案审查', ...both({ grader: 'nobody', outcome: 'deferred' }) },
  {
    code: 'transferred',
    name: '调入',
    ...both({ grader: 'unitAtPeriodEnd', outcome: 'graded', hears: 'formerUnit' }),
  },
  { code: 'left', name: '退休调出', ...both({ grader: 'nobody', outcome: 'offList' }) },
  { code: 'auxiliary', name: '辅警', ...both({ grader: 'nobody', outcome: 'offList' }) },
];

const noGrade: EffectRule = { kind: 'noGrade' };
export const SANCTIONS: readonly SanctionRule[] = [
  {
    code: 'warning',
    name: '警告',
    clause: 'p1',
    effects: [
      { year: 0, appliesTo: 'year', effect: { kind: 'gradeCeiling', grade: 'plain' } },
      { year: 0, appliesTo: 'cycle', effect: { kind: 'gradeCeiling', grade: 'fair' } },
    ],
  },
  { code: 'demerit', name: '记过', effects: [{ year: 0, effect: { ...noGrade, comment: true } }] },
  {
    code: 'grave',
    name: '记大过',
    effects: [
      { year: 0, effect: { ...noGrade, clause: 'p3' } },
      { year: 1, effect: noGrade },
    ],
  },
];

const CLAUSES = ['c', 'g1', 'g2', 'g4', 's1', 's6', 'p1', 'p3', 'e1', 'k1', 'r1'];

export function routineRules(more: Partial<RuleSet> = {}): RuleSet {
  const effect = (kind: EffectKind, rule: Omit<EffectRule, 'kind'> = {}) =>
    indicator(kind, { family: 'effectOnly', effect: { kind, ...rule } }, { name: `后果${kind}` });
  return ruleSetOf(
    [
      item('work', [
        indicator('points', { family: 'occurrence', events: [{ code: 'point', name: '得分', points: '1' }] }),
        effect('gradeCeiling', { grade: '一般', clause: 'e1' }),
        effect('noGrade'),
        effect('zeroTotal'),
        effect('manualReview'),
        effect('noCommendation', { months: 6 }),
        effect('leaderLiability', { points: '-0.5' }),
        effect('excludeFromRanking'),
        effect('rankLast'),
        effect('zeroItem'),
      ]),
    ],
    {
      clauses: CLAUSES.map((id) => ({ id, text: `条款${id}` })),
      grading: { grades: GRADES },
      statuses: STATUSES,
      sanctions: SANCTIONS,
      ...more,
    },
  );
}

export const QUOTA = { grade: '好', rate: '0.4' } as const;

let serial = 0;
/** A decision about `a`; ids are in the order of the calls. */
export function decision(
  step: GradeDecision['step'],
  grade: string,
  reason?: string,
  more: Partial<GradeDecision> = {},
): GradeDecision {
  serial++;
  const id = `d${serial.toString().padStart(4, '0')}`;
  return { id, subject: 'a', step, grade, ...(reason === undefined ? {} : { reason }), ...more };
}
