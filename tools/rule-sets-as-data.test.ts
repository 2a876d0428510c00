import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, repositoryFiles } from './repository.ts';

const files = repositoryFiles();
const methods = files.filter((path) => /^rule-sets\/.*rule-set\.yaml$/.test(path));
const code = files.filter((path) => /^(packages|tools|bench|e2e)\/.*\.(ts|tsx|mts|mjs|sql|css)$/.test(path));

/** The id and the name a method gives itself, and the folder it lies in. */
function namesOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const own = ['id', 'name'].map((field) => new RegExp(`^${field}: "?([^"\\n]+?)"?$`, 'm').exec(text)?.[1]);
  const folder = basename(dirname(path));
  // A folder called by an everyday word is told by its path alone.
  return [
    ...own.filter((name) => name !== undefined),
    ...(folder.includes('-') ? [folder] : []),
    dirname(path),
  ];
}

/** Whole words only: `x-1` is not in `x-12`. */
function mentions(text: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-])`).test(text);
}

test('every method says its id and its name', () => {
  expect(methods.length).toBeGreaterThanOrEqual(11);
  for (const path of methods) expect(namesOf(path).length, path).toBeGreaterThanOrEqual(3);
});

test('a name is found as a whole word only', () => {
  expect(mentions("folder: 'first-method'", 'first-method')).toBe(true);
  expect(mentions('first-methods, my-first-method', 'first-method')).toBe(false);
  expect(mentions('rule-sets/first/facts.json', 'rule-sets/first')).toBe(true);
});

test('S0–S4 are configuration: no file of code mentions a method by id, name or folder', () => {
  const names = [...new Set(methods.flatMap(namesOf))];
  const found = code.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return names.filter((name) => mentions(text, name)).map((name) => `${path}: ${name}`);
  });
  expect(found).toEqual([]);
});
