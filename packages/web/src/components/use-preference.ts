import { useState } from 'react';

/** A liking of this person on this machine: kept, but nothing depends on it. */
export function usePreference<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const key = `mingji.preference.${name}`;
  const [value, setValue] = useState<T>(() => read(key, initial));
  const change = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full or closed store loses the liking, nothing else.
    }
  };
  return [value, change];
}

function read<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}
