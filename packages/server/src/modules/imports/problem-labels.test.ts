import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelledProblems } from './problem-labels.ts';

const folder = new URL('.', import.meta.url).pathname;

test('P18 every kind of problem has a name in Chinese for filters and buttons', () => {
  const files = globSync(['recognition/**/*.ts', 'judge-*.ts'], { cwd: folder }).filter(
    (name) => !/\.(test|fixture)\.ts$/.test(name),
  );
  const codes = files.flatMap((name) =>
    [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );
  const missing = new Set(codes.filter((code) => code !== 'not-a-person' && !labelledProblems.has(code)));
  expect(codes.length).toBeGreaterThan(50);
  expect([...missing]).toEqual([]);
});
