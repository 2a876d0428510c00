import { foldText } from './cell-text.ts';

export type KnownUnit = { id: string; name: string; aliases: readonly string[] };

export type UnitResolution =
  | { kind: 'exact'; unit: KnownUnit }
  /** Written by an alias, with the bureau's name in front, or in another spelling: a repair to agree to. */
  | { kind: 'alias'; unit: KnownUnit }
  | { kind: 'ambiguous'; units: KnownUnit[] }
  | { kind: 'unknown'; suggestions: string[] };

export type UnitDirectory = (written: string) => UnitResolution;

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};

/** 刑侦大队 is contained in 刑事侦查大队 character by character: likely, yet only a suggestion. */
function suggest(folded: string, units: readonly KnownUnit[]): string[] {
  if (folded.length < 3) return [];
  const near = (name: string) =>
    isSubsequence(folded, name) || (name.length >= 4 && isSubsequence(name, folded));
  return units
    .filter((unit) => [unit.name, ...unit.aliases].some((name) => near(foldText(name))))
    .map((unit) => unit.name)
    .slice(0, 5);
}

/** Names and aliases of the organization as a lookup; the bureau's own name before a unit's is no difference. */
export function unitDirectory(units: readonly KnownUnit[], bureauName: string): UnitDirectory {
  const names = new Map<string, Set<KnownUnit>>();
  const aliases = new Map<string, Set<KnownUnit>>();
  const add = (index: Map<string, Set<KnownUnit>>, key: string, unit: KnownUnit) =>
    index.set(key, (index.get(key) ?? new Set()).add(unit));
  for (const unit of units) {
    add(names, unit.name, unit);
    add(aliases, foldText(unit.name), unit);
    for (const alias of unit.aliases) add(aliases, foldText(alias), unit);
  }
  const bureau = foldText(bureauName);
  return (written) => {
    const exact = names.get(written.trim());
    const folded = foldText(written);
    const bare = bureau !== '' && folded.startsWith(bureau) ? folded.slice(bureau.length) : folded;
    const found = [...(exact ?? aliases.get(folded) ?? aliases.get(bare) ?? [])];
    const [unit] = found;
    if (unit === undefined) return { kind: 'unknown', suggestions: suggest(bare, units) };
    if (found.length > 1) return { kind: 'ambiguous', units: found };
    return { kind: exact ? 'exact' : 'alias', unit };
  };
}
