import { type Coefficients, readCoefficients } from '../grading/coefficient.ts';
import { cycleScale, type GradeScale } from '../grading/grade-scale.ts';
import { type Exact, ONE } from '../kernel/exact.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { DEFAULT_ROUNDING, type Rounding } from '../kernel/rounding.ts';
import type { Subject } from './facts.ts';
import type { CompiledFamily } from './families/family.ts';
import { prepareFamily } from './families/prepare-family.ts';
import { compileMultipliers, type Multipliers } from './multipliers.ts';
import { NumberReader } from './number-reader.ts';
import type { Indicator, Item, Module, RuleSet } from './rule-set.ts';

export interface CompiledIndicator {
  readonly index: number;
  readonly source: Indicator;
  readonly marks: Exact | null;
  readonly cap: Exact | null;
  readonly floorAtLeaf: boolean;
  readonly allowExcess: boolean;
  readonly multipliers: Multipliers | null;
  readonly family: CompiledFamily;
}

export interface CompiledItem {
  readonly source: Item;
  readonly marks: Exact | null;
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly indicators: readonly CompiledIndicator[];
}

export interface CompiledModule {
  readonly source: Module;
  readonly weight: Exact;
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly items: readonly CompiledItem[];
}

export interface CompiledRuleSet {
  readonly source: RuleSet;
  readonly rounding: Rounding | null;
  readonly totalMarks: Exact | null;
  readonly modules: readonly CompiledModule[];
  readonly indicators: readonly CompiledIndicator[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly mixedSigns: 'separate' | 'maxOnly' | 'manual';
  readonly split: 'fixedTotal' | 'each';
  readonly rescale: boolean;
  readonly coefficients: Coefficients | null;
  readonly scale: GradeScale | null;
}

/** Whether an indicator is meant for this subject. */
export function appliesTo(indicator: Indicator, subject: Subject): boolean {
  const scope = indicator.subjects;
  if (scope === undefined) return true;
  if (scope.kinds !== undefined && !scope.kinds.includes(subject.kind)) return false;
  return scope.sequences === undefined || scope.sequences.includes(subject.sequence ?? '');
}

function compileIndicator(
  source: Indicator,
  item: Item,
  path: string,
  index: number,
  {
    numbers,
    refusals,
    roles,
  }: {
    readonly numbers: NumberReader;
    readonly refusals: Refusals;
    readonly roles: NonNullable<RuleSet['roles']>;
  },
): CompiledIndicator {
  return {
    index,
    source,
    marks: numbers.optional(source.marks, `${path}.marks`),
    cap: numbers.optional(source.cap, `${path}.cap`),
    floorAtLeaf: source.floorAtLeaf ?? item.floorAtLeaf ?? false,
    allowExcess: source.allowExcess ?? item.allowExcess ?? false,
    multipliers: compileMultipliers(source, path, numbers, refusals),
    family: prepareFamily(source.scoring, {
      indicator: source,
      path: `${path}.scoring`,
      roles,
      numbers,
      refusals,
    }),
  };
}

/** Reads every number of a rule set once and makes its families ready; what is wrong is added to `refusals`. */
export function compileRuleSet(ruleSet: RuleSet, refusals: Refusals): CompiledRuleSet {
  const numbers = new NumberReader(refusals);
  const indicators: CompiledIndicator[] = [];
  const indexOf = new Map<string, number>();
  const compileItem = (item: Item, path: string): CompiledItem => ({
    source: item,
    marks: numbers.optional(item.marks, `${path}.marks`),
    low: numbers.optional(item.low, `${path}.low`),
    high: numbers.optional(item.high, `${path}.high`),
    indicators: item.indicators.map((source, at) => {
      const indicatorPath = `${path}.indicators[${at}]`;
      const compiled = compileIndicator(source, item, indicatorPath, indicators.length, {
        numbers,
        refusals,
        roles: ruleSet.roles ?? [],
      });
      indicators.push(compiled);
      indexOf.set(source.code, compiled.index);
      return compiled;
    }),
  });
  const modules = ruleSet.modules.map((module, m) => ({
    source: module,
    weight: module.weight === undefined ? ONE : numbers.rate(module.weight, `modules[${m}].weight`),
    low: numbers.optional(module.low, `modules[${m}].low`),
    high: numbers.optional(module.high, `modules[${m}].high`),
    items: module.items.map((item, i) => compileItem(item, `modules[${m}].items[${i}]`)),
  }));
  return {
    source: ruleSet,
    rounding: ruleSet.rounding === 'none' ? null : (ruleSet.rounding ?? DEFAULT_ROUNDING),
    totalMarks: numbers.optional(ruleSet.totalMarks, 'totalMarks'),
    modules,
    indicators,
    indexOf,
    mixedSigns: ruleSet.matters?.mixedSigns ?? 'separate',
    split: ruleSet.matters?.split ?? 'fixedTotal',
    rescale: (ruleSet.notApplicable ?? 'rescale') === 'rescale',
    coefficients: readCoefficients(ruleSet.coefficients, numbers),
    scale: cycleScale(ruleSet, numbers),
  };
}
