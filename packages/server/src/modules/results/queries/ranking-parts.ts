import type { results } from '@mingji/contract';
import { add, exact, multiply, type RuleSet, toText, ZERO } from '@mingji/engine';
import { Refusal } from '../../../refusal.ts';
import type { CodedScore, ScoreDetail } from '../score-columns.ts';

const MOST_MODULES = 30;
const MOST_ITEMS = 60;

/** The items (小项 with marks) as columns, in the order of the rule set. */
export function itemColumns(ruleSet: RuleSet): results.PartColumn[] {
  return ruleSet.modules
    .flatMap((module) => module.items)
    .slice(0, MOST_ITEMS)
    .map((item) => ({ code: item.code, name: item.name, marks: item.marks ?? null }));
}

/** The modules as columns; their marks are those of their items, after the weight, where all declare some. */
export function moduleColumns(ruleSet: RuleSet): results.PartColumn[] {
  return ruleSet.modules.slice(0, MOST_MODULES).map((module) => ({
    code: module.code,
    name: module.name,
    marks: marksOf(module),
  }));
}

function marksOf(module: RuleSet['modules'][number]): string | null {
  let sum = ZERO;
  for (const { marks } of module.items) {
    if (marks === undefined) return null;
    sum = add(sum, exact(marks));
  }
  const text = toText(multiply(sum, exact(module.weight ?? '1')));
  return module.items.length === 0 || text.includes('/') ? null : text;
}

/** Results written before modules were kept get theirs from the items, which are kept since ever. */
export function moduleScores(ruleSet: RuleSet, detail: ScoreDetail): readonly CodedScore[] {
  if (detail.modules !== undefined) return detail.modules;
  const items = new Map(detail.items.map((item) => [item.code, item]));
  return ruleSet.modules.map((module) => {
    const parts = module.items.flatMap(({ code }) => items.get(code) ?? []);
    const state = stateOf(parts);
    if (state !== 'scored') return { code: module.code, state, value: null };
    const sum = parts.reduce((total, { value }) => add(total, exact(value ?? '0')), ZERO);
    const text = toText(multiply(sum, exact(module.weight ?? '1')));
    return { code: module.code, state, value: text.includes('/') ? null : text };
  });
}

function stateOf(parts: readonly CodedScore[]): CodedScore['state'] {
  for (const state of ['notScored', 'scored', 'exempt'] as const) {
    if (parts.some((part) => part.state === state)) return state;
  }
  return 'notApplicable';
}

/** A module or item of the rule set, as the address names it: `item:duty`. */
export interface Part {
  readonly kind: 'module' | 'item';
  readonly column: results.PartColumn;
}

export function partOf(ruleSet: RuleSet, wanted: string | undefined): Part | null {
  if (wanted === undefined) return null;
  const kind = wanted.startsWith('module:') ? 'module' : 'item';
  const code = wanted.slice(kind.length + 1);
  const columns = kind === 'module' ? moduleColumns(ruleSet) : itemColumns(ruleSet);
  const column = columns.find((each) => each.code === code);
  if (column) return { kind, column };
  throw new Refusal(
    'invalid',
    `《${ruleSet.name}》没有代码为“${code}”的${kind === 'module' ? '模块' : '项目'}，可能是另一版本的代码。请重新选择排名依据。`,
  );
}
