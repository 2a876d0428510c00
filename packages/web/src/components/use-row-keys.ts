import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { nextRow } from './next-row.ts';

interface RowActs<Row> {
  readonly open: ((row: Row) => void) | undefined;
  readonly tick: ((row: Row) => void) | undefined;
}

/** ↑ ↓ Home End move, Enter opens, space ticks; the mouse marks the same row. */
export function useRowKeys<Row>(rows: readonly Row[], acts: RowActs<Row>) {
  const [active, setActive] = useState(-1);
  const container = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows came, the mark would stand on a stranger.
  useEffect(() => setActive(-1), [rows]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event.target)) return;
    const next = nextRow(event.key, active, rows.length);
    if (next !== null) {
      event.preventDefault();
      setActive(next);
      container.current
        ?.querySelectorAll('tr[data-row-index]')
        [next]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
    const row = rows[active];
    if (row === undefined || event.target !== container.current) return;
    if (event.key === 'Enter' && acts.open) acts.open(row);
    else if (event.key === ' ' && acts.tick) acts.tick(row);
    else return;
    event.preventDefault();
  };
  return {
    active,
    container: { ref: container, onKeyDown },
    row: (index: number) => ({
      'data-row-index': index,
      'aria-selected': index === active,
      onClick: () => setActive(index),
    }),
  };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
