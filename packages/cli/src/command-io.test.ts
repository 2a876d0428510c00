import { expect, test } from 'vitest';
import { runSmallCommand } from './command-io.ts';
import { splitCommand } from './commands/split.ts';
import { runCommand } from './test-support/run-command.ts';

const small = (argv: readonly string[], given: Parameters<typeof runCommand>[2] = {}) =>
  runCommand((args, io) => runSmallCommand(splitCommand, args, io), argv, given);
const document = '{"total":"10","weights":["3","3","1"]}';

test('X8 a document comes from standard input, by name of a dash, or from a file', async () => {
  const answer = `${JSON.stringify({ parts: ['4', '4', '2'] }, null, 2)}\n`;
  const runs = [
    await small([], { stdin: document }),
    await small(['-'], { stdin: `\uFEFF${document}` }),
    await small(['split.json'], { files: { 'split.json': document } }),
    await small(['split.yaml'], { files: { 'split.yaml': 'total: 10\nweights: [3, 3, 1]\n' } }),
  ];
  expect(runs.map(({ code, out, err }) => [code, out, err])).toEqual(runs.map(() => [0, answer, '']));
});

test.each([[['a.json', 'b.json']], [['--fast']], [['-x']]])(
  'X8 wrong usage %j says how, and exit code 2',
  async (argv) => {
    const { code, out, err } = await small(argv, { stdin: document });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法：mingji split');
  },
);

test('X8 help is an answer, not a mistake', async () => {
  for (const argv of [['--help'], ['-h'], ['x.json', '--help']]) {
    const { code, out } = await small(argv);
    expect([code, out]).toEqual([0, splitCommand.usage]);
  }
});

test('X8 what cannot be read is refused: empty, broken, too deep, missing, no object', async () => {
  const first = async (argv: readonly string[], given: Parameters<typeof runCommand>[2] = {}) => {
    const { code, json } = await small(argv, given);
    return [code, json().code, json().path];
  };
  expect(await first([], { stdin: '' })).toEqual([1, 'fileMalformed', '-']);
  expect(await first([], { stdin: '{"total":' })).toEqual([1, 'fileMalformed', '-']);
  expect(await first([], { stdin: '['.repeat(100_000) + ']'.repeat(100_000) })).toEqual([
    1,
    'fileMalformed',
    '-',
  ]);
  expect(await first(['none.json'])).toEqual([1, 'fileUnreadable', 'none.json']);
  expect(await first([], { stdin: '[]' })).toEqual([1, 'formatInvalid', '']);
  expect(await first([], { stdin: 'null' })).toEqual([1, 'formatInvalid', '']);
});

test('X8 a refusal of a file names the file', async () => {
  const { json } = await small(['s.json'], { files: { 's.json': '{"total":"1","weights":["0"]}' } });
  expect(json()).toMatchObject({ code: 'weightsNotPositive', path: 'weights', file: 's.json' });
});
