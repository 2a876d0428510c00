import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { settingNames } from '../packages/server/src/config.ts';
import { ROOT, repositoryFiles } from './repository.ts';
import { badName, isCode, LONGEST_FILE, leftovers, lineCount, type TextFile } from './tidy/file-rules.ts';
import { lineExceptions } from './tidy/line-exceptions.ts';
import { promisedBy } from './tidy/markdown.ts';

const TEXT = /\.(ts|tsx|mts|mjs|json|ya?ml|md|sql|css|html|sh)$|^\.ci\//;
const paths = repositoryFiles();
const files: TextFile[] = paths
  .filter((path) => TEXT.test(path) && path !== 'package-lock.json')
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const documents = files.filter((file) => file.path.endsWith('.md'));
const topLevel = new Set(paths.map((path) => path.split('/')[0] ?? ''));
const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);

function promises(file: TextFile) {
  return promisedBy(file.text, topLevel);
}

test('every npm script named in Markdown exists', () => {
  const missing = documents.flatMap((file) =>
    promises(file)
      .scripts.filter((script) => !scripts.includes(script))
      .map((script) => `${file.path}: npm run ${script}`),
  );
  expect(missing).toEqual([]);
});

test('every mingji command named in Markdown exists', () => {
  const missing = documents.flatMap((file) =>
    promises(file)
      .commands.filter((command) => !existsSync(join(ROOT, `packages/cli/src/commands/${command}.ts`)))
      .map((command) => `${file.path}: mingji ${command}`),
  );
  expect(missing).toEqual([]);
});

test('every path named in Markdown exists', () => {
  const missing = documents.flatMap((file) =>
    promises(file)
      .paths.filter((path) => !/[<>*{}]/.test(path))
      .filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(file.path), path)))
      .map((path) => `${file.path}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('README.md lists every environment variable of the server', () => {
  const readme = documents.find((file) => file.path === 'README.md')?.text ?? '';
  expect(settingNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('no file is longer than 300 lines, and the list of exceptions only shrinks', () => {
  const lengths = new Map(files.filter((file) => isCode(file.path)).map((f) => [f.path, lineCount(f.text)]));
  const tooLong = [...lengths]
    .filter(([path, lines]) => lines > (lineExceptions[path] ?? LONGEST_FILE))
    .map(([path, lines]) => `${path} has ${lines} lines`);
  const tooGenerous = Object.entries(lineExceptions)
    .filter(([path, allowed]) => (lengths.get(path) ?? 0) < allowed)
    .map(([path]) => `${path} is entered with more lines than it has`);
  expect([...tooLong, ...tooGenerous]).toEqual([]);
});

test('files are named in kebab-case after what they hold', () => {
  expect(paths.filter(badName)).toEqual([]);
});

test('no file holds half-done work, a path of somebody’s machine or a package host', () => {
  expect(files.flatMap(leftovers)).toEqual([]);
});

test('the tidy rules see what they are for', () => {
  const found = (text: string): number => leftovers({ path: 'a.ts', text }).length;
  expect(found(`// ${'TO' + 'DO'} later`)).toBe(1);
  expect(found(`open('/${'tmp'}/x')`)).toBe(1);
  expect(found(`read '../${'sha' + 'red'}/x'`)).toBe(1);
  expect(found(`https://${'regis' + 'try'}.example.org/`)).toBe(1);
  expect(found('const fine = 1;')).toBe(0);
  expect(['a/dateUtils.ts', 'a/Page.tsx', 'a/helpers.ts', 'a/date-utils.ts'].every(badName)).toBe(true);
  expect(['a/review-queue.test.tsx', '0001-first.sql', 'README.md'].some(badName)).toBe(false);
});

test('a promise in Markdown is code or a link, not prose', () => {
  const text =
    'Run `npm run check` or `npx mingji serve`; see [here](docs/a.md) and `tools/x.ts`, not tools/y.ts.';
  expect(promisedBy(text, new Set(['tools']))).toEqual({
    scripts: ['check'],
    commands: ['serve'],
    paths: ['tools/x.ts', 'docs/a.md'],
  });
});
