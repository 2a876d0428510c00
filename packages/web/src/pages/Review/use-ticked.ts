import type { submissions } from '@mingji/contract';
import { useEffect, useState } from 'react';

type Item = submissions.SubmissionView;
export function mayTick(item: Item): boolean {
  return item.taken === null || item.taken.mine;
}

export interface Ticks {
  readonly ids: ReadonlySet<string>;
  /** In the order of the queue. */
  readonly chosen: readonly Item[];
  readonly toggle: (item: Item) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** What is ticked of what is listed; what has left the list is no longer ticked, what a colleague has taken up never. */
export function useTicked(items: readonly Item[]): Ticks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const present = new Set(items.map((item) => item.id));
    setIds((before) =>
      [...before].every((id) => present.has(id))
        ? before
        : new Set([...before].filter((id) => present.has(id))),
    );
  }, [items]);
  const all = items.filter(mayTick);
  return {
    ids,
    chosen: items.filter((item) => ids.has(item.id)),
    toggle: (item) => {
      if (!mayTick(item)) return;
      const next = new Set(ids);
      if (!next.delete(item.id)) next.add(item.id);
      setIds(next);
    },
    toggleAll: () =>
      setIds(all.every((item) => ids.has(item.id)) ? new Set() : new Set(all.map((item) => item.id))),
    clear: () => setIds(new Set()),
  };
}
