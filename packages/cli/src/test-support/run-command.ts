import type { CommandIo } from '../command-io.ts';

type Command = (argv: readonly string[], io: CommandIo) => Promise<number>;

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs a command against files and an input held in memory. */
export async function runCommand(command: Command, argv: readonly string[], given: Given = {}) {
  let out = '';
  let err = '';
  const code = await command(argv, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: (path) => {
      const text = given.files?.[path];
      if (text === undefined) throw Object.assign(new Error('missing'), { code: 'ENOENT' });
      return text;
    },
    readStdin: async () => given.stdin ?? '',
  });
  return { code, out, err, json: () => JSON.parse(out) };
}
