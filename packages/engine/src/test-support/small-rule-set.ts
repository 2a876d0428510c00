import { toText } from '../kernel/exact-text.ts';
import type { Score } from '../kernel/score.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation, SubjectResult } from '../rules/evaluation.ts';
import type { FactEntry, Facts, Subject } from '../rules/facts.ts';
import type { Indicator, Item, RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';

/** Builders for tests: the smallest sound rule set around what a test is about. */
export function indicator(code: string, scoring: Scoring, more: Partial<Indicator> = {}): Indicator {
  return { code, name: `指标${code}`, clause: 'c', owner: '考核办', ...more, scoring };
}

export function item(code: string, indicators: readonly Indicator[], more: Partial<Item> = {}): Item {
  return { code, name: `项目${code}`, ...more, indicators };
}

export function ruleSetOf(items: readonly Item[], more: Partial<RuleSet> = {}): RuleSet {
  return {
    format: 'mingji/rule-set@1',
    id: 'small',
    name: '小办法',
    version: '1',
    mode: 'accumulating',
    appraises: ['officer', 'unit'],
    clauses: [{ id: 'c', text: '条款原文' }],
    modules: [{ code: 'm', name: '模块', items }],
    ...more,
  };
}

export function unit(id: string, more: Partial<Subject> = {}): Subject {
  return { id, kind: 'unit', code: id, ...more };
}

export function officer(id: string, more: Partial<Subject> = {}): Subject {
  return { id, kind: 'officer', code: id, ...more };
}

let serial = 0;
/** An entry of subject `a`; ids and times are in the order of the calls. */
export function entry(indicatorCode: string, more: Partial<FactEntry> = {}): FactEntry {
  serial++;
  const id = `e${serial.toString().padStart(6, '0')}`;
  return { id, subject: 'a', indicator: indicatorCode, kind: 'event', at: '2026-09-01', ...more };
}

export function factsOf(entries: readonly FactEntry[], more: Partial<Facts> = {}): Facts {
  return {
    period: { id: '2026-09', from: '2026-09-01', to: '2026-09-30', kind: 'month' },
    subjects: [unit('a')],
    entries,
    ...more,
  };
}

export function evaluated(ruleSet: RuleSet, facts: Facts): Evaluation {
  const result = evaluate({ ruleSet, facts });
  if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.message).join('\n'));
  return result.value;
}

/** The refusal codes, for what must not be computed. */
export function refusalCodes(ruleSet: RuleSet, facts: Facts): readonly string[] {
  const result = evaluate({ ruleSet, facts });
  return result.ok ? [] : result.refusals.map((refusal) => refusal.code);
}

export function resultOf(evaluation: Evaluation, subject = 'a'): SubjectResult {
  const found = evaluation.subjects.find((result) => result.subject === subject);
  if (found === undefined) throw new Error(`no result of ${subject}`);
  return found;
}

export function textOf(score: Score | undefined): string {
  if (score === undefined) return 'absent';
  return score.state === 'scored' ? toText(score.value) : score.state;
}

export function scoreText(ruleSet: RuleSet, facts: Facts, subject = 'a'): string {
  return textOf(resultOf(evaluated(ruleSet, facts), subject).score);
}

export function indicatorText(ruleSet: RuleSet, facts: Facts, code: string, subject = 'a'): string {
  return textOf(
    resultOf(evaluated(ruleSet, facts), subject).indicators.find((own) => own.code === code)?.score,
  );
}

/** The value of one indicator `x` of the family, alone in its item. */
export function familyValue(
  scoring: Scoring,
  entries: readonly FactEntry[],
  own: Partial<Indicator> = {},
  more: Partial<Facts> = {},
): string {
  const marks = own.marks === undefined ? {} : { marks: own.marks };
  const rules = ruleSetOf([item('p', [indicator('x', scoring, own)], { ...marks, allowExcess: true })]);
  return indicatorText(rules, factsOf(entries, more), 'x');
}
