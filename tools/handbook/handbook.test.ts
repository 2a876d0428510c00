import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictures } from '../../e2e/handbook/pictures.ts';
import { ROOT, repositoryFiles } from '../repository.ts';

const HANDBOOK = join(ROOT, 'docs/handbook');
const IMAGES = join(HANDBOOK, 'images');
const MOST_BYTES = 150_000;
const MOST_BYTES_TOGETHER = 2_500_000;
const chapters = readdirSync(HANDBOOK)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(HANDBOOK, name), 'utf8') }));
const named = chapters.flatMap(({ text }) =>
  [...text.matchAll(/images\/([\w-]+)\.png/g)].map((match) => match[1] ?? ''),
);
/** The addresses of the web's list of pages, read as text: the list itself needs a browser. */
const pagePaths = new Set(
  repositoryFiles()
    .filter((path) => /^packages\/web\/src\/app\/pages(\/[\w-]+)?\.tsx?$/.test(path))
    .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)])
    .map((match) => match[1] ?? ''),
);

test('N8 every picture of the handbook is taken by its script, and every picture taken is shown', () => {
  expect([...named].sort()).toEqual(pictures.map(({ file }) => file).sort());
});

test('N8 the pictures on disk are those of the script: and small enough to be sent along', () => {
  const onDisk = readdirSync(IMAGES).map((name) => ({ name, png: readFileSync(join(IMAGES, name)) }));
  expect(onDisk.map(({ name }) => name).sort()).toEqual(pictures.map(({ file }) => `${file}.png`).sort());
  expect(onDisk.filter(({ png }) => png.length > MOST_BYTES).map(({ name }) => name)).toEqual([]);
  expect(onDisk.reduce((sum, { png }) => sum + png.length, 0)).toBeLessThan(MOST_BYTES_TOGETHER);
});

test('N8 every page that the handbook sends its reader to exists', () => {
  const sent = chapters.flatMap(({ name, text }) =>
    [...text.matchAll(/`(\/[^`\s]*)`/g)].map((match) => ({ name, path: match[1] ?? '' })),
  );
  expect(Math.min(sent.length, pagePaths.size)).toBeGreaterThan(20);
  expect(sent.filter(({ path }) => !pagePaths.has(path))).toEqual([]);
});

test('N8 every page of which a picture is taken exists', () => {
  expect(pictures.filter(({ path }) => !pagePaths.has(path))).toEqual([]);
});

test('N8 every chapter is in the index', () => {
  const index = chapters.find(({ name }) => name === 'README.md')?.text ?? '';
  const others = chapters.map(({ name }) => name).filter((name) => name !== 'README.md');
  expect(others.filter((name) => !index.includes(`](${name})`))).toEqual([]);
});
