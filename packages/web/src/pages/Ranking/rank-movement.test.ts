import { expect, test } from 'vitest';
import { mergerLines } from './rank-movement.tsx';

test('P11 units that came in during one month stand in one line', () => {
  expect(
    mergerLines([
      { name: '城西派出所', on: '2026-07-01' },
      { name: '河东派出所', on: '2026-07-20' },
      { name: '北关派出所', on: '2026-09-01' },
    ]),
  ).toEqual(['2026年7月并入：城西派出所、河东派出所', '2026年9月并入：北关派出所']);
  expect(mergerLines([])).toEqual([]);
});
