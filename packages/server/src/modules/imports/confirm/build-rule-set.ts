import type { imports } from '@mingji/contract';
import type { Indicator, Item, RuleSet, Scoring } from '@mingji/engine';
import { exact, sumOf, toText } from '@mingji/engine';
import type { DecidedRow } from '../judgement.ts';
import type { IndicatorValues } from '../recognition/target-book/target-book-values.ts';

export interface BookContent {
  readonly code: string;
  readonly name: string;
  readonly fileName: string;
  readonly rows: readonly DecidedRow<IndicatorValues>[];
  readonly rules: readonly imports.ImportRuleView[];
}
interface Line {
  readonly row: number;
  readonly values: IndicatorValues;
  readonly rule: imports.ImportRuleView['rule'];
}

/**
 * The book as a rule set (X7): items and indicators in the paper's order, each sentence kept word for word as the
 * clause behind its typed rule. Marks and the clamp sit where the paper declares them (§4).
 */
export function buildRuleSet(book: BookContent): RuleSet {
  const rules = new Map(book.rules.map((rule) => [rule.row, rule.rule]));
  const lines = book.rows.flatMap(({ row, values }): Line[] => {
    const rule = rules.get(row);
    return rule ? [{ row, values, rule }] : [];
  });
  const names = [...new Set(lines.map(({ values }) => values.item ?? ''))];
  const items = names.map((name, index) => itemOf(`i${index + 1}`, name, lines));
  const bonus = bonusItem(lines);
  return {
    format: 'mingji/rule-set@1',
    id: book.code,
    name: book.name,
    version: '1',
    mode: 'percentage',
    totalMarks: toText(sumOf(items.map((item) => exact(item.marks ?? '0')))),
    appraises: ['unit'],
    clauses: lines.map((line) => ({
      id: clauseId(line),
      text: line.values.rule ?? line.values.name ?? '',
      source: `${book.fileName} 第 ${line.row} 行`,
    })),
    modules: [{ code: 'm1', name: '目标责任', items: bonus ? [...items, bonus] : items }],
  };
}

const clauseId = (line: Line) => `c${line.row}`;

function itemOf(code: string, name: string, lines: readonly Line[]): Item {
  const own = lines.filter(({ values, rule }) => values.item === name && rule.scoring !== null);
  return {
    code,
    name,
    marks: toText(sumOf(own.map(({ values }) => exact(values.marks ?? '0')))),
    indicators: own.map((line, index) => ({
      ...indicatorOf(line, `${code}-${index + 1}`, line.rule.scoring as Scoring),
      ...(line.values.marks === null ? {} : { marks: line.values.marks }),
      ...(line.rule.cap === null ? {} : { cap: line.rule.cap }),
    })),
  };
}

/** Sentences that add points beyond the marks stand in an item of their own, which starts from 0. */
function bonusItem(lines: readonly Line[]): Item | null {
  const indicators = lines.flatMap((line) => {
    const { additions } = line.rule;
    return additions === null ? [] : [indicatorOf(line, `b${line.row}`, additions as Scoring)];
  });
  return indicators.length === 0 ? null : { code: 'bonus', name: '加分', indicators };
}

function indicatorOf(line: Line, code: string, scoring: Scoring): Indicator {
  return {
    code,
    name: line.values.name ?? '',
    clause: clauseId(line),
    owner: line.values.owner ?? '',
    scoring: withMeasureUnit(scoring, line.values.targetUnit),
  };
}

/** 480家: what the target counts stands beside the number in the paper. */
function withMeasureUnit(scoring: Scoring, unit: string | null): Scoring {
  const counts =
    scoring.family === 'ratio' || scoring.family === 'target' || scoring.family === 'controlNumber';
  return counts && unit !== null && scoring.unit === undefined ? { ...scoring, unit } : scoring;
}

/** Rows whose sentence nobody has made a typed rule of yet: half a rule set would be a wrong one. */
export function rulesUndecided(rules: readonly imports.ImportRuleView[]): imports.ImportRuleView[] {
  return rules.filter(({ rule }) => rule.scoring === null && rule.additions === null);
}
