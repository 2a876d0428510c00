/** Drafts of unfinished forms, on this machine, apart for each account; old ones go by themselves. */
const PREFIX = 'mingji.draft';
const KEPT_DAYS = 30;

interface Kept {
  readonly at: number;
  readonly values: unknown;
}
/** The part of localStorage that is used; tests lend a Map. */
export interface TextStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export function readDraft(store: TextStore, accountId: string, key: string, now: number): unknown {
  try {
    const text = store.getItem(nameOf(accountId, key));
    if (text === null) return undefined;
    const kept = JSON.parse(text) as Kept;
    return now - kept.at < KEPT_DAYS * 86_400_000 ? kept.values : undefined;
  } catch {
    return undefined;
  }
}

/** False when the browser would not keep it: the form then says so. */
export function writeDraft(
  store: TextStore,
  accountId: string,
  key: string,
  values: unknown,
  now: number,
): boolean {
  try {
    store.setItem(nameOf(accountId, key), JSON.stringify({ at: now, values } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(store: TextStore, accountId: string, key: string): void {
  try {
    store.removeItem(nameOf(accountId, key));
  } catch {
    // A store that cannot be opened holds no draft either.
  }
}

/** What is kept under keys that begin alike, the rest of the key with its values; the newest first. */
export function listDrafts(
  store: TextStore,
  accountId: string,
  prefix: string,
  now: number,
): { readonly rest: string; readonly values: unknown }[] {
  const begin = nameOf(accountId, prefix);
  const found: { rest: string; values: unknown; at: number }[] = [];
  for (let index = 0; index < store.length; index += 1) {
    const name = store.key(index);
    if (!name?.startsWith(begin)) continue;
    const rest = name.slice(begin.length);
    const values = readDraft(store, accountId, `${prefix}${rest}`, now);
    if (values !== undefined) found.push({ rest, values, at: keptAt(store, name) });
  }
  return found.sort((a, b) => b.at - a.at).map(({ rest, values }) => ({ rest, values }));
}

function keptAt(store: TextStore, name: string): number {
  return (JSON.parse(store.getItem(name) ?? '{"at":0}') as Kept).at;
}

function nameOf(accountId: string, key: string): string {
  return `${PREFIX}.${accountId}.${key}`;
}
