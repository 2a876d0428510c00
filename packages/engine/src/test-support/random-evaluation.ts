import fc from 'fast-check';
import { add, multiply, ZERO } from '../kernel/exact.ts';
import { exact, toText } from '../kernel/exact-text.ts';
import type { EffectFact, FactEntry, Facts, PriorMatter, Subject } from '../rules/facts.ts';
import type { Indicator, Item, Module, Multiplier, RuleSet, TieBreaker } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';

/** Random rule sets and facts that fit them, for properties that must hold whatever an office writes. */
const named = (minus: string, plus: string) => [
  { code: 'minus', name: '扣', points: minus },
  { code: 'plus', name: '加', points: plus },
];
const SCORINGS: readonly Scoring[] = [
  { family: 'occurrence', events: named('-0.7', '1.1') },
  { family: 'occurrence', events: named('-12', '3') },
  { family: 'ladder', events: named('-2.5', '2') },
  { family: 'band', min: '-3', max: '2' },
  { family: 'allOrNothing', times: 3, empties: 'item', events: named('-1', '0.5') },
  {
    family: 'escalation',
    steps: [{ points: '-1' }, { points: '-2.5', effect: { kind: 'rankLast' } }],
  },
  { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: 'fair' } },
];

const MULTIPLIERS: readonly Multiplier[] = [
  { code: 'self', name: '自查', factor: '1/3' },
  { code: 'again', name: '再次', factor: '2', when: { kind: 'repeat', withinDays: 1 } },
  {
    code: 'guard',
    name: '安保',
    factor: '1.5',
    when: { kind: 'during', from: '2026-09-04', to: '2026-09-05' },
  },
];

const scoring = fc.constantFrom(...SCORINGS.slice(0, 3), ...SCORINGS);
const indicatorParts = fc.record({
  scoring,
  cap: fc.constantFrom(undefined, undefined, '2', '0.5'),
  scope: fc.constantFrom(undefined, undefined, undefined, 'officer' as const),
  floorAtLeaf: fc.boolean(),
  allowExcess: fc.boolean(),
  marked: fc.boolean(),
  multiplied: fc.constantFrom(false, false, false, true),
});
const itemParts = fc.record({
  marks: fc.constantFrom(undefined, '10', '7.5'),
  high: fc.constantFrom(undefined, undefined, '4'),
  low: fc.constantFrom(undefined, undefined, '-3'),
  allowExcess: fc.boolean(),
  indicators: fc.array(indicatorParts, { minLength: 1, maxLength: 3 }),
});

type IndicatorParts = typeof indicatorParts extends fc.Arbitrary<infer T> ? T : never;
type ItemParts = typeof itemParts extends fc.Arbitrary<infer T> ? T : never;

function makeIndicator(parts: IndicatorParts, code: string, marks: string | null): Indicator {
  const { cap, scope, floorAtLeaf, allowExcess } = parts;
  return {
    code,
    name: code,
    clause: 'c',
    owner: '考核办',
    floorAtLeaf,
    allowExcess,
    ...(cap === undefined ? {} : { cap }),
    ...(marks === null ? {} : { marks }),
    ...(parts.multiplied ? { multipliers: MULTIPLIERS } : {}),
    ...(scope === undefined ? {} : { subjects: { kinds: [scope] } }),
    scoring: parts.scoring,
  };
}

/** Leaves share no more marks than the item has, so that every rule set made here is sound. */
function makeItem(parts: ItemParts, code: string): Item {
  const { marks, high, low, allowExcess, indicators } = parts;
  const all = indicators.every(({ marked }) => marked);
  return {
    code,
    name: code,
    allowExcess,
    ...(marks === undefined ? {} : { marks }),
    ...(high === undefined ? {} : { high }),
    ...(low === undefined ? {} : { low }),
    indicators: indicators.map((own, at) => {
      const marked = own.marked && !all && marks !== undefined;
      return makeIndicator(own, `${code}-${at}`, marked ? '2.5' : null);
    }),
  };
}

const tieBreakers = fc.constantFrom<readonly TieBreaker[]>(
  [],
  [{ by: 'fewerDeductions' }],
  [{ by: 'item', code: 'm0-p0', better: 'low' }, { by: 'fewerDeductions' }],
  [{ by: 'indicator', code: 'm0-p0-0' }],
);

export const randomRuleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    modules: fc.array(
      fc.record({
        weight: fc.constantFrom(undefined, '40%', '1/3', '1'),
        low: fc.constantFrom(undefined, undefined, '2'),
        high: fc.constantFrom(undefined, undefined, '9'),
        items: fc.array(itemParts, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    mode: fc.constantFrom('percentage' as const, 'accumulating' as const),
    rounding: fc.constantFrom(undefined, 'none' as const, { digits: 1, mode: 'floor' as const }),
    tieBreakers,
    mixedSigns: fc.constantFrom('separate' as const, 'maxOnly' as const, 'manual' as const),
    split: fc.constantFrom('each' as const, 'fixedTotal' as const),
    notApplicable: fc.constantFrom('rescale' as const, 'full' as const),
    graded: fc.boolean(),
  })
  .map(({ modules, mode, rounding, mixedSigns, split, graded, ...more }): RuleSet => {
    const made = modules.map(({ weight, low, high, items }, m): Module => {
      const own = { code: `m${m}`, name: `m${m}`, ...(weight === undefined ? {} : { weight }) };
      const bounds = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
      return { ...own, ...bounds, items: items.map((parts, i) => makeItem(parts, `m${m}-p${i}`)) };
    });
    const total = toText(marksOf(made));
    const finite = !total.includes('/');
    return {
      format: 'mingji/rule-set@1',
      id: 'random',
      name: '随机',
      version: '1',
      mode: finite ? mode : 'accumulating',
      ...(finite ? { totalMarks: total } : {}),
      appraises: ['officer', 'unit'],
      ...(rounding === undefined ? {} : { rounding }),
      notApplicable: more.notApplicable,
      ranking: { tieBreakers: more.tieBreakers },
      matters: { mixedSigns, split },
      coefficients: { identities: [{ code: 'k', name: '系数', factor: '1.1' }], tolerance: '1' },
      ...(graded ? { grading: { nomination: 'none' as const, grades: GRADES } } : {}),
      clauses: [{ id: 'c', text: '条款' }],
      modules: made,
    };
  });

const GRADES = [
  { code: 'good', name: '好', from: '8' },
  { code: 'fair', name: '一般', from: '2' },
  { code: 'poor', name: '较差' },
];

function marksOf(modules: readonly Module[]) {
  let sum = ZERO;
  for (const { weight, items } of modules)
    for (const { marks } of items) sum = add(sum, multiply(exact(marks ?? '0'), exact(weight ?? '1')));
  return sum;
}

const SUBJECTS: readonly Subject[] = [
  { id: 'a', kind: 'officer', code: '1', sequence: 's' },
  { id: 'b', kind: 'officer', code: '2', sequence: 's', identities: ['k'] },
  { id: 'c', kind: 'officer', code: '3', sequence: 's', group: 'g' },
  { id: 'd', kind: 'officer', code: '4', sequence: 's', status: 'exempt' },
  { id: 'e', kind: 'officer', code: '5', sequence: 's' },
  { id: 'u', kind: 'unit', code: '9' },
];

const looseEntry = fc.record({
  subject: fc.constantFrom('a', 'a', 'b', 'c', 'd', 'e', 'u'),
  indicator: fc.nat({ max: 20 }),
  event: fc.constantFrom('minus', 'minus', 'plus'),
  quantity: fc.constantFrom(undefined, undefined, '2', '0.5', '3', '0', '0.00001', '900000000000000'),
  matter: fc.constantFrom(undefined, undefined, undefined, 'm1', 'm2', 'm3'),
  day: fc.integer({ min: 1, max: 5 }),
  special: fc.constantFrom('', '', '', '', '', 'adjustment', 'exemption', 'reversed', 'share'),
});

type LooseEntry = typeof looseEntry extends fc.Arbitrary<infer T> ? T : never;

/** One entry that fits its indicator, and its reversal where the draw says so. */
function makeEntries(loose: LooseEntry, at: number, indicators: readonly Indicator[]): readonly FactEntry[] {
  const { subject, event, quantity, matter, day, special } = loose;
  const fitting = indicators.filter(({ subjects }) => subject !== 'u' || subjects === undefined);
  const own = fitting[loose.indicator % Math.max(fitting.length, 1)];
  if (own === undefined) return [];
  const when = `2026-09-0${day}`;
  const common = { id: `e${at}`, subject, indicator: own.code, at: when };
  if (special === 'adjustment') return [{ ...common, kind: 'adjustment', points: '-0.25' }];
  if (special === 'exemption') return [{ ...common, kind: 'exemption' }];
  const { family } = own.scoring;
  const hasEvents = 'events' in own.scoring;
  const entry: FactEntry = {
    ...common,
    kind: 'event',
    ...(hasEvents ? { event } : {}),
    ...(hasEvents && quantity !== undefined ? { quantity } : {}),
    ...(family === 'band' ? { points: event === 'minus' ? '-1.5' : '0.5', reason: '理由' } : {}),
    ...(hasEvents && special === 'share' && matter !== undefined ? { points: '0' } : {}),
    ...(matter === undefined ? {} : { matter }),
    ...(own.multipliers !== undefined && day === 3 ? { multipliers: ['self'] } : {}),
  };
  if (special !== 'reversed') return [entry];
  return [entry, { ...common, id: `e${at}-undo`, kind: 'reversal', reverses: entry.id }];
}

const effects = fc.array(
  fc.record({
    subject: fc.constantFrom('a', 'b', 'e'),
    kind: fc.constantFrom<EffectFact['kind']>('zeroTotal', 'excludeFromRanking', 'rankLast', 'noGrade'),
  }),
  { maxLength: 2 },
);
const priors = fc.array(
  fc.record({ subject: fc.constantFrom('a', 'b'), matter: fc.constantFrom('m1', 'm2') }),
  { maxLength: 1 },
);

const MONTH = { id: 'm', from: '2026-09-01', to: '2026-09-30', kind: 'month' } as const;

/** Facts that fit the rule set; most subjects have nothing unusual, a few have everything. */
export function randomFacts(ruleSet: RuleSet): fc.Arbitrary<Facts> {
  const indicators = ruleSet.modules.flatMap((module) => module.items.flatMap((own) => own.indicators));
  return fc.record({ loose: fc.array(looseEntry, { maxLength: 24, size: 'max' }), effects, priors }).map(
    ({ loose, effects: decided, priors: booked }): Facts => ({
      period: MONTH,
      subjects: SUBJECTS,
      entries: loose.flatMap((own, at) => makeEntries(own, at, indicators)),
      effects: decided.map((own, at) => ({ ...own, id: `effect${at}` })),
      priorMatters: booked.map((own): PriorMatter => ({ ...own, addition: '1' })),
    }),
  );
}

/** A rule set, and one or several periods of facts under it. */
export const randomEvaluation = randomRuleSet.chain((ruleSet) =>
  fc.record({
    ruleSet: fc.constant(ruleSet),
    periods: fc.array(randomFacts(ruleSet), { minLength: 1, maxLength: 3 }),
  }),
);
