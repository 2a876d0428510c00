import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { CommandIo, SmallCommand } from './command-io.ts';
import { decodeUtf8 } from './decode-utf8.ts';

interface Command {
  readonly summary: string;
  /** Loaded only when asked for: `evaluate` must not wait for a database driver. */
  run(args: readonly string[]): Promise<number>;
}

const stdout = (text: string): void => {
  process.stdout.write(text);
};
const stderr = (text: string): void => {
  process.stderr.write(text);
};

const io: CommandIo = {
  stdout,
  stderr,
  readFile: (path) => decodeUtf8(readFileSync(path)),
  readStdin: async () => decodeUtf8(await buffer(process.stdin)),
};

async function runSmall<T>(command: SmallCommand<T>, args: readonly string[]): Promise<number> {
  const { runSmallCommand } = await import('./command-io.ts');
  return runSmallCommand(command, args, io);
}

const commands: Readonly<Record<string, Command>> = {
  evaluate: {
    summary: '按办法和事实计算得分与名次，输出 JSON',
    run: async (args) => {
      const { evaluateCommand } = await import('./commands/evaluate.ts');
      return evaluateCommand(args, io);
    },
  },
  explain: {
    summary: '把得分和等次怎样得来逐项说成一句话，输出 JSON',
    run: async (args) => {
      const { explainCommand } = await import('./commands/explain.ts');
      return explainCommand(args, io);
    },
  },
  init: {
    summary: '在空数据库上建立单位和三员账号',
    run: async (args) => {
      const { init } = await import('./commands/init.ts');
      return init(args, {
        env: process.env,
        print: (text) => stdout(`${text}\n`),
        say: (line) => stderr(`${line}\n`),
      });
    },
  },
  lint: {
    summary: '检查办法的写法、分值、与上级办法的关系和不当指标，输出 JSON',
    run: async (args) => {
      const { lintCommand } = await import('./commands/lint.ts');
      return lintCommand(args, io);
    },
  },
  quota: {
    summary: '算出各周期的名额、可报人数和结转，输出 JSON',
    run: async (args) => {
      const { quotaCommand } = await import('./commands/quota.ts');
      return runSmall(quotaCommand, args);
    },
  },
  rank: {
    summary: '按得分排名次，输出 JSON',
    run: async (args) => {
      const { rankCommand } = await import('./commands/rank.ts');
      return runSmall(rankCommand, args);
    },
  },
  serve: {
    summary: '正式运行，直到 Ctrl-C 或 SIGTERM',
    run: async (args) => {
      const { serveCommand } = await import('./commands/serve.ts');
      return serveCommand(args, (line) => stdout(`${line}\n`));
    },
  },
  simulate: {
    summary: '把新办法套在过去的事实上试算，输出谁变了、变多少、因为哪处改动',
    run: async (args) => {
      const { simulateCommand } = await import('./commands/simulate.ts');
      return simulateCommand(args, io);
    },
  },
  split: {
    summary: '把一个数量按权重分到各下级，输出 JSON',
    run: async (args) => {
      const { splitCommand } = await import('./commands/split.ts');
      return runSmall(splitCommand, args);
    },
  },
  verify: {
    summary: '校验全部封存',
    run: async (args) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      return verifyCommand(args, {
        env: process.env,
        print: (text) => stdout(`${text}\n`),
        say: (line) => stderr(`${line}\n`),
      });
    },
  },
  'working-days': {
    summary: '从公布之日推算第 N 个工作日，输出 JSON',
    run: async (args) => {
      const { workingDaysCommand } = await import('./commands/working-days.ts');
      return runSmall(workingDaysCommand, args);
    },
  },
};

function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`);
  return `用法：mingji 命令 [参数]\n\n${lines.join('\n')}\n\n每个命令加 --help 查看用法。\n`;
}

/** Errors that are one clear line for the person at the terminal; everything else is a surprise and shows its stack. */
const refusalNames = new Set(['Refusal', 'StartRefusal', 'EmbeddedError']);

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? stderr : stdout)(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    stderr(`没有“${name}”这个命令。\n\n${usage()}`);
    return 2;
  }
  return command.run(args).catch((error: unknown) => {
    // By name: loading the classes would load the database driver for commands that need none.
    if (!(error instanceof Error) || !refusalNames.has(error.name)) throw error;
    stderr(`${error.message}\n`);
    return 1;
  });
}

// Setting the code, not exiting: a pipe may still be draining a long result.
process.exitCode = await main(process.argv.slice(2));
