import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdIndex } from './id-index.ts';

test('§15 the index of ids finds what a map finds and tells every duplicate', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }),
      fc.string({ maxLength: 3 }),
      (ids, other) => {
        const index = new IdIndex(ids.length, (position) => ids[position] ?? '');
        const map = new Map<string, number>();
        for (const [position, id] of ids.entries()) {
          expect(index.add(id, position)).toBe(!map.has(id));
          if (!map.has(id)) map.set(id, position);
        }
        for (const id of [...ids, other]) expect(index.get(id)).toBe(map.get(id));
      },
    ),
  );
});
