import { expect, test } from 'vitest';
import { takePaths } from './take-paths.ts';

test('X8 an option takes one path, or all that follow once the command’s own files were named', () => {
  const argv = ['r', '--upper', 'a', 'b', '--old', 'c'];
  expect(takePaths(argv, 1, true)).toEqual(['a', 'b']);
  expect(takePaths(argv, 1, false)).toEqual(['a']);
  expect(takePaths(argv, 4, true)).toEqual(['c']);
  expect(takePaths(['--upper', '--old', 'c'], 0, true)).toBeUndefined();
  expect(takePaths(['--upper'], 0, true)).toBeUndefined();
});
