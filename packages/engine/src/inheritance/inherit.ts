import { Refusals, type Result } from '../kernel/refusal.ts';
import type { Indicator, Item, Module, RuleSet } from '../rules/rule-set.ts';
import type { LowerItem, LowerModule, LowerPart } from './lower-part.ts';

interface Coded {
  readonly code: string;
}

/** In the order of the upper method, what is the lower's own after it. */
function joined<T, P>(
  above: readonly T[],
  own: readonly P[],
  key: (member: T | P) => string,
  join: (above: T | undefined, own: P | undefined, at: number) => T | undefined,
): T[] {
  const places = new Map(own.map((member, at) => [key(member), at]));
  const inherited = above.map((member) => {
    const at = places.get(key(member)) ?? -1;
    places.delete(key(member));
    return join(member, own[at], at);
  });
  const added = [...places.values()].map((at) => join(undefined, own[at], at));
  return [...inherited, ...added].filter((member) => member !== undefined);
}

const codeOf = (member: Coded): string => member.code;

function replaced<T extends Coded>(above: readonly T[] = [], own: readonly T[] = []): T[] {
  return joined(above, own, codeOf, (upper, lower) => lower ?? upper);
}

class Merge {
  readonly refusals = new Refusals();
  readonly #leftOut: ReadonlySet<string>;

  constructor(part: LowerPart) {
    this.#leftOut = new Set((part.without ?? []).map((line) => line.indicator));
  }

  module(above: Module | undefined, own: LowerModule | undefined, at: number): Module | undefined {
    if (own === undefined) return above && { ...above, items: this.#items(above.items, [], '') };
    const path = `modules[${at}]`;
    const name = own.name ?? above?.name;
    if (name === undefined) return this.#nameless('模块', own.code, path);
    const items = this.#items(above?.items ?? [], own.items ?? [], path);
    return { ...above, ...own, name, items };
  }

  #items(above: readonly Item[], own: readonly LowerItem[], path: string): Item[] {
    return joined(above, own, codeOf, (upper: Item | undefined, lower: LowerItem | undefined, at) =>
      this.#item(upper, lower, `${path}.items[${at}]`),
    );
  }

  /** An opening is given to the next level only: below it is filled, or opened anew. */
  #item(above: Item | undefined, own: LowerItem | undefined, path: string): Item | undefined {
    const { opens: _given, ...fixed } = above ?? { opens: undefined };
    const code = own?.code ?? above?.code ?? '';
    const name = own?.name ?? above?.name;
    if (name === undefined) return this.#nameless('项目', code, path);
    const kept = (above?.indicators ?? []).filter((indicator) => !this.#leftOut.has(indicator.code));
    return { ...fixed, ...own, code, name, indicators: replaced<Indicator>(kept, own?.indicators) };
  }

  #nameless(kind: string, code: string, path: string): undefined {
    this.refusals.add(
      'inheritedUnknown',
      path,
      `上级办法没有代码为“${code}”的${kind}；如果是本级新增的${kind}，请写明名称 name，否则请核对代码`,
    );
  }
}

/**
 * §16: the whole lower method: the upper one, with what the lower writes in its place or beside it. A whole method comes
 * out as it went in. Whether the lower was allowed to is `checkInheritance`'s to say.
 */
export function inherit(upper: RuleSet, part: LowerPart): Result<RuleSet> {
  const merge = new Merge(part);
  const { id, version } = part.extends;
  if (id !== upper.id || version !== upper.version) {
    merge.refusals.add(
      'extendsMismatch',
      'extends',
      `本办法写明依据“${id}”第 ${version} 版，给出的上级办法却是“${upper.id}”第 ${upper.version} 版，请核对`,
    );
  }
  const modules = joined(
    upper.modules,
    part.modules ?? [],
    codeOf,
    (above: Module | undefined, own: LowerModule | undefined, at) => merge.module(above, own, at),
  );
  if (merge.refusals.any) return { ok: false, refusals: merge.refusals.list };
  const { without: _above, ...inherited } = upper;
  const clauses = joined(
    upper.clauses,
    part.clauses ?? [],
    (clause) => clause.id,
    (above, own) => own ?? above,
  );
  return { ok: true, value: { ...inherited, ...part, ...lists(upper, part), clauses, modules } };
}

/** Lists whose members have codes are joined; any other section that is written takes the place of the upper's. */
function lists(upper: RuleSet, part: LowerPart): Pick<RuleSet, 'statuses' | 'sanctions' | 'posts'> {
  const statuses = replaced(upper.statuses, part.statuses);
  const sanctions = replaced(upper.sanctions, part.sanctions);
  const posts = replaced(upper.posts, part.posts);
  return {
    ...(statuses.length > 0 && { statuses }),
    ...(sanctions.length > 0 && { sanctions }),
    ...(posts.length > 0 && { posts }),
  };
}
