import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../engine/src/lint/', import.meta.url);
const page = readFileSync(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');

const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const codes = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, code]) => code));

test('X6 the handbook lists every kind of finding, and none that is not there', () => {
  const inCode = codes(sources.join('\n'), /code: '([A-Za-z]+)'/g);
  const table = page.slice(page.indexOf('### 提示的种类'));
  const rows = table.split('\n').filter((row) => row.startsWith('| `') && !row.startsWith('| `code`'));
  const listed = codes(rows.map((row) => row.split('|')[1] ?? '').join('\n'), /`([A-Za-z]+)`/g);
  expect([...listed].sort()).toEqual([...inCode].sort());
});
