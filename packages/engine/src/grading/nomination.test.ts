import { beforeEach, expect, test } from 'vitest';
import { codes, decide, message, scales } from '../test-support/grade-cases.ts';
import { decision } from '../test-support/routine-rules.ts';

let { plain, quota, raising, unnominated } = scales();
beforeEach(() => {
  ({ plain, quota, raising, unnominated } = scales());
});

test('§10 a threshold is necessary for the scarce grade even where raising is allowed', () => {
  const outcome = decide(raising, '80', { decisions: [decision('committee', '好', '理由')] });
  expect(outcome.grade).toBe('fair');
  expect(codes(outcome)).toEqual(['gradeOverThreshold']);
  expect(message(outcome)).toContain('分数线 90 分');
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
