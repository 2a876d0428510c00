import { type Exact, isZero, multiply, ONE, subtract, ZERO } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import type { Score } from '../kernel/score.ts';
import type { RuleChange } from '../rule-diff/index.ts';
import type { SubjectResult } from '../rules/evaluation.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Cause } from './simulation.ts';

/** The points a part brings to the part above it; what is not scored brings none. */
function brings(score: Score | undefined): Exact {
  return score?.state === 'scored' ? score.value : ZERO;
}

/** Where a part stands in the results of each version: its position there, −1 when that version has none. */
interface Place {
  readonly code: string;
  readonly name: string;
  readonly old: number;
  readonly next: number;
}
interface ItemPlace extends Place {
  readonly indicators: readonly Place[];
}
interface ModulePlace extends Place {
  /** A point of an item brings so much to the total; by the old share where the module was there before. */
  readonly weight: Exact;
  readonly items: readonly ItemPlace[];
}

interface Coded {
  readonly code: string;
  readonly name: string;
}
/** A part with its position among all parts of its level, which is the order of the results. */
interface Numbered<T> {
  readonly part: T;
  readonly at: number;
}

/** Parts of both versions by code, each once, with its name in the newer one. */
function joined<T extends Coded>(
  old: readonly Numbered<T>[],
  next: readonly Numbered<T>[],
): readonly {
  readonly old: Numbered<T> | undefined;
  readonly next: Numbered<T> | undefined;
  readonly part: T;
}[] {
  const ofCode = (list: readonly Numbered<T>[], code: string) => list.find(({ part }) => part.code === code);
  return [
    ...next.map((own) => ({ old: ofCode(old, own.part.code), next: own, part: own.part })),
    ...old
      .filter(({ part }) => ofCode(next, part.code) === undefined)
      .map((own) => ({ old: own, next: undefined, part: own.part })),
  ];
}

type NumberedModule = Numbered<Coded & { readonly weight: Exact; readonly items: readonly NumberedItem[] }>;
type NumberedItem = Numbered<Coded & { readonly indicators: readonly Numbered<Coded>[] }>;

/** Numbers modules, items and indicators in the order of a result's lists. */
function numbered({ modules }: RuleSet): readonly NumberedModule[] {
  let item = 0;
  let indicator = 0;
  return modules.map((module, at) => ({
    at,
    part: {
      code: module.code,
      name: module.name,
      weight: parseRate(module.weight ?? '1') ?? ONE,
      items: module.items.map((own) => ({
        at: item++,
        part: {
          code: own.code,
          name: own.name,
          indicators: own.indicators.map((part) => ({ at: indicator++, part })),
        },
      })),
    },
  }));
}

/** The parts of both versions where they stand: what moved elsewhere left one place and came to another. */
function placesOf(oldRules: RuleSet, newRules: RuleSet): readonly ModulePlace[] {
  const place = ({
    old,
    next,
    part,
  }: {
    old: { at: number } | undefined;
    next: { at: number } | undefined;
    part: Coded;
  }) => ({
    code: part.code,
    name: part.name,
    old: old?.at ?? -1,
    next: next?.at ?? -1,
  });
  return joined(numbered(oldRules), numbered(newRules)).map((module) => ({
    ...place(module),
    weight: (module.old ?? module.next)?.part.weight ?? ONE,
    items: joined(module.old?.part.items ?? [], module.next?.part.items ?? []).map((item) => ({
      ...place(item),
      indicators: joined(item.old?.part.indicators ?? [], item.next?.part.indicators ?? []).map(place),
    })),
  }));
}

type Level = 'modules' | 'items' | 'indicators';

/**
 * Splits the difference of two results over the places where it arose: every indicator's own points, then what each
 * item, module and the total did to the sum below it (clamp, share, cap, another weight, coefficient, rounding). What is
 * below a module counts by the module's weight. Each level's
 * remainder is a cause of its own, so that the amounts add up to the difference exactly (X2).
 */
export class CauseFinder {
  readonly #places: readonly ModulePlace[];
  readonly #changes: ReadonlySet<string>;
  /** The one change that can move points, when there is but one: then everything follows from it. */
  readonly #only: string | null;

  constructor(old: RuleSet, next: RuleSet, changes: readonly RuleChange[]) {
    this.#places = placesOf(old, next);
    const moving = changes.filter(movesPoints).map(({ key }) => key);
    this.#changes = new Set(moving);
    this.#only = moving.length === 1 ? (moving[0] ?? null) : null;
  }

  /** The first of these changes that was made. */
  #made(...keys: readonly string[]): string | null {
    return this.#only ?? keys.find((key) => this.#changes.has(key)) ?? null;
  }

  causes(before: SubjectResult, after: SubjectResult): readonly Cause[] {
    const moved = (level: Level, { old, next }: Place, weight: Exact) =>
      multiply(subtract(brings(after[level][next]?.score), brings(before[level][old]?.score)), weight);
    const causes: Cause[] = [];
    const push = (
      place: Cause['place'],
      code: string | null,
      name: string,
      amount: Exact,
      change: string | null,
    ) => {
      causes.push({ change, place, code, name, amount });
    };
    let rest = subtract(brings(after.score), brings(before.score));
    for (const module of this.#places) {
      let moduleRest = moved('modules', module, ONE);
      rest = subtract(rest, moduleRest);
      for (const item of module.items) {
        let itemRest = moved('items', item, module.weight);
        moduleRest = subtract(moduleRest, itemRest);
        for (const indicator of item.indicators) {
          const amount = moved('indicators', indicator, module.weight);
          if (isZero(amount)) continue;
          itemRest = subtract(itemRest, amount);
          const { code, name } = indicator;
          push('indicator', code, name, amount, this.#made(`指标 ${code}`, 'matters'));
        }
        if (!isZero(itemRest)) push('item', item.code, item.name, itemRest, this.#madeIn(item));
      }
      if (isZero(moduleRest)) continue;
      push('module', module.code, module.name, moduleRest, this.#made(`模块 ${module.code}`));
    }
    if (!isZero(rest)) push('total', null, '总分', rest, this.#made('general', 'coefficients'));
    return causes;
  }

  /** The item's own change, else the one change below it: what a clamp takes back belongs to what it clamps. */
  #madeIn({ code, indicators }: ItemPlace): string | null {
    const below = indicators
      .map((indicator) => `指标 ${indicator.code}`)
      .filter((key) => this.#changes.has(key));
    return this.#made(`项目 ${code}`, ...(below.length === 1 ? below : []));
  }
}

/** Sections beside the modules act on ranks, grades and lists; only coefficients and matters move points. */
function movesPoints({ key, part }: RuleChange): boolean {
  return ['模块', '项目', '指标'].includes(part) || ['general', 'coefficients', 'matters'].includes(key);
}
