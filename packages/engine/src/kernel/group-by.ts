/** Values grouped by a small key: those of key k are order[starts[k]] … order[starts[k + 1] - 1]. */
export interface Groups {
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
}

/** Counting sort by key: one pass to count, one to place. The values are the positions of the keys, or those given. */
export function groupBy(keys: Uint16Array | Int32Array, size: number, values?: Uint32Array): Groups {
  const starts = new Uint32Array(size + 1);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < size; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    order[place] = values === undefined ? at : (values[at] ?? 0);
    next[key] = place + 1;
  }
  return { order, starts };
}
