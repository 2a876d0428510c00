import { expect, test } from 'vitest';
import { entry } from '../test-support/small-rule-set.ts';
import { compareEntries } from './entry-order.ts';

const at = (id: string, time: string) => entry('x', { id, at: time });
const sense = (a: ReturnType<typeof at>, b: ReturnType<typeof at>) => Math.sign(compareEntries(a, b));

test('§3 the earlier entry comes first, then the smaller id; one instant may be written in two ways', () => {
  expect(sense(at('b', '2026-09-01'), at('a', '2026-09-02'))).toBe(-1);
  expect(sense(at('a', '2026-09-02'), at('b', '2026-09-01'))).toBe(1);
  expect(sense(at('a', '2026-09-01'), at('b', '2026-09-01'))).toBe(-1);
  expect(sense(at('b', '2026-09-01'), at('a', '2026-09-01T00:00:00+08:00'))).toBe(1);
  expect(sense(at('a', '2026-08-31T16:00:00Z'), at('b', '2026-09-01'))).toBe(-1);
  expect(sense(at('a', '2026-09-01'), at('a', '2026-09-01'))).toBe(0);
});
