import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSession } from '../app/session.tsx';
import { listDrafts, readDraft, removeDraft, writeDraft } from './draft-store.ts';

const DELAY_MS = 400;

export interface Draft<T> {
  /** What was kept when the component first looked. */
  readonly kept: T | undefined;
  /** Keeps the values soon; typing does not write with every letter. */
  readonly keep: (values: T) => void;
  readonly clear: () => void;
}

/** Unfinished text under a key of its own, until it is done: survives time-outs, reloads and power cuts (N5). */
export function useDraft<T>(key: string | undefined): Draft<T> {
  const { account } = useSession();
  const timer = useRef<number | undefined>(undefined);
  const pending = useRef<(() => void) | null>(null);
  const kept = useMemo(
    () =>
      key === undefined ? undefined : (readDraft(localStorage, account.id, key, Date.now()) as T | undefined),
    [key, account.id],
  );
  const flush = useCallback(() => {
    pending.current?.();
    pending.current = null;
  }, []);
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const keep = useCallback(
    (values: T) => {
      if (key === undefined) return;
      pending.current = () => writeDraft(localStorage, account.id, key, values, Date.now());
      clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, DELAY_MS);
    },
    [key, account.id, flush],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = null;
    if (key !== undefined) removeDraft(localStorage, account.id, key);
  }, [key, account.id]);
  return { kept, keep, clear };
}

/** The unfinished ones under keys that begin alike, as they are when the component looks. */
export function useKeptDrafts(
  prefix: string,
): readonly { readonly rest: string; readonly values: unknown }[] {
  const { account } = useSession();
  return useMemo(() => listDrafts(localStorage, account.id, prefix, Date.now()), [prefix, account.id]);
}
