import {
  add,
  compare,
  type Exact,
  evaluate,
  explain,
  type Item,
  leavesSum,
  multiply,
  ONE,
  parseDecimal,
  parseRate,
  type RuleSet,
  sign,
  type TraceNode,
  ZERO,
} from '@mingji/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFacts } from './test-support/random-facts.ts';
import { referenceSets } from './test-support/reference-rule-sets.ts';

const appraising = referenceSets()
  .map(({ folder, whole }) => [folder, whole] as const)
  .filter(([, whole]) =>
    whole.modules.every(({ items }) => items.every(({ indicators }) => indicators.length > 0)),
  );
const picks = fc.array(
  fc.record({
    subject: fc.nat(11),
    indicator: fc.nat(199),
    choice: fc.nat(9),
    amount: fc.nat(99),
    day: fc.integer({ min: 1, max: 30 }),
    matter: fc.nat(2),
  }),
  { maxLength: 80 },
);

function run(ruleSet: RuleSet, list: Parameters<typeof randomFacts>[1]) {
  const result = evaluate({ ruleSet, facts: randomFacts(ruleSet, list) });
  if (!result.ok)
    throw new Error(result.refusals.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return result.value;
}

const decimal = (text: string | undefined): Exact | undefined =>
  text === undefined ? undefined : parseDecimal(text);

/** The most an item can be worth; undefined where nothing limits it. */
function mostOf(item: Item): Exact | undefined {
  const high = decimal(item.high) ?? (item.allowExcess === true ? undefined : decimal(item.marks));
  if (high !== undefined) return high;
  const onlyTakes = item.indicators.every(({ scoring }) => {
    if (scoring.family === 'effectOnly') return true;
    const points =
      'steps' in scoring ? scoring.steps : scoring.family === 'occurrence' ? scoring.events : undefined;
    return points?.every((each) => each.points.startsWith('-')) ?? false;
  });
  return onlyTakes ? ZERO : undefined;
}

function mostOfAll(ruleSet: RuleSet): Exact {
  return ruleSet.modules.reduce((total, module) => {
    const weight = module.weight === undefined ? ONE : (parseRate(module.weight) ?? ONE);
    const items = module.items.map(mostOf);
    const most = decimal(module.high) ?? items.reduce<Exact>((sum, own) => add(sum, own ?? ZERO), ZERO);
    if (module.high === undefined && items.includes(undefined))
      throw new Error(`${module.code} has no limit`);
    return add(total, multiply(most, weight));
  }, ZERO);
}

function checkSums(node: TraceNode): void {
  if (node.state !== 'scored') return;
  expect(leavesSum(node)).toStrictEqual(node.amount);
  for (const child of node.children) checkSums(child);
}

test('there are methods of both modes to try', () => {
  expect(new Set(appraising.map(([, { mode }]) => mode))).toEqual(new Set(['percentage', 'accumulating']));
});

describe.each(appraising)('%s', (_folder, ruleSet) => {
  test('§15 whatever happens, the method evaluates, and every explanation re-adds', () => {
    fc.assert(
      fc.property(picks, (list) => {
        for (const { trace, score } of run(ruleSet, list).subjects) {
          if (trace === null || score.state !== 'scored') throw new Error('everybody is scored here');
          expect(trace.amount).toStrictEqual(score.value);
          checkSums(trace);
          expect(explain(trace).every(({ text }) => text.length > 0)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

const percentage = appraising.filter(([, { mode }]) => mode === 'percentage');
describe.each(percentage)('%s', (_folder, ruleSet) => {
  test('§4 a percentage total stays between 0 and what the marks allow', () => {
    const most = mostOfAll(ruleSet);
    fc.assert(
      fc.property(picks, (list) => {
        for (const { score } of run(ruleSet, list).subjects) {
          if (score.state !== 'scored') throw new Error('everybody is scored here');
          expect(sign(score.value)).toBeGreaterThanOrEqual(0);
          expect(compare(score.value, most)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 25 },
    );
  });
});
