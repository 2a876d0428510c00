import type { Item, Module, RuleSet } from '../rules/rule-set.ts';
import type { LowerItem, LowerModule, LowerPart } from './lower-part.ts';
import { sameContent } from './same-content.ts';

/** The members that say something else than the upper's of the same key. */
function ownMembers<T>(above: readonly T[], whole: readonly T[], key: (member: T) => string): T[] {
  const known = new Map(above.map((member) => [key(member), member]));
  return whole.filter((member) => !sameContent(known.get(key(member)), member));
}

const codeOf = (member: { readonly code: string }): string => member.code;

/** The fields that differ, but for those named. */
function ownFields(above: object, whole: object, except: readonly string[]): [string, unknown][] {
  const upper = new Map<string, unknown>(Object.entries(above));
  return Object.entries(whole).filter(
    ([name, value]) => !except.includes(name) && !sameContent(upper.get(name), value),
  );
}

function ownItem(above: Item | undefined, whole: Item): readonly LowerItem[] {
  if (above === undefined) return [whole];
  const fields = ownFields(above, whole, ['indicators', 'opens']);
  const indicators = ownMembers(above.indicators, whole.indicators, codeOf);
  if (fields.length === 0 && indicators.length === 0 && whole.opens === undefined) return [];
  return [
    {
      ...Object.fromEntries(fields),
      code: whole.code,
      ...(whole.opens !== undefined && { opens: whole.opens }),
      ...(indicators.length > 0 && { indicators }),
    },
  ];
}

function ownModule(above: Module | undefined, whole: Module): readonly LowerModule[] {
  if (above === undefined) return [whole];
  const fields = ownFields(above, whole, ['items']);
  const known = new Map(above.items.map((item) => [item.code, item]));
  const items = whole.items.flatMap((item) => ownItem(known.get(item.code), item));
  if (fields.length === 0 && items.length === 0) return [];
  return [{ ...Object.fromEntries(fields), code: whole.code, ...(items.length > 0 && { items }) }];
}

const LISTS = ['statuses', 'sanctions', 'posts'] as const;
const OWN_ALWAYS = ['format', 'id', 'name', 'version', 'extends', 'without'];

/** §16: what a whole lower method says of its own; `inherit` of it gives the whole again. */
export function ownPart(upper: RuleSet, whole: RuleSet): LowerPart {
  const { format, id, name, version, without } = whole;
  const fields = ownFields(upper, whole, [...OWN_ALWAYS, ...LISTS, 'clauses', 'modules']);
  const lists = LISTS.map((list): [string, readonly unknown[]] => [
    list,
    ownMembers<{ readonly code: string }>(upper[list] ?? [], whole[list] ?? [], codeOf),
  ]);
  const clauses = ownMembers(upper.clauses, whole.clauses, (clause) => clause.id);
  const known = new Map(upper.modules.map((module) => [module.code, module]));
  const modules = whole.modules.flatMap((module) => ownModule(known.get(module.code), module));
  const members = [...lists, ['clauses', clauses] as const, ['modules', modules] as const];
  return {
    format,
    id,
    name,
    version,
    extends: whole.extends ?? { id: upper.id, version: upper.version },
    ...(without !== undefined && { without }),
    ...Object.fromEntries(fields),
    ...Object.fromEntries(members.filter(([, list]) => list.length > 0)),
  };
}
