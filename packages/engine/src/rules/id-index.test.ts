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

test('§15 two ids with one hash are two ids', () => {
  const ids = ['1jbuo6v1c', 'c1di9f3umt'];
  const index = new IdIndex(2, (position) => ids[position] ?? '');
  expect(index.add('1jbuo6v1c', 0)).toBe(true);
  expect(index.get('c1di9f3umt')).toBeUndefined();
  expect(index.add('c1di9f3umt', 1)).toBe(true);
  expect(ids.map((id) => index.get(id))).toEqual([0, 1]);
});

test('§15 the index has room for as many ids as it was made for', () => {
  const ids = Array.from({ length: 300 }, (_, at) => `e${at}`);
  const index = new IdIndex(ids.length, (position) => ids[position] ?? '');
  expect(ids.every((id, at) => index.add(id, at))).toBe(true);
  expect(ids.map((id) => index.get(id))).toEqual(ids.map((_, at) => at));
  expect(index.get('other')).toBeUndefined();
});
