import { useSyncExternalStore } from 'react';

const KEY = 'mingji.largeType';
const listeners = new Set<() => void>();
let large = read();

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

export function setLargeType(wanted: boolean): void {
  large = wanted;
  try {
    localStorage.setItem(KEY, wanted ? '1' : '0');
  } catch {
    // A browser that keeps nothing still shows large type until it is closed.
  }
  for (const listener of listeners) listener();
}

/** The large-type switch (14 → 18 px), kept on this machine. */
export function useLargeType(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => large,
  );
}
