import { toText } from '../../kernel/exact-text.ts';
import { evaluate } from '../../rules/evaluate.ts';
import type { FactEntry, Facts, PriorMatter } from '../../rules/facts.ts';
import type { Indicator, RuleSet } from '../../rules/rule-set.ts';
import type { Scoring } from '../../rules/scoring.ts';
import { indicator, item, ruleSetOf, textOf, unit } from '../small-rule-set.ts';
import {
  type Case,
  type Fields,
  fieldsOf,
  listOf,
  textOrNone,
  type Value,
  withWholeNumbers,
} from './read-cases.ts';

const OF_THE_INDICATOR = ['marks', 'cap', 'floorAtLeaf', 'allowExcess', 'multipliers'];

function ruleOf(rule: Fields): Indicator {
  const own: Record<string, unknown> = {};
  const scoring: Record<string, unknown> = {};
  const { ...all } = withWholeNumbers({ rule }) as { rule: Record<string, unknown> };
  for (const [key, value] of Object.entries(all.rule))
    (OF_THE_INDICATOR.includes(key) ? own : scoring)[key] = value;
  return indicator('x', scoring as unknown as Scoring, own);
}

function kindOf(fact: Fields): Pick<FactEntry, 'kind'> & { quantity?: string } {
  for (const kind of ['measure', 'score', 'vote'] as const) {
    if (!(kind in fact)) continue;
    const quantity = textOrNone(fact[kind]);
    return { kind, ...(quantity === undefined ? {} : { quantity }) };
  }
  return { kind: 'event' };
}

function entryOf(value: Value, at: number): FactEntry {
  const { of, measure: _m, score: _s, vote: _v, ...rest } = fieldsOf(value);
  return {
    id: `e${String(at + 1).padStart(3, '0')}`,
    subject: textOrNone(of) ?? 'a',
    indicator: 'x',
    at: `2026-09-${String((at % 28) + 1).padStart(2, '0')}`,
    ...kindOf(fieldsOf(value)),
    ...rest,
  } as FactEntry;
}

/** The measures of everybody else, for the families that score against others. */
function peersOf(peers: Fields): readonly FactEntry[] {
  const count = Number(textOrNone(peers.count) ?? '0');
  const others =
    count > 0
      ? Array.from({ length: count }, (_, i) => String(1000 - i))
      : listOf(peers.measures).map(String);
  const own = count > 0 ? others.splice(Number(textOrNone(peers.own)) - 1, 1)[0] : textOrNone(peers.own);
  return [own ?? '0', ...others].map((quantity, at) => ({
    id: `p${at}`,
    subject: at === 0 ? 'a' : `peer${at}`,
    indicator: 'x',
    kind: 'measure',
    quantity,
    at: '2026-09-01',
  }));
}

/** One indicator of one subject: its value, what stands of each entry, the effects and the warnings. */
export function runRule(given: Case): Fields {
  const own = ruleOf(fieldsOf(given.rule));
  const marks = own.marks === undefined ? {} : { marks: own.marks };
  const rules: RuleSet = ruleSetOf([item('p', [own], { ...marks, allowExcess: true, low: '-1000' })], {
    ...(given.matters === undefined
      ? {}
      : { matters: fieldsOf(given.matters) as NonNullable<RuleSet['matters']> }),
  });
  const entries =
    given.peers === undefined ? listOf(given.facts).map(entryOf) : peersOf(fieldsOf(given.peers));
  const target = textOrNone(given.target);
  const facts: Facts = {
    period: { id: '2026-09', from: '2026-09-01', to: '2026-09-30', kind: 'month' },
    subjects: [...new Set(['a', ...entries.map((entry) => entry.subject)])].map((id) => unit(id)),
    entries,
    ...(target === undefined ? {} : { targets: [{ subject: 'a', indicator: 'x', quantity: target }] }),
    priorMatters: listOf(given.prior).map((prior) => ({ subject: 'a', ...fieldsOf(prior) }) as PriorMatter),
  };
  const result = evaluate({ ruleSet: rules, facts });
  if (!result.ok) return { refused: result.refusals[0]?.code ?? '', says: result.refusals[0]?.message ?? '' };
  const subject = result.value.subjects.find((each) => each.subject === 'a');
  const found = subject?.indicators[0];
  const outcomes = subject?.entries ?? [];
  return {
    value: textOf(found?.score),
    measured: found?.measured ? toText(found.measured) : null,
    counted: Object.fromEntries(outcomes.map(({ id, counted }) => [id, toText(counted)])),
    standsIn: Object.fromEntries(outcomes.flatMap(({ id, standsIn }) => (standsIn ? [[id, standsIn]] : []))),
    effects: (subject?.effects ?? []).map(({ kind }) => kind),
    warnings: result.value.warnings.map(({ code }) => code),
  };
}
