import { add, compare, type Exact, isZero, multiply, sign, subtract, sumOf, ZERO } from '../kernel/exact.ts';
import { parseDecimal, toText } from '../kernel/exact-text.ts';
import { type Refusal, Refusals } from '../kernel/refusal.ts';
import { checkListRules } from '../lists/check-list-rules.ts';
import { checkYearRules } from '../year/check-year-rules.ts';
import { checkAppraisal } from './check-appraisal.ts';
import { checkSharing } from './check-sharing.ts';
import { type CompiledItem, type CompiledModule, type CompiledRuleSet, compileRuleSet } from './compile.ts';
import { indicatorPaths } from './indicator-paths.ts';
import type { RuleSet } from './rule-set.ts';

export { indicatorPaths };

/** Everything that keeps a rule set from being used, all at once; empty when it is sound. */
export function checkRuleSet(ruleSet: RuleSet): readonly Refusal[] {
  const refusals = new Refusals();
  const compiled = compileRuleSet(ruleSet, refusals);
  checkCompiled(compiled, refusals);
  return refusals.list;
}

/** The checks that need the numbers; `compileRuleSet` already refused what cannot be read. */
export function checkCompiled(compiled: CompiledRuleSet, refusals: Refusals): void {
  checkCodes(compiled.source, refusals);
  checkReferences(compiled.source, refusals);
  checkAppraisal(compiled.source, refusals);
  checkSharing(compiled.source, refusals);
  checkYearRules(compiled.source, refusals);
  checkListRules(compiled.source, refusals);
  for (const [m, module] of compiled.modules.entries()) {
    checkModule(module, `modules[${m}]`, refusals);
    for (const [i, item] of module.items.entries()) {
      checkItemMarks(item, `modules[${m}].items[${i}]`, refusals);
    }
  }
  checkTotal(compiled, refusals);
}

function checkCodes(ruleSet: RuleSet, refusals: Refusals): void {
  const unique = (kind: string, entries: readonly (readonly [string, string])[]) => {
    const seen = new Map<string, string>();
    for (const [code, path] of entries) {
      const first = seen.get(code);
      if (code.trim() === '') refusals.add('codeMissing', path, `${path} 的${kind}代码为空，请填写`);
      else if (first !== undefined) {
        refusals.add(
          'codeDuplicate',
          path,
          `${kind}代码“${code}”重复（${first} 与 ${path}），请改用不同的代码`,
        );
      }
      seen.set(code, path);
    }
  };
  const modules = ruleSet.modules.map((module, m) => [module.code, `modules[${m}].code`] as const);
  const items = ruleSet.modules.flatMap((module, m) =>
    module.items.map((item, i) => [item.code, `modules[${m}].items[${i}].code`] as const),
  );
  unique('模块', modules);
  unique('项目', items);
  unique(
    '指标',
    indicatorPaths(ruleSet).map(({ indicator, path }) => [indicator.code, `${path}.code`] as const),
  );
  unique(
    '条款',
    ruleSet.clauses.map((clause, c) => [clause.id, `clauses[${c}].id`] as const),
  );
}

function checkReferences(ruleSet: RuleSet, refusals: Refusals): void {
  const clauses = new Set(ruleSet.clauses.map((clause) => clause.id));
  const known = (clause: string | undefined, path: string, name: string) => {
    if (clause === undefined || clauses.has(clause)) return;
    refusals.add(
      'clauseUnknown',
      path,
      `“${name}”引用的条款“${clause}”没有列在 clauses 中，请补上条款原文`,
      clause,
    );
  };
  for (const [m, module] of ruleSet.modules.entries()) {
    for (const [i, item] of module.items.entries()) {
      const path = `modules[${m}].items[${i}]`;
      known(item.clause, `${path}.clause`, item.name);
      known(item.opens?.clause, `${path}.opens.clause`, item.name);
    }
  }
  for (const { indicator, path } of indicatorPaths(ruleSet)) {
    known(indicator.clause, `${path}.clause`, indicator.name);
    if (indicator.owner.trim() === '') {
      refusals.add(
        'ownerMissing',
        `${path}.owner`,
        `指标“${indicator.name}”没有归口部门，请指定`,
        indicator.clause,
      );
    }
    for (const [e, event] of ('events' in indicator.scoring ? indicator.scoring.events : []).entries()) {
      known(event.clause, `${path}.scoring.events[${e}].clause`, event.name);
    }
  }
  checkTieBreakers(ruleSet, refusals);
}

function checkTieBreakers(ruleSet: RuleSet, refusals: Refusals): void {
  const items = new Set(ruleSet.modules.flatMap((module) => module.items.map((item) => item.code)));
  const indicators = new Set(indicatorPaths(ruleSet).map(({ indicator }) => indicator.code));
  for (const [index, breaker] of (ruleSet.ranking?.tieBreakers ?? []).entries()) {
    if (breaker.by === 'fewerDeductions') continue;
    const codes = breaker.by === 'item' ? items : indicators;
    if (codes.has(breaker.code)) continue;
    refusals.add(
      'tieBreakerUnknown',
      `ranking.tieBreakers[${index}].code`,
      `并列时比较的“${breaker.code}”不是本办法的${breaker.by === 'item' ? '项目' : '指标'}代码`,
    );
  }
}

/** A weight of zero or less would turn marks into nothing or against somebody (§5). */
function checkModule({ source, weight, low, high }: CompiledModule, path: string, refusals: Refusals): void {
  const { name } = source;
  if (sign(weight) <= 0) {
    refusals.add('weightNotPositive', `${path}.weight`, `模块“${name}”的权重应大于 0，例如 40%`);
  }
  if (low !== null && high !== null && compare(low, high) > 0) {
    refusals.add('boundsReversed', `${path}.low`, `模块“${name}”的下限大于上限，请对调`);
  }
}

/** Leaves may not claim more than the item has; when all of them declare marks they must use it up. */
function checkItemMarks(item: CompiledItem, path: string, refusals: Refusals): void {
  const { name } = item.source;
  const { opens } = item.source;
  if (item.source.indicators.length === 0 && opens === undefined) {
    refusals.add('indicatorsMissing', `${path}.indicators`, `项目“${name}”下没有指标，请至少写一个`);
  }
  if (item.low !== null && item.high !== null && compare(item.low, item.high) > 0) {
    refusals.add('boundsReversed', `${path}.low`, `项目“${name}”的下限大于上限，请对调`);
  }
  const marked = item.indicators.filter((indicator) => indicator.marks !== null);
  for (const indicator of item.indicators) {
    const limit = indicator.marks !== null && sign(indicator.marks) < 0 ? 'marks' : null;
    const negativeCap = indicator.cap !== null && sign(indicator.cap) < 0 ? 'cap' : null;
    if (limit === null && negativeCap === null) continue;
    refusals.add('limitNegative', path, `指标“${indicator.source.name}”的 ${limit ?? negativeCap} 不能为负`);
  }
  // §16: what is opened to lower methods counts as the marks they will fill in.
  const opened = parseDecimal(opens?.marks ?? '') ?? null;
  if ((marked.length === 0 && opened === null) || item.marks === null) return;
  const sum = marked.reduce((total, indicator) => add(total, indicator.marks ?? ZERO), opened ?? ZERO);
  const difference = subtract(sum, item.marks);
  const mayLeaveRest = marked.length < item.indicators.length;
  if (isZero(difference) || (sign(difference) < 0 && mayLeaveRest)) return;
  refusals.add(
    'marksDoNotSum',
    `${path}.marks`,
    `项目“${name}”为 ${toText(item.marks)} 分，下属指标合计 ${toText(sum)} 分，${differenceText(difference)}`,
    item.source.clause,
  );
}

function differenceText(difference: Exact): string {
  return sign(difference) > 0
    ? `多出 ${toText(difference)} 分，请核对分值`
    : `还差 ${toText(subtract(ZERO, difference))} 分，请核对分值`;
}

/** §4: marks that do not sum to the declared total are refused with the difference; modules weigh theirs (§5). */
function checkTotal(compiled: CompiledRuleSet, refusals: Refusals): void {
  if (compiled.source.mode !== 'percentage') return;
  if (compiled.totalMarks === null) {
    refusals.add('totalMarksMissing', 'totalMarks', '百分制办法必须写明总分 totalMarks，例如 100');
    return;
  }
  const parts = compiled.modules.map((module) => ({ module, marks: marksOf(module) }));
  const sum = sumOf(parts.map(({ module, marks }) => multiply(marks, module.weight)));
  const difference = subtract(sum, compiled.totalMarks);
  if (isZero(difference)) return;
  refusals.add(
    'marksDoNotSum',
    'totalMarks',
    `各项目分值合计 ${toText(sum)} 分${compositionText(parts)}，与声明的总分 ${toText(compiled.totalMarks)} 分不符，${differenceText(difference)}`,
  );
}

function marksOf({ items }: CompiledModule): Exact {
  return sumOf(items.map(({ marks }) => marks ?? ZERO));
}

/** Which weights and marks make the sum, where modules are weighted. */
function compositionText(
  parts: readonly { readonly module: CompiledModule; readonly marks: Exact }[],
): string {
  const marked = parts.filter(({ marks }) => !isZero(marks));
  if (marked.every(({ module }) => module.source.weight === undefined)) return '';
  const texts = marked.map(
    ({ module, marks }) => `${module.source.name} ${toText(marks)} × ${module.source.weight ?? '1'}`,
  );
  return `（${texts.join(' + ')}）`;
}
