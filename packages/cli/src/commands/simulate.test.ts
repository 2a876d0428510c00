import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { handbookExample } from '../test-support/handbook-example.ts';
import { runCommand } from '../test-support/run-command.ts';
import { simulateCommand } from './simulate.ts';

/** A flaw in a case file costs twice as much. */
const dearer = handbookExample['r.yaml']
  .replace('每一处瑕疵扣0.2分', '每一处瑕疵扣0.4分')
  .replace(/(code: flaw.*points: )-0\.2/, '$1-0.4');
const files = { ...handbookExample, 'new.yaml': dearer };
const run = (argv: readonly string[], more: Readonly<Record<string, string>> = {}, stdin = '') =>
  runCommand(simulateCommand, argv, { files: { ...files, ...more }, stdin });

test('X2 the handbook’s example is what the command answers', async () => {
  const page = readFileSync(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');
  const [, shown = ''] = /## simulate：[\s\S]*?```json\n([\s\S]*?)\n```/.exec(page) ?? [];
  const { code, json } = await run(['r.yaml', 'new.yaml', 'f.json', '--moved']);
  expect(code).toBe(0);
  expect(json()).toEqual(JSON.parse(shown));
});

test('X2 without --moved everybody is listed, and several files are several periods', async () => {
  const second = handbookExample['f.json'].replaceAll('"2026-09"', '"2026-09-b"');
  const { json } = await run(['r.yaml', 'new.yaml', 'f.json', 'second.json'], { 'second.json': second });
  const { periods, summary } = json();
  expect(periods.map(({ period }: { period: { id: string } }) => period.id)).toEqual([
    '2026-09',
    '2026-09-b',
  ]);
  expect(periods[0].subjects.map(({ subject }: { subject: string }) => subject)).toEqual([
    'east',
    'new',
    'west',
  ]);
  expect(summary).toMatchObject({ subjects: 6, fallen: 2, unchanged: 2 });
});

test('X2 the facts may come from standard input', async () => {
  const { code, json } = await run(['r.yaml', 'new.yaml', '-'], {}, handbookExample['f.json']);
  expect(code).toBe(0);
  expect(json().summary).toMatchObject({ fallen: 1 });
});

test.each([
  [[]],
  [['r.yaml']],
  [['r.yaml', 'new.yaml']],
  [['r.yaml', 'new.yaml', 'f.json', '--bogus']],
  [['r.yaml', 'new.yaml', 'f.json', '--upper']],
  [['-', 'new.yaml', '-']],
])('X2 %j is a wrong use', async (argv) => {
  const { code, out, err } = await run(argv);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('用法：mingji simulate');
});

test('X2 --help tells how', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('--moved');
});

test.each([
  [['gone.yaml', 'new.yaml', 'f.json'], 'fileUnreadable', 'gone.yaml'],
  [['r.yaml', 'gone.yaml', 'f.json'], 'fileUnreadable', 'gone.yaml'],
  [['r.yaml', 'new.yaml', 'gone.json'], 'fileUnreadable', 'gone.json'],
])('X2 %j is refused with the file that is missing', async (argv, code, file) => {
  const { code: exit, json } = await run(argv);
  expect(exit).toBe(1);
  expect(json()).toMatchObject({ code, file });
});

test('X2 bad facts are refused with their place, too many periods with the limit', async () => {
  const bad = await run(['r.yaml', 'new.yaml', 'bad.json'], { 'bad.json': '{"period":{}}' });
  expect(bad.code).toBe(1);
  expect(bad.json()).toMatchObject({ file: 'bad.json' });
  const many = await run(['r.yaml', 'new.yaml', ...Array.from({ length: 61 }, () => 'f.json')]);
  expect(many.json()).toMatchObject({ code: 'tooManyPeriods', message: expect.stringContaining('60') });
});

test('X2 one period given twice is refused: it would count twice', async () => {
  const { code, json } = await run(['r.yaml', 'new.yaml', 'f.json', 'f.json']);
  expect(code).toBe(1);
  expect(json()).toMatchObject({ code: 'periodTwice', file: 'f.json', path: 'period.id' });
});

test('X2 a method that does not add up is refused', async () => {
  const wrong = handbookExample['r.yaml'].replace('totalMarks: 100', 'totalMarks: 90');
  const { code, json } = await run(['r.yaml', 'wrong.yaml', 'f.json'], { 'wrong.yaml': wrong });
  expect(code).toBe(1);
  expect(json()).toMatchObject({ code: 'marksDoNotSum', file: 'wrong.yaml' });
});
