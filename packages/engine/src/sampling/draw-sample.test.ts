import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, shareOf } from './draw-sample.ts';

/** An even enough key for the properties; the server uses SM3. */
const keyOf = (text: string) => {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
};
const things = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
const seeds = fc.string({ minLength: 1, maxLength: 20 });
const sizes = fc.integer({ min: 0, max: 70 });

test('X10 a draw takes as many as wanted, each once, out of what there is', () => {
  fc.assert(
    fc.property(things, seeds, sizes, (population, seed, size) => {
      const drawn = drawSample({ population, size, seed, keyOf });
      expect(drawn).toHaveLength(Math.min(size, population.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((thing) => population.includes(thing))).toBe(true);
    }),
  );
});

test('X10 the same seed draws the same again, in whatever order the population is listed', () => {
  fc.assert(
    fc.property(things, seeds, sizes, (population, seed, size) => {
      const drawn = drawSample({ population, size, seed, keyOf });
      expect(drawSample({ population: [...population].reverse(), size, seed, keyOf })).toEqual(drawn);
    }),
  );
});

test('X10 a larger draw begins with the smaller one, and what was not drawn may be left out', () => {
  fc.assert(
    fc.property(things, seeds, sizes, sizes, (population, seed, one, other) => {
      const [small, large] = [Math.min(one, other), Math.max(one, other)];
      const fewer = drawSample({ population, size: small, seed, keyOf });
      const more = drawSample({ population, size: large, seed, keyOf });
      expect(more.slice(0, fewer.length)).toEqual(fewer);
      const rest = population.filter((thing) => more.includes(thing));
      expect(drawSample({ population: rest, size: large, seed, keyOf })).toEqual(more);
    }),
  );
});

test('X10 everybody is drawn about as often as everybody else', () => {
  const population = Array.from({ length: 20 }, (_, at) => `case-${at}`);
  const times = new Map(population.map((thing) => [thing, 0]));
  for (let turn = 0; turn < 2000; turn += 1) {
    for (const thing of drawSample({ population, size: 5, seed: `seed ${turn}`, keyOf })) {
      times.set(thing, (times.get(thing) ?? 0) + 1);
    }
  }
  for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(120);
});

test('X10 a percentage is rounded up: one of a hundred of thirty is one', () => {
  expect([shareOf(30, 1), shareOf(30, 10), shareOf(31, 10), shareOf(0, 10), shareOf(5, 100)]).toEqual([
    1, 3, 4, 0, 5,
  ]);
});
