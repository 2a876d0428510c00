import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CommandIo, runSmallCommand, type SmallCommand } from '../command-io.ts';
import { runCommand } from '../test-support/run-command.ts';
import { quotaCommand } from './quota.ts';
import { rankCommand } from './rank.ts';
import { splitCommand } from './split.ts';
import { workingDaysCommand } from './working-days.ts';

const run =
  <T>(command: SmallCommand<T>) =>
  (argv: readonly string[], io: CommandIo) =>
    runSmallCommand(command, argv, io);
const COMMANDS: Readonly<Record<string, ReturnType<typeof run>>> = {
  quota: run(quotaCommand),
  rank: run(rankCommand),
  split: run(splitCommand),
  'working-days': run(workingDaysCommand),
};

const page = readFileSync(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');
const EXAMPLE = /```sh\necho '([^']+)' \| npx mingji (\S+)\n```\n```json\n([^`]+)\n```/g;
const examples = [...page.matchAll(EXAMPLE)].map(([, stdin = '', name = '', output = '']) => ({
  name,
  stdin,
  output,
}));

test('X8 every small command has an example in the handbook', () => {
  expect(new Set(examples.map(({ name }) => name))).toEqual(new Set(Object.keys(COMMANDS)));
});

test.each(examples)(
  'X8 the handbook’s example of $name gives what the handbook shows',
  async ({ name, stdin, output }) => {
    const command = COMMANDS[name];
    if (command === undefined) throw new Error(`no command ${name}`);
    const { json } = await runCommand(command, [], { stdin });
    expect(json()).toEqual(JSON.parse(output));
  },
);
