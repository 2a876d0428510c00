import { type Exact, isZero, subtract, ZERO } from '../kernel/exact.ts';
import type { Score } from '../kernel/score.ts';
import type { RuleChange } from '../rule-diff/index.ts';
import type { SubjectResult } from '../rules/evaluation.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Cause } from './simulation.ts';

/** The points a part brings to the part above it; what is not scored brings none. */
function brings(score: Score | undefined): Exact {
  return score?.state === 'scored' ? score.value : ZERO;
}

interface Place {
  readonly code: string;
  readonly name: string;
}
interface Tree {
  readonly modules: readonly (Place & {
    readonly items: readonly (Place & { readonly indicators: readonly Place[] })[];
  })[];
}

/** Modules, items and indicators of both versions, each part once, with its name in the newer one. */
function joinTrees(old: RuleSet, next: RuleSet): Tree {
  const joined = <T extends Place>(a: readonly T[], b: readonly T[]): readonly T[] => [
    ...b,
    ...a.filter(({ code }) => !b.some((each) => each.code === code)),
  ];
  const itemsOf = (rules: RuleSet, module: string) =>
    rules.modules.find(({ code }) => code === module)?.items ?? [];
  const leavesOf = (rules: RuleSet, module: string, item: string) =>
    itemsOf(rules, module).find(({ code }) => code === item)?.indicators ?? [];
  return {
    modules: joined<Place>(old.modules, next.modules).map((module) => ({
      code: module.code,
      name: module.name,
      items: joined<Place>(itemsOf(old, module.code), itemsOf(next, module.code)).map((item) => ({
        code: item.code,
        name: item.name,
        indicators: joined<Place>(
          leavesOf(old, module.code, item.code),
          leavesOf(next, module.code, item.code),
        ).map(({ code, name }) => ({ code, name })),
      })),
    })),
  };
}

/** Points of one result by the place they arose at: a part that moved elsewhere left one place and came to another. */
class Points {
  readonly #at = new Map<string, Exact>();
  readonly total: Exact;

  constructor(rules: RuleSet, result: SubjectResult) {
    this.total = brings(result.score);
    let item = 0;
    let indicator = 0;
    for (const [m, module] of rules.modules.entries()) {
      this.#at.set(module.code, brings(result.modules[m]?.score));
      for (const own of module.items) {
        this.#at.set(`${module.code}/${own.code}`, brings(result.items[item++]?.score));
        for (const { code } of own.indicators) {
          this.#at.set(`${module.code}/${own.code}/${code}`, brings(result.indicators[indicator++]?.score));
        }
      }
    }
  }

  at(...place: readonly string[]): Exact {
    return this.#at.get(place.join('/')) ?? ZERO;
  }
}

/**
 * Splits the difference of two results over the places where it arose: every indicator's own points, then what each
 * item, module and the total did to the sum below it (clamp, share, weight, cap, coefficient, rounding). Each level's
 * remainder is a cause of its own, so that the amounts add up to the difference exactly (X2).
 */
export class CauseFinder {
  readonly #rules: readonly [RuleSet, RuleSet];
  readonly #tree: Tree;
  readonly #changes: ReadonlySet<string>;
  /** The one change that can move points, when there is but one: then everything follows from it. */
  readonly #only: string | null;

  constructor(old: RuleSet, next: RuleSet, changes: readonly RuleChange[]) {
    this.#rules = [old, next];
    this.#tree = joinTrees(old, next);
    const moving = changes.filter(movesPoints).map(({ key }) => key);
    this.#changes = new Set(moving);
    this.#only = moving.length === 1 ? (moving[0] ?? null) : null;
  }

  /** The first of these changes that was made. */
  #made(...keys: readonly string[]): string | null {
    return this.#only ?? keys.find((key) => this.#changes.has(key)) ?? null;
  }

  causes(before: SubjectResult, after: SubjectResult): readonly Cause[] {
    const [was, is] = [new Points(this.#rules[0], before), new Points(this.#rules[1], after)];
    const moved = (...place: readonly string[]) => subtract(is.at(...place), was.at(...place));
    const causes: Cause[] = [];
    const push = (place: Cause['place'], part: Part, amount: Exact, change: string | null) => {
      if (!isZero(amount)) causes.push({ change, place, ...part, amount });
    };
    let rest = subtract(is.total, was.total);
    for (const { code: module, name, items } of this.#tree.modules) {
      let moduleRest = moved(module);
      rest = subtract(rest, moduleRest);
      for (const { code: item, name: itemName, indicators } of items) {
        let itemRest = moved(module, item);
        moduleRest = subtract(moduleRest, itemRest);
        for (const part of indicators) {
          const amount = moved(module, item, part.code);
          itemRest = subtract(itemRest, amount);
          push('indicator', part, amount, this.#made(`指标 ${part.code}`, 'matters'));
        }
        const below = indicators.map(({ code }) => `指标 ${code}`).filter((key) => this.#changes.has(key));
        const single = below.length === 1 ? below : [];
        push('item', { code: item, name: itemName }, itemRest, this.#made(`项目 ${item}`, ...single));
      }
      push('module', { code: module, name }, moduleRest, this.#made(`模块 ${module}`));
    }
    push('total', { code: null, name: '总分' }, rest, this.#made('general', 'coefficients'));
    return causes;
  }
}

type Part = Pick<Cause, 'code' | 'name'>;

/** Sections beside the modules act on ranks, grades and lists; only coefficients and matters move points. */
function movesPoints({ key, part }: RuleChange): boolean {
  return ['模块', '项目', '指标'].includes(part) || ['general', 'coefficients', 'matters'].includes(key);
}
