/** Drafts of unfinished forms, on this machine, apart for each account; old ones go by themselves. */
const PREFIX = 'mingji.draft';
const KEPT_DAYS = 30;

interface Kept {
  readonly at: number;
  readonly values: unknown;
}
/** The part of localStorage that is used; tests lend a Map. */
export interface TextStore {
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

function nameOf(accountId: string, key: string): string {
  return `${PREFIX}.${accountId}.${key}`;
}
