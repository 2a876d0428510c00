import { expect, test } from 'vitest';
import { evaluate } from '../rules/evaluate.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { entry, factsOf, indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';

/** Numbers no office writes: they must come out exactly all the same, whichever way they are computed. */
const scoring = { family: 'occurrence', events: [{ code: 'e', name: '情形', points: '0.7' }] } as const;
const plain = (more: Partial<RuleSet> = {}): RuleSet =>
  ruleSetOf([item('p', [indicator('x', scoring)])], more);
const weighted: RuleSet = {
  ...plain(),
  modules: [{ code: 'm', name: '模块', weight: '999/1000', items: [item('p', [indicator('x', scoring)])] }],
};

function score(ruleSet: RuleSet, facts: Facts, traces: 'all' | 'none') {
  const result = evaluate({ ruleSet, facts, traces });
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return toPlain(
    result.value.subjects.map(({ score: own, additions, known }) => ({ own, additions, known })),
  );
}

test.each([
  ['a quantity beyond the safe integers', plain(), ['900000000000000'], '630000000000000'],
  ['a sum beyond them', plain(), ['150000000000', '150000000000'], '210000000000'],
  ['a finer quantity than ten-thousandths', plain({ rounding: 'none' }), ['0.00001'], '0.000007'],
  ['a score beyond them once it is weighted', weighted, ['30000000000'], '20979000000'],
  ['a score beyond them once it is rounded', plain(), ['30000000000'], '21000000000'],
])('§1 %s is computed exactly', (_name, ruleSet, quantities, expected) => {
  for (const matter of [undefined, 'm']) {
    const own = matter === undefined ? {} : { matter };
    const facts = factsOf(
      quantities.slice(0, matter === undefined ? 9 : 1).map((quantity) => entry('x', { quantity, ...own })),
    );
    const explained = score(ruleSet, facts, 'all');
    expect(score(ruleSet, facts, 'none')).toEqual(explained);
    if (matter === undefined) expect(explained).toMatchObject([{ own: { value: expected } }]);
  }
});

test('§1 a rule set without a common scale is computed exactly', () => {
  const fine = {
    family: 'occurrence',
    events: [{ code: 'e', name: '情形', points: '0.00000000000000000001' }],
  } as const;
  const ruleSet = ruleSetOf([item('p', [indicator('x', fine)])], { rounding: 'none' });
  const facts = factsOf([entry('x'), entry('x', { matter: 'm' })]);
  expect(score(ruleSet, facts, 'none')).toEqual(score(ruleSet, facts, 'all'));
  expect(score(ruleSet, facts, 'none')).toMatchObject([{ own: { value: '0.00000000000000000002' } }]);
});
