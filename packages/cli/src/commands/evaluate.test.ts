import { expect, test } from 'vitest';
import { handbookExample } from '../test-support/handbook-example.ts';
import { runCommand } from '../test-support/run-command.ts';
import { evaluateCommand } from './evaluate.ts';

const run = (argv: readonly string[], files: Readonly<Record<string, string>> = {}, stdin = '') =>
  runCommand(evaluateCommand, argv, { files, stdin });
const files = handbookExample;

test('§15 the example gives the scores and ranks its handbook page shows', async () => {
  const { code, json } = await run(['r.yaml', 'f.json'], files);
  expect(code).toBe(0);
  const rows = json().subjects.map((own: { subject: string; score: object; rank: number | null }) => [
    own.subject,
    own.score,
    own.rank,
  ]);
  expect(rows).toEqual([
    ['east', { state: 'scored', value: '91.05' }, 2],
    ['new', { state: 'notScored' }, null],
    ['west', { state: 'scored', value: '99' }, 1],
  ]);
});

test('X1 traces come with the results, for all, for some or for none', async () => {
  const traced = async (argv: readonly string[]) =>
    (await run(['r.yaml', 'f.json', ...argv], files))
      .json()
      .subjects.filter((own: { trace: object | null }) => own.trace !== null)
      .map((own: { subject: string }) => own.subject);
  expect(await traced([])).toEqual(['east', 'new', 'west']);
  expect(await traced(['--traces', 'none'])).toEqual([]);
  expect(await traced(['--traces', 'west'])).toEqual(['west']);
  const [east] = (await run(['r.yaml', 'f.json', '--explain'], files)).json().subjects;
  expect(east.explanation[0].text).toContain('91.05');
});

test('§1 a decimal keeps the digits it was written with, in YAML and in JSON', async () => {
  const rounding = files['r.yaml'].replace('mode: percentage', 'mode: percentage\nrounding: none');
  const long = files['f.json'].replace('"quantity": 17,', '"quantity": 17.00000000000000001,');
  const { json } = await run(['r.yaml', 'f.json'], { 'r.yaml': rounding, 'f.json': long });
  expect(json().subjects[0].score.value).toBe('91.0500000000000000125');
});

test('§15 one of the files may come by standard input, as JSON', async () => {
  const { code, json } = await run(['r.yaml', '-'], files, files['f.json']);
  expect([code, json().subjects.length]).toEqual([0, 3]);
});

test.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
  [
    'a fault of the rule set',
    { ...files, 'r.yaml': files['r.yaml'].replace('totalMarks: 100', 'totalMarks: 99') },
    'marksDoNotSum',
    'totalMarks',
  ],
  ['an unknown field', { ...files, 'r.yaml': `${files['r.yaml']}\nextra: 1\n` }, 'fieldUnknown', 'extra'],
  ['a broken file', { ...files, 'f.json': '{' }, 'fileMalformed', 'f.json'],
  ['a missing file', { 'r.yaml': files['r.yaml'] }, 'fileUnreadable', 'f.json'],
  [
    'a key written twice',
    { ...files, 'r.yaml': `${files['r.yaml']}\nid: again\n` },
    'fileMalformed',
    'r.yaml',
  ],
])('§15 %s is refused with code, message and path, and exit code 1', async (_name, own, code, path) => {
  const result = await run(['r.yaml', 'f.json'], own);
  expect(result.code).toBe(1);
  expect(result.json()).toMatchObject({ code, path, message: expect.stringMatching(/\p{Script=Han}/u) });
});

test.each([
  [[]],
  [['r.yaml']],
  [['r.yaml', 'f.json', 'more']],
  [['--what']],
  [['r.yaml', 'f.json', '--traces']],
  [['-', '-']],
])('§15 wrong usage %j says how to use it, and exit code 2', async (argv) => {
  const result = await run(argv, files);
  expect([result.code, result.out]).toEqual([2, '']);
  expect(result.err).toContain('用法');
});
