/** One part that differs between two versions, in words (N8). */
export interface RuleChange {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** 条款、模块、项目、指标，or the name of a section. */
  readonly part: string;
  readonly name: string;
  /** The sentence it rests on, in the newer version where there is one. */
  readonly clause: string | null;
  readonly lines: readonly ChangedLine[];
}
export interface ChangedLine {
  readonly label: string;
  readonly old: string;
  readonly new: string;
}

const NOTHING = '（无）';

/** What differs between two values in words; nothing when they read the same. */
export function changedLine(label: string, old: string | undefined, next: string | undefined): ChangedLine[] {
  if (old === next) return [];
  return [{ label, old: old ?? NOTHING, new: next ?? NOTHING }];
}

interface Pair<T> {
  readonly old: T | undefined;
  readonly next: T | undefined;
}

/** Members of both lists by their key: first in the order of the newer one, then what is gone. */
export function pairs<T>(old: readonly T[], next: readonly T[], key: (member: T) => string): Pair<T>[] {
  const before = new Map(old.map((member) => [key(member), member]));
  const after = new Set(next.map(key));
  return [
    ...next.map((member) => ({ old: before.get(key(member)), next: member })),
    ...old.filter((member) => !after.has(key(member))).map((member) => ({ old: member, next: undefined })),
  ];
}

export function kindOf(pair: Pair<unknown>): RuleChange['kind'] {
  if (pair.old === undefined) return 'added';
  return pair.next === undefined ? 'removed' : 'changed';
}
