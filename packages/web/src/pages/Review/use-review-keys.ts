import { useEffect, useMemo, useRef } from 'react';

interface Moves {
  readonly next: () => void;
  readonly previous: () => void;
}
export interface PaneActs {
  readonly accept: () => void;
  readonly sendBack: () => void;
}
export interface ReviewKeys {
  /** The pane in sight takes `a` and `r`; null when it goes. */
  readonly setActs: (acts: PaneActs | null) => void;
}

/** j k a r, anywhere on the page but in a field or above an open dialog. */
export function useReviewKeys(moves: Moves): ReviewKeys {
  const latest = useRef(moves);
  const acts = useRef<PaneActs | null>(null);
  useEffect(() => {
    latest.current = moves;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const act = {
        j: () => latest.current.next(),
        k: () => latest.current.previous(),
        a: () => acts.current?.accept(),
        r: () => acts.current?.sendBack(),
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return useMemo(
    () => ({
      setActs: (next) => {
        acts.current = next;
      },
    }),
    [],
  );
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open')) return true;
  return (
    target instanceof HTMLElement &&
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)
  );
}
